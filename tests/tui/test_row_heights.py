"""Heights of the rows of the list: each line belongs to a row, and what fits is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.store import RegisterFile
from itatui.tui.widgets.measure_list import MeasureList
from itatui.tui.widgets.row_heights import RowHeights, fitted
from tests.support.desk import open_screen

NEEDED = st.lists(st.integers(1, 12), max_size=12)


@given(NEEDED)
def test_every_line_belongs_to_its_row(heights: list[int]) -> None:
    rows = RowHeights.of(heights)
    lines = [row for row, height in enumerate(heights) for _line in range(height)]
    assert [rows.row_at(line) for line in range(rows.total)] == lines
    assert [rows.height(row) for row in range(rows.rows)] == heights
    assert rows.row_at(rows.total) >= rows.rows


@given(st.integers(0, 10_000), st.integers(1, 5))
def test_equal_rows_need_no_table(count: int, each: int) -> None:
    rows, listed = RowHeights(count, each), RowHeights.of([each] * count)
    assert (rows.total, rows.first(count)) == (listed.total, listed.first(count))
    assert not rows.starts


@given(NEEDED, st.integers(1, 60))
def test_rows_are_as_high_as_they_need_if_all_fit(needed: list[int], room: int) -> None:
    heights = fitted(needed, room, least=2)
    if sum(needed) <= room:
        assert heights == needed
    assert all(min(lines, 2) <= height <= lines for height, lines in zip(heights, needed, strict=True))


@given(NEEDED, st.integers(1, 60))
def test_rows_fill_the_room_evenly_where_they_do_not_all_fit(needed: list[int], room: int) -> None:
    heights = fitted(needed, room, least=2)
    if sum(needed) > room >= sum(min(lines, 2) for lines in needed):
        assert sum(heights) == room
        cut = [height for height, lines in zip(heights, needed, strict=True) if height < lines]
        assert max(cut) - min(cut) <= 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 30)], ids=["80x24", "120x36", "160x30"])
async def test_no_line_is_empty_below_rows_that_are_cut(file: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size) as desk:
        rows = desk.main.query_one(MeasureList)
        assert "…" in desk.text
        assert rows.line_count() == rows.inside.height
