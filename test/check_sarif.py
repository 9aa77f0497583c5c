"""Checks the parts of a SARIF file that readers rely on.

usage: check_sarif.py FILE ROOT

FILE is mapi-report's, with --run; ROOT is the folder that its addresses are relative to.
Says how many results, fixes and rules there are.
"""

import json
import pathlib
import sys
import urllib.parse

PROBLEMS = []


def need(condition, text):
    if not condition:
        PROBLEMS.append(text)


def check_region(region, lines, where):
    start = (region["startLine"], region["startColumn"])
    end = (region["endLine"], region["endColumn"])
    need(start <= end, f"{where}: the region ends before it begins")
    for line, column in (start, end):
        need(1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1,
             f"{where}: {line}:{column} is not in the file")


def check_place(place, root, where):
    uri = place["artifactLocation"]["uri"]
    file = root / urllib.parse.unquote(uri)
    need(":" not in uri and file.is_file(), f"{where}: '{uri}' is not in the root")
    if file.is_file():
        lines = file.read_text(encoding="utf-8").splitlines()
        check_region(place["region"], lines, where)
        return lines
    return []


def check_rule(rule):
    name = rule["id"]
    need(rule.get("name") != name, f"{name}: the name is the id")
    need(rule["shortDescription"]["text"].endswith("."), f"{name}: no sentence")
    need(rule["defaultConfiguration"]["level"] in ("warning", "error"),
         f"{name}: no level")
    if name.startswith("mapi-"):
        need(rule["fullDescription"]["text"].startswith("Finds "),
             f"{name}: no full description")
        need(len(rule["help"]["text"]) > 50, f"{name}: no help")
        need(rule["help"]["markdown"].startswith(f"# {name}\n"),
             f"{name}: the help is not its page")
        need(rule["helpUri"].startswith("https://"), f"{name}: no address of help")


def check_result(result, rules, root):
    where = f"{result['ruleId']}: {result['message']['text']}"
    need(rules[result["ruleIndex"]]["id"] == result["ruleId"],
         f"{where}: another rule")
    need(len(result["locations"]) == 1, f"{where}: not one place")
    lines = check_place(result["locations"][0]["physicalLocation"], root, where)
    need(result["level"] in ("warning", "error"), f"{where}: no level")
    identity = result["partialFingerprints"]["mapiTidyIdentity/v1"]
    need(identity.startswith(result["ruleId"] + " | "), f"{where}: '{identity}'")
    related = result["relatedLocations"]
    need([each["id"] for each in related] == list(range(1, len(related) + 1)),
         f"{where}: the related places are not numbered")
    steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
    need(len(steps) == len(related), f"{where}: not all steps")
    for each in related + [step["location"] for step in steps]:
        need(each["message"]["text"], f"{where}: a place without a text")
        check_place(each["physicalLocation"], root, where)
    for fix in result.get("fixes", []):
        need(fix["description"]["text"], f"{where}: a fix without a text")
        for change in fix["artifactChanges"]:
            need(change["replacements"], f"{where}: a fix without an edit")
            for edit in change["replacements"]:
                check_region(edit["deletedRegion"], lines, where)


def main():
    root = pathlib.Path(sys.argv[2])
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    need(document["version"] == "2.1.0", "another version")
    run, = document["runs"]
    driver = run["tool"]["driver"]
    need("clang" not in driver.get("informationUri", ""), "Clang's address")
    need(driver["version"], "no version")
    need(run["invocations"][0]["executionSuccessful"] is True, "not successful")
    for rule in driver["rules"]:
        check_rule(rule)
    for result in run["results"]:
        check_result(result, driver["rules"], root)
    print(*PROBLEMS, sep="\n")
    print(len(run["results"]), "results,",
          sum("fixes" in each for each in run["results"]), "fixes,",
          len(driver["rules"]), "rules")
    sys.exit(bool(PROBLEMS))


main()
