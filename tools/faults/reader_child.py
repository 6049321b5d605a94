"""Reader process: `python -m tools.faults.reader_child PATH`. Reads until standard input ends.

Reads like a command, opening the file each time, and like an open screen, reloading it.
"""

import select
import sys
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.store import RegisterFile


def main(path: str) -> None:
    """Print a line for each failed read, and the number of reads at the end."""
    screen = RegisterFile(Path(path))
    reads = entries = 0
    print("reading", flush=True)
    while not select.select([sys.stdin], [], [], 0)[0]:
        reads += 1
        try:
            for file in (RegisterFile(Path(path)), screen):
                file.load()
                found = len(file.history())
                if found < entries:
                    print(f"read {reads}: {found} changes after {entries}")
                entries = found
        except ItatuiError as error:
            print(f"read {reads}: {error}")
    print(reads)


if __name__ == "__main__":
    main(*sys.argv[1:])
