"""Search: one spelling for all that read the same; and digits."""

import pytest
from hypothesis import given

from itatui.thai import arabic_digits, fold, thai_digits
from tests.support.thai_texts import texts


@pytest.mark.parametrize(
    ("written", "meant"),
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
def test_spellings_that_read_the_same_fold_to_the_same(written: str, meant: str) -> None:
    assert fold(written) == fold(meant)
    assert fold(meant) in fold("ก่อน" + written + "หลัง")


def test_other_words_stay_apart() -> None:
    assert fold("ปา") != fold("ป่า")
    assert fold("เพื่อ") not in fold("เพือ")


@given(texts)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_digits_go_both_ways() -> None:
    assert thai_digits("ไตรมาส 1 – 4 ปี 2567") == "ไตรมาส ๑ – ๔ ปี ๒๕๖๗"
    assert arabic_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@given(texts)
def test_digits_come_back(text: str) -> None:
    assert arabic_digits(thai_digits(text)) == arabic_digits(text)
