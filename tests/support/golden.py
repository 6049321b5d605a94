"""Texts that are kept in golden files: `ITATUI_GOLDEN=1 pytest …` rewrites them."""

import os
from pathlib import Path


def check_golden(path: Path, text: str) -> None:
    """Compare a text with a golden file, or write it there."""
    if os.environ.get("ITATUI_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text, path.name
