"""Compute column widths: break as few words as possible, then make the table as short as possible.

All widths are in cells.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from itatui.report.layout.cells import Texts
from itatui.report.layout.demand import check_demand
from itatui.report.layout.lines import indent_of
from itatui.report.model import Align, Column, Tone
from itatui.thai import break_points, cells, wrap

MIN_WIDTH = 4
"""Cells of the narrowest column."""
READABLE_WIDTH = 8
"""Cells that a column of texts needs beside others; without them, there is no table."""
_SHORT = 12
"""Cells of texts that a narrow column does not break."""
_MAX_NARROW = 24
"""Cells of the widest narrow column."""

_SHARPNESS = 6.0
"""Exponent of the power mean. Towards infinity, a row is as high as its tallest cell, but rounds diverge."""
_ROUNDS = 24
_HEADING = 16
"""Cells up to which a column of a wide table is widened for its heading."""
_HEADING_LINES = 3
_HEADINGS_SHARE = 0.6
"""Part of the room that headings may claim together; texts need the rest."""
_RAGGED = 1.5
"""Cells left empty at the end of a line that breaks between words, on average."""
_THAI_WORD, _OTHER_WORD = 1, 10
"""Cost of a broken word: a long Thai word breaks between its parts, an English word anywhere."""
_MAX_WORD_SHARE = 0.3
"""Part of the room that a single word may claim; longer ones, such as URLs, are broken."""
_LAST_LINE = 0.5
"""Part of a paragraph's last line that stays empty, on average."""


class Sized(NamedTuple):
    """The texts of a cell, and its rows. The rows below it have the same value."""

    texts: Texts
    rows: int = 1


def column_widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Sized]], room: int, *, hanging: bool, gap: int = 0
) -> list[int] | None:
    """Return the widths of the columns of these rows, headings first. They add up to `room`; None if it is too small.

    Columns of numbers, ticks and dates are as narrow as their texts, the others share the rest. `hanging` indents
    marked texts behind their marks. `gap` is the number of cells between numbers and the border on their right.
    """
    by_column = list(zip(*rows, strict=True))
    widths = _narrow_widths(columns, by_column, gap)
    wide = [at for at, width in enumerate(widths) if not width]
    rest = room - sum(widths)
    if rest < READABLE_WIDTH * len(wide):
        return None
    if not wide:
        return _spread(widths, rest)
    least = _minimal_widths([_paragraphs(by_column[at], hanging=hanging) for at in wide], rest)
    least = _with_headings([(columns[at], rows[0][at]) for at in wide], least, rest)
    loads = [[_load(row[at], hanging=hanging) for at in wide] for row in rows]
    shares = [columns[at].share for at in wide]
    for at, width in zip(wide, _rounded(_shared(shares, loads, least, rest), least, rest), strict=True):
        widths[at] = width
    return widths


def has_room(columns: Sequence[Column], rows: Sequence[Sequence[Sized]], room: int, *, gap: int = 0) -> bool:
    """Test whether `column_widths` finds widths, without looking at the words of texts."""
    widths = _narrow_widths(columns, list(zip(*rows, strict=True)), gap)
    return room - sum(widths) >= READABLE_WIDTH * widths.count(0)


def _narrow_widths(columns: Sequence[Column], by_column: Sequence[Sequence[Sized]], gap: int) -> list[int]:
    """Return the widths of the narrow columns; 0 for the others."""
    return [
        0 if column.align is Align.LEFT else _narrow(cells_, gap if column.align is Align.RIGHT else 0)
        for column, cells_ in zip(columns, by_column, strict=True)
    ]


def _narrow(column: Sequence[Sized], gap: int) -> int:
    """Return the cells of a narrow column: of its longest number, short text, or word, and a gap beside numbers."""
    widest = MIN_WIDTH
    for text in {text for each in column for text in each.texts}:
        for line in text.text.split("\n"):
            width = cells(line)
            if width > _SHORT and not text.whole:
                width = max(wide for wide, _cost in _word_costs(line, tuple(break_points(line))))
            widest = max(widest, width if text.tone is Tone.HEADING and not text.whole else width + gap)
    return min(widest, _MAX_NARROW)


