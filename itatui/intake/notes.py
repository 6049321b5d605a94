"""Lines for the user about parts of a document."""

from itatui.locale import _
from itatui.thai import quote

QUOTED_CELLS = 60
"""Cells of a text that a line repeats."""


def quoted(text: str) -> str:
    """Return the beginning of a text of the document in a single line."""
    return quote(" ".join(text.split()), QUOTED_CELLS)


def left_out(text: str) -> str:
    """Return the line about a text that is not imported."""
    return _("left out: “{text}”").format(text=quoted(text))
