"""itatui's folders by the XDG Base Directory Specification. Creates none of them."""

import os
import pwd
from errno import ENOTDIR
from pathlib import Path

from itatui.locale import _
from itatui.store.errors import StoreError


def folder(variable: str, default: str) -> Path:
    """Return itatui's folder below the absolute path in an environment variable, else below `default` in the home.

    `StoreError` if the user has no home: `HOME` is not set, and the system does not know the uid.
    """
    named = os.environ.get(variable, "")
    return (Path(named) if named.startswith("/") else _home() / default) / "itatui"


def obstacle(path: Path) -> OSError | None:
    """Return the error that keeps every file from the folder of a path, such as a file in its place; None if missing.

    A link to nothing is an obstacle, too: no folder can be made there.
    """
    try:
        os.stat(path)  # noqa: PTH116 (every command asks: the path is not resolved again)
    except FileNotFoundError:
        links = (each for each in (path.parent, path.parent.parent) if os.path.islink(each))  # noqa: PTH114
        return next((_no_folder(each) for each in links if not os.path.exists(each)), None)  # noqa: PTH110
    except OSError as error:
        return error
    return None


def _no_folder(path: Path) -> OSError:
    return NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(path))


def _home() -> Path:
    named = os.environ.get("HOME", "")
    if named.startswith("/"):
        return Path(named)
    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        raise StoreError(_("you have no home folder; set HOME to a folder of yours")) from None
