"""Pictures of the screen as plain text, and the golden files."""

import re
from pathlib import Path

from textual.app import App

from tests.support.borders import torn
from tests.support.golden import check_golden

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
    """Compare lines with their golden file."""
    check_golden(GOLDEN / f"{name}.txt", "".join(f"{line}\n" for line in lines))


def check_picture(app: App[object], name: str) -> None:
    """Check that the screen is whole, and compare it with its golden file for this size."""
    lines = picture(app)
    assert torn(app, lines) == []
    looks_as_before(f"{name}-{app.size.width}x{app.size.height}", lines)
