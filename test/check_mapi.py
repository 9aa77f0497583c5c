"""Runs mapi-tidy's checks on a file and compares with its CHECK lines.

usage: check_mapi.py MAPI-TIDY FILE [arguments for mapi-tidy]

Every warning and error must be expected: FileCheck fails on any other. A file
without CHECK lines must give no warning at all.
"""

import subprocess
import sys


def main():
    tool, source, *rest = sys.argv[1:]
    run = subprocess.run(
        [tool, "--quiet", "--checks=-*,mapi-*", source, *rest],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with open(source, encoding="utf-8") as text:
        expects = "CHECK" in text.read().replace("%check", "")
    if not expects:
        unexpected = [line for line in run.stdout.splitlines()
                      if "warning:" in line or "error:" in line]
        if unexpected or run.returncode:
            sys.exit("\n".join(unexpected) + "\n" + run.stderr)
        return
    check = subprocess.run(
        ["FileCheck", source, "--implicit-check-not=warning:",
         "--implicit-check-not=error:", "--dump-input=never"],
        input=run.stdout, stderr=subprocess.PIPE, text=True)
    if check.returncode:
        sys.exit(check.stderr + "\noutput was:\n" + run.stdout + run.stderr)


main()
