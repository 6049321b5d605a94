"""itatui's folders by the XDG Base Directory Specification. Creates none of them."""

import os
import pwd
from pathlib import Path

from itatui.locale import _
from itatui.store.errors import StoreError


def folder(variable: str, default: str) -> Path:
    """Return itatui's folder below the absolute path in an environment variable, else below `default` in the home.

    `StoreError` if the user has no home: `HOME` is not set, and the system does not know the uid.
    """
    named = os.environ.get(variable, "")
    return (Path(named) if named.startswith("/") else _home() / default) / "itatui"


def _home() -> Path:
    named = os.environ.get("HOME", "")
    if named.startswith("/"):
        return Path(named)
    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        raise StoreError(_("you have no home folder; set HOME to a folder of yours")) from None
