"""Write the documents of every manner into a folder: `python -m tools.intake FOLDER`."""

import sys
from pathlib import Path

from tests import reference
from tools.intake.manners import MANNERS


def main() -> None:
    """Write the documents, made from the reference register."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MANNERS.items():
        (folder / name).write_bytes(make(reference.register()))


if __name__ == "__main__":
    main()
