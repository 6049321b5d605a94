"""Measures that meet a filter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.apply import apply
from itatui.domain.edits import set_field
from itatui.domain.filter import Filter, filter_measures, select
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Evidence, Measure
from itatui.domain.own_field import OwnField
from itatui.domain.register import Register
from itatui.domain.status import Status, status_of
from tests.support.samples import reference, register_of
from tests.support.strategies import QUARTER_SETS, registers

TODAY = date(2024, 2, 1)
"""In the second quarter of fiscal year 2567."""
LATE = frozenset({Status.LATE})


def found(register: Register, text: str) -> list[str]:
    return [measure.id for measure in select(register, Filter(text=text), TODAY)]


@given(registers(), st.dates(date(1957, 1, 1), date(2155, 1, 1)))
def test_the_empty_filter_selects_every_measure(register: Register, today: date) -> None:
    assert select(register, Filter(), today) == register.measures
    assert select(register, Filter(text=" \n"), today) == register.measures


@given(registers(), st.data())
def test_a_track_selects_its_measures(register: Register, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(register.tracks)).code
    chosen = select(register, Filter(track=code), TODAY)
    assert list(chosen) == [measure for measure in register.measures if measure.track == code]
    assert select(register, Filter(track="none"), TODAY) == ()


@pytest.mark.parametrize("today", [date(2023, 10, 1), TODAY, date(2024, 7, 1), date(2024, 10, 1), date(2030, 1, 1)])
def test_late_selects_measures_with_that_status_on_the_day(today: date) -> None:
    pairs = [(planned, done) for planned in QUARTER_SETS for done in QUARTER_SETS]
    rows = (Measure(f"m{n}", "IIT", n, "", planned=p, done=d) for n, (p, d) in enumerate(pairs, 1))
    register = register_of(*rows)
    ended = quarters_ended(2567, today)
    late = tuple(m for m in register.measures if status_of(m, ended) is Status.LATE)
    assert select(register, Filter(statuses=LATE), today) == late
    assert bool(late) == bool(ended)


@given(registers(least=1), st.data())
def test_every_word_of_a_measure_finds_it(register: Register, data: st.DataObject) -> None:
    measure = data.draw(st.sampled_from(register.measures))
    links = [part for link in measure.evidence for part in link]
    texts = [measure.activity, measure.result, measure.outcome, *measure.responsible, *links]
    text = data.draw(st.sampled_from([word for text in texts for word in (text, *text.split())]))
    assert measure in select(register, Filter(text=f" {text.swapcase()} "), TODAY)


@given(registers(), st.booleans(), st.data())
def test_all_criteria_must_be_met(register: Register, late: bool, data: st.DataObject) -> None:
    track = data.draw(st.sampled_from(["", *(track.code for track in register.tracks)]))
    text = data.draw(st.sampled_from(["", "ก", "a", "ข ", "1"]))
    today = date(register.fiscal_year - 543, data.draw(st.integers(1, 12)), 1)
    alone = [Filter(track=track), Filter(text=text), Filter(statuses=LATE if late else frozenset())]
    parts = [select(register, part, today) for part in alone]
    assert list(select(register, Filter(track, text, LATE if late else frozenset()), today)) == [
        measure for measure in register.measures if all(measure in part for part in parts)
    ]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("e service", ["eit2"]),
        ("E SERVICE", ["eit2"]),
        ("เพื่ออำนวยความสะดวก", ["eit2"]),
        ("เพ่ืออํานวยความสะดวก", ["eit2"]),
        ("ประจำปี ๒๕๖๗", ["iit3"]),
        ("หรือแบบวัด iit", ["iit2"]),
        ("สำนักปลัด", [f"{track}{n}" for track in ("iit", "eit", "oit") for n in (1, 2, 3)]),
        ("เจ้าหน้าที่มีความเข้าใจเรื่องแผน", ["oit1", "oit2", "oit3"]),
        ("oit1", []),
    ],
)
def test_searches_in_the_reference_report(text: str, ids: list[str]) -> None:
    assert found(reference(), text) == ids


def test_each_text_is_searched_separately() -> None:
    evidence = (Evidence("ป้าย", "https://a.go.th"),)
    measure = Measure("m", "IIT", 1.0, "กก", result="ขข", outcome="คค", responsible=("งง", "จจ"), evidence=evidence)
    register = register_of(measure, Measure("n", "IIT", 2.0, "อื่น"))
    for text in ("กก", "ขข", "คค", "งง", "จจ", "ป้าย", "a.go.th"):
        assert found(register, text) == ["m"], text
    for text in ("กกขข", "กก ขข", "งงจจ", "ฉ"):
        assert found(register, text) == [], text


def test_tone_marks_are_ignored_only_if_nothing_matches_with_them() -> None:
    register = register_of(Measure("m", "IIT", 1.0, "คูมือ"), Measure("n", "IIT", 2.0, "คู่มือและแผ่นพับ"))
    with_tones = filter_measures(register, Filter(text="คู่มือ"), TODAY)
    assert ([m.id for m in with_tones.measures], with_tones.match.tones) == (["n"], True)
    without_a_tone = filter_measures(register, Filter(text="คูมือ"), TODAY)
    assert ([m.id for m in without_a_tone.measures], without_a_tone.match.tones) == (["m"], True)
    without = filter_measures(register, Filter(text="แผนพับ"), TODAY)
    assert ([m.id for m in without.measures], without.match.tones) == (["n"], False)
    assert without.match.spans("คู่มือและแผ่นพับ") == ((9, 16),)
    nothing = filter_measures(register, Filter(text="แมว"), TODAY)
    assert (nothing.measures, nothing.match.tones, nothing.first) == ((), True, "")
    assert filter_measures(register, Filter(text="\u0e48"), TODAY).measures == (register.measures[1],)


def test_first_is_a_measure_with_the_text_in_its_own_fields() -> None:
    found = filter_measures(reference(), Filter(text="คู่มือ"), TODAY)
    assert ([measure.id for measure in found.measures], found.first) == (["eit1", "eit2", "eit3"], "eit3")
    assert filter_measures(reference(), Filter(text="ไม่เอื้อประโยชน์ต่อตนเอง"), TODAY).first == ""
    assert filter_measures(reference(), Filter(), TODAY).first == ""


OWN = (
    OwnField("budget", "measure", "money", "งบประมาณ"),
    OwnField("way", "measure", "choice", "วิธี", choices=("ลด", "ยอมรับ")),
    OwnField("note", "measure", "text", "หมายเหตุ"),
)


def with_values(*values: dict[str, str]) -> Register:
    """Return the reference register with own fields, and values in its first measures."""
    register = reference()._replace(fields=OWN)
    for measure, texts in zip(register.measures, values, strict=False):
        for name, text in texts.items():
            register = apply(register, set_field(register.measure(measure.id) or measure, name, text))
    return register


def refs(register: Register, criteria: Filter) -> list[str]:
    return [register.ref(measure) for measure in select(register, criteria, TODAY)]


def test_own_fields_are_criteria() -> None:
    register = with_values({"budget": "900", "way": "ลด", "note": "เพ่ือ รอ"}, {"budget": "1000", "way": "ยอมรับ"})
    assert refs(register, Filter(own=(("way", "ลด"),))) == ["IIT-1"]
    assert refs(register, Filter(own=(("note", "เพื่อ"),))) == ["IIT-1"]
    assert refs(register, Filter(own=(("budget", "1000"), ("way", "ลด")))) == []
    assert len(refs(register, Filter(own=(("budget", ""),)))) == 7


def test_own_fields_sort_by_their_kind_and_empty_ones_are_last() -> None:
    register = with_values({"budget": "1000", "way": "ยอมรับ"}, {"budget": "900"}, {"way": "ลด"})
    assert refs(register, Filter(sort_field="budget"))[:3] == ["IIT-2", "IIT-1", "IIT-3"]
    assert refs(register, Filter(sort_field="way"))[:3] == ["IIT-3", "IIT-1", "IIT-2"]
    assert not Filter(sort_field="way").has_criteria


def test_a_filter_is_cut_down_to_what_the_register_has() -> None:
    register = with_values()
    wanted = Filter("GONE", "ข้อความ", own=(("way", "ลด"), ("gone", "1")), sort_field="gone")
    assert wanted.within(register) == Filter("", "ข้อความ", own=(("way", "ลด"),))
