"""Filters by unit, quarter and status, sorted; in words, and parsed from words."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.filter import Filter, Sort, select
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.quarters import ALL
from itatui.domain.register import Register
from itatui.domain.status import STATUS_LABELS, AnyStatus, Missing, Status, statuses
from itatui.errors import UsageError
from itatui.wording.filters import describe_filter, parse_quarter, parse_sort, parse_statuses, parse_unit
from tests.support.samples import reference
from tests.support.strategies import registers

STATUSES = st.frozensets(st.sampled_from(list(STATUS_LABELS)))


def day_of(register: Register) -> date:
    return date(register.fiscal_year - 543, 5, 1)


@given(registers(), STATUSES, st.integers(0, 4), st.sampled_from(Sort))
def test_exactly_the_matching_measures_are_selected(
    register: Register, wanted: frozenset[AnyStatus], quarter: int, sort: Sort
) -> None:
    today = day_of(register)
    ended = quarters_ended(register.fiscal_year, today)
    chosen = select(register, Filter(statuses=wanted, quarter=quarter, sort=sort), today)
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) == {
        measure
        for measure in register.measures
        if (not wanted or wanted & statuses(register, measure, ended))
        and (not quarter or quarter in measure.planned | measure.done)
    }


@given(registers(), st.sampled_from(Sort))
def test_sorting_is_stable(register: Register, sort: Sort) -> None:
    today = day_of(register)
    chosen = select(register, Filter(sort=sort), today)
    places = {measure.id: place for place, measure in enumerate(register.measures)}
    for one, other in pairwise(chosen):
        if sort is Sort.NUMBER or (one.planned, one.done, one[5:8]) == (other.planned, other.done, other[5:8]):
            assert places[one.id] < places[other.id]


def test_orders_by_due_quarter_and_by_status() -> None:
    register = reference()
    first, second, third, *rest = (measure._replace(planned=ALL, done=ALL) for measure in register.measures)
    later, late = first._replace(done=frozenset({1, 2, 3})), third._replace(done=frozenset({2, 3, 4}))
    register = register._replace(measures=(later, second, late, *rest))
    today = date(2024, 2, 1)
    by_due = select(register, Filter(sort=Sort.DUE), today)
    assert by_due == (late, later, second, *rest)
    assert select(register, Filter(sort=Sort.STATUS), today) == (late, later, second, *rest)


def test_a_unit_is_found_by_part_of_its_name_in_any_spelling() -> None:
    chosen = select(reference(), Filter(unit="สํานัก"), date(2024, 2, 1))
    assert {unit for measure in chosen for unit in measure.responsible} >= {"สำนักปลัด"}
    assert all("สำนักปลัด" in measure.responsible for measure in chosen)


def test_filter_in_words() -> None:
    assert describe_filter(Filter("IIT")) == ""
    some = Filter("", " คู่มือ ", frozenset({Missing.RESULT, Status.LATE}), "กองคลัง", 2, Sort.DUE)
    assert describe_filter(some) == "“คู่มือ” · late · no result · กองคลัง · quarter 2 · by due date"


def test_filter_from_words() -> None:
    assert parse_statuses(["late,no-result", "Done,"]) == {Status.LATE, Missing.RESULT, Status.DONE}
    assert parse_sort(reference(), "due") == (Sort.DUE, "")
    assert parse_quarter("๒") == 2
    assert parse_unit(reference(), "ปลัด") == "ปลัด"


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (lambda: parse_statuses(["lat"]), "late, not-started, under-way, done"),
        (lambda: parse_sort(reference(), "size"), "number, due, status, unit"),
        (lambda: parse_quarter("5"), "1, 2, 3 or 4"),
        (lambda: parse_unit(reference(), "กองช่าง"), "สำนักปลัด"),
    ],
)
def test_unknown_words_are_refused_with_the_known_ones(read: Callable[[], object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read()
