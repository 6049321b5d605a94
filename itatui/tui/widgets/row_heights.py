"""Heights of the rows of a list, in lines."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple


class RowHeights(NamedTuple):
    """Rows of equal height, or each of its own."""

    rows: int = 0
    each: int = 1
    """Lines of a row, if all are equal."""
    starts: tuple[int, ...] = ()
    """First line of each row, then the number of lines; empty: all rows are equal."""

    @classmethod
    def of(cls, heights: Sequence[int]) -> "RowHeights":
        """Return rows of these heights."""
        return cls(len(heights), starts=tuple(accumulate(heights, initial=0)))

    @property
    def total(self) -> int:
        """Lines of all rows."""
        return self.starts[-1] if self.starts else self.rows * self.each

    def first(self, row: int) -> int:
        """Return the first line of a row; of the row after the last, the number of lines."""
        return self.starts[row] if self.starts else row * self.each

    def height(self, row: int) -> int:
        """Return the lines of a row."""
        return self.first(row + 1) - self.first(row)

    def row_at(self, line: int) -> int:
        """Return the row of a line; `rows` and more below the last row."""
        if not self.starts:
            return line // self.each
        return bisect_right(self.starts, line) - 1


def fitting_height(needed: Sequence[int], room: int, least: int) -> int:
    """Return the height at which to cut rows that need `needed` lines so that all fit into `room`; `least` at least."""
    most = max(needed, default=least)
    while most > least and sum(min(lines, most) for lines in needed) > room:
        most -= 1
    return max(most, least)


def fitted(needed: Sequence[int], room: int, least: int) -> list[int]:
    """Return the heights of rows that need `needed` lines: as even as possible, `room` together if it suffices."""
    most = fitting_height(needed, room, least)
    heights = [min(lines, most) for lines in needed]
    spare = room - sum(heights)
    for row, lines in enumerate(needed):
        if lines > most and spare > 0:
            heights[row] += 1
            spare -= 1
    return heights
