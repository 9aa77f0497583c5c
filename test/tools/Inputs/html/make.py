"""Writes a project with findings, as clang-tidy and mapi-tidy export them.

usage: make.py FOLDER [COUNT]

Without COUNT, a few findings that differ: a path through two files, one back and forth in
one file, a known one, one in a file that is not there, one of Clang's, and texts that look
like HTML. With COUNT, as many that are alike. Writes fixes.yaml, run.yaml and sources.
"""

import json
import pathlib
import sys

ADVICE = {
    "mapi-live-at-logoff":
        "step 2: release every open object before Logoff ('Ending a MAPI Session')",
    "mapi-missing-logoff":
        "steps 4 and 5: log off, then release the session ('Ending a MAPI Session')",
    "mapi-unmatched-init":
        "steps 6 to 8: undo an initialisation only if it succeeded "
        "('Ending a MAPI Session', 'MAPIInitialize')",
    "mapi-use-after-logoff":
        "only Release may be called once Logoff has returned "
        "('IMAPISession::Logoff')",
}

OPEN = """#include "client.h"
/* Opens the store of a session,
   for whoever asks. */
HRESULT openStore(LPMAPISESSION session, LPMDB *store) {
\treturn session->OpenMsgStore(0, 0, nullptr, nullptr, 0, store); // "</script>"
}
"""
CLOSE = """#include "client.h"

static void closeStore(LPMDB store) { store->Release(); }

// <b>Ends</b> &amp; leaves: \u00e4\u00f6 \U0001f511
void endSession(LPMAPISESSION session) {
  LPMDB store = nullptr;
  /* \U0001f511 */ openStore(session, &store);
  const char *text = "<img src=x onerror=alert(1)>";
  puts(text);
  session->Logoff(0, 0, 0);
  closeStore(store);
}
"""


class Project:
    def __init__(self, folder):
        self.folder = folder
        self.texts = {}
        self.found = []
        self.records = []

    def source(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.texts[name] = text

    def offset(self, name, token, times=0):
        """Of the token in the file: a byte; `times` skips as many before."""
        text = self.texts.get(name)
        if text is None:
            return 17
        at = -1
        for _ in range(times + 1):
            at = text.index(token, at + 1)
        return len(text[:at].encode())

    def message(self, text, name, offset, edits=()):
        path = str(self.folder / name)
        return {"Message": text, "FilePath": path, "FileOffset": offset,
                "Replacements": [
                    {"FilePath": path, "Offset": at, "Length": length,
                     "ReplacementText": new} for at, length, new in edits]}

    def finding(self, check, text, place, notes, level=1, owner=None,
                known=False, edits=()):
        """Places are (file, token[, times]); notes are (text, *place)."""
        at = self.offset(*place)
        said = [self.message(each, where[0], self.offset(*where))
                for each, *where in notes]
        if check in ADVICE:
            said.append(self.message(ADVICE[check], place[0], at))
        self.found.append({
            "DiagnosticName": check,
            "DiagnosticMessage": self.message(text, place[0], at, edits),
            "Notes": said,
            "Level": "Error" if check.startswith("clang-") else "Warning",
            "BuildDirectory": str(self.folder)})
        if owner is None:
            return
        before = self.texts[place[0]].encode()[:at]
        self.records.append({
            "check": check, "level": level,
            "file": str(self.folder / place[0]),
            "line": before.count(b"\n") + 1,
            "column": at - before.rfind(b"\n"),
            "message": text,
            "identity": f"{check} | {owner} | - | -",
            "in-baseline": known})

    def write(self, files_not=()):
        """JSON is YAML."""
        def put(name, what):
            (self.folder / name).write_text(json.dumps(what, indent=1))
        put("fixes.yaml", {"MainSourceFile": str(self.folder / "main.cpp"),
                           "Diagnostics": self.found})
        put("run.yaml", {"files": len(self.texts), "functions-analysed": 2,
                         "functions-in-part": 0, "functions-not-analysed": 0,
                         "files-not-analysed": [
                             {"file": str(self.folder / name), "why-not": why}
                             for name, why in files_not],
                         "findings": self.records})


def few(project):
    project.source("store/open.cpp", OPEN)
    project.source("main.cpp", CLOSE)
    project.finding(
        "mapi-live-at-logoff",
        "'store' (IMsgStore) is still open when IMAPISession::Logoff is called",
        ("main.cpp", "Logoff"),
        [("openStore is called here", "main.cpp", "openStore"),
         ("'store' (IMsgStore) is acquired here by IMAPISession::OpenMsgStore",
          "store/open.cpp", "OpenMsgStore"),
         ("it is released here", "main.cpp", "closeStore", 1)],
        owner="endSession",
        edits=[(project.offset("main.cpp", "  session->Logoff"), 0,
                "  store->Release();\n"),
               (project.offset("main.cpp", "  closeStore"),
                len("  closeStore(store);\n"), "")])
    project.finding(
        "mapi-use-after-logoff", "'<b>bold</b>' & co. are used after Logoff",
        ("main.cpp", "closeStore", 1),
        [("the session is logged off here", "main.cpp", "Logoff"),
         ("IUnknown::Release is called here", "main.cpp", "Release")],
        owner="endSession")
    project.finding(
        "mapi-missing-logoff", "session 'session' is lost here",
        ("main.cpp", "puts"), [], owner="endSession", known=True, level=2)
    project.finding(
        "mapi-unmatched-init",
        "MAPIUninitialize is called on a path where MAPIInitialize failed",
        ("gone.cpp", ""), [("MAPIInitialize fails here", "main.cpp", "void")])
    project.finding("clang-diagnostic-error", "unknown type name '__proto__'",
                    ("store/open.cpp", "LPMDB"), [])
    project.write([("broken.cpp", "it uses <mapix.h>, which is not found")])


def many(project, count):
    in_file = 20
    for number in range(0, count, in_file):
        folder = number // in_file % 10
        name = f"folder{folder}/file{number // in_file}.cpp"
        project.source(name, CLOSE * in_file)
        for part in range(min(in_file, count - number)):
            check = sorted(ADVICE)[part % len(ADVICE)]
            project.finding(
                check, f"finding {number + part} of 'store' (IMsgStore)",
                (name, "Logoff", part),
                [("openStore is called here", name, "openStore", part),
                 ("it is put out here", name, "puts", part)],
                owner=f"function{number + part}")
    project.write()


def main():
    project = Project(pathlib.Path(sys.argv[1]).resolve())
    project.folder.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        many(project, int(sys.argv[2]))
    else:
        few(project)


main()
