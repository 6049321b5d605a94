"""itatui's folders by the XDG Base Directory Specification. Creates none of them."""

import os
import pwd
from pathlib import Path


def folder(variable: str, default: str) -> Path:
    """Return itatui's folder below the absolute path in an environment variable, else below `default` in the home."""
    named = os.environ.get(variable, "")
    return (Path(named) if named.startswith("/") else _home() / default) / "itatui"


def _home() -> Path:
    named = os.environ.get("HOME", "")
    return Path(named if named.startswith("/") else pwd.getpwuid(os.getuid()).pw_dir)
