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
    runs: list[Part] = []
    room = width
    for text, style in (*parts, (" " * width, fill)):
        shown = safe(text).replace("\t", " ").replace("\n", " ")
        size = cells(shown)
        if size > room:
            shown = shown[:room] if shown.isspace() else truncate(shown, room)
            size = cells(shown)
        if shown.isspace() and runs and _alike(style, runs[-1][1]):
            style = runs[-1][1]
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + shown, style)
        elif shown:
            runs.append((shown, style))
        room -= size
    return Strip([Segment(text, style) for text, style in runs], width)


def _alike(space: Style, before: Style) -> bool:
    """Whether a space looks the same in both styles: each change of style is some forty bytes on the line."""
    plain = not (space.reverse or before.reverse or space.underline or before.underline)
    return plain and space.bgcolor == before.bgcolor
