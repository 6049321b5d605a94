"""Writer process: `python -m tools.faults.writer_child PATH REF FIELD COUNT MARK`. Reports saved changes."""

import sys
import time
from pathlib import Path
from random import Random

from itatui.domain.change import ConflictError
from itatui.store import RegisterFile
from tests.support.register_edits import write


def main(path: str, ref: str, field: str, count: str, mark: str) -> None:
    """Write `MARK1`, `MARK2` and so on in a field.

    Print each once it is saved, with the seconds. After a conflict, write again as a new change with its own time.
    Rest after each change for up to twice its time: of two that never rest, one can lose every conflict.
    """
    file, chance = RegisterFile(Path(path)), Random(mark)
    for number in range(1, int(count) + 1):
        start = time.monotonic()
        while not _written(file, f"{mark}{number}", field, ref):
            start = time.monotonic()
        seconds = time.monotonic() - start
        print(f"{mark}{number}", seconds, flush=True)
        time.sleep(2 * seconds * chance.random())


def _written(file: RegisterFile, text: str, field: str, ref: str) -> bool:
    try:
        write(file, text, field, ref)
    except ConflictError:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
