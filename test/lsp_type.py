"""Types files into a language server and prints what it says of each in the end.

usage: lsp_type.py CHARACTERS FILE... -- SERVER [arguments for the server]

Each file is opened empty and typed from its first character to its last, so many
CHARACTERS at a time. The server must answer each time.
"""

import pathlib
import signal
import sys

from language_server import Server


def type_in(server, path, characters):
    text, uri = path.read_text(encoding="utf-8"), path.as_uri()
    server.open(uri, 0, "")
    found, version = server.diagnostics(0), 0
    for end in range(characters, len(text) + characters, characters):
        version += 1
        server.change(uri, version, text[:end])
        found = server.diagnostics(version)
    server.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    return found


def main():
    signal.alarm(600)  # a server that says nothing ends the session
    characters, split = int(sys.argv[1]), sys.argv.index("--")
    server = Server(sys.argv[split + 1:],
                    publishDiagnostics={"relatedInformation": True})
    for name in sys.argv[2:split]:
        path = pathlib.Path(name).resolve()
        for each in type_in(server, path, characters):
            if str(each.get("code")).startswith("mapi-") or each["severity"] == 1:
                start = each["range"]["start"]
                print(f"{path}:{start['line'] + 1}:{start['character'] + 1}: "
                      f"warning: {each['message'].splitlines()[0]} "
                      f"[{each.get('code')}]")
    server.stop()


main()
