"""Fiscal years: October to September, Buddhist Era."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.fiscal_year import check_year, fiscal_year_of, quarter_dates, quarter_of, quarters_ended
from itatui.errors import UsageError
from tests.support.strategies import years

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [
        (1, date(2023, 10, 1), date(2023, 12, 31)),
        (2, date(2024, 1, 1), date(2024, 3, 31)),
        (3, date(2024, 4, 1), date(2024, 6, 30)),
        (4, date(2024, 7, 1), date(2024, 9, 30)),
    ],
)
def test_quarters_of_2567(quarter: int, first: date, last: date) -> None:
    assert quarter_dates(2567, quarter) == (first, last)
    assert [(fiscal_year_of(day), quarter_of(day)) for day in (first, last)] == [(2567, quarter)] * 2


def test_every_day_is_in_exactly_one_quarter() -> None:
    day = date(2019, 1, 1)
    while day < date(2026, 1, 1):
        spans = {
            (year, quarter): quarter_dates(year, quarter)
            for year in range(day.year + 541, day.year + 546)
            for quarter in (1, 2, 3, 4)
        }
        holding = [name for name, (first, last) in spans.items() if first <= day <= last]
        assert holding == [(fiscal_year_of(day), quarter_of(day))], day
        day += DAY


@given(years)
def test_quarters_cover_october_to_september_without_gaps(year: int) -> None:
    spans = [quarter_dates(year, quarter) for quarter in (1, 2, 3, 4)]
    assert spans[0][0] == date(year - 544, 10, 1)
    assert spans[3][1] == date(year - 543, 9, 30)
    assert [last + DAY for _, last in spans[:3]] == [first for first, _ in spans[1:]]


@given(years, st.dates(date(1950, 1, 1), date(2170, 1, 1)))
def test_a_quarter_has_ended_after_its_last_day(year: int, today: date) -> None:
    ends = [
        date(year - 544, 12, 31),
        date(year - 543, 3, 31),
        date(year - 543, 6, 30),
        date(year - 543, 9, 30),
    ]
    assert quarters_ended(year, today) == {n for n, end in enumerate(ends, 1) if today > end}


@pytest.mark.parametrize(("year", "last"), [(2567, date(2023, 12, 31)), (2500, date(1956, 12, 31))])
def test_a_quarter_has_not_ended_on_its_last_day(year: int, last: date) -> None:
    assert quarters_ended(year, last) == set()
    assert quarters_ended(year, last + DAY) == {1}


@given(years)
def test_buddhist_era_years_are_accepted(year: int) -> None:
    assert check_year(year) == year


@pytest.mark.parametrize(("year", "meant"), [(2024, 2567), (1957, 2500), (2156, 2699)])
def test_a_gregorian_year_is_refused_with_a_suggestion(year: int, meant: int) -> None:
    with pytest.raises(UsageError, match=f"{year} is not a Buddhist Era year: did you mean {meant}"):
        check_year(year)


@pytest.mark.parametrize("year", [-1, 0, 67, 1956, 2157, 2499, 2700, 25670])
def test_any_other_year_is_refused_with_the_range(year: int) -> None:
    with pytest.raises(UsageError, match=f"^{year} is not a fiscal year from 2500 to 2699"):
        check_year(year)
