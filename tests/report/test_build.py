"""The content of the report before layout."""

from datetime import date
from typing import Any, NamedTuple

import pytest

from itatui.domain.filter import Filter, select
from itatui.domain.measure import Measure
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.report.build import build
from itatui.report.model import Entry, Report, Row, Tone
from itatui.report.phrases import numbers_phrase
from tests import reference

TODAY = date(2024, 9, 30)


def measure(number: int, track: str = "A", **fields: Any) -> Measure:
    base = Measure(f"{track}{number}", track, float(number), f"ทำ {number}", f"ทำแล้ว {number}", responsible=("กอง",))
    return base._replace(**fields)


def register(*measures: Measure, outcome: str = "ดี", codes: str = "A") -> Register:
    tracks = tuple(Track(code, f"แบบ {code}", outcome=outcome) for code in codes)
    return Register("อบต.", "", 2567, "รายงาน", "", tracks, measures)


class TrackRow(NamedTuple):
    """The cells of a row of the reference's form."""

    label: tuple[Entry, ...]
    measures: tuple[Entry, ...]
    results: tuple[Entry, ...]
    duties: tuple[Entry, ...]
    outcomes: tuple[Entry, ...]


def rows_of(report: Report) -> tuple[Row, ...]:
    return report.tables[0].rows


def cells_of(report: Report, at: int = 0) -> TrackRow:
    return TrackRow(*(cell.entries for cell in rows_of(report)[at].cells))


def row(*measures: Measure, outcome: str = "ดี") -> TrackRow:
    return cells_of(build(register(*measures, outcome=outcome), today=TODAY))


def missing(text: str, *numbers: int, **more: Any) -> Entry:
    return Entry(text, numbers, Tone.MISSING, **more)


def texts(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.text for entry in entries]


def test_reference_has_a_row_per_track_and_a_bullet_per_result() -> None:
    report = build(reference.register(), today=TODAY)
    assert [row.code for row in rows_of(report)] == ["IIT", "EIT", "OIT"]
    assert [entry.numbers for entry in cells_of(report, 2).results] == [(1, 2), (3,)]
    assert [entry.mark for entry in cells_of(report, 2).measures] == ["1.", "2.", "3."]
    assert [len(cells_of(report, at).duties) for at in range(3)] == [2, 2, 2]
    assert cells_of(report).duties[1].text == "ดำเนินการไตรมาส 1 – 4 ปีงบประมาณ 2567"
    labels = [track["label"] for track in reference.reference()["tracks"]]
    assert [texts(cells_of(report, at).label) for at in range(3)] == [[label] for label in labels]
    assert report.notes == ()
    assert report.day == TODAY


def test_filtered_report_keeps_numbers_and_has_a_note() -> None:
    reference_register = reference.register()
    report = build(reference_register, (reference_register.measures[1], reference_register.measures[7]), today=TODAY)
    assert [(row.code, row.numbers) for row in rows_of(report)] == [("IIT", (2,)), ("OIT", (2,))]
    assert [entry.mark for entry in cells_of(report).measures] == ["2."]
    assert report.notes == ("(แสดงเฉพาะมาตรการที่เลือก 2 จาก 9 มาตรการ)",)


def test_result_of_an_excluded_reporter_is_printed() -> None:
    reference_register = reference.register()
    found = cells_of(build(reference_register, (reference_register.measures[7],), today=TODAY)).results
    assert found == (Entry(reference_register.measures[6].result, (2,), mark="-"),)


def test_filter_of_the_screen_selects_the_rows() -> None:
    reference_register = reference.register()
    report = build(reference_register, select(reference_register, Filter(track="EIT"), TODAY), today=TODAY)
    assert [row.code for row in rows_of(report)] == ["EIT"]


def test_empty_selection_prints_a_note() -> None:
    report = build(reference.register(), (), today=TODAY)
    assert rows_of(report) == ()
    assert report.notes == ("(ไม่มีมาตรการที่ตรงกับเงื่อนไขที่เลือก)",)


def test_track_without_measures_is_left_out_unless_asked_for() -> None:
    some = register(measure(1), measure(2), codes="AB")
    assert [row.code for row in rows_of(build(some, today=TODAY))] == ["A"]
    empty = cells_of(build(some, today=TODAY, empty_tracks=True), 1)
    assert empty.measures == (missing("(ยังไม่มีมาตรการ)"),)
    nothing = register(codes="AB")
    assert [row.code for row in rows_of(build(nothing, today=TODAY))] == ["A", "B"]


def test_missing_values_are_marked() -> None:
    found = row(measure(1, activity=" ", responsible=()), measure(2, result="\n"), outcome="")
    assert found.measures[0] == missing("(ยังไม่ระบุมาตรการ)", 1, mark="1.")
    assert found.results[1] == missing("(ยังไม่มีผลการดำเนินการของมาตรการที่ 2)", 2, mark="-")
    assert found.duties[0] == missing("(ยังไม่ระบุผู้รับผิดชอบ)", 1, about="มาตรการที่ 1")
    assert found.outcomes == (missing("(ยังไม่มีผลลัพธ์)"),)


