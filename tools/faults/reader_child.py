"""Another process, `python -m tools.faults.reader_child PATH`: reads until its standard input ends; tells what it found.

It reads as a command does (a file opened anew each time), and as an open screen does (one that looks again).
"""

import select
import sys
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.store import RegisterFile


def main(path: str) -> None:
    """One line for each read that broke, and at the end the number of reads."""
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
