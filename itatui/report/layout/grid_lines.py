"""Draw a bordered table as lines. Cells may go over several rows and columns."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from itatui.report.layout.lines import Frame, Frames, Grid
from itatui.report.model import Tone
from itatui.thai import pad

Span: TypeAlias = tuple[str, Tone | None]
"""A part of a line, and its tone; None: a part of the border."""
_NOTHING: Span = "", None

_MEETINGS = (0b0011, 0b0101, 0b0110, 0b1001, 0b1010, 0b1100, 0b1101, 0b1110, 0b0111, 0b1011, 0b1111)
"""Whether lines that meet go up, down, left and right: a bit each, in this order."""
_SIGNS = dict(zip(_MEETINGS, "─┌┐└┘│├┤┬┴┼", strict=True))
_DOUBLE_SIGNS = dict(zip(_MEETINGS, "═╒╕╘╛│╞╡╤╧╪", strict=True))


class _Border(NamedTuple):
    """The signs of a border."""

    side: str
    fill: str
    fill_below_head: str
    is_ascii: bool

    def sign(self, up: bool, down: bool, left: bool, right: bool, below_head: bool) -> str:
        """Return the sign where lines to these sides meet."""
        if self.is_ascii:
            if left == right == (up or down):
                return "+" if left else " "
            return "+" if left != right else self.side if up or down else self._fill(below_head)
        return (_DOUBLE_SIGNS if below_head else _SIGNS).get(up << 3 | down << 2 | left << 1 | right, " ")

    def _fill(self, below_head: bool) -> str:
        return self.fill_below_head if below_head else self.fill


_LINES = _Border("│", "─", "═", is_ascii=False)
_ASCII = _Border("|", "-", "=", is_ascii=True)


class _Row(NamedTuple):
    """A row with its height in lines."""

    frames: Frames
    height: int
    is_head: bool

    @property
    def sides(self) -> frozenset[int]:
        """The columns with a border on their left, and the number of columns, for the border on the right."""
        return frozenset((*(at for at, frame in enumerate(self.frames) if frame.columns), len(self.frames)))

    @property
    def covered(self) -> frozenset[int]:
        """The columns in which a frame above goes on."""
        return frozenset(at for at, frame in enumerate(self.frames) if not frame.rows)


def grid_lines(grid: Grid, *, ascii: bool) -> Iterator[list[Span]]:  # noqa: A002
    """Yield the lines of a table. `ascii` draws the border with `-`, `|` and `+`."""
    drawing = _Drawing(grid, _ASCII if ascii else _LINES)
    rows = [*drawing.with_heights(grid.head, is_head=True), *drawing.with_heights(grid.rows, is_head=False)]
    yield drawing.rule(None, rows[0])
    for at, row in enumerate(rows):
        drawing.begin(rows, at)
        yield from drawing.lines(row)
        below = rows[at + 1] if at + 1 < len(rows) else None
        if row.is_head and below is None:  # no rows: the headings have their line all the same
            yield drawing.rule(row, row._replace(is_head=False))
        yield drawing.rule(row, below)


class _Drawing:
    """The lines of a table, and what is left of the frames that go on."""

    def __init__(self, grid: Grid, border: _Border) -> None:
        self._grid, self._border = grid, border
        self._left, self._right = (" " * side for side in grid.sides)
        self._running: dict[int, Iterator[Span]] = {}
        """What is left to draw of the frame in each column."""
        self._rules: dict[tuple[frozenset[int] | None, frozenset[int] | None, bool], str] = {}

    def with_heights(self, rows: Sequence[Frames], *, is_head: bool) -> Iterator[_Row]:
        """Yield rows with their heights: those of a frame that goes over several are high enough together."""
        heights = [max((each.line_count for each in row if each.rows == 1), default=0) or 1 for row in rows]
        over = [(frame.rows, at, frame) for at, row in enumerate(rows) for frame in row if frame.rows > 1]
        for count, at, frame in sorted(over, key=lambda each: each[:2]):
            lacking = frame.line_count - sum(heights[at : at + count]) - (count - 1)
            for turn in range(max(lacking, 0)):
                heights[at + turn % count] += 1
        for row, height in zip(rows, heights, strict=True):
            yield _Row(row, height, is_head)

    def begin(self, rows: Sequence[_Row], at: int) -> None:
        """Go on with the frames that begin in a row."""
        for column, frame in enumerate(rows[at].frames):
            if frame.rows and frame.columns:
                lines: list[Span] = [(line, block.tone) for block in frame.blocks for line in block.lines]
                if frame.middle:
                    height = sum(row.height for row in rows[at : at + frame.rows]) + frame.rows - 1
                    lines[:0] = [_NOTHING] * _space_above(frame, height)
                self._running[column] = iter(lines)

    def lines(self, row: _Row) -> Iterator[list[Span]]:
        """Yield the lines of a row."""
        places = [(self._running[at], self._width(row, at)) for at, frame in enumerate(row.frames) if frame.columns]
        between: Span = self._right + self._border.side + self._left, None
        start, end = self._border.side + self._left, self._right + self._border.side
        for _line in range(row.height):
            spans: list[Span] = [(start, None)]
            for lines, width in places:
                text, tone = next(lines, _NOTHING)
                spans += (pad(text, width), tone), between
            spans[-1] = end, None
            yield spans

    def _width(self, row: _Row, at: int) -> int:
        columns = row.frames[at].columns
        return sum(self._grid.widths[at : at + columns]) + (columns - 1) * (sum(self._grid.sides) + 1)

    def rule(self, above: _Row | None, below: _Row | None) -> list[Span]:
        """Return the line between two rows, in which the frames that go over both go on."""
        up, down = above and above.sides, below and below.sides
        covered = below.covered if below else frozenset()
        below_head = bool(above and below and above.is_head != below.is_head)
        if not covered:
            key = up, down, below_head
            if key not in self._rules:
                self._rules[key] = "".join(text for text, _tone in self._ruled(up, down, covered, below_head))
            return [(self._rules[key], None)]
        return list(self._ruled(up, down, covered, below_head))

    def _ruled(
        self,
        up: frozenset[int] | None,
        down: frozenset[int] | None,
        covered: frozenset[int],
        below_head: bool,
    ) -> Iterator[Span]:
        border, count = self._border, len(self._grid.widths)
        fill = border.fill_below_head if below_head else border.fill
        for at in range(count + 1):
            left, right = at > 0 and at - 1 not in covered, at < count and at not in covered
            yield border.sign(bool(up and at in up), bool(down and at in down), left, right, below_head), None
            if at == count:
                return
            width = self._grid.widths[at]
            if right:
                yield fill * (width + sum(self._grid.sides)), None
            else:
                text, tone = next(self._running[at], _NOTHING)
                yield from ((self._left, None), (pad(text, width), tone), (self._right, None))


def _space_above(frame: Frame, height: int) -> int:
    """Return the empty lines above a frame that stands in the middle of so many lines: the larger half."""
    free = height - frame.line_count
    return free - free // 2
