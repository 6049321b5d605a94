"""Lines for the panes that draw themselves: parts of text and style in, one strip of cells out.

Every text passes `safe` here, so nothing from the register can reach the terminal as a command, and none of it is
ever read as markup.
"""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from itatui.thai import cells, safe, truncate

Part = tuple[str, Style]
"""A text and how it looks."""


def strip(parts: Iterable[Part], width: int, fill: Style) -> Strip:
    """One line of exactly `width` cells: the parts in turn, cut at a cluster or filled up."""
    segments = []
    room = width
    for text, style in parts:
        if room <= 0:
            break
        shown = safe(text)
        size = cells(shown)
        if size > room:
            shown = truncate(shown, room)
            size = cells(shown)
        segments.append(Segment(shown, style))
        room -= size
    if room > 0:
        segments.append(Segment(" " * room, fill))
    return Strip(segments, width)
