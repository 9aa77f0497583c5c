"""Compiles and analyses the snippets of the pages in docs/checks.

usage: check_pages.py MAPI-TIDY FOLDER CHECK...
       check_pages.py MAPI-TIDY FOLDER @FILE-OF-CHECKS

Each CHECK has a page FOLDER/CHECK.md. Of its C++ blocks, those under "Unsafe
patterns" have lines that end in `// reported`: the page's check, and no other,
must report just these. Those under "Safe patterns" must be silent.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PRELUDE = """#include <mapix.h>
#include <mapiutil.h>
void use(LPUNKNOWN object);
void work();
bool confirm();
"""
FINDING = re.compile(r":(\d+):\d+: (?:warning|error): .*\[([a-z-]+)")
PARTS = ["Unsafe patterns", "Safe patterns", "What it does not prove",
         "Options", "Level"]


def snippets(page):
    """Yields part, line number in the page and text of each C++ block."""
    part, block, start = "", None, 0
    for number, line in enumerate(page.splitlines(), 1):
        if block is None and line.startswith("## "):
            part = line[3:].strip()
        elif block is None and line.strip() == "```cpp":
            block, start = [], number
        elif block is not None and line.strip() == "```":
            yield part, start, "\n".join(block) + "\n"
            block = None
        elif block is not None:
            block.append(line)


def analyse(tool, check, part, text):
    """Returns the differences between what is promised and what is found."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "page.cpp")
        source.write_text(PRELUDE + text, encoding="utf-8")
        run = subprocess.run([tool, "--quiet", "--checks=-*,mapi-*", source],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             text=True)
    offset = PRELUDE.count("\n")
    found = {(int(line) - offset, name)
             for line, name in FINDING.findall(run.stdout)}
    promised = {(number, check)
                for number, line in enumerate(text.splitlines(), 1)
                if line.rstrip().endswith("// reported")}
    problems = [f"not found: line {line}" for line, _ in promised - found]
    problems += [f"not promised: line {line} [{name}]"
                 for line, name in found - promised]
    if run.returncode not in (0, 1):
        problems.append(run.stderr)
    if bool(promised) != (part == PARTS[0]):
        problems.append("a block in the wrong part")
    return sorted(problems)


def main():
    tool, folder, *checks = sys.argv[1:]
    if checks[0].startswith("@"):
        checks = pathlib.Path(checks[0][1:]).read_text().split()
    work, failed = [], False
    for check in checks:
        page = pathlib.Path(folder, check + ".md").read_text(encoding="utf-8")
        headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
        if headings != PARTS or not page.startswith(f"# {check}\n"):
            print(f"{check}: the headings are {headings}")
            failed = True
        work += [(check, *snippet) for snippet in snippets(page)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda each: analyse(tool, each[0], each[1],
                                                each[3]), work)
        for (check, part, start, _), problems in zip(work, results):
            for problem in problems:
                print(f"{check}.md, block at line {start} ({part}): {problem}")
                failed = True
    print(len(work), "blocks in", len(checks), "pages")
    sys.exit(failed)


main()
