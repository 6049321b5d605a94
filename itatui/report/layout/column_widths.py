"""How wide each column is: no word broken that need not be, then rows as low as they can be.

Only `column_widths` is for others. All widths are in cells.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from itatui.report.layout.cells import Cell
from itatui.report.layout.lines import indent_of
from itatui.thai import break_points, cells

LEAST = 4
"""No column is narrower than this."""

_SHARPNESS = 6.0  # how nearly a row counts as its tallest cell alone; at infinity the rounds below would not settle
_ROUNDS = 24
_RAGGED = 1.5  # the cells that lines between words leave empty at their right, on average
_THAI_WORD, _OTHER_WORD = 1, 10  # a long Thai word is divided between its parts, an English one anywhere
_SHARE = 0.3  # the part of the room that one word may claim for its column; an address is broken instead
_LAST_LINE = 0.5  # the part of a line that the last one of a piece leaves empty


def column_widths(rows: Sequence[Sequence[Cell]], room: int, *, hanging: bool) -> list[int]:
    """The widths, which add up to `room`, of the columns of these rows (the headings are one of them)."""
    columns = list(zip(*rows, strict=True))
    words = [_words(column, hanging=hanging) for column in columns]
    least = _least(words, room)
    loads = [[_load(cell, hanging=hanging) for cell in row] for row in rows]
    return _whole(_balanced(loads, least, room), least, room)


def _words(column: Sequence[Cell], *, hanging: bool) -> Counter[int]:
    """How much there is to lose of words that need a column of so many cells, by those cells."""
    found: Counter[tuple[int, str]] = Counter()
    for cell in column:
        indent = indent_of(cell) if hanging else 0
        for piece in cell:
            text, inner = piece.text, indent if piece.mark else 0
            edges = [0, *break_points(text), len(text)]
            found.update((inner, text[start:end]) for start, end in pairwise(edges))
    counted: Counter[int] = Counter()
    for (inner, word), times in found.items():
        counted[inner + cells(word.rstrip())] += times * (_THAI_WORD if _is_thai(word) else _OTHER_WORD)
    return counted


def _is_thai(word: str) -> bool:
    return any("\u0e01" <= character <= "\u0e5b" for character in word)


def _least(words: list[Counter[int]], room: int) -> list[int]:
    """For each column the cells of its longest word; where they do not all fit, the least is broken in all."""
    most = int(room * _SHARE)
    longest = [max(LEAST, min(most, max(counted, default=0))) for counted in words]
    if sum(longest) <= room:
        return longest
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for counted, top in zip(words, longest, strict=True):
        further: dict[int, tuple[float, tuple[int, ...]]] = {}
        losses = _losses(counted, top)
        for used, (loss, widths) in best.items():
            for width, more in losses.items():
                way = loss + more, (*widths, width)
                if used + width <= room and way < further.get(used + width, (inf,)):
                    further[used + width] = way
        best = further
    return list(min(best.values())[1])


def _losses(counted: Counter[int], top: int) -> dict[int, float]:
    """For each width up to `top` the part of a column's words that it breaks.

    The part and not the number: a column of few words is not broken up to spare one word of a column of many.
    """
    whole = counted.total() or 1
    return {
        width: sum(times for wide, times in counted.items() if wide > width) / whole for width in range(LEAST, top + 1)
    }


def _load(cell: Cell, *, hanging: bool) -> tuple[float, float, float]:
    """The cells of text, the lines that ends of pieces cost, and the cells of each line that no text can use."""
    if not cell:
        return 0.0, 0.0, 0.0
    indent = indent_of(cell) if hanging else 0
    total = sum(cells(piece.text) + (0 if indent or not piece.mark else cells(piece.mark) + 1) for piece in cell)
    return float(total), _LAST_LINE * sum(1 + piece.text.count("\n") for piece in cell), indent + _RAGGED


def _balanced(loads: list[list[tuple[float, float, float]]], least: list[int], room: int) -> list[float]:
    """Widths, at least the least, at which a cell more makes the table shorter by the same in every column.

    The height of a row is that of its tallest cell, taken as a power mean of its cells' so that it is smooth; the
    widths go towards where its slopes are equal, in a number of rounds that does not depend on the content.
    """
    widths = [room / len(least)] * len(least)
    widths = _filled(widths, least, room)
    for _round in range(_ROUNDS):
        gains = [0.0] * len(widths)
        for row in loads:
            heights = [
                lasts + total / max(width - lost, 1.0) for (total, lasts, lost), width in zip(row, widths, strict=True)
            ]
            tallest = max(heights)
            if tallest <= 0:
                continue
            powers = [(height / tallest) ** _SHARPNESS for height in heights]
            height = tallest * sum(powers) ** (1 / _SHARPNESS)
            shares = sum(powers)
            gains = [gain + height * power / shares for gain, power in zip(gains, powers, strict=True)]
        slopes = [gain / width for gain, width in zip(gains, widths, strict=True)]
        mean = sum(slopes) / len(slopes) or 1.0
        moved = [
            width * max(slope / mean, 0.05) ** (1 / (_SHARPNESS + 1))
            for width, slope in zip(widths, slopes, strict=True)
        ]
        widths = _filled(moved, least, room)
    return widths


def _filled(widths: list[float], least: list[int], room: int) -> list[float]:
    """The widths in proportion, so that they add up to `room` and none is below its least."""
    held: set[int] = set()
    while True:
        free = [at for at in range(len(widths)) if at not in held]
        left = room - sum(least[at] for at in held)
        scale = left / (sum(widths[at] for at in free) or 1.0)
        low = {at for at in free if widths[at] * scale < least[at]}
        if not low or len(low) == len(free):
            return [float(least[at]) if at in held or at in low else widths[at] * scale for at in range(len(widths))]
        held |= low


def _whole(widths: list[float], least: list[int], room: int) -> list[int]:
    """Whole cells: the largest parts are rounded up until the sum is `room`."""
    whole = [max(int(width), low) for width, low in zip(widths, least, strict=True)]
    by_part = sorted(range(len(widths)), key=lambda at: whole[at] - widths[at])
    for turn in range(room - sum(whole)):
        whole[by_part[turn % len(whole)]] += 1
    return whole
