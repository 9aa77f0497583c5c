"""Checks that the files that pages name are there.

usage: check_paths.py PROJECT PAGE...

A file is named in backquotes, with its folder or without, as of the project or of
checks/; its ending may be missing. What a build makes is not looked for.
"""

import pathlib
import re
import sys

NAMED = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:cpp|h|def|py))`"
                   r"|`((?:\w[\w-]*/)+[\w-]+(?:\.\w+)?)`")


def main():
    project = pathlib.Path(sys.argv[1])
    tracked = {each.name for part in ("checks", "tools", "test", "docs", "scripts")
               for each in (project / part).rglob("*")}
    tracked |= {each.name for each in project.iterdir()}
    missing = []
    for page in sys.argv[2:]:
        for match in NAMED.finditer((project / page).read_text(encoding="utf-8")):
            name = match[1] or match[2]
            if name.startswith("build/"):
                continue
            there = (any(any((project / top).glob(pattern))
                         for top in (".", "checks")
                         for pattern in (name, name + ".*"))
                     if "/" in name else name in tracked)
            if not there:
                missing.append(f"{page}: there is no {name}")
    print("\n".join(missing))
    sys.exit(bool(missing))


main()
