"""Cuts files off at many places, as somebody who types them would.

usage: cut_off.py MAPI-TIDY PLACES FILE...

Each piece must be analysed without a crash, and must give no finding that the
whole file does not give in the same line.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

FINDING = re.compile(r"^(?:\S*/)?(\d+)(?:\.\w+):(\d+):\d+: warning: "
                     r"(.*) \[(mapi-[a-z-]+)\]$")


def analyse(tool, headers, pieces):
    """Returns the lines and checks of the findings in each piece."""
    run = subprocess.run(
        [tool, "--quiet", "--checks=-*,mapi-*", "--extra-arg=-w",
         f"--extra-arg=-I{headers}", *pieces],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"mapi-tidy ended with exit status {run.returncode} on "
                 f"{[piece.name for piece in pieces]}:\n{run.stderr}")
    found = {piece: {} for piece in pieces}
    by_name = {piece.stem: piece for piece in pieces}
    for line in run.stdout.splitlines():
        if match := FINDING.match(line):
            where = by_name[match.group(1)]
            found[where][(int(match.group(2)), match.group(4))] = line
    return found


def main():
    tool, places, *files = sys.argv[1:]
    places = int(places)
    total = 0
    for file in map(pathlib.Path, files):
        text = file.read_bytes()
        with tempfile.TemporaryDirectory() as folder:
            pieces = []
            for place in range(1, places + 1):
                piece = pathlib.Path(folder, f"{place}{file.suffix}")
                piece.write_bytes(text[:len(text) * place // places])
                pieces.append(piece)
            found = analyse(tool, file.parent, pieces)
        whole = found[pieces[-1]]
        total += len(whole)
        for piece in pieces:
            for key, line in found[piece].items():
                if key not in whole:
                    sys.exit(f"{file}, cut off at {piece.stem} of {places}: "
                             f"{line}")
    print(f"findings in whole files: {total}")


main()
