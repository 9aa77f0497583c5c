"""Compares findings with the defects that are marked in the examples.

usage: check_examples.py OUTPUT SOURCE...

OUTPUT holds what mapi-tidy printed. A line of a SOURCE that has a comment with
DEFECT(check) must be reported by that check, once for each DEFECT, and nothing
else may be.
"""

import collections
import pathlib
import re
import sys

MARK = re.compile(r"DEFECT\(([a-z-]+)\)")
FINDING = re.compile(r"^(.*?):(\d+):\d+: (?:warning|error): .*\[([a-z-]+)")


def main():
    output, *sources = sys.argv[1:]
    expected = collections.Counter()
    for source in sources:
        text = pathlib.Path(source).read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            for check in MARK.findall(line):
                expected[pathlib.Path(source).resolve(), number, check] += 1
    found = collections.Counter()
    for line in pathlib.Path(output).read_text(encoding="utf-8").splitlines():
        if match := FINDING.match(line):
            path, number, check = match.groups()
            found[pathlib.Path(path).resolve(), int(number), check] += 1
    for defect, times in sorted((expected - found).items()):
        print("not found:", *defect, f"({times}x)")
    for finding, times in sorted((found - expected).items()):
        print("not expected:", *finding, f"({times}x)")
    print(sum(expected.values()), "defects expected")
    sys.exit(expected != found)


main()
