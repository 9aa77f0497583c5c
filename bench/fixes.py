#!/usr/bin/env python3
"""Looks at the code before and after public bug fixes, and prints a table.

usage: bench/fixes.py [--tidy PROGRAM] [--only REGEX] [--verbose] MIRRORS

bench/fixes.tsv lists the fixes: repository, commit, file, functions, what was
lost or misused there, the checks that ought to say so, and, where the fix left
some of it, why a finding behind it is right. MIRRORS has a clone or git
directory of each repository, as NAME, OWNER+NAME or OWNER+NAME/repo.

Each file is analysed in its tree as it was before the commit, and as the
commit left it: by the project that has it, or as a file of Linux's with the
include folders of the tree for the code that brings its own MAPI.
"""

import argparse
import collections
import glob
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIELDS = "repository commit file functions subjects checks after".split()
Fix = collections.namedtuple("Fix", FIELDS)
Finding = collections.namedtuple("Finding", "check file line message notes")

# What of a tree is needed: these folders, if it is not all of it, and these files.
PARTS = {
    "jitsi/jitsi": "src/native/",
    "mozilla/releases-comm-central": "mailnews/",
}
SUFFIXES = (".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".hxx", ".inl",
            ".props", ".sln", ".vcproj", ".vcxproj", ".vsprops")
# These have a MAPI of their own, for Linux.
OF_LINUX = {"Kopano-dev/kopano-core"}
# Headers of others that the code uses, as far as they are installed.
LIBRARIES = {
    "Kopano-dev/kopano-core": ["/usr/include/libxml2", "/usr/include/python3*"],
    "jitsi/jitsi": ["/usr/lib/jvm/*/include", "/usr/lib/jvm/*/include/linux"],
}


def fixes():
    lines = (ROOT / "bench/fixes.tsv").read_text(encoding="utf-8").splitlines()
    return [Fix(*(line.split("\t") + [""])[:len(FIELDS)])
            for line in lines if line and not line.startswith("#")]


def git_directory(mirrors, repository):
    owner, name = repository.split("/")
    for base in (mirrors / name, mirrors / f"{owner}+{name}",
                 mirrors / f"{owner}+{name}" / "repo"):
        for folder in (base / ".git", base):
            if (folder / "objects").is_dir():
                return folder
    return None


def extract(git, revision, part, folder):
    """The sources of a revision, or of a folder of it, in a new folder."""
    environment = dict(os.environ, GIT_DIR=str(git), GIT_WORK_TREE=str(folder),
                       GIT_INDEX_FILE=str(folder.parent / "index"))

    def run(*arguments, **options):
        return subprocess.run(["git", *arguments], env=environment, cwd=folder,
                              check=True, stdout=subprocess.PIPE, **options).stdout

    run("read-tree", revision)
    names = [name for name in run("ls-files", "-z", part or ".").split(b"\0")
             if name.lower().endswith(tuple(map(str.encode, SUFFIXES)))]
    run("checkout-index", "-z", "--stdin", input=b"\0".join(names))


def libraries(repository):
    patterns = LIBRARIES.get(repository, [])
    return [f"-I{folder}" for each in patterns for folder in sorted(glob.glob(each))]


def include_flags(folder, file):
    """Flags for code that brings its own MAPI and no project."""
    includes = [folder, (folder / file).parent]
    includes += sorted(each for each in folder.glob("*/") if each.is_dir())
    includes += sorted(folder.glob("*/include")) + sorted(folder.glob("*/*/include"))
    return ["-std=gnu++17", "-D_GNU_SOURCE", "-DUNICODE"] + [
        f"-I{each}" for each in includes]


def project_of(folder, file):
    """The project that names the file, nearest first."""
    name = re.compile(r"[\\/\"]" + re.escape(pathlib.Path(file).name) + "\"",
                      re.IGNORECASE)
    for base in (folder / file).parents:
        for project in sorted(base.glob("*.vcxproj")) + sorted(base.glob("*.vcproj")):
            if name.search(project.read_text(encoding="utf-8", errors="replace")):
                return project
        if base == folder:
            return None
    return None


def command(tidy, fix, folder, scratch):
    file = str(folder / fix.file)
    start = [tidy, "--quiet",
             *(f"--extra-arg={flag}" for flag in libraries(fix.repository))]
    if fix.repository in OF_LINUX:
        return [*start, file, "--", *include_flags(folder, fix.file)]
    project = project_of(folder, fix.file)
    if project and write_database(tidy, project, file, scratch):
        return [*start, "-p", scratch, file]
    return [*start, file]


