"""How far along a line its letters stand, in cells, and which letter stands at a cell. A letter is a cluster.

Lines come with the cells that each of their tabs takes. A mark that stands on no letter is drawn on a dotted circle,
in a cell of its own, so that it neither gets lost nor falls on what stands to the left. No widget is known here.
"""

from collections.abc import Iterable, Iterator

from itatui.thai import cells, clusters
from itatui.thai.cell_width import is_plain
from itatui.thai.grapheme_clusters import JOINING

CIRCLE = "\u25cc"
"""What a mark is drawn on that stands on nothing."""


def cell_of(text: str, tabs: Iterable[int] = ()) -> int:
    """The cells that a text takes: where what follows it stands."""
    if is_plain(text) and text[:1] not in JOINING:
        return cells(text)
    widths = iter(tabs)
    return sum(_width(cluster, widths) for cluster in clusters(text))


def column_at(text: str, cell: int, tabs: Iterable[int] = ()) -> int:
    """The place, in code points, before the letter that covers a cell; the end of the text when none does."""
    widths = iter(tabs)
    column = covered = 0
    for cluster in clusters(text):
        covered += _width(cluster, widths)
        if covered > cell:
            return column
        column += len(cluster)
    return column


def _width(cluster: str, widths: Iterator[int]) -> int:
    return next(widths, 1) if cluster == "\t" else cells(CIRCLE + cluster if stands_alone(cluster) else cluster)


def stands_alone(text: str) -> bool:
    """Whether a text, taken from where a letter begins, begins with a mark: one that stands on nothing."""
    return text[:1] != "\t" and bool(text) and (text[0] in JOINING or not cells(text[0]))


def display_text(text: str, tabs: Iterable[int] = ()) -> str:
    """A text, begun where a letter begins, as it is drawn; the tabs that it has are taken from `tabs`, an iterator."""
    if "\t" not in text:
        return CIRCLE + text if stands_alone(text) else text
    widths = iter(tabs)
    first, *others = (CIRCLE + part if stands_alone(part) else part for part in text.split("\t"))
    return first + "".join(" " * next(widths, 1) + part for part in others)
