"""Checks that includes follow the arrows of docs/design.md.

usage: check_layers.py PROJECT

The page has a table of the folders in checks/, what each includes of the others, and
whether it sees Clang. Fails at each include that the table does not allow, and at
each entry of the table that no include needs.
"""

import pathlib
import re
import sys

ROW = re.compile(r"^\| `checks/(\w+)` \|([^|]*)\| (yes|no) \|$", re.MULTILINE)
INCLUDE = re.compile(r'^#include "(\w+)[/-]', re.MULTILINE)


def main():
    root = pathlib.Path(sys.argv[1])
    page = (root / "docs/design.md").read_text(encoding="utf-8")
    rows = {name: (set(re.findall(r"`(\w+)`", others)), clang == "yes")
            for name, others, clang in ROW.findall(page)}
    folders = {each.name for each in (root / "checks").iterdir()
               if each.is_dir()}
    if set(rows) != folders:
        sys.exit(f"docs/design.md lists {sorted(rows)}, "
                 f"checks/ has {sorted(folders)}")
    failed = False
    for name, (allowed, sees_clang) in sorted(rows.items()):
        used = {}
        for file in sorted((root / "checks" / name).rglob("*.*")):
            if file.suffix in (".h", ".cpp", ".def"):
                for other in INCLUDE.findall(file.read_text(encoding="utf-8")):
                    used.setdefault(other, file.relative_to(root))
        clang = used.pop("clang", None)
        used = {other: file for other, file in used.items()
                if other in folders and other != name}
        for other in sorted(set(used) - allowed):
            failed = True
            print(f"{used[other]}: includes {other}/, which docs/design.md "
                  f"does not allow {name}/")
        for other in sorted(allowed - set(used)):
            failed = True
            print(f"docs/design.md: {name}/ does not include {other}/")
        if bool(clang) != sees_clang:
            failed = True
            print(f"docs/design.md: {name}/ {'sees' if clang else 'does not see'}"
                  f" Clang {clang or ''}")
    sys.exit(failed)


main()
