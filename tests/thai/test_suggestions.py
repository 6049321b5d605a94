"""Suggestions: what is found, that clean text is left in peace, and how near to the report they bring its PDF."""

import itertools

import pytest
from hypothesis import given

from itatui.thai import repair_marks
from itatui.thai.repair.suggestions import LINE, LOST, SLIPPED, SPACE, apply_suggestions, join_lines, suggestions
from tests.reference import extracted
from tests.reference.repaired import distance, printed, squeezed
from tests.support.clean_sentences import clean_sentences
from tests.support.thai_texts import MARKS, reference_texts, texts
from tests.support.typing_slips import Damage, lost, slipped_back, slipped_on, spaced, spoilt

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
"""What is wrong, what is doubtful, what was meant, and what stands around."""
IN_PEACE = [
    "จัดประชุม\nจัดอบรม",
    "สรุปผลดังนี้\n1. จัดประชุมเพื่อชี้แจง\n2. จัดอบรมให้แก่พนักงาน",
    "จัดประชุมและ\n\nจัดอบรม",
    "แบ่งเป็นของ\n- สำนักปลัด\n- กองคลัง",
    "การ บริหารงาน ความ สุข",
    "ณ ที่ทำการ ตาม พ.ร.บ. ข้อมูลข่าวสาร",
    "นายอำเภอกันทรลักษ์ ตำบลบันนังสตา ระแงะ เจาะไอร้อง",
    "แดชบอร์ดของกูเกิลฟอร์ม",
]
"""What is no mistake: lists, phrases, abbreviations, and names that no word list has."""


@pytest.mark.parametrize(("why", "before", "after", "around"), DOUBTFUL)
def test_what_is_doubtful_is_found(why: str, before: str, after: str, around: str) -> None:
    text, meant = around.format(before), around.format(after)
    mended, _count = repair_marks(text)
    (found,) = suggestions(mended)
    assert (found.why, found.before) == (why, mended[found.start : found.end])
    assert apply_suggestions(mended, [found]) == meant


@pytest.mark.parametrize("text", IN_PEACE)
def test_what_is_no_mistake_is_left_in_peace(text: str) -> None:
    assert suggestions(text) == []


def test_the_lines_of_a_paragraph_are_one_suggestion_and_those_of_another_one_more() -> None:
    lines = ["1.สร้างความรู้ ความเข้าใจตระหนักเกี่ยวกับ", "บุคลากรภาครัฐทุกระดับที่ปฏิบัติงานมาไม่", "น้อยกว่า 1 ปี"]
    others = ["2.จัดทำบริการ E service ให้ครอบคลุมทุก", "ภารกิจ เพื่ออำนวยความสะดวก"]
    text = "\n".join([*lines, *others])
    assert [each.why for each in suggestions(text)] == [LINE, LINE]
    assert apply_suggestions(text, suggestions(text)) == "".join(lines) + "\n" + "".join(others)


def test_for_a_place_of_one_line_only_what_goes_on_is_joined() -> None:
    assert join_lines("มีการประชุมเพื่อ\nสร้างความรับรู้ไดมี้") == "มีการประชุมเพื่อสร้างความรับรู้ไดมี้"
    assert join_lines("จัดประชุม\nจัดอบรม") == "จัดประชุม\nจัดอบรม"


def test_the_clean_report_is_left_in_peace() -> None:
    assert [found for text in reference_texts() for found in suggestions(text)] == []


def test_in_clean_sentences_hardly_anything_is_doubtful() -> None:
    found = [(text, each) for text in clean_sentences(2000) for each in suggestions(text)]
    assert len(found) <= 2, found


def test_the_report_as_its_pdf_gives_it_becomes_the_report() -> None:
    text, report = extracted(), printed()
    mended, _count = repair_marks(text)
    found = suggestions(mended)
    steps = [text, mended, apply_suggestions(mended, found)]
    assert [distance(squeezed(step), report) for step in steps] == [46, 6, 0]
    assert {each.after for each in found if each.why != LINE} == {"ได้มี", "มีความ", "ประชาสัมพันธ์"}


def test_its_paragraphs_are_whole_again_with_their_spaces() -> None:
    mended, _count = repair_marks(extracted())
    whole = apply_suggestions(mended, suggestions(mended)).replace("  ", " ")
    lost = [text for text in reference_texts() if len(text) > 60 and text not in whole and text.count(" ") < 40]
    assert [text[:20] for text in lost if not text.startswith("มาตรการหรือกิจกรรม")] == []


@pytest.mark.parametrize(("damage", "found"), [(slipped_on, 0.95), (slipped_back, 0.95), (lost, 0.35), (spaced, 0.7)])
def test_of_one_damage_most_is_found_and_hardly_any_mended_wrongly(damage: Damage, found: float) -> None:
    tries = spoilt(damage, 400)
    made = [(apply_suggestions(text, suggestions(text)), text, meant) for text, meant in tries]
    right = [meant for after, _text, meant in made if after == meant]
    wrong = [(text, after) for after, text, meant in made if after not in (text, meant)]
    assert len(right) >= found * len(tries)
    assert len(wrong) <= 0.01 * len(tries), wrong


@given(texts)
def test_nothing_but_marks_and_spaces_is_made_or_lost(text: str) -> None:
    found = suggestions(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(each.before != each.after for each in found)
    assert bare(apply_suggestions(text, found)) == bare(text)


def bare(text: str) -> str:
    """The text without marks and white space."""
    return "".join(text.translate(dict.fromkeys(map(ord, MARKS))).split())
