"""Finds the files that ship with itatui (`data/`, `styles/`); reads and writes none of them itself.

Without pathlib, which takes as long to import as the word list does: a command has it anyway, a first wrap has not.
"""

import os

TYPE_CHECKING = False  # a type checker takes it for true; typing itself would cost as much
if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = __file__.rpartition(os.sep)[0]


def location(folder: str, name: str = "") -> str:
    """Where `name` in a shipped folder is: inside the package when installed, else beside it in a checkout."""
    inside = f"{_PACKAGE}{os.sep}{folder}"
    if not os.path.isdir(inside):  # noqa: PTH112
        inside = f"{_PACKAGE.rpartition(os.sep)[0]}{os.sep}{folder}"
    return f"{inside}{os.sep}{name}" if name else inside


def resource(folder: str, name: str = "") -> "Path":
    """The same as a path, for all who have pathlib."""
    from pathlib import Path

    return Path(location(folder, name))
