"""Counts what the analysis costs, as a part of what parsing costs.

usage: ratio.py FILE... -- MAPI-TIDY [arguments for mapi-tidy]

Runs mapi-tidy on each file under callgrind and prints, in instructions of that
one run: parsing (clang::ParseAST without the consumers), the checks
(MapiCheck::check), reading the catalogue, and the ratio of the latter two to the
first. Needs valgrind.
"""

import os
import re
import subprocess
import sys
import tempfile


def inclusive(report, function):
    """The instructions below a function; recursion counts once."""
    counts = re.findall(r"^ *([\d,]+) \([^)]*\) .*?" + re.escape(function),
                        report, re.MULTILINE)
    return max((int(count.replace(",", "")) for count in counts), default=0)


def measure(command, source):
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "callgrind")
        subprocess.run(["valgrind", "--tool=callgrind",
                        f"--callgrind-out-file={profile}", *command, source],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        report = subprocess.run(
            ["callgrind_annotate", "--inclusive=yes", "--threshold=100",
             profile], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True).stdout
    parsing = inclusive(report, "clang::ParseAST(") - inclusive(
        report, "MultiplexConsumer::HandleTranslationUnit(")
    return (parsing, inclusive(report, "mapitidy::MapiCheck::check("),
            inclusive(report, "mapitidy::SharedAnalysis::readCatalogue("))


def row(name, parsing, checks, catalogue):
    share = 100 * (checks + catalogue) / parsing if parsing else 0
    print(f"{name:30} {parsing / 1e6:10.0f} {checks / 1e6:8.1f} "
          f"{catalogue / 1e6:8.1f} {share:7.2f}%")


def main():
    if "--" not in sys.argv[1:]:
        sys.exit(__doc__)
    split = sys.argv.index("--")
    totals = [0, 0, 0]
    print(f"{'million instructions':30} {'parsing':>10} {'checks':>8} "
          f"{'catal.':>8} {'ratio':>8}")
    for source in sys.argv[1:split]:
        counts = measure(sys.argv[split + 1:], source)
        row(os.path.basename(source), *counts)
        totals = [a + b for a, b in zip(totals, counts)]
    row("all", *totals)


main()
