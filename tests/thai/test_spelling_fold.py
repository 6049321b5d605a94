"""Folding of equivalent spellings, and digits."""

import pytest
from hypothesis import given

from itatui.thai import arabic_digits, fold, thai_digits
from tests.support.thai_texts import texts


@pytest.mark.parametrize(
    ("variant", "standard"),
    [
        ("เพ่ือ", "เพื่อ"),
        ("ข้ันตอน", "ขั้นตอน"),
        ("ผ้ทู", "ผ้ทู"),
        ("ทํา", "ทำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเผนงาน", "แผนงาน"),
        ("ปี ๒๕๖๗", "ปี 2567"),
        ("OIT", "oit"),
        ("E\u0301TAT", "état"),
        ("โปร่ง\u200bใส", "โปร่งใส"),
    ],
)
def test_equivalent_spellings_have_same_fold(variant: str, standard: str) -> None:
    assert fold(variant) == fold(standard)
    assert fold(standard) in fold("ก่อน" + variant + "หลัง")


def test_different_words_have_different_folds() -> None:
    assert fold("ปา") != fold("ป่า")
    assert fold("เพื่อ") not in fold("เพือ")


@given(texts)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_digits_are_converted_both_ways() -> None:
    assert thai_digits("ไตรมาส 1 – 4 ปี 2567") == "ไตรมาส ๑ – ๔ ปี ๒๕๖๗"
    assert arabic_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@given(texts)
def test_digit_conversion_is_reversible(text: str) -> None:
    assert arabic_digits(thai_digits(text)) == arabic_digits(text)
