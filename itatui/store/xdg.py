"""The folders that the XDG Base Directory Specification gives a program's files. Makes none of them."""

import os
import pwd
from pathlib import Path


def folder(variable: str, usual: str) -> Path:
    """itatui's own in the folder that a variable names, if it is an absolute path; else in the usual one at home."""
    named = os.environ.get(variable, "")
    return (Path(named) if named.startswith("/") else _home() / usual) / "itatui"


def _home() -> Path:
    named = os.environ.get("HOME", "")
    return Path(named if named.startswith("/") else pwd.getpwuid(os.getuid()).pw_dir)
