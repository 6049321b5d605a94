"""Conversion between code points and cells of a displayed line, with tabs and lone marks.

`tabs` are the widths in cells of the tabs in a line, in order. A mark without a base is displayed on a dotted circle
in a cell of its own, so that it is neither lost nor drawn over the character to its left.
"""

from collections.abc import Iterable, Iterator

from itatui.thai import cells, clusters
from itatui.thai.cell_width import is_plain
from itatui.thai.grapheme_clusters import JOINING

CIRCLE = "\u25cc"
"""Dotted circle, the base of lone marks."""


def cell_of(text: str, tabs: Iterable[int] = ()) -> int:
    """Return the width of `text` in cells, which is the column of the text after it."""
    if is_plain(text) and text[:1] not in JOINING:
        return cells(text)
    widths = iter(tabs)
    return sum(_width(cluster, widths) for cluster in clusters(text))


def column_at(text: str, cell: int, tabs: Iterable[int] = ()) -> int:
    """Return the offset (code points) of the cluster that covers a cell; the length of `text` if none does."""
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
    """Return True if `text`, which starts at a cluster boundary, starts with a mark without a base."""
    return text[:1] != "\t" and bool(text) and (text[0] in JOINING or not cells(text[0]))


def display_text(text: str, tabs: Iterable[int] = ()) -> str:
    """Return `text`, which starts at a cluster boundary, with tabs expanded and lone marks on circles.

    The widths of its tabs are consumed from `tabs`, if that is an iterator.
    """
    if "\t" not in text:
        return CIRCLE + text if stands_alone(text) else text
    widths = iter(tabs)
    first, *others = (CIRCLE + part if stands_alone(part) else part for part in text.split("\t"))
    return first + "".join(" " * next(widths, 1) + part for part in others)
