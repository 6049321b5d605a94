"""Thai and Arabic digits."""

import pytest
from hypothesis import given

from itatui.thai import choose_digits, numerals, thai_digits, uses_thai_digits
from tests.support.thai_texts import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ปี2567 ไตรมาส 1 – 4", "ปี๒๕๖๗ ไตรมาส ๑ – ๔"),
        ("1.จัดทำ 5ส 90% 1,000.50", "๑.จัดทำ ๕ส ๙๐% ๑,๐๐๐.๕๐"),
        ("(IIT-2) และ EIT-13", "(IIT-2) และ EIT-13"),
        ("ข้อ O34 กับ E service 2", "ข้อ O34 กับ E service ๒"),
        ("ดูที่ https://a.go.th/2567/1ข้อ3 ใน 3 วัน", "ดูที่ https://a.go.th/2567/1ข้อ3 ใน ๓ วัน"),
        ("ดูที่www.a.go.th/2567", "ดูที่www.a.go.th/2567"),
        ("mail2@a.go.th", "mail2@a.go.th"),
        ("/งาน/2567/ไฟล์ 2 และ รายงาน2567.pdf, 4", "/งาน/2567/ไฟล์ ๒ และ รายงาน2567.pdf, ๔"),
        ("15/1/2567 เวลา 14:02", "๑๕/๑/๒๕๖๗ เวลา ๑๔:๐๒"),
        ("ไม่มี", "ไม่มี"),
    ],
)
def test_thai_digits_leave_addresses_and_files(text: str, expected: str) -> None:
    assert thai_digits(text) == expected


@given(texts)
def test_thai_digits_are_idempotent(text: str) -> None:
    assert thai_digits(thai_digits(text)) == thai_digits(text)


def test_numerals_follow_the_choice() -> None:
    assert (numerals("ปี 2567 ๑"), uses_thai_digits()) == ("ปี 2567 ๑", False)
    try:
        choose_digits("thai")
        assert (numerals("ปี 2567 ๑"), uses_thai_digits()) == ("ปี ๒๕๖๗ ๑", True)
    finally:
        choose_digits("arabic")
