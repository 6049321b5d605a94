"""Finds the files that ship with itatui (`data/`, `styles/`); reads and writes none of them itself."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(folder: str, name: str = "") -> Path:
    """The path of `name` in a shipped folder: inside the package when installed, else beside it in a checkout."""
    inside = _PACKAGE / folder
    return (inside if inside.is_dir() else _PACKAGE.parent / folder) / name
