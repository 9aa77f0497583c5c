"""A session with a language server, as an editor has it.

usage: lsp_session.py FOLDER SERVER [arguments for the server]

Opens client.cpp in FOLDER, which must not exist, types a mistake, asks for the
quick fix, applies it and types on. Prints errors, and what the server says of MAPI
and of what is prone to bugs.
"""

import pathlib
import signal
import sys

from language_server import Server

RIGHT = """#include <Windows.h>
#include <MAPIX.h>

HRESULT countStores(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &store);
  if (FAILED(hr))
    return hr;
  store->Release();
  session->Logoff(0, 0, 0);
  session->Release();
  return S_OK;
}
"""
# The line with the Release: to delete it is the mistake.
LINE = 8


class Session:
    def __init__(self, server, path):
        self.server, self.uri = server, path.as_uri()
        self.text, self.version = RIGHT, 1
        server.open(self.uri, self.version, self.text)

    def offset(self, position):
        lines = self.text.splitlines(keepends=True)
        return sum(map(len, lines[:position["line"]])) + position["character"]

    def edit(self, span, text):
        start, end = self.offset(span["start"]), self.offset(span["end"])
        self.text = self.text[:start] + text + self.text[end:]
        self.version += 1
        self.server.change(self.uri, self.version, text, range=span)

    def show(self, title):
        print(f"{title}:")
        found = self.server.diagnostics(self.version)
        for each in found:
            code = str(each.get("code"))
            if code.startswith(("mapi-", "bugprone-")) or each["severity"] == 1:
                print(f"  {each['range']['start']['line'] + 1}: "
                      f"{each['message'].splitlines()[0]} [{code}]")
                for note in each.get("relatedInformation", []):
                    line = note["location"]["range"]["start"]["line"] + 1
                    print(f"    {line}: {note['message']}")
        print("  end")
        return [each for each in found
                if str(each.get("code")).startswith("mapi-")]

    def fix(self, diagnostic):
        actions = self.server.ask("textDocument/codeAction", {
            "textDocument": {"uri": self.uri}, "range": diagnostic["range"],
            "context": {"diagnostics": [diagnostic]}})
        action = next(each for each in actions if "edit" in each)
        print(f"fix: {action['title']}")
        for edit in action["edit"]["changes"][self.uri]:
            self.edit(edit["range"], edit["newText"])


def position(line, character=0):
    return {"line": line, "character": character}


def main():
    signal.alarm(300)  # a server that says nothing ends the session
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True)
    path = folder / "client.cpp"
    path.write_text(RIGHT)
    server = Server(sys.argv[2:],
                    publishDiagnostics={"relatedInformation": True},
                    codeAction={"codeActionLiteralSupport": {
                        "codeActionKind": {"valueSet": ["quickfix"]}}})
    session = Session(server, path)
    session.show("opened")
    session.edit({"start": position(LINE), "end": position(LINE + 1)}, "")
    found = session.show("deleted the Release")
    session.fix(found[0])
    session.show("fixed")
    # One of the checks that the server itself has on.
    session.edit({"start": position(LINE), "end": position(LINE)},
                 "  double part = cb / 2;\n")
    session.show("typed a division")
    # Half of a statement, as it stands there while it is typed.
    session.edit({"start": position(LINE), "end": position(LINE)},
                 "  if (store->\n")
    session.show("half typed")
    print("exit status", server.stop())


main()
