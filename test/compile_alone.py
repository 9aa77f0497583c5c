"""Compiles each header of a folder alone: compile_alone.py FOLDER CLANG FLAG..."""
import concurrent.futures
import os
import subprocess
import sys

folder, command = sys.argv[1], sys.argv[2:]


def compile_alone(header):
    result = subprocess.run(command + ["-fsyntax-only", "-"],
                            input=f"#include <{header}>\n", text=True,
                            capture_output=True)
    return header, result.returncode, result.stderr


headers = sorted(
    os.path.relpath(os.path.join(directory, name), folder)
    for directory, _, names in os.walk(folder) for name in names)
if not headers:
    sys.exit(f"no header in {folder}")
failed = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for header, code, text in pool.map(compile_alone, headers):
        if code:
            failed += 1
            print(f"{header}:\n{text}", file=sys.stderr)
print(f"{len(headers)} headers, {failed} failed")
sys.exit(failed != 0)
