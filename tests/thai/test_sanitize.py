"""Filters of characters that control a terminal or disguise text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import clean, safe
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
anything = st.text(st.one_of(st.sampled_from([*REFUSED, "\n", "\t"]), st.characters(exclude_categories=())))


@pytest.mark.parametrize("character", REFUSED, ids=lambda character: f"{ord(character):04X}")
def test_refused_characters_are_shown_by_safe_and_dropped_by_clean(character: str) -> None:
    assert character not in safe(f"ก{character}ข")
    assert safe(f"ก{character}ข").isprintable()
    if character != "\r":
        assert clean(f"ก{character}ข") == ("กข", 1)


def test_replacements_identify_the_character() -> None:
    assert safe("\x1b[31m\x07\x7f\x9b\u202e") == "␛[31m␇␡‹U+009B›‹U+202E›"


def test_newlines_are_unified() -> None:
    assert clean("ก\r\nข\rค\nง\t") == ("ก\nข\nค\nง\t", 0)


def _is_refused(character: str) -> bool:
    return character in REFUSED or "\ud800" <= character <= "\udfff"


@given(anything)
def test_no_refused_character_passes(text: str) -> None:
    kept, dropped = clean(text)
    assert not set(REFUSED) & set(safe(text))
    assert not set(REFUSED) & set(kept)
    assert dropped == sum(_is_refused(character) and character != "\r" for character in text)
    assert clean(kept) == (kept, 0)
    assert safe(kept) == kept


def test_ordinary_text_is_unchanged() -> None:
    for text in (*reference_texts(), "ก\nข\tค", "👩\u200d💻", "a\u00a0b", "โปร่ง\u200bใส"):
        assert safe(text) == text
        assert clean(text) == (text, 0)
