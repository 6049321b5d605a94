"""Automatic repair: damage that it repairs, and text that it leaves alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import clusters, coded, fold, may_be_damaged, repair_marks, repair_text, typed_line
from itatui.thai.grapheme_clusters import JOINING
from tests.reference import extracted
from tests.support.clean_sentences import clean_sentences
from tests.support.thai_texts import MARKS, texts

DAMAGED = [
    ("เพ่ือ", "เพื่อ", 1),
    ("ข้ันตอนท่ีดีข้ึน", "ขั้นตอนที่ดีขึ้น", 3),
    ("ผู่้", "ผู่้", 0),
    ("ผ้ทู", "ผ้ทู", 0),
    ("ป่ัน", "ปั่น", 1),
    ("ทํา", "ทำ", 1),
    ("นํ้า", "น้ำ", 1),
    ("น้ํา", "น้ำ", 1),
    ("นำ้", "น้ำ", 1),
    ("น้ำ้", "น้ำ", 1),
    ("นํ\u200b้า", "น้ำ", 1),
    ("ดำาเนินการ", "ดำเนินการ", 1),
    ("น้ำาา", "น้ำ", 1),
    ("ทํา\u200bา", "ทำ", 1),
    ("เเผนงานเเละ", "แผนงานและ", 2),
    ("เ\u200bเผน", "แผน", 1),
    ("ที่่", "ที่", 1),
    ("ทีี่", "ที่", 1),
    ("โปร่ง\u200bใส", "โปร่งใส", 1),
    ("\ufeffประ\u00adกาศ\u2060", "ประกาศ", 3),
    ("ท\uf702\uf713", "ที่", 1),
    ("\uf700าน\uf70fา\uf701", "ฐานญาิ", 3),
    ("ท่ี\nท่ี", "ที่\nที่", 2),
]
"""Damaged text, intended text, number of repairs."""
CLEAN = [
    "",
    "Integrity (ITA) 100%",
    "สิทธิ์ พันธุ์ ผู้ ปั่น ที่ ทำ น้ำ ก๊าซ เก๋ แปะ",
    "เด็กๆ ต่าง ๆ ฯลฯ",
    "👩\u200d🔬",
    "หน้า\t1\n\nหน้า 2",
    "caf\u0065\u0301",
]
"""Text to leave alone: ordered marks, joiners in emoji, foreign text."""

_signs = st.sampled_from([*MARKS, "ำ", "า", "เ", "\u200b", "\u200d", "\ufeff", "\uf70a", "\uf710", "\uf70f"])
damaged_texts = st.lists(st.one_of(_signs, _signs, st.sampled_from("กขปญ 👩a"), texts), max_size=12).map("".join)


@pytest.mark.parametrize(("text", "meant", "count"), DAMAGED)
def test_damage_is_repaired_and_counted(text: str, meant: str, count: int) -> None:
    assert repair_marks(f"ก่อน {text}หลัง") == (f"ก่อน {meant}หลัง", count)


@pytest.mark.parametrize("text", CLEAN)
def test_intended_text_is_unchanged(text: str) -> None:
    assert repair_marks(text) == (text, 0)


@given(damaged_texts)
def test_repair_is_idempotent(text: str) -> None:
    repaired, _count = repair_marks(text)
    assert repair_marks(repaired) == (repaired, 0)


@given(damaged_texts)
def test_count_is_positive_only_after_changes(text: str) -> None:
    repaired, count = repair_marks(text)
    assert (count > 0) == (repaired != text)


@given(damaged_texts)
def test_repair_does_not_change_the_fold(text: str) -> None:
    assert fold(repair_marks(text)[0]) == fold(text)
    assert fold(fold(text)) == fold(text)


@given(damaged_texts)
def test_repaired_marks_are_ordered_and_single(text: str) -> None:
    for cluster in clusters(repair_marks(text)[0]):
        marks = re.sub(f"[^{JOINING}]", "", cluster)
        assert not re.search("[่-์][ัิ-ฺ็ํ]|[ุ-ฺ][ัิ-ื็ํ]|ำ.|([^๎])\\1", marks)


@given(st.text([*MARKS, *"ำาเกข \n"], max_size=8))
def test_no_damage_is_left_in_thai_text(text: str) -> None:
    assert repair_marks(repair_text(text)[0])[1] == 0


def test_clean_sentences_are_almost_never_changed() -> None:
    sentences = clean_sentences(2000)
    assert len(set(sentences)) > 1900
    assert sum(repair_marks(sentence)[0] != sentence for sentence in sentences) <= 1


def test_all_misordered_marks_of_a_pdf_are_repaired() -> None:
    damage = "[่-์][ัิ-ฺ็ํ]"
    text = extracted()
    assert len(re.findall(damage, text)) == 21
    repaired, count = repair_marks(text)
    assert count == 21
    assert not re.search(damage, repaired)
    assert sorted(repaired) == sorted(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("เพ่ือ", True),
        ("ด าเนินการ", True),
        ("เเผน", True),
        ("ท\u200bี่", True),
        ("\uf70a", True),
        ("น้้ำ", True),
        ("นํ้า", True),
        ("เพื่อ น้ำ ที่ แผน", False),
        ("plain", False),
    ],
)
def test_sound_texts_have_no_sign_of_damage(text: str, *, expected: bool) -> None:
    assert may_be_damaged(text, coded(text)) is may_be_damaged(text, None) is expected
    assert expected or repair_text(text) == (text, 0)


@given(damaged_texts)
def test_a_text_without_a_sign_of_damage_needs_no_repair(text: str) -> None:
    assert may_be_damaged(text, coded(text)) is may_be_damaged(text, None)
    assert may_be_damaged(text, coded(text)) or repair_text(text) == (text, 0)


def test_a_typed_line_is_clean_whole_and_repaired() -> None:
    assert typed_line("  เพ่ือ\x1b\nทดสอบ \n") == "เพื่อ ทดสอบ"
    assert typed_line(" \n\t") == ""
