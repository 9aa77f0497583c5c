"""Runs mapi-tidy's checks on a file and compares with its CHECK lines.

usage: check_mapi.py MAPI-TIDY FILE [arguments for mapi-tidy] [-- extra flags]

The file is compiled for Windows, as mapi-tidy does by itself; the extra flags
for the compiler come on top. Every warning and error must be expected:
FileCheck fails on any other. A file without CHECK lines must give none at all.
What is not analysed is a warning, too: no function is right by being left out.

All fix-its are applied, to a copy. The copy must compile, and must give no
findings but those that had no fix-it.
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from options import with_defaults

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
    arguments = with_defaults(arguments)
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


WARNING = re.compile(r":\d+:\d+: (warning: .*)")


def findings(output):
    """Returns the findings without their places, and those that were fixed."""
    found, fixed = collections.Counter(), collections.Counter()
    last = None
    for line in output.splitlines():
        if match := WARNING.search(line):
            last = match.group(1)
            found[last] += 1
        elif "FIX-IT applied" in line and last:
            fixed[last] += 1
            last = None
    return found, fixed


def analyse_fixed(tool, copy, arguments, output):
    """Analyses the copy after the fixes; returns what is wrong with it."""
    found, fixed = findings(output)
    if not fixed:
        return ""
    after, problem, everything = analyse(tool, copy, arguments)
    left, _ = findings(after)
    new = left - (found - fixed)
    if problem or "error:" in after or new:
        return (f"with the fix-its applied: {problem or everything}\n"
                f"unexpected: {dict(new)}\n" +
                pathlib.Path(copy).read_text(encoding="utf-8"))
    return ""


def has_checks(source):
    with open(source, encoding="utf-8") as text:
        return re.search(r"\bCHECK(-[A-Z]+)?:", text.read()) is not None


def main():
    tool, source, *arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(source, folder)
        output, problem, everything = analyse(
            tool, copy, ["--fix", "--format-style=llvm", *arguments])
        problem = problem or analyse_fixed(tool, copy, arguments, output)
    output = "".join(line for line in output.splitlines(keepends=True)
                     if "FIX-IT applied" not in line)
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
