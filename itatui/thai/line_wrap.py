"""Text laid out in lines of a number of terminal cells; nothing but the spaces at a soft break is left out."""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from itatui.thai.cell_width import cells, is_plain, plain_widths
from itatui.thai.character_classes import classes
from itatui.thai.grapheme_clusters import clusters
from itatui.thai.line_breaks import SPACES, breaks, inner_breaks, may_break, signs_allow

_AHEAD = 64  # code points that are looked at past a cut, so that a word of any length costs what its lines cost


def wrap(text: str, width: int) -> list[str]:
    """The lines of `text`, each at most `width` cells: broken between words, inside one only if it fits no line.

    Newlines are kept as ends of lines; the spaces at a soft break are dropped, all others survive. A cluster is
    divided only when it is by itself wider than `width`. The empty text has one empty line.
    """
    return [text[start:end] for start, end in wrap_offsets(text, width)]


def wrap_offsets(text: str, width: int) -> list[tuple[int, int]]:
    """The (start, end) of each line of `wrap`, in code points of `text`."""
    if "\n" not in text:
        return _paragraph(text, width)
    found: list[tuple[int, int]] = []
    base = 0
    for paragraph in text.split("\n"):
        found.extend((base + start, base + end) for start, end in _paragraph(paragraph, width))
        base += len(paragraph) + 1
    return found


def _paragraph(text: str, width: int) -> list[tuple[int, int]]:
    length = len(text)
    if cells(text) <= width:
        return [(0, length)]
    reach = _reach(text)
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
    """The first offset from `at` on that has no space; one that carries a mark is a letter like any other."""
    length = len(text)
    while at < length and text[at] in SPACES and not _carries(text[at : at + 2]):
        at += 1
    return at


def _carries(pair: str) -> bool:
    """Whether a character and the one after it, if there is one, are one cluster."""
    return pair[1:] >= "\u0300" and len(clusters(pair)) == 1


@lru_cache(maxsize=2048)
def _reach(text: str) -> list[int]:
    """The cells of the first 0, 1, 2... code points of `text`."""
    if is_plain(text):
        return list(accumulate(plain_widths(text), initial=0))
    widths: list[int] = []
    for cluster in clusters(text):
        whole = cells(cluster)
        each = [cells(character) for character in cluster]
        # A joined emoji is narrower than its parts: it counts where it begins, for it is never divided.
        widths.extend(each if sum(each) == whole else [whole, *[0] * (len(cluster) - 1)])
    return list(accumulate(widths, initial=0))


def _divide(text: str, start: int, unit_end: int, furthest: int) -> int:
    """Where to cut a unit that begins at `start`, ends at `unit_end`, and fits no line.

    The last place up to `furthest` of the best kind there is: between the parts of a compound, else between
    clusters that may part, else in a range of numbers, else between any clusters, else (a cluster wider than the line)
    anywhere.
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
    # A character wider than the line is taken whole: there is no narrower way to show it.
    return start + (legal or decent or edges or [room or every[0]])[-1]
