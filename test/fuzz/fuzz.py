"""Gives damaged copies of files to mapi-tidy and looks for crashes and hangs.

usage: fuzz.py [options] MAPI-TIDY FILE... [-- FLAGS]

Copies are analysed in batches; the files of a batch that fails are run one by one.
What crashes, takes too long or makes a sanitizer speak is kept and named, and the
exit status is 1.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

import damage

REPORT = re.compile(r"AddressSanitizer|runtime error:|Assertion .* failed"
                    r"|LLVM ERROR|PLEASE submit a bug report|fault of mapi-tidy's"
                    r"|the analysis broke down")


def problem(tool, files, flags, seconds):
    """Returns what went wrong, or nothing."""
    command = [tool, "--quiet", "--checks=-*,mapi-*",
               "--config={CheckOptions: {mapi.ReportUnanalyzed: true}}",
               *map(str, files), "--", *flags]
    try:
        run = subprocess.run(command, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, timeout=seconds)
    except subprocess.TimeoutExpired:
        return "it takes too long"
    text = run.stdout.decode(errors="replace")
    if run.returncode < 0 or run.returncode > 2 or REPORT.search(text):
        lines = [line for line in text.splitlines()
                 if REPORT.search(line) or "mapitidy::" in line]
        return "\n  ".join([f"exit status {run.returncode}", *lines[:6]])
    return ""


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=30, help="for one file")
    parser.add_argument("--keep", type=pathlib.Path, help="folder for what fails")
    parser.add_argument("tool")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args(arguments[:split])
    flags = arguments[split + 1:]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, options.copies, options.batch):
            source = options.files[first // options.batch % len(options.files)]
            text = source.read_text(errors="replace")
            copies = []
            for seed in range(options.seed + first, options.seed + min(
                    first + options.batch, options.copies)):
                copy = pathlib.Path(folder, f"{source.stem}-{seed}{source.suffix}")
                copy.write_text(damage.damage(text, seed))
                copies.append(copy)
            own = [f"-I{source.parent.resolve()}", *flags]
            if not problem(options.tool, copies, own,
                           options.seconds * len(copies)):
                continue
            for copy in copies:
                found = problem(options.tool, [copy], own, options.seconds)
                if not found:
                    continue
                failures += 1
                print(f"{copy.name}: {found}", flush=True)
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / copy.name).write_bytes(copy.read_bytes())
    print(f"{options.copies} copies, {failures} failures")
    return failures != 0


if __name__ == "__main__":
    sys.exit(main())
