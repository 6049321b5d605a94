"""Another process, `python -m tests.store.writer PATH REF FIELD COUNT`: writes so often, and tells what is saved."""

import sys
from pathlib import Path

from itatui.store import RegisterFile
from tests.store.desk import write


def main(path: str, ref: str, field: str, count: str) -> None:
    """Writes `1`, `2` and so on in one field; each is said on standard output once it is saved."""
    file = RegisterFile(Path(path))
    for number in range(1, int(count) + 1):
        write(file, str(number), field, ref)
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
