"""Tables of pages with drawn lines: the cells between the lines, and the characters in them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from itatui.intake.grid import CAPTION_LINES, Cell, Table, table_of
from itatui.intake.soft_lines import join_lines

_NEAR = 2.5
"""Points between lines that are meant to be one."""
_BASELINE = 3.0
"""Points between the baselines of two lines of text, at least."""
_MIN_LENGTH = 5.0
"""Points of the shortest line of a table."""
_MAX_LINES = 400
"""Rows or columns of lines of a page."""


class Line(NamedTuple):
    """A horizontal or vertical line in points; y grows upwards."""

    left: float
    low: float
    right: float
    high: float

    @property
    def is_upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.high - self.low > self.right - self.left


class Sign(NamedTuple):
    """A character and its origin in points."""

    text: str
    x: float
    y: float


class _Frame(NamedTuple):
    """The lines of a table."""

    xs: list[float]
    """Places of its upright lines, from left to right."""
    ys: list[float]
    """Places of its horizontal lines, from above to below."""
    uprights: list[Line]
    levels: list[Line]


class _Part(NamedTuple):
    """The part of a table on a page."""

    xs: list[float]
    cells: list[Cell]
    rows: int
    caption: str
    page_starts: tuple[int, ...] = ()


def tables_in(pages: Sequence[tuple[list[Line], list[Sign]]]) -> tuple[Table, ...]:
    """Return the tables of pages, each with the lines of text above it, but those that every page repeats.

    A table at the top of a page whose columns are those of the last table goes on with it.
    """
    seen = Counter(line for _lines, signs in pages for line in {text.strip() for text in _text_lines(signs)})
    parts: list[_Part] = []
    for lines, signs in pages:
        rest = list(signs)
        for number, frame in enumerate(_frames(lines)):
            cells, rest, above = _filled(frame, rest)
            caption = [line for line in _text_lines(above) if any(map(str.isalpha, line)) and seen[line.strip()] == 1]
            part = _Part(frame.xs, cells, len(frame.ys) - 1, "\n".join(caption[-CAPTION_LINES:]))
            if parts and not number and _goes_on(parts[-1], part):
                parts[-1] = _with_part(parts[-1], part)
            else:
                parts.append(part)
    return tuple(table_of(part.cells, part.caption, part.page_starts) for part in parts)


def _goes_on(last: _Part, part: _Part) -> bool:
    same = len(last.xs) == len(part.xs) and all(abs(x - y) <= _NEAR for x, y in zip(last.xs, part.xs, strict=True))
    return same and not part.caption


def _with_part(last: _Part, part: _Part) -> _Part:
    cells = [*last.cells, *(cell._replace(row=cell.row + last.rows) for cell in part.cells)]
    return last._replace(cells=cells, rows=last.rows + part.rows, page_starts=(*last.page_starts, last.rows))


def _frames(lines: list[Line]) -> Iterator[_Frame]:
    """Yield the tables of a page from above to below: rows that upright lines bound without a break."""
    long = [line for line in lines if max(line.right - line.left, line.high - line.low) >= _MIN_LENGTH]
    uprights = [line for line in long if line.is_upright]
    levels = [line for line in long if not line.is_upright]
    ys = _places(line.low for line in levels)[::-1]
    xs = _places(line.left for line in uprights)
    if len(xs) > _MAX_LINES or len(ys) > _MAX_LINES:
        return
    start = 0
    for row in range(len(ys)):
        bounded = (
            row + 1 < len(ys) and len({line.left for line in uprights if _covers_y(line, ys[row], ys[row + 1])}) > 1
        )
        if bounded:
            continue
        if row > start:
            own = [line for line in uprights if line.high > ys[row] + _NEAR and line.low < ys[start] - _NEAR]
            yield _Frame(_places(line.left for line in own), ys[start : row + 1], own, levels)
        start = row + 1


def _places(values: Iterable[float]) -> list[float]:
    """Return the places of lines in order, one for those that lie near each other."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _covers_y(line: Line, high: float, low: float) -> bool:
    middle = (high + low) / 2
    return line.low - _NEAR <= middle <= line.high + _NEAR


def _filled(frame: _Frame, signs: list[Sign]) -> tuple[list[Cell], list[Sign], list[Sign]]:
    """Return the cells of a table with their texts, the characters below it, and those above it."""
    owners = _owners(frame)
    inside: dict[tuple[int, int], list[Sign]] = {owner: [] for owner in owners.values()}
    above: list[Sign] = []
    below: list[Sign] = []
    falling = [-y for y in frame.ys]
    for sign in signs:
        row = bisect_right(falling, -sign.y) - 1
        column = bisect_right(frame.xs, sign.x + _NEAR / 2) - 1
        if (row, column) in owners:
            inside[owners[row, column]].append(sign)
        else:
            (above if sign.y >= frame.ys[0] else below).append(sign)
    spans = _spans(owners)
    cells = [Cell(join_lines(_text_lines(own)), *place, *spans[place]) for place, own in inside.items()]
    return cells, below, above


def _owners(frame: _Frame) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the first place of the cell that covers each place: no line parts it from the place above or left."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(frame.ys) - 1):
        beside = [line for line in frame.uprights if _covers_y(line, frame.ys[row], frame.ys[row + 1])]
        over = [line for line in frame.levels if abs(line.low - frame.ys[row]) <= _NEAR]
        for column in range(len(frame.xs) - 1):
            left, right = frame.xs[column], frame.xs[column + 1]
            owner = (row, column)
            if row and not any(line.left - _NEAR <= (left + right) / 2 <= line.right + _NEAR for line in over):
                owner = owners[row - 1, column]
            if column and not any(abs(line.left - left) <= _NEAR for line in beside):
                owner = min(owner, owners[row, column - 1])
            owners[row, column] = owner
    return owners


def _spans(owners: dict[tuple[int, int], tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the rows and columns that each cell covers."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), owner in owners.items():
        rows, columns = spans.get(owner, (1, 1))
        spans[owner] = max(rows, row - owner[0] + 1), max(columns, column - owner[1] + 1)
    return spans


def _text_lines(signs: Iterable[Sign]) -> list[str]:
    """Return the lines of text of characters in their order: a new one begins on another baseline."""
    lines: list[str] = []
    level = 0.0
    for sign in signs:
        if not lines or abs(sign.y - level) > _BASELINE:
            lines.append("")
        lines[-1] += sign.text
        level = sign.y
    return lines