def _spread(widths: list[int], rest: int) -> list[int]:
    """Return the widths with the rest of the room spread over all of them."""
    more, left = divmod(rest, len(widths))
    return [width + more + (at < left) for at, width in enumerate(widths)]


def _shared(
    shares: list[int], loads: list[list[tuple[float, float, float]]], least: list[int], room: int
) -> list[float]:
    """Return the widths of columns by their shares; those without one divide average shares by their texts."""
    given = [share for share in shares if share]
    if not given:
        return _balanced(loads, least, room)
    average = sum(given) / len(given)
    widths = _scaled([share or average for share in map(float, shares)], least, room)
    rest = [at for at, share in enumerate(shares) if not share]
    if len(rest) > 1:
        part = sum(widths[at] for at in rest)
        balanced = _balanced([[row[at] for at in rest] for row in loads], [least[at] for at in rest], part)
        for at, width in zip(rest, balanced, strict=True):
            widths[at] = width
    return widths


def _paragraphs(column: Sequence[Sized], *, hanging: bool) -> list[tuple[str, int]]:
    """Return the texts of a column, each with the cells of its indent."""
    found: list[tuple[str, int]] = []
    before: Sized | None = None
    for each in column:
        if each is before:  # a row below
            continue
        before = each
        indent = indent_of(each.texts) if hanging else 0
        found += [(text.text, indent if text.mark else 0) for text in each.texts]
    return found


def _longest(paragraphs: Sequence[tuple[str, int]]) -> int:
    """Return the width in cells that the longest word needs."""
    widest = 0
    for text, indent in paragraphs:
        check_demand()
        start = 0
        for end in (*break_points(text), len(text)):
            if indent + 2 * (end - start) > widest:  # a code point has two cells at most
                widest = max(widest, indent + cells(text[start:end].rstrip()))
            start = end
    return widest


def _words(paragraphs: Sequence[tuple[str, int]]) -> Counter[int]:
    """Count the cost of breaking words, by the column width in cells that each word needs."""
    counted: Counter[int] = Counter()
    for text, indent in paragraphs:
        for width, cost in _word_costs(text, tuple(break_points(text))):
            counted[indent + width] += cost
    return counted


