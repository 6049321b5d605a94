"""Writer process: `python -m tools.faults.writer_child PATH REF FIELD COUNT MARK`. Reports saved changes."""

import sys
import time
from pathlib import Path

from itatui.domain.change import ConflictError
from itatui.store import RegisterFile
from tests.support.register_edits import write


def main(path: str, ref: str, field: str, count: str, mark: str) -> None:
    """Write `MARK1`, `MARK2` and so on in a field.

    Print each once it is saved, with the seconds. After a conflict, write again as a new change with its own time.
    """
    file = RegisterFile(Path(path))
    for number in range(1, int(count) + 1):
        start = time.monotonic()
        while not _written(file, f"{mark}{number}", field, ref):
            start = time.monotonic()
        print(f"{mark}{number}", time.monotonic() - start, flush=True)


def _written(file: RegisterFile, text: str, field: str, ref: str) -> bool:
    try:
        write(file, text, field, ref)
    except ConflictError:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
