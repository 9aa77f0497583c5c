"""Writes code that is legal and very large.

usage: large.py SHAPE SIZE
"""

import sys

HEAD = "#include <mapix.h>\n#include <mapiutil.h>\n"
OPEN = """  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
"""
PARAMETERS = "LPMAPISESSION session, ULONG size, LPENTRYID id"


def terms(n):
    """One condition of many terms, over which a store is held, or lost."""
    condition = " || ".join(f"size == {i}" for i in range(n))
    for name, end in ("right", "  store->Release();\n"), ("wrong", ""):
        yield (f"void {name}({PARAMETERS}) {{\n{OPEN}"
               f"  if ({condition})\n    size = 0;\n{end}}}\n")


def chain(n):
    """Functions that each call the next; the last does something."""
    yield f"void step0({PARAMETERS}) {{\n{OPEN}  store->Release();\n}}\n"
    for i in range(1, n + 1):
        yield (f"void step{i}({PARAMETERS}) "
               f"{{ step{i - 1}(session, size, id); }}\n")
    yield (f"void wrong({PARAMETERS}) {{\n{OPEN}"
           f"  step{n}(session, size, id);\n}}\n")


def methods(n):
    """A class of many functions, each of which opens what its destructor ends."""
    yield ("class Many {\npublic:\n  Many(LPMAPISESSION session) "
           ": session_(session) {}\n  ~Many();\n")
    for i in range(n):
        yield (f"  void open{i}(ULONG size, LPENTRYID id) {{ if (!store_) "
               "session_->OpenMsgStore(0, size, id, nullptr, 0, &store_); }\n")
    yield ("private:\n  LPMAPISESSION session_;\n  LPMDB store_ = nullptr;\n"
           "};\nMany::~Many() { if (store_) store_->Release(); }\n")
    yield f"void wrong({PARAMETERS}) {{\n{OPEN}}}\n"


def statements(n):
    """A function of many calls, each with a way out of its own."""
    yield f"void large({PARAMETERS}) {{\n{OPEN}"
    for i in range(n):
        yield f"  if (size == {i}) {{ store->Release(); return; }}\n"
    yield f"}}\nvoid wrong({PARAMETERS}) {{\n{OPEN}}}\n"


def main():
    shape, size = sys.argv[1], int(sys.argv[2])
    shapes = {f.__name__: f for f in (terms, chain, methods, statements)}
    sys.stdout.write(HEAD + "".join(shapes[shape](size)))


if __name__ == "__main__":
    main()