@lru_cache(maxsize=4096)
def _word_costs(text: str, points: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Return the widths of the words of a text that may be broken at these points, with their costs."""
    words = map(text.__getitem__, map(slice, (0, *points), (*points, len(text))))
    counted: dict[int, int] = {}
    for (width, cost), times in Counter(map(_word_cost, words)).items():
        counted[width] = counted.get(width, 0) + cost * times
    return tuple(counted.items())


@lru_cache(maxsize=4096)
def _word_cost(word: str) -> tuple[int, int]:
    """Return the cells of a word, and the cost of breaking it."""
    return cells(word.rstrip()), _THAI_WORD if _is_thai(word) else _OTHER_WORD


def _is_thai(word: str) -> bool:
    return any("\u0e01" <= character <= "\u0e5b" for character in word)


def _minimal_widths(columns: Sequence[Sequence[tuple[str, int]]], room: int) -> list[int]:
    """Return the cells of each column's longest word or, where they do not fit, the widths that break the fewest."""
    most = int(room * _MAX_WORD_SHARE)
    longest = [max(MIN_WIDTH, min(most, _longest(paragraphs))) for paragraphs in columns]
    if sum(longest) <= room:
        return longest
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for paragraphs, top in zip(columns, longest, strict=True):
        further: dict[int, tuple[float, tuple[int, ...]]] = {}
        losses = _losses(_words(paragraphs), top)
        for used, (loss, widths) in best.items():
            for width, more in losses.items():
                way = loss + more, (*widths, width)
                if used + width <= room and way < further.get(used + width, (inf,)):
                    further[used + width] = way
        best = further
    return list(min(best.values())[1])


def _with_headings(headings: Sequence[tuple[Column, Sized]], least: list[int], room: int) -> list[int]:
    """Return the minimal widths with room for headings too, unless texts need it; a share of its own is enough."""
    wider = [
        width if column.share else max([width, *(_heading_width(text.text, width) for text in sized.texts)])
        for (column, sized), width in zip(headings, least, strict=True)
    ]
    return wider if sum(wider) <= room * _HEADINGS_SHARE else least


def _heading_width(text: str, least: int) -> int:
    """Return the cells, from the least on, in which a heading has few lines; 0 if they are too many.

    Few are three, or one more than written.
    """
    most = max(_HEADING_LINES, text.count("\n") + 2)
    return next((width for width in range(least, _HEADING + 1) if len(wrap(text, width)) <= most), 0)


def _losses(counted: Counter[int], top: int) -> dict[int, float]:
    """Return, for each width up to `top`, the share of a column's words that it breaks.

    A share, not a number: otherwise a short column would be broken up to spare a word of a long column.
    """
    whole = counted.total() or 1
    return {
        width: sum(times for wide, times in counted.items() if wide > width) / whole
        for width in range(MIN_WIDTH, top + 1)
    }


def _load(sized: Sized, *, hanging: bool) -> tuple[float, float, float]:
    """Return three numbers for a cell: cells of text, lines lost at ends of paragraphs, and unusable cells per line.

    The first two are those of a row, if it has several.
    """
    texts, rows = sized
    if not texts:
        return 0.0, 0.0, 0.0
    indent = indent_of(texts) if hanging else 0
    total = sum([cells(text.text) + (0 if indent or not text.mark else cells(text.mark) + 1) for text in texts])
    lasts = _LAST_LINE * sum([1 + text.text.count("\n") for text in texts])
    return total / rows, lasts / rows, indent + _RAGGED


def _balanced(loads: list[list[tuple[float, float, float]]], least: list[int], room: float) -> list[float]:
    """Return widths, none below its minimum, at which another cell shortens the table equally in every column.

    The height of a row is the height of its tallest cell, smoothed as a power mean over its cells. The widths move
    towards equal slopes in a fixed number of rounds.
    """
    widths = _scaled([room / len(least)] * len(least), least, room)
    written = [row for row in loads if any(total or lasts for total, lasts, _lost in row)]
    columns = [[row[at] for row in written] for at in range(len(least))]
    for _round in range(_ROUNDS):
        slopes = [gain / width for gain, width in zip(_gains(columns, widths), widths, strict=True)]
        mean = sum(slopes) / len(slopes) or 1.0
        moved = [
            width * max(slope / mean, 0.05) ** (1 / (_SHARPNESS + 1))
            for width, slope in zip(widths, slopes, strict=True)
        ]
        widths = _scaled(moved, least, room)
    return widths


def _gains(columns: Sequence[Sequence[tuple[float, float, float]]], widths: list[float]) -> list[float]:
    """Return the share of each column in the heights of all rows. A column at a time is twice as fast as a row."""
    heights = [
        [lasts + total / (free if (free := width - lost) > 1.0 else 1.0) for total, lasts, lost in column]
        for column, width in zip(columns, widths, strict=True)
    ]
    tallest = list(map(max, zip(*heights, strict=True)))
    powers = [[(height / top) ** _SHARPNESS for height, top in zip(column, tallest, strict=True)] for column in heights]
    shares = list(map(sum, zip(*powers, strict=True)))
    root = 1 / _SHARPNESS
    rows = [top * share**root for top, share in zip(tallest, shares, strict=True)]
    gains = []
    for column in powers:
        gain = 0.0
        for row, power, share in zip(rows, column, shares, strict=True):
            gain += row * power / share
        gains.append(gain)
    return gains


def _scaled(widths: list[float], least: list[int], room: float) -> list[float]:
    """Scale the widths so that they add up to `room`, none below its minimum."""
    held: set[int] = set()
    while True:
        free = [at for at in range(len(widths)) if at not in held]
        left = room - sum(least[at] for at in held)
        scale = left / (sum(widths[at] for at in free) or 1.0)
        low = {at for at in free if widths[at] * scale < least[at]}
        if not low or len(low) == len(free):
            return [float(least[at]) if at in held or at in low else widths[at] * scale for at in range(len(widths))]
        held |= low


def _rounded(widths: list[float], least: list[int], room: int) -> list[int]:
    """Round the widths to whole cells that add up to `room`: the largest fractions are rounded up."""
    whole = [max(int(width), low) for width, low in zip(widths, least, strict=True)]
    by_part = sorted(range(len(widths)), key=lambda at: whole[at] - widths[at])
    for turn in range(room - sum(whole)):
        whole[by_part[turn % len(whole)]] += 1
    return whole
