"""Writes a C++ file with one function of N acquisitions in a given shape.

usage: generate.py {ladder,sequence,conditions,loops} N

Shapes: a goto ladder that releases in reverse, a sequence of open and release,
acquisitions each behind its own condition, and N loops one after another.
"""

import sys

HEAD = """#include <mapix.h>
#include <mapiutil.h>
HRESULT many(LPMAPISESSION sess, ULONG cb, LPENTRYID id, const bool *want) {
  HRESULT hr = S_OK;
"""
OPEN = "sess->OpenMsgStore(0, cb, id, NULL, 0, &db{i})"


def declarations(count):
    return [f"  LPMDB db{i} = NULL;" for i in range(count)]


def release_all(count):
    return [f"  if (db{i}) db{i}->Release();" for i in reversed(range(count))]


def ladder(count):
    lines = declarations(count)
    for i in range(count):
        lines += [f"  hr = {OPEN.format(i=i)};", "  if (FAILED(hr)) goto done;"]
    return lines + ["done:"] + release_all(count)


def sequence(count):
    lines = declarations(count)
    for i in range(count):
        lines += [f"  hr = {OPEN.format(i=i)};",
                  f"  if (SUCCEEDED(hr)) db{i}->Release();"]
    return lines


def conditions(count):
    lines = declarations(count)
    for i in range(count):
        lines += [f"  if (want[{i}]) hr = {OPEN.format(i=i)};"]
    return lines + release_all(count)


def loops(count):
    lines = declarations(count)
    for i in range(count):
        lines += [f"  while (want[{i}]) {{",
                  f"    if (FAILED({OPEN.format(i=i)})) continue;",
                  f"    if (want[{i + 1}]) {{ db{i}->Release(); break; }}",
                  f"    db{i}->Release();", "  }"]
    return lines


def main():
    shapes = {"ladder": ladder, "sequence": sequence,
              "conditions": conditions, "loops": loops}
    lines = shapes[sys.argv[1]](int(sys.argv[2]))
    print(HEAD + "\n".join(lines))
    print("  sess->Logoff(0, 0, 0);\n  return hr;\n}")


main()
