"""Types files into a language server and looks for crashes and hangs.

usage: typed.py [--places N] [--seconds S] FILE... -- MAPI-CLANGD [arguments]

Each file is opened, then cut off at N places, as somebody who types it would
have it. The server keeps what the includes at the beginning say, so that a piece
takes a fraction of what its parse takes. What the server dies of, or is silent
about for S seconds, is named, and the exit status is 1.
"""

import argparse
import pathlib
import signal
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from language_server import Server  # noqa: E402


class Silence(Exception):
    pass


def be_silent(*_):
    raise Silence


def type_file(server, file, places, seconds):
    """Returns the number of pieces that went well."""
    text = file.read_text(encoding="utf-8", errors="replace")
    uri = file.resolve().as_uri()
    signal.alarm(120)  # the includes are read
    server.open(uri, 0, text)
    server.diagnostics(0)
    for place in range(1, places + 1):
        signal.alarm(seconds)
        server.change(uri, place, text[:len(text) * place // places])
        server.diagnostics(place)
    signal.alarm(0)
    server.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    return places


def main():
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--places", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    given = parser.parse_args(sys.argv[1:split])
    command = sys.argv[split + 1:]
    signal.signal(signal.SIGALRM, be_silent)
    failed, pieces = 0, 0
    server = Server(command)
    for file in given.files:
        try:
            pieces += type_file(server, file, given.places, given.seconds)
        except (Silence, SystemExit, BrokenPipeError) as problem:
            signal.alarm(0)
            failed += 1
            what = "silent" if isinstance(problem, Silence) else "dead"
            print(f"{file}: the server is {what}", flush=True)
            server.process.kill()
            server = Server(command)
    print(f"{len(given.files)} files, {pieces} pieces, {failed} failed")
    sys.exit(failed != 0)


main()
