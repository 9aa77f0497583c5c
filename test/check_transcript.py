"""Runs the commands of a page and compares what they say with what the page says.

usage: check_transcript.py PAGE PROJECT [--update]

A block of the page that begins with ```console has commands, each behind `$ `, and what
they print, errors included. They are run one after the other in the folder PROJECT, whose
name is left out of paths; a line `[...]` stands for any lines. A command that fails is
followed by the line `exit code N`. With --update the page gets what was printed, but for
commands that have such a line.
"""

import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"^```console\n(.*?)^```", re.S | re.M)
ANYTHING = "[...]"
# clang-tidy 19 says this even with --quiet.
COUNTS = re.compile(r"^\d+ warnings? (generated|treated)")


def run(command, project):
    done = subprocess.run(["bash", "-c", command], cwd=project, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = [line.rstrip() for line in
             done.stdout.replace(str(project) + "/", "").splitlines()
             if not COUNTS.match(line)]
    if done.returncode != 0:
        lines.append(f"exit code {done.returncode}")
    return lines


def agree(said, expected):
    parts = "\n".join(expected).split(ANYTHING)
    pattern = ".*".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, "\n".join(said), re.S) is not None


def commands(block):
    """Yields each command and the lines behind it."""
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, *lines = part.splitlines()
        while command.endswith("\\"):
            command += "\n" + lines.pop(0)
        yield command, lines


def main():
    page, project = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    text = page.read_text(encoding="utf-8")
    count, failed = 0, False

    def check(match):
        nonlocal count, failed
        result = ""
        for command, expected in commands(match[1]):
            count += 1
            said = run(command, project)
            if not agree(said, expected):
                failed = True
                print(f"$ {command}", *said, sep="\n")
            kept = expected if ANYTHING in expected else said
            result += "\n".join([f"$ {command}", *kept]) + "\n"
        return f"```console\n{result}```"

    updated = BLOCK.sub(check, text)
    if "--update" in sys.argv:
        page.write_text(updated, encoding="utf-8")
        failed = False
    print(count, "commands")
    sys.exit(failed)


main()
