"""The heading of the meeting's page: large figures, marks of what was reviewed, and its width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import cells
from itatui.tui.screens.meeting.block_figures import FULL_HEIGHT, HALF_HEIGHT, block_figures
from itatui.tui.screens.meeting.page_head import Heading, heading_height, heading_lines
from itatui.tui.screens.meeting.page_lines import Line

NINE = (True, True, *[False] * 7)


def text(line: Line) -> str:
    return "".join(words for words, _look in line).rstrip()


def test_figures_are_large_where_there_is_room() -> None:
    assert heading_height(72, 22) == 1
    assert heading_height(60, 60) == 1
    assert heading_height(108, 34) == HALF_HEIGHT
    assert heading_height(110, 58) == FULL_HEIGHT


def test_figures_of_both_heights() -> None:
    assert block_figures(40, HALF_HEIGHT) == ["█ █ █▀█", "▀▀█ █ █", "  ▀ ▀▀▀"]
    assert block_figures(1, FULL_HEIGHT) == ["  ██  ", "████  ", "  ██  ", "  ██  ", "██████"]


def test_small_heading_is_a_line_with_a_mark_for_each_measure() -> None:
    (line,) = heading_lines(Heading("IIT-3", 3, NINE, ""), 60, 1)
    assert text(line).startswith(" IIT-3   ●●○○○○○○○") and text(line).endswith("3 จาก 9")
    assert ("○", "cursor") in line


def test_marks_around_the_current_measure_are_shown_if_not_all_fit() -> None:
    (line,) = heading_lines(Heading("IIT-50", 50, (True,) * 99, ""), 60, 1)
    assert text(line).count("…") == 2 and ("●", "cursor") in line


@pytest.mark.parametrize("height", [HALF_HEIGHT, FULL_HEIGHT])
def test_code_of_a_track_may_be_anything(height: int) -> None:
    lines = heading_lines(Heading("{x}-1", 1, NINE, "หน้า 1/2"), 110, height)
    assert len(lines) == height and " {x} " in text(lines[height // 2]) and "หน้า 1/2" in text(lines[-1])


@given(
    st.integers(20, 220),
    st.sampled_from([1, HALF_HEIGHT, FULL_HEIGHT]),
    st.integers(1, 300).flatmap(lambda total: st.tuples(st.integers(1, total), st.just(total))),
    st.sampled_from(["IIT", "แบบวัด"]),
)
def test_heading_keeps_its_height_and_marks_never_widen_it(
    width: int, height: int, place: tuple[int, int], code: str
) -> None:
    number, total = place
    lines = heading_lines(Heading(f"{code}-{number}", number, (False,) * total, ""), width, height)
    assert len(lines) == height
    least = cells(f" {code}-{number}   {number} จาก {total}")
    assert all(sum(cells(words) for words, _look in line) <= max(width, least + 2) for line in lines)
