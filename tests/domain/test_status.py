"""Status of measures on a day, the parts that they lack, and counts."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.filter import Filter, select
from itatui.domain.measure import Evidence, Measure
from itatui.domain.overview import overview
from itatui.domain.quarters import Quarters, quarters
from itatui.domain.register import Register
from itatui.domain.rounds import year_result
from itatui.domain.status import (
    LATE_ONLY,
    AnyStatus,
    Missing,
    Status,
    Tally,
    due_quarter,
    late_quarters,
    missing,
    status_of,
    statuses,
    tally,
    together,
    units,
)
from tests.support.samples import reference, register_of
from tests.support.strategies import QUARTER_SETS, registers

ENDED = [frozenset(range(1, last + 1)) for last in range(5)]
"""The five sets of ended quarters: quarters end in order."""


def rule(planned: Quarters, done: Quarters, ended: Quarters) -> Status:
    """Derive the status quarter by quarter."""
    undone = [q for q in (1, 2, 3, 4) if q in planned and q not in done]
    made = [q for q in (1, 2, 3, 4) if q in planned and q in done]
    if not undone and not made:
        return Status.UNPLANNED
    if not undone:
        return Status.DONE
    if min(undone) <= max(ended, default=0):
        return Status.LATE
    return Status.UNDER_WAY if made else Status.NOT_STARTED


def test_status_of_every_combination_of_quarters() -> None:
    seen = set()
    for planned, done, ended in product(QUARTER_SETS, QUARTER_SETS, ENDED):
        measure = Measure("m", "IIT", 1.0, "", planned=planned, done=done)
        status = status_of(measure, ended)
        assert status is rule(planned, done, ended), (planned, done, ended)
        assert (status is Status.LATE) == bool(planned and late_quarters(measure, ended))
        seen.add(status)
    assert seen == set(Status) - {Status.DROPPED}


@pytest.mark.parametrize(
    ("planned", "done", "ended", "late"),
    [
        ({1, 2, 3, 4}, {1}, {1, 2}, {2}),
        ({1, 2, 3, 4}, {2}, {1, 2, 3}, {1, 3}),
        ({3, 4}, set(), {1, 2}, set()),
        ({2}, {2}, {1, 2, 3, 4}, set()),
    ],
)
def test_late_quarters_are_planned_ended_and_not_done(
    planned: set[int], done: set[int], ended: set[int], late: set[int]
) -> None:
    measure = Measure("m", "IIT", 1.0, "", planned=frozenset(planned), done=frozenset(done))
    assert late_quarters(measure, frozenset(ended)) == late
    assert late_quarters(measure._replace(dropped="งบประมาณไม่พอ"), frozenset(ended)) == set()


def test_a_measure_that_cannot_be_carried_out_is_counted_apart() -> None:
    register = reference()
    first, second, *rest = register.measures
    first = first._replace(dropped="งบประมาณไม่พอ", result="")
    second = second._replace(dropped="ยกเลิก", done=frozenset({1}))
    register = register._replace(measures=(first, second, *rest))
    year_end = frozenset({1, 2, 3, 4})
    for measure in (first, second):
        assert status_of(measure, year_end) is Status.DROPPED
        assert statuses(register, measure, year_end) == {Status.DROPPED}
        assert due_quarter(measure) == 0
    assert status_of(first._replace(dropped=" "), year_end) is Status.LATE
    counts = tally(register, (first, second, rest[0]), date(2024, 10, 1))
    assert counts == Tally(3, 5, 1, 1, 0, 0, 0, 2)
    found = overview(register, date(2024, 10, 1))
    assert [each.ref for each in found.dropped] == ["IIT-1", "IIT-2"] and len(found.late) == 7
    assert found.lines[0].quarters[0].planned == 2
    assert [m.id for m in select(register, Filter(statuses=LATE_ONLY), date(2024, 10, 1))] == [m.id for m in rest]
    assert len(select(register, Filter(statuses=frozenset({Status.DROPPED})), date(2024, 10, 1))) == 2


def counted(register: Register, measures: list[Measure], over: Quarters) -> Tally:
    """Count the same figures measure by measure."""
    dropped = [m for m in measures if m.dropped.strip()]
    carried_out = [(m.id, q) for m in dropped for q in m.planned & m.done]
    everything, measures = len(measures), [m for m in measures if m not in dropped]
    late = [m for m in measures if rule(m.planned, m.done, over) is Status.LATE]
    silent = [m for m in measures if not year_result(m) and not year_result(register.reporter(m))]
    planned = [(m.id, q) for m in measures for q in m.planned]
    done = [(m.id, q) for m in measures for q in m.planned if q in m.done]
    first = [min(m.planned - m.done - over, default=0) for m in measures]
    quarter = min(filter(None, first), default=0)
    due = first.count(quarter) if quarter else 0
    figures = len(planned) + len(carried_out), len(done) + len(carried_out)
    return Tally(everything, *figures, len(late), len(silent), quarter, due, len(dropped))


@given(registers(), st.data())
def test_tally_equals_counts_measure_by_measure(register: Register, data: st.DataObject) -> None:
    last, over = data.draw(st.sampled_from(list(enumerate(ENDED))))
    start = register.fiscal_year - 544
    today = [date(start, 10, 1), *(date(start + 1, month, 1) for month in (1, 4, 7, 10))][last]
    some = [measure for measure in register.measures if data.draw(st.booleans())]
    assert tally(register, iter(some), today) == counted(register, some, over)


def test_tally_of_the_reference_report() -> None:
    register = reference()
    assert tally(register, register.measures, date(2023, 12, 31)) == Tally(9, 36, 0, 0, 0, 1, 9)
    assert tally(register, register.measures, date(2024, 1, 1)) == Tally(9, 36, 0, 9, 0, 2, 9)


def test_measure_reported_with_an_empty_result_counts_as_without_result() -> None:
    first = Measure("a", "OIT", 1.0, "")
    second = Measure("b", "OIT", 2.0, "", reported_with="a")
    register = register_of(first, second)
    assert tally(register, register.measures, date(2024, 1, 1)).without_result == 2
    register = register_of(first._replace(result="ทำแล้ว"), second)
    assert tally(register, register.measures, date(2024, 1, 1)).without_result == 0


@pytest.mark.parametrize(("planned", "done", "share"), [(0, 0, 0.0), (4, 0, 0.0), (8, 2, 0.25), (4, 4, 1.0)])
def test_share_is_of_the_planned_quarters(planned: int, done: int, share: float) -> None:
    assert Tally(1, planned, done).share == share


@given(registers())
def test_tallies_of_tracks_sum_to_the_tally_of_the_register(register: Register) -> None:
    today = date(register.fiscal_year - 543, 5, 1)
    each = [tally(register, register.measures_of(track.code), today) for track in register.tracks]
    assert together(each) == tally(register, register.measures, today)


FIRST = quarters({1})
FULL = Measure("m", "IIT", 1.0, "ก", result="ข", outcome="ค", evidence=(Evidence("", "x"),), planned=FIRST, done=FIRST)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, {Status.DONE}),
        ({"done": quarters(())}, {Status.LATE}),
        ({"planned": quarters({1, 3})}, {Status.UNDER_WAY}),
        ({"planned": quarters({3}), "done": quarters(())}, {Status.NOT_STARTED}),
        ({"planned": quarters(())}, {Status.UNPLANNED}),
        ({"result": ""}, {Status.DONE, Missing.RESULT}),
        ({"outcome": ""}, {Status.DONE, Missing.OUTCOME}),
        ({"evidence": ()}, {Status.DONE, Missing.EVIDENCE}),
    ],
)
def test_statuses_of_a_measure(changed: dict[str, object], expected: set[AnyStatus]) -> None:
    measure = FULL._replace(**changed)  # type: ignore[arg-type]
    register = register_of(measure)
    register = register._replace(tracks=tuple(track._replace(outcome="") for track in register.tracks))
    assert statuses(register, measure, FIRST) == expected


def test_outcome_of_the_track_and_result_of_the_reporter_count() -> None:
    covered = Measure("n", "IIT", 2.0, "ก", reported_with="m", evidence=FULL.evidence, planned=FIRST, done=FIRST)
    register = register_of(FULL, covered)
    tracks = tuple(track._replace(outcome="มีผล") for track in register.tracks)
    assert statuses(register._replace(tracks=tracks), covered, FIRST) == {Status.DONE}


def test_missing_parts_are_listed_in_the_order_of_the_enum() -> None:
    register = reference()
    bare = register.measures[0]._replace(result=" ", outcome="", evidence=())
    tracks = tuple(track._replace(outcome="") for track in register.tracks)
    assert missing(register.with_measure(bare)._replace(tracks=tracks), bare) == tuple(Missing)


@given(registers())
def test_each_measure_has_exactly_one_status(register: Register) -> None:
    for measure in register.measures:
        assert len(statuses(register, measure, FIRST) & set(Status)) == 1


@given(registers())
def test_each_unit_is_counted_once_per_measure(register: Register) -> None:
    assert dict(units(register.measures)) == {
        unit: sum(unit in measure.responsible for measure in register.measures)
        for measure in register.measures
        for unit in measure.responsible
    }


@pytest.mark.parametrize(
    ("done", "planned", "percent"),
    [(0, 0, 0), (0, 6, 0), (1, 6, 17), (5, 6, 83), (6, 6, 100), (1, 8, 13), (1, 1000, 1), (999, 1000, 99), (1, 3, 33)],
)
def test_percent_is_rounded_and_never_pretends(done: int, planned: int, percent: int) -> None:
    assert Tally(planned=planned, done=done).percent == percent
