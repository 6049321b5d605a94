"""Another process, `python -m tools.faults.writer_child PATH REF FIELD COUNT MARK`: writes, and says what is saved."""

import sys
import time
from pathlib import Path

from itatui.domain.change import ConflictError
from itatui.store import RegisterFile
from tests.support.register_edits import write


def main(path: str, ref: str, field: str, count: str, mark: str) -> None:
    """Writes `MARK1`, `MARK2` and so on in one field.

    Each is said on standard output once it is saved, with the seconds that it took. Whoever is told that somebody
    else was quicker in the same field looks, and writes again: that is another change, with a time of its own.
    """
    file = RegisterFile(Path(path))
    for number in range(1, int(count) + 1):
        began = time.monotonic()
        while not _written(file, f"{mark}{number}", field, ref):
            began = time.monotonic()
        print(f"{mark}{number}", time.monotonic() - began, flush=True)


def _written(file: RegisterFile, text: str, field: str, ref: str) -> bool:
    try:
        write(file, text, field, ref)
    except ConflictError:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
