"""Times what an edit costs in the editor.

usage: edit.py FILE... -- MAPI-CLANGD [arguments for mapi-clangd]

Opens each file in mapi-clangd, with the MAPI checks and no others, and types a comment
behind its last line ten times; the file itself is not changed. Prints the median
milliseconds, as clangd's own trace has them, of an edit in all (parsing without the
preamble, and the checks) and of the checks, and whether these gave up.
"""

import json
import os
import pathlib
import statistics
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "test"))
from language_server import Server  # noqa: E402

EDITS = 10
OURS = "Diagnostics: {ClangTidy: {Add: 'mapi-*'}}\n"


def spans(trace, name):
    """The milliseconds of all spans of this name; clangd may leave the list open."""
    text = trace.read_text().rstrip().rstrip(",")
    try:
        events = json.loads(text)
    except ValueError:
        events = json.loads(text + "]}")
    return [event["dur"] / 1000 for event in events["traceEvents"]
            if event.get("name") == name and "dur" in event]


def session(command, path, folder):
    """Types into the file; returns the server's trace and the last diagnostics."""
    trace = folder / "trace.json"
    os.environ.update(CLANGD_TRACE=str(trace), XDG_CONFIG_HOME=str(folder))
    server = Server([*command, "--log=error", "--background-index=false"])
    text, uri = path.read_text(errors="replace"), path.as_uri()
    server.open(uri, 0, text)
    found = server.diagnostics(0)
    for version in range(1, EDITS + 1):
        server.change(uri, version, text + "\n//" + "x" * version)
        found = server.diagnostics(version)
    server.stop()
    return trace, found


def measure(command, path):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "clangd").mkdir()
        (folder / "clangd" / "config.yaml").write_text(OURS)
        trace, found = session(command, path, folder)
        gave_up = any(each.get("code") == "mapi-unanalyzed-function"
                      for each in found)
        # The first is that of opening the file.
        return [statistics.median(spans(trace, name)[1:])
                for name in ("BuildAST", "ClangTidyMatch")] + [gave_up]


def main():
    if "--" not in sys.argv[1:]:
        sys.exit(__doc__)
    split = sys.argv.index("--")
    print(f"{'milliseconds':34} {'lines':>6} {'edit':>7} {'checks':>7}")
    for source in map(pathlib.Path, sys.argv[1:split]):
        source = source.resolve()
        edit, checks, gave_up = measure(sys.argv[split + 1:], source)
        lines = source.read_text(errors="replace").count("\n")
        print(f"{source.name:34} {lines:6} {edit:7.0f} {checks:7.1f}"
              f"{' gave up' if gave_up else ''}", flush=True)


main()
