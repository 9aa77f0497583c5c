"""Runs mapi-tidy's checks on a file that does not compile.

usage: check_recovery.py MAPI-TIDY FILE [arguments for mapi-tidy]

Every finding must be expected by a CHECK line of the file; so must each line of
the list of what is analysed in part or not at all, and the last line, with the
figures, by a COUNT line. Clang's own errors are not looked at, but there must
be some, and there are no fix-its.
"""

import re
import subprocess
import sys

from options import with_defaults

# Source lines that clang-tidy prints below a diagnostic: they may hold CHECKs.
EXCERPT = re.compile(r"^ *\d* \|")


def check(source, text, prefix, *arguments):
    run = subprocess.run(
        ["FileCheck", source, f"--check-prefix={prefix}", "--dump-input=never",
         *arguments], input=text, stderr=subprocess.PIPE, text=True)
    return run.stderr if run.returncode else ""


def main():
    tool, source, *arguments = sys.argv[1:]
    run = subprocess.run(
        [tool, "--quiet", "--checks=-*,mapi-*",
         "--extra-arg=-ferror-limit=0", source, *with_defaults(arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    output = "".join(line + "\n" for line in run.stdout.splitlines()
                     if not EXCERPT.match(line) and "error:" not in line)
    figures = "".join(line + "\n" for line in run.stderr.splitlines()
                      if line.startswith(("mapi-tidy: functions", "mapi-tidy: '")))
    if run.returncode != 1 or "error:" not in run.stdout:
        problem = f"mapi-tidy ended with exit status {run.returncode}\n"
    elif "FIX-IT" in output:
        problem = "there is a fix-it\n"
    else:
        problem = (check(source, output, "CHECK",
                         "--implicit-check-not=warning:", "--allow-empty") or
                   check(source, figures, "COUNT"))
    if problem:
        sys.exit(f"{problem}\nmapi-tidy's output was:\n"
                 f"{run.stdout}{run.stderr}")


main()
