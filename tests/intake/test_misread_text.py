"""Thai that another program read as Western letters is restored, and nothing else is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.intake.grid import Cell, Grid, table_of
from itatui.intake.misread_text import restored

THAI = st.lists(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E3A), min_size=1), max_size=5)


def grid_of(texts: list[str]) -> Grid:
    return Grid("made", (table_of(Cell(text, row, 0) for row, text in enumerate(texts)),))


def texts_of(grid: Grid) -> list[str]:
    return [cell.text for table in grid.tables for line in table.lines for cell in line]


def misread(text: str, encoding: str, private: bool) -> str:
    """Return a text as a program reads its bytes as Windows-1252; it keeps those that are undefined there."""
    signs = []
    for byte in text.encode(encoding):
        try:
            signs.append(bytes([byte]).decode("cp1252"))
        except UnicodeDecodeError:
            signs.append(chr(0xF100 + byte if private else byte))
    return "".join(signs)


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
@given(THAI, st.booleans())
def test_misread_thai_is_put_right(encoding: str, texts: list[str], private: bool) -> None:
    texts = [f"{text} ข1" for text in texts]
    found = restored(grid_of([misread(text, encoding, private) for text in texts]))
    assert (texts_of(found), len(found.notes)) == (texts, 1 if texts else 0)


@pytest.mark.parametrize("texts", [["ไทย", "café"], ["café", "naïve"], ["plain"], ["→ ✓"], []])
def test_other_texts_stay(texts: list[str]) -> None:
    assert restored(grid_of(texts)) == grid_of(texts)
