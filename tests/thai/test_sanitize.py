"""Filters of characters that control a terminal or disguise text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import clean, one_line, safe
from tests.support.thai_texts import reference_texts

REFUSED = [
    *map(chr, range(0x09)),
    *map(chr, range(0x0B, 0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    *"\u200e\u200f\u061c\u2028\u2029\ud800\udfff",
    *map(chr, range(0xFDD0, 0xFDF0)),
    *(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)),
]
LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
anything = st.text(st.one_of(st.sampled_from([*REFUSED, "\n", "\t"]), st.characters(exclude_categories=())))


@pytest.mark.parametrize("character", REFUSED, ids=lambda character: f"{ord(character):04X}")
def test_refused_characters_are_shown_by_safe_and_dropped_by_clean(character: str) -> None:
    assert character not in safe(f"ก{character}ข")
    assert safe(f"ก{character}ข").isprintable()
    assert clean(f"ก{character}ข") == (("ก\nข", 0) if character in LINE_ENDS else ("กข", 1))


def test_replacements_identify_the_character() -> None:
    assert safe("\x1b[31m\x07\x7f\x9b\u202e") == "␛[31m␇␡‹U+009B›‹U+202E›"


def test_line_ends_become_newlines() -> None:
    assert clean("ก\r\nข\rค\nง\t\u2028จ\u2029ฉ\x85ช\x0bซ") == ("ก\nข\nค\nง\t\nจ\nฉ\nช\nซ", 0)


@pytest.mark.parametrize("end", ["\n", "\r\n", *LINE_ENDS])
def test_one_line_has_a_space_for_each_line_end(end: str) -> None:
    assert one_line(f"{end}ก{end}ข\tค{end}") == "ก ข ค"


@given(anything)
def test_one_line_joins_nothing(text: str) -> None:
    line = one_line(text)
    assert not {*LINE_ENDS, "\n", "\t"} & set(line)
    assert "".join(line.split()) == "".join(text.split())


def _is_refused(character: str) -> bool:
    return character in REFUSED or "\ud800" <= character <= "\udfff"


@given(anything)
def test_no_refused_character_passes(text: str) -> None:
    kept, dropped = clean(text)
    assert not set(REFUSED) & set(safe(text))
    assert not set(REFUSED) & set(kept)
    assert dropped == sum(_is_refused(character) and character not in LINE_ENDS for character in text)
    assert clean(kept) == (kept, 0)
    assert safe(kept) == kept


def test_ordinary_text_is_unchanged() -> None:
    for text in (*reference_texts(), "ก\nข\tค", "👩\u200d💻", "a\u00a0b", "โปร่ง\u200bใส"):
        assert safe(text) == text
        assert clean(text) == (text, 0)
