"""ำ split by a space, as PDFs give it, or left without its ring: joined, suggested, or left alone."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import repair_text
from itatui.thai.repair.suggestions import LINE, LOST, SPACE, SPLIT, apply_suggestions, suggestions
from tests.support.clean_sentences import clean_sentences
from tests.support.split_counts import count_split

CERTAIN = [
    ("ได้ด าเนินการตามจ านวนที่ส านักงานก าหนด", "ได้ดำเนินการตามจำนวนที่สำนักงานกำหนด", 4),
    ("ผู้อ านวยการจัดท าแผนประจ าปี", "ผู้อำนวยการจัดทำแผนประจำปี", 3),
    ("จัดท า แผนตามค าสั่ง", "จัดทำ แผนตามคำสั่ง", 2),
    ("ส  านักปลัดอ\u00a0าเภอ", "สำนักปลัดอำเภอ", 2),
    ("น ้ามันเชื้อเพลิงและน้ ามันเครื่อง", "น้ำมันเชื้อเพลิงและน้ำมันเครื่อง", 2),
    ("ทํ าความสะอาดนํ้ าเสีย", "ทำความสะอาดน้ำเสีย", 2),
    ("น าข้อเสนอแนะมาท าแผน มีน้ าใช้", "นำข้อเสนอแนะมาทำแผน มีน้ำใช้", 3),
    ("ได้ด\nาเนินการ", "ได้ดำเนินการ", 1),
    ("ด ำเนินการ", "ดำเนินการ", 1),
    ("เพ่ือก าหนด", "เพื่อกำหนด", 2),
    ("ได้ท ำ แล้วตามถ้อยค ำ", "ได้ทำ แล้วตามถ้อยคำ", 2),
    ("น้ ำ ดื่ม ซ ้ำ", "น้ำ ดื่ม ซ้ำ", 2),
]
"""Damaged text, intended text, number of repairs."""
SUGGESTED = [
    (SPLIT, "เรือล าใหญ่", "เรือลำใหญ่"),
    (SPLIT, "ให้บริการช าระภาษี", "ให้บริการชำระภาษี"),
    (SPLIT, "ก ำ", "กำ"),
    (SPLIT, "จะ ท ำ งาน", "จะ ทำ งาน"),
    (SPLIT, "กระท า ผิด", "กระทำ ผิด"),
    (SPACE, "สถานที่ว่ างเปล่า", "สถานที่ว่างเปล่า"),
    (SPACE, "รายก ารประเมิน", "รายการประเมิน"),
    (LOST, "ได้ดาเนินการแล้ว", "ได้ดำเนินการแล้ว"),
    (LOST, "สานักงานปลัด", "สำนักงานปลัด"),
    (LOST, "แผนประจาปี", "แผนประจำปี"),
    (LOST, "จัดทารายงาน", "จัดทำรายงาน"),
]
"""Reason, damaged text that is not repaired automatically, intended text."""
INTENDED = [
    "โ ร ง เ รี ย น",
    "ก า ร จั ด ท า แ ผ น",
    "ป ร ะ จ า ปี",
    "หัวข้อ  ส  า  นั  ก  งาน",
    "สระ ำ และ า",
    "ส่ง ำ ตามเดิม",
    "เขียน า แทน ำ",
    "พิมพ์ ำ ไม่ใช่ ํ และ า",
    "คำที่ลงท้าย า กับแป้น า",
    "ก า ก ำ",
    "ตา นา อา กา ดา นายอานนท์ ทาคำ ตำบลนาบัว",
]
"""Text that is neither repaired nor doubtful: letter-spaced headings, letters, names."""

_pieces = st.sampled_from([*"กนท้่\u0e4dาำเะ x", "  ", "\n", "ที่", "ด าเนินการ", "จัดท า"])
split_texts = st.lists(_pieces, max_size=14).map("".join)


@pytest.mark.parametrize(("text", "meant", "count"), CERTAIN)
def test_certain_split_is_joined_and_counted(text: str, meant: str, count: int) -> None:
    assert repair_text(text) == (meant, count)


@pytest.mark.parametrize(("why", "text", "meant"), SUGGESTED)
def test_doubtful_split_and_lost_ring_are_only_suggested(why: str, text: str, meant: str) -> None:
    assert repair_text(text) == (text, 0)
    (suggestion,) = suggestions(text)
    assert suggestion.why == why
    assert apply_suggestions(text, [suggestion]) == meant


@pytest.mark.parametrize("text", INTENDED)
def test_intended_text_is_left_alone(text: str) -> None:
    assert repair_text(text) == (text, 0)
    assert suggestions(text) == []


def test_joined_lines_never_make_a_plain_vowel() -> None:
    for text in ("เรือล\nาใหญ่", "สถานที่ว่\nางเปล่า"):
        assert repair_text(text) == (text, 0)
        assert LINE not in [each.why for each in suggestions(text)]


def test_every_lost_ring_of_a_sentence_is_suggested() -> None:
    text = "ได้ดาเนินการตามจานวนที่สานักงานกาหนด"
    assert apply_suggestions(text, suggestions(text)) == "ได้ดำเนินการตามจำนวนที่สำนักงานกำหนด"


def test_split_in_clean_sentences_comes_back_and_never_as_plain_vowel() -> None:
    sentences = clean_sentences(2200)
    assert len(set(sentences)) >= 2000
    total, automatic, restored, wrong = count_split(sentences)
    assert total > 2000
    assert automatic >= 0.99 * total
    assert restored >= 0.99 * total
    assert wrong == 0


def test_clean_sentences_are_never_changed() -> None:
    assert [text for text in clean_sentences(2200) if repair_text(text) != (text, 0)] == []


def test_stray_space_before_a_real_vowel_never_makes_sara_am() -> None:
    chance = random.Random(2567)
    for text in clean_sentences(600):
        if places := [match.start() for match in re.finditer("(?<=[ก-ฮ่-๋])า(?=[ก-ฮ])", text)]:
            at = chance.choice(places)
            spaced = f"{text[:at]} {text[at:]}"
            assert repair_text(spaced) == (spaced, 0)


def test_most_lost_rings_are_suggested_and_nothing_else() -> None:
    total = found = 0
    for text in clean_sentences(300):
        damaged = text.replace("ำ", "า")
        after = apply_suggestions(damaged, suggestions(damaged))
        total += text.count("ำ")
        found += after.count("ำ")
        assert all(new in (old, meant) for new, old, meant in zip(after, damaged, text, strict=True))
    assert found >= 0.95 * total


@given(split_texts)
def test_repair_is_idempotent(text: str) -> None:
    repaired, count = repair_text(text)
    assert (count > 0) == (repaired != text)
    assert repair_text(repaired) == (repaired, 0)


@given(split_texts)
def test_repair_keeps_letters_and_never_drops_a_space_before_plain_vowel(text: str) -> None:
    repaired, _count = repair_text(text)
    assert len(re.findall("[ก-ฮ]า", repaired)) <= len(re.findall("[ก-ฮ]า", text))
