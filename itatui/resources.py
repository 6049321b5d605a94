"""Paths of the files that ship with itatui (`data/`, `styles/`).

`location` avoids pathlib, which takes as long to import as the word list: wrapping text needs no path object.
"""

import os

TYPE_CHECKING = False  # type checkers treat this name as true; importing typing would be slow
if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = __file__.rpartition(os.sep)[0]


def location(folder: str, name: str = "") -> str:
    """Return the path of `name` in a shipped folder: inside the installed package, or beside it in a checkout."""
    inside = f"{_PACKAGE}{os.sep}{folder}"
    if not os.path.isdir(inside):  # noqa: PTH112
        inside = f"{_PACKAGE.rpartition(os.sep)[0]}{os.sep}{folder}"
    return f"{inside}{os.sep}{name}" if name else inside


def resource(folder: str, name: str = "") -> "Path":
    """Return `location` as a `Path`."""
    from pathlib import Path

    return Path(location(folder, name))
