"""Compares what pages show of flow graphs with what mapi-tidy prints.

usage: check_flow_graph.py [--update] MAPI-TIDY PROJECT

The C++ of docs/flow-graph.md is analysed; the block behind it must be its graph, and
the list of operations that of Operations.def, each with its comment. The C++ of
docs/hacking.md is analysed, too: its block is what the trace says of the object.
--update writes all of it.
"""

import pathlib
import re
import subprocess
import sys
import tempfile


FINDS = {"flow-graph.md": "'table' (IMAPITable)", "hacking.md": "'store' (IMsgStore)"}


def analyse(tool, code, option):
    """Returns what is printed of the function with the option."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "client.cpp")
        if "#include" not in code:
            code = f"#include <mapix.h>\n#include <mapiutil.h>\n{code}"
        file.write_text(code, encoding="utf-8")
        name = re.search(r"(\w+)\(", code.split("#include <mapiutil.h>")[1]).group(1)
        run = subprocess.run(
            [tool, "--quiet", "--checks=-*,mapi-*",
             f"--config={{CheckOptions: {{mapi.{option}: {name}}}}}", file],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return run.stdout


def graph_in(output):
    return output.split("\n\n")[0] + "\n"


def trace_in(output):
    """What the trace has of the first object."""
    head = output.split("\n", 1)[0] + "\n"
    return head + re.search(r"^object of #.*\n(?:  .*\n)*", output,
                            re.MULTILINE).group(0)


def operations(project):
    """The list of operations, with their comments."""
    text = (project / "checks/model/Operations.def").read_text(encoding="utf-8")
    rows = []
    for comment, name, target, source, operand in re.findall(
            r'((?:// .*\n)*)OPERATION\(\w+, "([\w-]+)", (\w+), (\w+), (\w+), \w+\)',
            text.split("#endif")[1]):
        form = "" if target == "None" else "`%t = "
        form = (form or "`") + name
        form += " %s" if source != "None" else ""
        form += {"None": "", "Constant": " VALUE", "Arithmetic": " or VALUE",
                 "Type": ' "TYPE"',
                 "Condition": " %p == 0", "Call": ' "NAME" on %p (ARGUMENTS)',
                 "Function": ' "NAME" on %p (ARGUMENTS)'}[operand]
        what = " ".join(line[3:] for line in comment.splitlines())
        rows.append(f"| {form}` | {what} |\n")
    return "| operation | what |\n|---|---|\n" + "".join(rows)


def with_output(page, output):
    """Returns the page with another block behind its first C++."""
    return re.sub(r"(```cpp\n.*?```\n.*?```\n)(?!cpp).*?(```\n)",
                  lambda match: match[1] + output + match[2], page, count=1,
                  flags=re.DOTALL)


def main():
    update = "--update" in sys.argv
    tool, project = [each for each in sys.argv[1:] if each != "--update"]
    project = pathlib.Path(project)
    for name, option, part in (("flow-graph.md", "DumpGraph", graph_in),
                               ("hacking.md", "Trace", trace_in)):
        page = project / "docs" / name
        text = page.read_text(encoding="utf-8")
        code = re.search(r"```cpp\n(.*?)```\n", text, re.DOTALL).group(1)
        output = analyse(tool, code, option)
        if FINDS[name] not in output:
            sys.exit(f"the finding that {name} tells of is missing:\n{output}")
        new = with_output(text, part(output))
        new = re.sub(r"(<!-- operations -->\n).*?(<!-- end -->)",
                     lambda match: match[1] + operations(project) + match[2], new,
                     flags=re.DOTALL)
        if update:
            page.write_text(new, encoding="utf-8")
        elif new != text:
            sys.exit(f"docs/{name} is not what mapi-tidy prints: run "
                     "test/check_flow_graph.py --update")


main()
