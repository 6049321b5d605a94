"""Matches of whole clusters, independent of spelling variants."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import clusters, matches, search_key
from tests.support.thai_texts import reference_texts, texts


def matched(text: str, part: str, *, tones: bool = True) -> list[str]:
    return [text[start:end] for start, end in matches(text, part, tones=tones)]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("จัดทำคู่มือและคู่มือ", "คู่มือ", ["คู่มือ", "คู่มือ"]),
        ("ข้ันตอนเพ่ือประชาชน", "ขั้นตอน", ["ข้ันตอน"]),
        ("ขั้นตอนเพื่อประชาชน", "เพ่ือ", ["เพื่อ"]),
        ("การดื่มนํ้าและน้ำใจ", "น้ำ", ["นํ้า", "น้ำ"]),
        ("ทําและทำ", "ทำ", ["ทํา", "ทำ"]),
        ("ปี ๒๕๖๗ และ 2567", "2567", ["๒๕๖๗", "2567"]),
        ("ดำาเนินการและดำเนินการ", "ดำเนิน", ["ดำาเนิน", "ดำเนิน"]),
        ("แบบ OIT", " oit ", ["OIT"]),
        ("ได้ด าเนินการตามที่ดำเนินการ", "ดำเนินการ", ["ด าเนินการ", "ดำเนินการ"]),
        ("ได้ด าเนินการตามที่ดำเนินการ", "ด  าเนินการ", ["ด าเนินการ", "ดำเนินการ"]),
        ("น ้ามันและน้\nำใจ", "น้ำ", ["น ้า", "น้\nำ"]),
        ("นํ้ าเสีย", "น้ำ", ["นํ้ า"]),
        ("จัดท\u200b \u200bา แผน", "จัดทำ แผน", ["จัดท\u200b \u200bา แผน"]),
        ("โ ร ง เ รี ย น", "เ รี ย น", ["เ รี ย น"]),
        ("เเผนงาน", "แผน", ["เเผน"]),
        ("STRASSE straße", "strasse", ["STRASSE", "straße"]),
        ("โปร่ง\u200bใส", "โปร่งใส", ["โปร่ง\u200bใส"]),
        ("ผู้มาติดต่อ", "ผ", ["ผู้"]),
        ("ที่นี่", "น", ["นี่"]),
        ("กกก", "กก", ["กก"]),
        ("คู่มือ", "", []),
        ("คู่มือ", "คูมือ", []),
    ],
)
def test_matches(text: str, part: str, expected: list[str]) -> None:
    assert matched(text, part) == expected


def test_matches_without_tones() -> None:
    assert matched("คู่มือและขั้นตอน", "คูมือ", tones=False) == ["คู่มือ"]
    assert matched("คู่มือและขั้นตอน", "ขันต๋อน", tones=False) == ["ขั้นตอน"]
    assert matched("คู่มือ", "คมือ", tones=False) == []


@given(texts, st.booleans(), st.data())
def test_matches_are_whole_clusters_without_overlaps(text: str, tones: bool, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : start + data.draw(st.integers(1, 6))].strip()
    spans = matches(text, part, tones=tones)
    edges, at = {0}, 0
    for cluster in clusters(text):
        at += len(cluster)
        edges.add(at)
    for begin, end in spans:
        assert {begin, end} <= edges
        assert search_key(part, tones=tones) in search_key(text[begin:end], tones=tones)
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))


@given(st.sampled_from(reference_texts()), st.booleans(), st.data())
def test_every_part_of_a_text_is_found(text: str, tones: bool, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : start + data.draw(st.integers(1, 12))].strip()
    if search_key(part, tones=tones):
        assert matches(text, part, tones=tones)
