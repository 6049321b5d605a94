"""Suggestions: damage that they correct, clean text that they leave alone, and the text of the reference PDF."""

import itertools

import pytest
from hypothesis import given

from itatui.thai import repair_marks
from itatui.thai.repair.suggestions import LINE, LOST, SLIPPED, SPACE, apply_suggestions, suggestions
from tests.reference import extracted
from tests.reference.text_distance import distance, printed, squeezed
from tests.support.clean_sentences import clean_sentences
from tests.support.thai_texts import MARKS, reference_texts, texts
from tests.support.typing_slips import Damage, damaged_pairs, lost, slipped_back, slipped_on, spaced

DOUBTFUL = [
    (SLIPPED, "ไดม้ี", "ได้มี", "{}การออกคำสั่ง"),
    (SLIPPED, "มคีวาม", "มีความ", "และ{}ตระหนัก"),
    (SLIPPED, "ใหเ้จา้หนา้ที่", "ให้เจ้าหน้าที่", "เพื่อ{}ปฏิบัติงาน"),
    (SLIPPED, "จดัทำ", "จัดทำ", "{}แผนผัง"),
    (SLIPPED, "ขอ้มูล", "ข้อมูล", "เปิดเผย{}สาธารณะ"),
    (LOST, "ประชาสมพันธ์", "ประชาสัมพันธ์", "เผยแพร่{}ให้ประชาชนทราบ"),
    (LOST, "ผู้รบผิดชอบ", "ผู้รับผิดชอบ", "ระบุ{}งาน"),
    (LOST, "สำนกงานปลัด", "สำนักงานปลัด", "{} และทุกกองงาน"),
    (SPACE, " ", "", "ประชาสัมพั{}นธ์"),
    (SPACE, " ", "", "เผยแพร่ประชา{}สัมพันธ์ให้ทราบ"),
    (SPACE, " ", "", "เ{}พื่อให้"),
    (LINE, "\n", "", "มีการประชุมเพื่อ{}สร้างความรับรู้"),
    (LINE, "\n", "", "มีความตระหนักเกี่ยวกับประชา{}สัมพันธ์"),
    (LINE, "\n", " ", "(Internal Integrity and{}Transparency Assessment)"),
    (LINE, " \n", "", "สำนักปลัดและทุก{}กองงาน"),
]
"""Kind of damage, damaged text, intended text, context."""
INTENDED = [
    "จัดประชุม\nจัดอบรม",
    "สรุปผลดังนี้\n1. จัดประชุมเพื่อชี้แจง\n2. จัดอบรมให้แก่พนักงาน",
    "จัดประชุมและ\n\nจัดอบรม",
    "แบ่งเป็นของ\n- สำนักปลัด\n- กองคลัง",
    "การ บริหารงาน ความ สุข",
    "ณ ที่ทำการ ตาม พ.ร.บ. ข้อมูลข่าวสาร",
    "นายอำเภอกันทรลักษ์ ตำบลบันนังสตา ระแงะ เจาะไอร้อง",
    "แดชบอร์ดของกูเกิลฟอร์ม",
]
"""Text without damage: lists, phrases, abbreviations, and names outside the word list."""


@pytest.mark.parametrize(("why", "before", "after", "around"), DOUBTFUL)
def test_damage_is_found_and_corrected(why: str, before: str, after: str, around: str) -> None:
    text, meant = around.format(before), around.format(after)
    repaired, _count = repair_marks(text)
    (suggestion,) = suggestions(repaired)
    assert (suggestion.why, suggestion.before) == (why, repaired[suggestion.start : suggestion.end])
    assert apply_suggestions(repaired, [suggestion]) == meant


@pytest.mark.parametrize("text", INTENDED)
def test_intended_text_has_no_suggestions(text: str) -> None:
    assert suggestions(text) == []


def test_lines_of_each_paragraph_are_one_suggestion() -> None:
    lines = ["1.สร้างความรู้ ความเข้าใจตระหนักเกี่ยวกับ", "บุคลากรภาครัฐทุกระดับที่ปฏิบัติงานมาไม่", "น้อยกว่า 1 ปี"]
    others = ["2.จัดทำบริการ E service ให้ครอบคลุมทุก", "ภารกิจ เพื่ออำนวยความสะดวก"]
    text = "\n".join([*lines, *others])
    assert [each.why for each in suggestions(text)] == [LINE, LINE]
    assert apply_suggestions(text, suggestions(text)) == "".join(lines) + "\n" + "".join(others)


def test_reference_report_has_no_suggestions() -> None:
    assert [each for text in reference_texts() for each in suggestions(text)] == []


def test_clean_sentences_have_almost_no_suggestions() -> None:
    wrong = [(text, each) for text in clean_sentences(2000) for each in suggestions(text)]
    assert len(wrong) <= 2, wrong


def test_repair_and_suggestions_restore_the_report_from_its_pdf() -> None:
    text, report = extracted(), printed()
    repaired, _count = repair_marks(text)
    found = suggestions(repaired)
    steps = [text, repaired, apply_suggestions(repaired, found)]
    assert [distance(squeezed(step), report) for step in steps] == [46, 6, 0]
    assert {each.after for each in found if each.why != LINE} == {"ได้มี", "มีความ", "ประชาสัมพันธ์"}


def test_paragraphs_of_the_pdf_are_joined_with_spaces() -> None:
    repaired, _count = repair_marks(extracted())
    whole = apply_suggestions(repaired, suggestions(repaired)).replace("  ", " ")
    lost = [text for text in reference_texts() if len(text) > 60 and text not in whole and text.count(" ") < 40]
    assert [text[:20] for text in lost if not text.startswith("มาตรการหรือกิจกรรม")] == []


@pytest.mark.parametrize(("damage", "least"), [(slipped_on, 0.95), (slipped_back, 0.95), (lost, 0.35), (spaced, 0.7)])
def test_most_damage_is_corrected_and_almost_none_wrongly(damage: Damage, least: float) -> None:
    pairs = damaged_pairs(damage, 400)
    corrected = [(apply_suggestions(text, suggestions(text)), text, meant) for text, meant in pairs]
    right = [meant for after, _text, meant in corrected if after == meant]
    wrong = [(text, after) for after, text, meant in corrected if after not in (text, meant)]
    assert len(right) >= least * len(pairs)
    assert len(wrong) <= 0.01 * len(pairs), wrong


@given(texts)
def test_suggestions_change_only_marks_and_spaces(text: str) -> None:
    found = suggestions(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(each.before != each.after for each in found)
    assert bare(apply_suggestions(text, found)) == bare(text)


def bare(text: str) -> str:
    """Remove marks and white space, and the ring of ำ."""
    return "".join(text.replace("ำ", "า").translate(dict.fromkeys(map(ord, MARKS))).split())
