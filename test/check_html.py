"""Checks the data of a page that mapi-report has written.

usage: check_html.py FOLDER ROOT

FOLDER is the page's, ROOT the folder that its paths are relative to. Says how many findings,
steps, broken steps of the ladder, known findings and lines of source there are, and which
files are without source.
"""

import json
import pathlib
import re
import sys

PROBLEMS = []


def need(condition, text):
    if not condition:
        PROBLEMS.append(text)


def read(folder):
    page = (folder / "index.html").read_text(encoding="utf-8")
    wanted = set(re.findall(r'(?:src|href)="([\w.-]+)"', page))
    there = {each.name for each in folder.iterdir()}
    need(wanted | {"index.html"} == there, f"files are {sorted(there)}")
    need("http" not in page, "the page needs something of the net")
    text = (folder / "data.js").read_text(encoding="utf-8")
    need("<" not in text, "a text can begin a tag or end the script")
    before, data = text.split(" = ", 1)
    need(before == "window.mapiReport", f"assigns {before}")
    return json.loads(data.rstrip(";\n"))


def excerpts(file, root):
    """The lines of a file that are shown, by number."""
    shown = {}
    source = root / file["path"]
    lines = []
    if source.is_file():
        lines = source.read_text(encoding="utf-8", errors="replace").split("\n")
    for excerpt in file["excerpts"]:
        for number, line in enumerate(excerpt["lines"], excerpt["first"]):
            need(number not in shown, f"{source}:{number} is there twice")
            need(line == lines[number - 1].rstrip("\r"),
                 f"{source}:{number} is another line: {line}")
            shown[number] = line
    return shown


def check_step(step, files, where):
    need(step["text"], f"{where}: a step without a text")
    if "line" not in step:
        return
    lines = files[step["file"]]
    line = lines.get(step["line"])
    need(line is not None, f"{where}: line {step['line']} is not shown")
    if line is None:
        return
    begin = step["column"] - 1
    token = line[begin:begin + step["length"]]
    need(re.fullmatch(r"\S+", token) and len(token) == step["length"],
         f"{where}: the token is '{token}'")


def check_finding(finding, data, files):
    where = f"{finding['check']} in {finding.get('function')}"
    need(any(each["name"] == finding["check"] for each in data["checks"]),
         f"{where}: nothing is said of the check")
    need(sum("finding" in step for step in finding["steps"]) == 1,
         f"{where}: not one step is the finding")
    rungs = [each["number"] for each in data["ladder"]["steps"]]
    need(rungs == [1, 2, 3, 4, 5, 6, 7, 8], f"the ladder has {rungs}")
    need(set(finding.get("broken", [])) <= set(rungs), f"{where}: no such step")
    if finding["check"].startswith("mapi-"):
        need(finding["level"] in (1, 2, 3), f"{where}: no level")
        need(finding["advice"] and finding["finds"], f"{where}: no advice")
        need(all(step["text"] != finding["advice"] for step in finding["steps"]),
             f"{where}: the advice is a step")
    for step in finding["steps"]:
        check_step(step, files, where)
    for edit in finding.get("fix", []):
        own, = (step for step in finding["steps"] if "finding" in step)
        for number in range(edit["line"], edit["endLine"] + 1):
            need(number in files[own["file"]],
                 f"{where}: line {number} of the repair is not shown")


def main():
    root = pathlib.Path(sys.argv[2])
    data = read(pathlib.Path(sys.argv[1]))
    files = [excerpts(file, root) for file in data["files"]]
    for check in data["checks"]:
        if check["name"].startswith("mapi-"):
            need(check["page"].startswith(f"# {check['name']}\n"),
                 f"{check['name']}: no page")
    for finding in data["findings"]:
        check_finding(finding, data, files)
    findings = data["findings"]
    print(*PROBLEMS, sep="\n")
    print(len(findings), "findings,",
          sum(len(each["steps"]) for each in findings), "steps,",
          sum(len(each.get("broken", [])) for each in findings), "broken,",
          sum(each.get("known", False) for each in findings), "known,",
          sum(map(len, files)), "lines")
    print("without source:", *(file["path"] for file, lines
                               in zip(data["files"], files) if not lines))
    sys.exit(bool(PROBLEMS))


main()
