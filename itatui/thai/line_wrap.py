"""Text wrapped into lines of a width in terminal cells, or in the unit of a font; only the spaces at a soft break are
dropped.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from itatui.thai.cell_width import cells, is_plain, plain_widths
from itatui.thai.character_classes import classes
from itatui.thai.grapheme_clusters import clusters
from itatui.thai.line_breaks import SPACES, breaks, inner_breaks, may_break, signs_allow

_AHEAD = 64  # code points examined past a cut, so that time is linear in the length of a word


def wrap(text: str, width: int) -> list[str]:
    """Wrap `text` into lines of at most `width` cells, between words, or inside a word wider than a line.

    Newlines end lines. Spaces at a soft break are dropped, all others kept. A cluster is divided only if wider than
    `width`. Empty text gives an empty line.
    """
    return [text[start:end] for start, end in wrap_offsets(text, width)]


def wrap_offsets(text: str, width: int) -> list[tuple[int, int]]:
    """Return the start and end of each line of `wrap`, in code points."""
    if "\n" not in text:
        return _wrap_paragraph(text, width)
    lines: list[tuple[int, int]] = []
    base = 0
    for paragraph in text.split("\n"):
        lines.extend((base + start, base + end) for start, end in _wrap_paragraph(paragraph, width))
        base += len(paragraph) + 1
    return lines


def wrap_measured(paragraph: str, width: float, reach: Sequence[float]) -> list[tuple[int, int]]:
    """Return the start and end of each line of a paragraph without newlines, by the widths of a font.

    `reach` has the width of the first 0, 1, 2, … code points, in the unit of `width`.
    """
    return _lines(paragraph, width, reach) if reach[-1] > width else [(0, len(paragraph))]


def _wrap_paragraph(text: str, width: int) -> list[tuple[int, int]]:
    return [(0, len(text))] if cells(text) <= width else _lines(text, width, _reach(text))


def _lines(text: str, width: float, reach: Sequence[float]) -> list[tuple[int, int]]:
    length = len(text)
    points = breaks(text)
    lines: list[tuple[int, int]] = []
    start = 0
    while True:
        furthest = bisect_right(reach, reach[start] + width) - 1
        if furthest >= length:
            lines.append((start, length))
            return lines
        beyond = _skip(text, furthest)
        index = bisect_right(points, beyond)
        if beyond == length:
            at = length
        elif index and points[index - 1] > start:
            at = points[index - 1]
        else:
            unit_end = points[index] if index < len(points) else length
            at = _skip(text, _divide(text, start, unit_end, furthest))
        end = at
        while end > start and text[end - 1] in SPACES:
            end -= 1
        lines.append((start, end))
        if end == length:
            return lines
        start = at


def _skip(text: str, at: int) -> int:
    """Return the first offset from `at` on without a space; a space that carries a mark counts as a letter."""
    length = len(text)
    while at < length and text[at] in SPACES and not _carries(text[at : at + 2]):
        at += 1
    return at


def _carries(pair: str) -> bool:
    """Return True if two characters form a cluster."""
    return pair[1:] >= "\u0300" and len(clusters(pair)) == 1


@lru_cache(maxsize=2048)
def _reach(text: str) -> list[int]:
    """Return the total cells of the first 0, 1, 2, … code points of `text`."""
    if is_plain(text):
        return list(accumulate(plain_widths(text), initial=0))
    widths: list[int] = []
    for cluster in clusters(text):
        whole = cells(cluster)
        each = [cells(character) for character in cluster]
        # A joined emoji is narrower than its parts: count all its cells at its first code point.
        widths.extend(each if sum(each) == whole else [whole, *[0] * (len(cluster) - 1)])
    return list(accumulate(widths, initial=0))


def _divide(text: str, start: int, unit_end: int, furthest: int) -> int:
    """Return the offset at which to cut a unit from `start` to `unit_end` that is wider than any line.

    It is the last offset up to `furthest` of the best kind available: between parts of a compound, between clusters by
    the rules, inside a range of numbers, between any clusters, anywhere (if a cluster is wider than the line).
    """
    unit = text[start : min(unit_end, furthest + _AHEAD)]
    room = furthest - start
    inner = [at for at in inner_breaks(unit) if at <= room]
    if inner:
        return start + inner[-1]
    every = list(accumulate(map(len, clusters(unit))))
    edges = [at for at in every if at <= room]
    kinds = classes(unit)
    decent = [at for at in edges if signs_allow(kinds, _skip(unit, at))]
    legal = [at for at in decent if may_break(kinds, _skip(unit, at))]
    # A character wider than the line is kept whole.
    return start + (legal or decent or edges or [room or every[0]])[-1]
