"""Split spelling of ำ for terminals."""

import pytest
from hypothesis import given

from itatui.thai import cells, fold, split_sara_am
from itatui.thai.sara_am import CELLS, PROBE, SPLIT, WHOLE
from tests.support.thai_texts import texts


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("ทำ", "ท\u0e4d\u0e32"),
        ("น้ำ", "น\u0e4d\u0e49\u0e32"),
        ("ค่ำ ช้ำ", "ค\u0e4d\u0e48\u0e32 ช\u0e4d\u0e49\u0e32"),
        ("\x1b[1mกำ\x1b[0m│", "\x1b[1mก\u0e4d\u0e32\x1b[0m│"),
        ("ำ", "\u0e4d\u0e32"),
        ("การ ที่ ก็ า ํ", "การ ที่ ก็ า ํ"),
        ("", ""),
    ],
)
def test_split_spelling_reads_the_same(text: str, spelled: str) -> None:
    assert split_sara_am(text) == spelled
    assert fold(spelled) == fold(text)


@given(texts)
def test_split_spelling_has_same_width_and_is_idempotent(text: str) -> None:
    spelled = split_sara_am(text)
    assert cells(spelled) == cells(text)
    assert "\u0e33" not in spelled and split_sara_am(spelled) == spelled
    assert len(spelled) == len(text) + text.count("\u0e33")


def test_spelling_by_probed_cells() -> None:
    assert CELLS[cells(PROBE)] == WHOLE and CELLS[1] == SPLIT
