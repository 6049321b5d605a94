"""Cells and code points of displayed lines with tabs and lone marks."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import cells, clusters
from itatui.thai.cell_columns import CIRCLE, cell_of, column_at, display_text, stands_alone
from tests.support.thai_texts import texts

lines = texts.map(lambda text: text.replace("\n", "\t"))


@given(lines)
def test_cell_of_is_the_width_of_the_displayed_text(line: str) -> None:
    tabs = [number % 4 + 1 for number in range(line.count("\t"))]
    assert cell_of(line, tabs) == cells(display_text(line, tabs))


@given(lines, st.integers(0, 200))
def test_column_at_is_the_cluster_that_covers_the_cell(line: str, cell: int) -> None:
    column = column_at(line, cell)
    edges = [0, *accumulate(map(len, clusters(line)))]
    assert column in edges
    assert cell_of(line[:column]) <= cell or column == 0
    if column < len(line):
        assert cell < cell_of(line[: edges[edges.index(column) + 1]])


@pytest.mark.parametrize(
    ("text", "tabs", "expected"),
    [
        ("ก\tข", [3], "ก   ข"),
        ("\t\t", [2, 1], "   "),
        ("่ก", [], f"{CIRCLE}่ก"),
        ("ก\t่", [1], f"ก {CIRCLE}่"),
        ("", [], ""),
    ],
)
def test_display_text_expands_tabs_and_puts_lone_marks_on_circles(text: str, tabs: list[int], expected: str) -> None:
    assert display_text(text, tabs) == expected


def test_only_marks_without_base_stand_alone() -> None:
    assert [text for text in ("่", "ำ", "\u200b", "ก่", "\t", "") if stands_alone(text)] == ["่", "ำ", "\u200b"]
