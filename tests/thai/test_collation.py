"""Thai words stand in the order of the dictionary."""

from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import collation_key


def test_the_order_is_the_dictionary_s() -> None:
    words = ["กลาง", "กอง", "เก", "แก", "ขอ", "เขต", "คลัง", "ทุก", "ปลัด", "เปล", "สำนัก", "เหตุ", "อำเภอ"]
    assert sorted({*words}, key=collation_key) == words


def test_tones_only_tell_apart_what_is_else_alike() -> None:
    assert sorted(["ข้าง", "ขาว", "ขาง"], key=collation_key) == ["ขาง", "ข้าง", "ขาว"]


@given(st.permutations(["ขา", "ข่า", "ข้า", "เขา", "เข่า", "เข้า", "ขาว", "กา"]))
def test_any_texts_have_one_order(texts: list[str]) -> None:
    assert sorted(texts, key=collation_key) == ["กา", "ขา", "ข่า", "ข้า", "ขาว", "เขา", "เข่า", "เข้า"]
