"""Thai dictionary order."""

from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import collation_key


def test_words_sort_in_dictionary_order() -> None:
    words = ["กลาง", "กอง", "เก", "แก", "ขอ", "เขต", "คลัง", "ทุก", "ปลัด", "เปล", "สำนัก", "เหตุ", "อำเภอ"]
    assert sorted({*words}, key=collation_key) == words


def test_tones_decide_only_between_equal_words() -> None:
    assert sorted(["ข้าง", "ขาว", "ขาง"], key=collation_key) == ["ขาง", "ข้าง", "ขาว"]


@given(st.permutations(["ขา", "ข่า", "ข้า", "เขา", "เข่า", "เข้า", "ขาว", "กา"]))
def test_order_is_independent_of_input_order(texts: list[str]) -> None:
    assert sorted(texts, key=collation_key) == ["กา", "ขา", "ข่า", "ข้า", "ขาว", "เขา", "เข่า", "เข้า"]