def write_database(tidy, project, file, scratch):
    """How the first configuration that has the file compiles it, if one does."""
    database = scratch / "compile_commands.json"
    text = project.read_text(encoding="utf-8", errors="replace")
    for name in ["", *re.findall(r'<ProjectConfiguration\s+Include="([^"]+)"', text)]:
        chosen = [f"--configuration={name}"] if name else []
        subprocess.run([tidy, f"--write-database={database}", *chosen, project],
                       check=False, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        if database.exists() and any(
                entry["file"].lower() == file.lower()
                for entry in json.loads(database.read_text(encoding="utf-8"))):
            return True
    return False


def end_of_block(text, start):
    """Behind the bracket that closes the one at start."""
    depth = 0
    for position in range(start, len(text)):
        if text[position] in "({":
            depth += 1
        elif text[position] in ")}":
            depth -= 1
            if depth == 0:
                return position + 1
    return len(text)


def blank(match):
    return re.sub(r"[^\n]", " ", match[0])


def lines_of(text, functions):
    """The lines of all definitions of these functions."""
    text = re.sub(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+'",
                  blank, text, flags=re.DOTALL)
    result = set()
    for name in functions.split("|"):
        for match in re.finditer(r"(?<![\w~])" + re.escape(name) + r"\s*\(", text):
            behind = end_of_block(text, match.end() - 1)
            body = re.compile(r"[\s\w]*(?::[^;{}]*(?:\{[^;{}]*\}[^;{}]*)*?)?\{").match(
                text, behind)
            if body:
                end = end_of_block(text, body.end() - 1)
                result.update(range(text.count("\n", 0, match.start()) + 1,
                                    text.count("\n", 0, end) + 2))
    return result


def findings(tidy, fix, git, revision, verbose):
    """What is said of the fix's subjects in its functions."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve() / "tree"
        folder.mkdir()
        extract(git, revision, PARTS.get(fix.repository), folder)
        if not (folder / fix.file).exists():
            sys.exit(f"{fix.commit}: no {fix.file} at {revision}")
        run = subprocess.run(command(tidy, fix, folder, folder.parent), cwd=folder,
                             text=True, errors="replace", stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
        text = (folder / fix.file).read_text(encoding="latin1")
        lines = lines_of(text, fix.functions)
        if verbose:
            print(run.stdout.replace(str(folder) + "/", ""), run.stderr,
                  file=sys.stderr)
    names = re.compile("(?<![\\w.>])(?:" + "|".join(
        re.escape(each) for each in fix.subjects.split("|")) + ")(?!\\w)")
    return [each for each in said(run.stdout)
            if same_file(each.file, fix.file) and each.line in lines
            and names.search(each.message)]


def said(output):
    """The findings of a run, each with its notes."""
    line = re.compile(r"^(/.*?):(\d+):\d+: (warning|error|note): (.*?)"
                      r"(?: \[(mapi-[a-z-]+)[\],].*)?$", re.MULTILINE)
    result = []
    for file, number, kind, message, check in line.findall(output):
        if kind == "note" and result:
            result[-1].notes.append(message)
        elif check:
            result.append(Finding(check, file, int(number), message, []))
    return result


def repaired(fix, before, after):
    """What of the fix's checks is said more often before it than behind it."""
    def without_place(finding):
        return finding.check, finding.message, tuple(finding.notes)
    more = collections.Counter(map(without_place, before))
    more.subtract(map(without_place, after))
    return [each for each in before
            if each.check in fix.checks.split() and more[without_place(each)] > 0]


def same_file(shown, listed):
    return shown.lower().endswith("/" + listed.lower())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tidy", type=pathlib.Path,
                        default=ROOT / "build/bin/mapi-tidy")
    parser.add_argument("--only", default="", help="fixes that match this")
    parser.add_argument("--verbose", action="store_true",
                        help="print all that is said of each file")
    parser.add_argument("mirrors", type=pathlib.Path)
    options = parser.parse_args()
    tidy = options.tidy.resolve()
    count = collections.Counter()
    print("| repository | commit | file | function | before | after |")
    print("|---|---|---|---|---|---|", flush=True)
    for fix in fixes():
        if not re.search(options.only, "\t".join(fix)):
            continue
        git = git_directory(options.mirrors, fix.repository)
        if not git:
            sys.exit(f"no clone of {fix.repository} in {options.mirrors}")
        before = findings(tidy, fix, git, fix.commit + "^", options.verbose)
        after = findings(tidy, fix, git, fix.commit, options.verbose)
        before = repaired(fix, before, after)
        told = ", ".join(sorted({each.check for each in before})) or "nothing"
        left = "silent" if not after else "incomplete" if fix.after else "false"
        count.update(all=1, reported=int(bool(before)), false=int(left == "false"))
        names = fix.functions.replace("|", ", ")
        print(f"| {fix.repository} | {fix.commit} | {fix.file} | {names} | "
              f"{told} | {left} |", flush=True)
        if options.verbose:
            for each in before + after:
                print(each, file=sys.stderr)
    total = count["all"] or 1
    print(f"\nreported before: {count['reported']} of {total} "
          f"({100 * count['reported'] / total:.0f} %); "
          f"not falsely after: {total - count['false']} "
          f"({100 * (total - count['false']) / total:.0f} %)")


main()
