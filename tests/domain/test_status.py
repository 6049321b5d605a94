"""How measures stand on a day, and how many of them."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.measure import Measure
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register
from itatui.domain.status import Status, Tally, late_quarters, status_of, tally, together
from tests.support.samples import reference, register_of
from tests.support.strategies import QUARTER_SETS, registers

ENDED = [frozenset(range(1, last + 1)) for last in range(5)]
"""Quarters end in order, so there are five sets of ended ones."""


def rule(planned: Quarters, done: Quarters, ended: Quarters) -> Status:
    """The rules, told quarter by quarter."""
    missing = [q for q in (1, 2, 3, 4) if q in planned and q not in done]
    made = [q for q in (1, 2, 3, 4) if q in planned and q in done]
    if not missing and not made:
        return Status.UNPLANNED
    if not missing:
        return Status.DONE
    if min(missing) <= max(ended, default=0):
        return Status.LATE
    return Status.UNDER_WAY if made else Status.NOT_STARTED


def test_status_of_every_measure_there_can_be() -> None:
    seen = set()
    for planned, done, ended in product(QUARTER_SETS, QUARTER_SETS, ENDED):
        status = status_of(planned, done, ended)
        assert status is rule(planned, done, ended), (planned, done, ended)
        assert (status is Status.LATE) == bool(planned and late_quarters(planned, done, ended))
        seen.add(status)
    assert seen == set(Status)


@pytest.mark.parametrize(
    ("planned", "done", "ended", "late"),
    [
        ({1, 2, 3, 4}, {1}, {1, 2}, {2}),
        ({1, 2, 3, 4}, {2}, {1, 2, 3}, {1, 3}),
        ({3, 4}, set(), {1, 2}, set()),
        ({2}, {2}, {1, 2, 3, 4}, set()),
    ],
)
def test_late_quarters_are_planned_and_over_and_not_done(
    planned: set[int], done: set[int], ended: set[int], late: set[int]
) -> None:
    assert late_quarters(frozenset(planned), frozenset(done), frozenset(ended)) == late


def counted(register: Register, measures: list[Measure], over: Quarters) -> Tally:
    """The same figures, counted one by one."""
    late = [m for m in measures if rule(m.planned, m.done, over) is Status.LATE]
    silent = [m for m in measures if not m.result and not register.reporter(m).result]
    planned = [(m.id, q) for m in measures for q in m.planned]
    done = [(m.id, q) for m in measures for q in m.planned if q in m.done]
    first = [min(m.planned - m.done - over, default=0) for m in measures]
    quarter = min(filter(None, first), default=0)
    due = first.count(quarter) if quarter else 0
    return Tally(len(measures), len(planned), len(done), len(late), len(silent), quarter, due)


@given(registers(), st.data())
def test_a_tally_is_what_counting_one_by_one_gives(register: Register, data: st.DataObject) -> None:
    last, over = data.draw(st.sampled_from(list(enumerate(ENDED))))
    start = register.fiscal_year - 544
    today = [date(start, 10, 1), *(date(start + 1, month, 1) for month in (1, 4, 7, 10))][last]
    some = [measure for measure in register.measures if data.draw(st.booleans())]
    assert tally(register, iter(some), today) == counted(register, some, over)


def test_the_tally_of_the_reference_report() -> None:
    register = reference()
    assert tally(register, register.measures, date(2023, 12, 31)) == Tally(9, 36, 0, 0, 0, 1, 9)
    assert tally(register, register.measures, date(2024, 1, 1)) == Tally(9, 36, 0, 9, 0, 2, 9)


def test_a_measure_reported_with_one_without_a_result_has_none() -> None:
    first = Measure("a", "OIT", 1.0, "")
    second = Measure("b", "OIT", 2.0, "", reported_with="a")
    register = register_of(first, second)
    assert tally(register, register.measures, date(2024, 1, 1)).without_result == 2
    register = register_of(first._replace(result="ทำแล้ว"), second)
    assert tally(register, register.measures, date(2024, 1, 1)).without_result == 0


@pytest.mark.parametrize(("planned", "done", "share"), [(0, 0, 0.0), (4, 0, 0.0), (8, 2, 0.25), (4, 4, 1.0)])
def test_the_share_is_of_the_planned_quarters(planned: int, done: int, share: float) -> None:
    assert Tally(1, planned, done).share == share


@given(registers())
def test_groups_count_together_what_they_count_as_one(register: Register) -> None:
    today = date(register.fiscal_year - 543, 5, 1)
    each = [tally(register, register.measures_of(track.code), today) for track in register.tracks]
    assert together(each) == tally(register, register.measures, today)
