"""Runs the commands of a CI configuration, or of a page's sh blocks, in a project.

usage: run_steps.py FILE PROJECT LLVM PLUGIN

FILE is a workflow of GitHub, GitLab or Azure, or a Markdown page. Like CI, what comes
behind a command that failed runs only if it is to run always; a page's blocks all run.
Prints each command and how it ended. Commands name LLVM 22 and the installed plugin;
they are run with the given version and plugin.
"""

import re
import subprocess
import sys

import yaml


def github_steps(workflow):
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if "run" in step:
                yield step["run"], step.get("if") == "always()"


def gitlab_steps(workflow):
    for job in workflow.values():
        yield from ((command, False) for command in job["script"])
        yield from ((command, True) for command in job["after_script"])


def azure_steps(workflow):
    for step in workflow["steps"]:
        if next(iter(step)) != "script":
            sys.exit("Azure wants 'script' first")
        yield step["script"], step.get("condition") == "always()"


def page_steps(text):
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.S | re.M):
        # A line that ends in a pipe goes on.
        for command in re.split(r"(?<!\|)\n", block.strip()):
            yield command, True


def steps_of(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".md"):
        return page_steps(text)
    workflow = yaml.safe_load(text)
    if "jobs" in workflow:
        return github_steps(workflow)
    return azure_steps(workflow) if "steps" in workflow else gitlab_steps(workflow)


def main():
    path, project, llvm, plugin = sys.argv[1:]
    failed = False
    for command, always in steps_of(path):
        if failed and not always:
            continue
        print("$", " ".join(command.split()), flush=True)
        adapted = re.sub(r"(clang-tidy(?:-diff)?)-22", rf"\1-{llvm}", command)
        adapted = re.sub(r"(build/lib/)?MapiTidyModule\.so", lambda _: plugin,
                         adapted)
        run = subprocess.run(["bash", "-c", adapted], cwd=project, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        print(run.stdout, end="")
        print("exit", run.returncode, flush=True)
        failed = failed or run.returncode != 0


if __name__ == "__main__":
    main()
