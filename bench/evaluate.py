#!/usr/bin/env python3
"""Analyses public code as a newcomer would, and compares with docs/evaluation.md.

usage: bench/evaluate.py [--tidy PROGRAM] [--no-stand-ins] SOURCES [CODE...]

SOURCES has a clone of each code base (mfcmapi, mapifolders, ...; CODE picks
some). Each is analysed by its solution or folder, without any other argument.
With --no-stand-ins the headers of share/stand-ins are not there: what Linux
lacks is missing.
"""

import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# What a newcomer would name.
INPUTS = {
    "mfcmapi": "MFCMapi.sln",
    "mapifolders": "MAPIFolders.sln",
    "MAPIRecipientsTableSample": "MAPIRecipientsTableSample.sln",
    "MAPI_Emails": ".",
    "MapiEx": ".",
    "CW_Tools": ".",
    "mapi-profile-toolkit": "MapiProfileToolkit/MapiProfileToolkit.sln",
    "mapi-smime-toolkit": "MapiSmimeToolkit.sln",
    "YaSync": "YaSync/YaSync.sln",
    "z-pec": "ZimbraMigrationTools/Migration.sln",
    "comm-esr52": "mailnews/import/outlook",
    "gpgol": "src",
}


def expected():
    """{code: {(file, line, check)}} of the list of all findings."""
    text = (ROOT / "docs/evaluation.md").read_text(encoding="utf-8")
    table = text.split("## All findings")[1].split("\n## ")[0]
    result = collections.defaultdict(set)
    for row in table.splitlines():
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if len(cells) != 4 or not cells[3].startswith("mapi-"):
            continue
        code, file, lines, check = cells
        for line in re.findall(r"\d+(?!\s*times)", lines):
            result[code].add((file, int(line), check))
    return result


def found(tidy, folder, argument):
    """The findings as {(file, line, check)}, and what else was said."""
    run = subprocess.run([tidy, "--quiet", argument], cwd=folder, text=True,
                         errors="replace", stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE)
    finding = re.compile(r"^(/.*?):(\d+):\d+: (?:warning|error): .*"
                         r"\[(mapi-[a-z-]+)[\],]", re.MULTILINE)
    base = str(folder.resolve()) + "/"
    results = {(match[1].removeprefix(base), int(match[2]), match[3])
               for match in finding.finditer(run.stdout)}
    return results, run


def same_file(shown, listed):
    return ("/" + shown.lower()).endswith("/" + listed.lower())


def compare(wanted, got):
    """(those of wanted that were found, those found that are not wanted)"""
    def matches(one, other):
        return one[1:] == other[1:] and same_file(one[0], other[0])
    hits = {each for each in wanted if any(matches(g, each) for g in got)}
    others = {each for each in got if not any(matches(each, w) for w in wanted)}
    return hits, others


def without_stand_ins(tidy, folder):
    """A copy of the program beside which there is no `share`."""
    copy = pathlib.Path(folder) / "bin/mapi-tidy"
    copy.parent.mkdir()
    shutil.copy2(tidy, copy)
    return copy


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tidy", type=pathlib.Path,
                        default=ROOT / "build/bin/mapi-tidy")
    parser.add_argument("--no-stand-ins", action="store_true")
    parser.add_argument("sources", type=pathlib.Path)
    parser.add_argument("code", nargs="*")
    options = parser.parse_args()
    wanted = expected()
    total = collections.Counter()
    print("| code | listed | found | others | exit code |")
    print("|---|---:|---:|---:|---:|", flush=True)
    details = []
    with tempfile.TemporaryDirectory() as folder:
        tidy = options.tidy.resolve()
        if options.no_stand_ins:
            tidy = without_stand_ins(tidy, folder)
        for code in options.code or INPUTS:
            got, run = found(tidy, options.sources / code, INPUTS[code])
            hits, others = compare(wanted[code], got)
            total.update(listed=len(wanted[code]), found=len(hits),
                         others=len(others))
            print(f"| {code} | {len(wanted[code])} | {len(hits)} | "
                  f"{len(others)} | {run.returncode} |", flush=True)
            details += [f"{code}: not found: {file}:{line} {check}" for
                        file, line, check in sorted(wanted[code] - hits)]
            details += [f"{code}: not listed: {file}:{line} {check}" for
                        file, line, check in sorted(others)]
            details += [f"{code}: {line}" for line in run.stderr.splitlines()
                        if line.startswith("mapi-tidy: ")]
    print(f"| all | {total['listed']} | {total['found']} | {total['others']} "
          "| |\n")
    print("\n".join(details))


main()
