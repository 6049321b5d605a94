"""Strips for widgets that draw their own lines.

Every text passes `safe` here: no text of a register reaches the terminal as a command, and none is read as markup.
"""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from itatui.thai import cells, safe, truncate

Part = tuple[str, Style]
"""A text and its resolved style."""


def strip(parts: Iterable[Part], width: int, fill: Style) -> Strip:
    """Return a strip of exactly `width` cells: the parts in order, cut between clusters, padded in `fill`."""
    merged: list[Part] = []
    room = width
    for text, style in parts:
        # Nothing printable is refused, a tab or a line end.
        shown = text if text.isprintable() else safe(text).replace("\t", " ").replace("\n", " ")
        size = cells(shown)
        if size > room:
            shown = shown[:room] if shown.isspace() else truncate(shown, room)
            size = cells(shown)
        _append(merged, shown, style)
        room -= size
    _append(merged, " " * room, fill)
    return Strip([Segment(text, style) for text, style in merged], width)


def _append(merged: list[Part], text: str, style: Style) -> None:
    """Add a text to the last part if it is in its style, or blank and looks the same in it."""
    if not merged:
        merged += [(text, style)] if text else []
        return
    before, last = merged[-1]
    if last is style or last == style or (text.isspace() and _alike(style, last)):
        merged[-1] = (before + text, last)
    elif text:
        merged.append((text, style))


def _alike(space: Style, before: Style) -> bool:
    """Test whether a space looks the same in both styles: each change of style costs about 40 bytes on the line."""
    plain = not (space.reverse or before.reverse or space.underline or before.underline)
    return plain and space.bgcolor == before.bgcolor
