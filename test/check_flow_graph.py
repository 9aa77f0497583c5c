"""Compares docs/flow-graph.md with what mapi-tidy prints and Operations.def says.

usage: check_flow_graph.py [--update] MAPI-TIDY PROJECT

The page's C++ is analysed; the block behind it must be its graph. The list of
operations must be that of Operations.def, each with its comment. --update writes both.
"""

import pathlib
import re
import subprocess
import sys
import tempfile


def graph_of(tool, code):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "client.cpp")
        file.write_text(code, encoding="utf-8")
        name = re.search(r"HRESULT (\w+)\(", code).group(1)
        run = subprocess.run(
            [tool, "--quiet", "--checks=-*,mapi-interface-leak",
             f"--config={{CheckOptions: {{mapi.DumpGraph: {name}}}}}", file],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return run.stdout.split("\n\n")[0] + "\n", run.stdout


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
                 "Condition": " %p == 0", "Call": ' "NAME" on %p (ARGUMENTS)'}[operand]
        what = " ".join(line[3:] for line in comment.splitlines())
        rows.append(f"| {form}` | {what} |\n")
    return "| operation | what |\n|---|---|\n" + "".join(rows)


def main():
    update = "--update" in sys.argv
    tool, project = [each for each in sys.argv[1:] if each != "--update"]
    page = pathlib.Path(project, "docs/flow-graph.md")
    text = page.read_text(encoding="utf-8")
    head, code, between, _, rest = re.split(
        r"```cpp\n(.*?)```\n(.*?)```\n(.*?)```\n", text, maxsplit=1, flags=re.DOTALL)
    graph, output = graph_of(tool, code)
    before, behind = rest.split("<!-- operations -->\n")[0], rest.split("<!-- end -->")[1]
    new = (f"{head}```cpp\n{code}```\n{between}```\n{graph}```\n{before}"
           f"<!-- operations -->\n{operations(pathlib.Path(project))}<!-- end -->{behind}")
    if update:
        page.write_text(new, encoding="utf-8")
    elif new != text:
        sys.exit("docs/flow-graph.md is not what mapi-tidy prints: run "
                 "test/check_flow_graph.py --update")
    if "'table' (IMAPITable)" not in output:
        sys.exit(f"the finding that the page tells of is missing:\n{output}")


main()
