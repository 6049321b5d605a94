"""Cells: as Rich counts them; texts cut and filled to a number of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from itatui.thai import cells, clusters, pad, truncate
from tests.support.thai_texts import MARKS, reference_texts, texts


def test_every_thai_code_point_is_as_wide_as_rich_has_it() -> None:
    for code in range(0x0E00, 0x0E80):
        character = chr(code)
        assert cells(character) == cell_len(character) == (character not in MARKS)
        assert cells("ก" + character) == cell_len("ก" + character)


def test_every_character_of_the_basic_plane_is_as_wide_as_rich_has_it() -> None:
    for code in range(0x10000):
        assert cells(chr(code)) == cell_len(chr(code)), hex(code)


def test_the_reference_report_is_as_wide_as_rich_has_it() -> None:
    assert all(cells(text) == cell_len(text) for text in reference_texts())


@given(texts)
def test_any_text_is_as_wide_as_rich_has_it(text: str) -> None:
    assert cells(text) == cell_len(text)


def test_sara_am_is_one_cell_with_or_without_a_tone() -> None:
    assert cells("น้ำ") == 2
    assert cells("ทำ") == 2


@given(texts.filter(lambda text: "\n" not in text), st.integers(-1, 50))
def test_a_padded_text_fills_its_cells_exactly(text: str, width: int) -> None:
    assert cells(pad(text, width)) == max(width, 0) or (width <= 0 and not cells(text))


@given(texts, st.integers(1, 50))
def test_a_truncated_text_says_so_and_is_cut_between_clusters(text: str, width: int) -> None:
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
def test_truncating(text: str, width: int, expected: str) -> None:
    assert truncate(text, width) == expected


def test_truncating_keeps_what_fits_of_a_text_full_of_marks() -> None:
    assert truncate("ก" + "้" * 500 + "ขค", 2) == "ก" + "้" * 500 + "…"
