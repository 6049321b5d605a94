"""Mending: what it mends, and that it changes nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import clusters, fold, repair_marks
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
"""A text, what it is meant to be, and how many places were mended."""
CLEAN = [
    "",
    "Integrity (ITA) 100%",
    "สิทธิ์ พันธุ์ ผู้ ปั่น ที่ ทำ น้ำ ก๊าซ เก๋ แปะ",
    "เด็กๆ ต่าง ๆ ฯลฯ",
    "👩\u200d🔬",
    "หน้า\t1\n\nหน้า 2",
    "caf\u0065\u0301",
]
"""What is to stay as it is: marks in their order, joiners that make a picture, everything foreign."""

_signs = st.sampled_from([*MARKS, "ำ", "า", "เ", "\u200b", "\u200d", "\ufeff", "\uf70a", "\uf710", "\uf70f"])
damaged_texts = st.lists(st.one_of(_signs, _signs, st.sampled_from("กขปญ 👩a"), texts), max_size=12).map("".join)


@pytest.mark.parametrize(("text", "meant", "count"), DAMAGED)
def test_damage_is_mended_and_counted(text: str, meant: str, count: int) -> None:
    assert repair_marks(f"ก่อน {text}หลัง") == (f"ก่อน {meant}หลัง", count)


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_meant_stays(text: str) -> None:
    assert repair_marks(text) == (text, 0)


@given(damaged_texts)
def test_mending_again_changes_nothing(text: str) -> None:
    mended, _count = repair_marks(text)
    assert repair_marks(mended) == (mended, 0)


@given(damaged_texts)
def test_it_is_counted_when_and_only_when_something_changed(text: str) -> None:
    mended, count = repair_marks(text)
    assert (count > 0) == (mended != text)


@given(damaged_texts)
def test_search_takes_the_mended_text_for_the_same(text: str) -> None:
    assert fold(repair_marks(text)[0]) == fold(text)
    assert fold(fold(text)) == fold(text)


@given(damaged_texts)
def test_every_letter_has_its_marks_in_order_and_once(text: str) -> None:
    for cluster in clusters(repair_marks(text)[0]):
        marks = re.sub(f"[^{JOINING}]", "", cluster)
        assert not re.search("[่-์][ัิ-ฺ็ํ]|[ุ-ฺ][ัิ-ื็ํ]|ำ.|([^๎])\\1", marks)


def test_of_clean_sentences_hardly_any_is_changed() -> None:
    sentences = clean_sentences(2000)
    assert len(set(sentences)) > 1900
    assert sum(repair_marks(sentence)[0] != sentence for sentence in sentences) <= 1


def test_of_what_a_pdf_gives_no_mark_is_left_out_of_order() -> None:
    damage = "[่-์][ัิ-ฺ็ํ]"
    text = extracted()
    assert len(re.findall(damage, text)) == 21
    mended, count = repair_marks(text)
    assert count == 21
    assert not re.search(damage, mended)
    assert sorted(mended) == sorted(text)
