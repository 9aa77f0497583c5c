"""Runs mapi-tidy's checks on a file and compares with its CHECK lines.

usage: check_mapi.py MAPI-TIDY FILE [arguments for mapi-tidy] [-- extra flags]

The file is compiled for Windows, as mapi-tidy does by itself; the extra flags
for the compiler come on top. Every warning and error must be expected:
FileCheck fails on any other. A file without CHECK lines must give none at all.
"""

import re
import subprocess
import sys

DIAGNOSTIC = re.compile(r"(warning|error):")
# Source lines that clang-tidy prints below a diagnostic: they may hold CHECKs.
EXCERPT = re.compile(r"^ *\d* \|")


def analyse(tool, source, arguments):
    """Returns mapi-tidy's output without excerpts, and what went wrong."""
    flags = []
    if "--" in arguments:
        split = arguments.index("--")
        flags = [f"--extra-arg={flag}" for flag in arguments[split + 1:]]
        arguments = arguments[:split]
    run = subprocess.run(
        [tool, "--quiet", "--checks=-*,mapi-*", source, *arguments, *flags],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    lines = [line for line in run.stdout.splitlines()
             if not EXCERPT.match(line)]
    output = "".join(line + "\n" for line in lines)
    problem = ""
    # 1 is right where errors are reported; anything else is a crash.
    if run.returncode not in (0, 1) or (run.returncode == 1
                                        and "error:" not in output):
        problem = f"mapi-tidy failed with exit status {run.returncode}\n"
    return output, problem, run.stdout + run.stderr


def has_checks(source):
    with open(source, encoding="utf-8") as text:
        return re.search(r"\bCHECK(-[A-Z]+)?:", text.read()) is not None


def main():
    tool, source, *arguments = sys.argv[1:]
    output, problem, everything = analyse(tool, source, arguments)
    if not problem and not has_checks(source):
        if DIAGNOSTIC.search(output):
            problem = "the file has no CHECK lines, but there are findings\n"
    elif not problem:
        check = subprocess.run(
            ["FileCheck", source, "--implicit-check-not=warning:",
             "--implicit-check-not=error:", "--allow-empty",
             "--dump-input=never"],
            input=output, stderr=subprocess.PIPE, text=True)
        if check.returncode:
            problem = check.stderr
    if problem:
        sys.exit(f"{problem}\nmapi-tidy's output was:\n{everything}")


main()