def test_missing_title_is_marked() -> None:
    assert build(register(measure(1))._replace(title=" "), today=TODAY).titles[0] == "(ยังไม่มีชื่อรายงาน)"


def test_missing_result_names_all_its_measures() -> None:
    found = row(measure(1, result=""), measure(2, result="", reported_with="A1"))
    assert texts(found.results) == ["(ยังไม่มีผลการดำเนินการของมาตรการที่ 1, 2)"]


def test_own_result_is_printed_when_the_reporters_is_empty() -> None:
    found = row(measure(1, result=""), measure(2, reported_with="A1"))
    assert texts(found.results) == ["(ยังไม่มีผลการดำเนินการของมาตรการที่ 1)", "ทำแล้ว 2"]


def test_bullet_is_ordered_by_its_first_measure() -> None:
    found = row(measure(1, reported_with="A3"), measure(2), measure(3))
    assert [(entry.text, entry.numbers) for entry in found.results] == [("ทำแล้ว 3", (1, 3)), ("ทำแล้ว 2", (2,))]


@pytest.mark.parametrize(
    ("planned", "done", "period"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 4], ["ดำเนินการไตรมาส 1 – 4 ปีงบประมาณ 2567"]),
        ([1, 3], [1, 3], ["ดำเนินการไตรมาส 1, 3 ปีงบประมาณ 2567"]),
        ([1, 2, 3, 4], [1], ["ดำเนินการไตรมาส 1 ปีงบประมาณ 2567", "(แผน ไตรมาส 1 – 4)"]),
        ([2], [1], ["ดำเนินการไตรมาส 1 ปีงบประมาณ 2567", "(แผน ไตรมาส 2)"]),
        ([], [1], ["ดำเนินการไตรมาส 1 ปีงบประมาณ 2567", "(ไม่ได้กำหนดไว้ในแผน)"]),
        ([1, 2, 3, 4], [], ["ยังไม่ดำเนินการ (แผน ไตรมาส 1 – 4 ปีงบประมาณ 2567)"]),
        ([], [], ["ยังไม่กำหนดระยะเวลา"]),
    ],
)
def test_period_shows_done_and_planned_quarters(planned: list[int], done: list[int], period: list[str]) -> None:
    found = row(measure(1, planned=quarters(planned), done=quarters(done)))
    assert texts(found.duties) == ["กอง", *period]


def test_every_tick_changes_the_report() -> None:
    reference_register = reference.register()
    reports: set[Report] = {build(reference_register, today=TODAY)}
    for place, original in enumerate(reference_register.measures):
        for quarter in (1, 2, 3, 4):
            for field in ("planned", "done"):
                changed: dict[str, Any] = {field: quarters(getattr(original, field) ^ {quarter})}
                ticked = original._replace(**changed)
                measures = (*reference_register.measures[:place], ticked, *reference_register.measures[place + 1 :])
                changed_register = reference_register._replace(measures=measures)
                reports.add(build(changed_register, today=TODAY))
    assert len(reports) == 1 + 9 * 4 * 2


def test_different_duties_are_separate_blocks_naming_their_measures() -> None:
    found = row(measure(1), measure(2, responsible=("คลัง",)), measure(3))
    assert [(entry.about, entry.numbers, entry.apart) for entry in found.duties if entry.about] == [
        ("มาตรการที่ 1, 3", (1, 3), False),
        ("มาตรการที่ 2", (2,), True),
    ]


def test_outcomes_of_measures_follow_the_tracks() -> None:
    found = row(measure(1), measure(2, outcome="เร็วขึ้น"))
    assert [(entry.about, entry.text) for entry in found.outcomes] == [
        ("", "ดี"),
        ("มาตรการที่ 2:", "เร็วขึ้น"),
    ]


def test_missing_outcomes_are_marked_without_a_track_outcome() -> None:
    found = row(measure(1), measure(2, outcome="เร็วขึ้น"), outcome="")
    assert found.outcomes == (
        Entry("เร็วขึ้น", (2,), about="มาตรการที่ 2:"),
        missing("(ยังไม่มีผลลัพธ์ของมาตรการที่ 1)", 1, apart=True),
    )
    assert len(row(measure(1, outcome="เร็วขึ้น"), outcome="").outcomes) == 1


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([1], "1"), ([1, 2], "1, 2"), ([1, 2, 3], "1 – 3"), ([1, 3, 4, 5, 9], "1, 3 – 5, 9")],
)
def test_numbers_phrase_joins_runs(numbers: list[int], words: str) -> None:
    assert numbers_phrase(numbers) == words


def test_filter_that_every_measure_meets_is_named() -> None:
    some = register(measure(1), measure(2), codes="AB")
    filtered = build(some, some.measures, today=TODAY, narrowing="A")
    assert [found.code for found in rows_of(filtered)] == ["A"]
    assert filtered.notes == ("(แสดงเฉพาะมาตรการที่เลือก 2 จาก 2 มาตรการ: A)",)
    sorted_ = build(some, some.measures[::-1], today=TODAY, whole=True)
    assert ([found.code for found in rows_of(sorted_)], sorted_.notes) == (["A"], ())
