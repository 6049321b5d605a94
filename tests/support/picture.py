"""Pictures of the screen as plain text, and the golden files."""

import os
import re
from pathlib import Path

from textual.app import App

GOLDEN = Path(__file__).parents[1] / "tui" / "golden"
_CLOCK = re.compile(r"\b[0-2][0-9]:[0-5][0-9]\b")


def picture(app: App[object]) -> list[str]:
    """Return the lines of the screen, with every clock at 00:00."""
    strips = app.screen._compositor.render_strips()
    return [without_clocks("".join(segment.text for segment in strip)) for strip in strips]


def without_clocks(text: str) -> str:
    """Return a text with every clock at 00:00."""
    return _CLOCK.sub("00:00", text)


def looks_as_before(name: str, lines: list[str]) -> None:
    """Compare with the golden file; `ITATUI_GOLDEN=1 pytest tests/tui` rewrites the files."""
    golden = GOLDEN / f"{name}.txt"
    now = "".join(f"{line}\n" for line in lines)
    if os.environ.get("ITATUI_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, "utf-8")
    assert golden.read_text("utf-8") == now
