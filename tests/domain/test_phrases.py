"""Wording of units and tracks in the report."""

import re
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.track import Track, label_phrase
from tests.support.samples import reference, report

UNITS = ["สำนักปลัด", "กองคลัง", "กองคลังย่อย", "ทุกกองงาน", "กองการศึกษา ศาสนาและวัฒนธรรม"]
BETWEEN = [" ", ", ", "/", "และ", " และ", "หรือ", " เท่านั้น"]

some_units = st.lists(st.sampled_from(UNITS), max_size=3, unique=True).map(tuple)
wordings = st.lists(st.sampled_from(UNITS + BETWEEN), max_size=7).map("".join)


def words(units: tuple[str, ...], wording: str = "") -> str:
    return responsible_phrase(Measure("m", "IIT", 1.0, "", responsible=units, responsible_text=wording))


@pytest.mark.parametrize(
    ("units", "joined"),
    [
        ((), ""),
        (("ก",), "ก"),
        (("ก", "ข"), "ก และข"),
        (("ก", "ข", "ค"), "ก, ข และค"),
        (("ก", "ข", "ค", "ง"), "ก, ข, ค และง"),
    ],
)
def test_units_without_wording_are_joined(units: tuple[str, ...], joined: str) -> None:
    assert words(units) == joined


@given(some_units, wordings)
def test_a_wording_is_used_only_if_it_names_exactly_the_units(units: tuple[str, ...], wording: str) -> None:
    gap = r"(?:[ ,/]|และ)*"
    orders = ("".join(re.escape(unit) + gap for unit in order) for order in permutations(units))
    names_just_them = any(re.fullmatch(gap + order, wording) for order in orders)
    assert words(units, wording) == (wording if wording and names_just_them else words(units))


@given(some_units.filter(bool), st.sampled_from(UNITS))
def test_a_wording_is_ignored_after_a_unit_is_added_or_removed(units: tuple[str, ...], other: str) -> None:
    wording = " / ".join(reversed(units))
    assert words(units, wording) == wording
    assert words(units[:-1], wording) == words(units[:-1])
    if other not in units:
        assert words((*units, other), wording) == words((*units, other))


def test_wordings_of_the_reference_report() -> None:
    told = {track["code"]: track["responsible_text"] for track in report()["tracks"]}
    assert len(set(told.values())) == 2
    for measure in reference().measures:
        assert responsible_phrase(measure) == told[measure.track]


def test_labels_of_the_reference_report_are_composed_from_names() -> None:
    told = [track["label"] for track in report()["tracks"]]
    assert [label_phrase(track) for track in reference().tracks] == told


def test_only_the_code_of_an_instrument_is_its_name_too() -> None:
    assert label_phrase(Track("D1", "มิติที่ 1 การสร้างวัฒนธรรมสุจริต")) == "มิติที่ 1 การสร้างวัฒนธรรมสุจริต"
    assert label_phrase(Track("D1", "มิติที่ 1", "Culture")) == "มิติที่ 1 (Culture)"


def test_own_label_and_missing_english_name() -> None:
    track = Track("ภายใน", "แบบวัดภายใน")
    assert label_phrase(track) == "แบบวัดภายใน หรือแบบวัด ภายใน"
    assert label_phrase(track._replace(name_en="X", label="ป้าย")) == "ป้าย"
