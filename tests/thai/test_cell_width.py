"""Widths in cells, equal to Rich's, and truncated and padded text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from itatui.thai import cells, clusters, pad, truncate
from tests.support.thai_texts import MARKS, reference_texts, texts


def test_thai_code_points_have_width_of_rich() -> None:
    for code in range(0x0E00, 0x0E80):
        character = chr(code)
        assert cells(character) == cell_len(character) == (character not in MARKS)
        assert cells("ก" + character) == cell_len("ก" + character)


def test_basic_plane_has_widths_of_rich() -> None:
    for code in range(0x10000):
        assert cells(chr(code)) == cell_len(chr(code)), hex(code)


def test_reference_report_has_widths_of_rich() -> None:
    assert all(cells(text) == cell_len(text) for text in reference_texts())


@given(texts)
def test_any_text_has_width_of_rich(text: str) -> None:
    assert cells(text) == cell_len(text)


def test_sara_am_takes_one_cell() -> None:
    assert cells("น้ำ") == 2
    assert cells("ทำ") == 2


@given(texts.filter(lambda text: "\n" not in text), st.integers(-1, 50))
def test_padded_text_has_exact_width(text: str, width: int) -> None:
    assert cells(pad(text, width)) == max(width, 0) or (width <= 0 and not cells(text))


@pytest.mark.parametrize("text", ["\u200d", "👩\u200d", "กขคง\u200d", "กขค\u200d\u200d"])
def test_padded_text_ending_in_a_joiner_has_exact_width(text: str) -> None:
    assert cells(pad(text, 4)) == 4


@given(texts, st.integers(1, 50))
def test_truncated_text_has_ellipsis_and_whole_clusters(text: str, width: int) -> None:
    short = truncate(text, width)
    assert cells(short) <= width
    if short != text:
        assert short.endswith("…")
        kept = clusters(short[:-1])
        assert kept == clusters(text)[: len(kept)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("ประชาชน", 7, "ประชาชน"),
        ("ประชาชน", 4, "ประ…"),
        ("ทำงาน", 2, "…"),
        ("ทำงาน", 3, "ทำ…"),
        ("ก", 0, ""),
        ("", 0, ""),
    ],
)
def test_truncated_text(text: str, width: int, expected: str) -> None:
    assert truncate(text, width) == expected


def test_truncated_text_keeps_all_marks_that_fit() -> None:
    assert truncate("ก" + "้" * 500 + "ขค", 2) == "ก" + "้" * 500 + "…"
