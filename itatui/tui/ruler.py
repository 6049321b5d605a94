"""How far along a line its letters stand, in cells, and which letter stands at a cell. A letter is a cluster.

Lines come with the cells that each of their tabs takes. A mark that stands on no letter is drawn on a dotted circle,
in a cell of its own, so that it neither gets lost nor falls on what stands to the left. No widget is known here.
"""

import re
from collections.abc import Iterable

from itatui.thai import cells, clusters
from itatui.thai.clustering import JOINING
from itatui.thai.widths import is_plain

CIRCLE = "\u25cc"
"""What a mark is drawn on that stands on nothing."""


def cell_of(text: str, tabs: Iterable[int] = ()) -> int:
    """The cells that a text takes: where what follows it stands."""
    if is_plain(text) and text[:1] not in JOINING:
        return cells(text)
    widths = iter(tabs)
    return sum(next(widths, 1) if cluster == "\t" else cells(cluster) or 1 for cluster in clusters(text))


def column_at(text: str, cell: int, tabs: Iterable[int] = ()) -> int:
    """The place, in code points, before the letter that covers a cell; the end of the text when none does."""
    widths = iter(tabs)
    column = covered = 0
    for cluster in clusters(text):
        covered += next(widths, 1) if cluster == "\t" else cells(cluster) or 1
        if covered > cell:
            return column
        column += len(cluster)
    return column


def drawn(text: str, tabs: Iterable[int] = ()) -> str:
    """A text, begun where a letter begins, as it is drawn; the tabs that it has are taken from `tabs`, an iterator."""
    if text and (text[0] in JOINING or not cells(text[0])) and text[0] != "\t":
        text = CIRCLE + text
    if "\t" not in text:
        return text
    widths = iter(tabs)
    circled = re.sub(f"\t(?=[{JOINING}])", "\t" + CIRCLE, text)
    return re.sub("\t", lambda _tab: " " * next(widths, 1), circled)
