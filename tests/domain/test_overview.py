"""Overview: every number equals a count over the register."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.overview import Due, overview
from itatui.domain.register import Register
from tests.support.samples import reference
from tests.support.strategies import registers

DAYS = st.dates(date(2023, 1, 1), date(2025, 12, 31))


@given(registers(), DAYS)
def test_the_last_line_is_the_sum_of_the_tracks(register: Register, today: date) -> None:
    *lines, whole = overview(register, today).lines
    assert [line.code for line in lines] == [track.code for track in register.tracks] and not whole.code
    for at in range(4):
        sums = tuple(map(sum, zip(*(line.quarters[at] for line in lines), strict=True)))
        assert sums == whole.quarters[at]
    assert sum(count.planned for count in whole.quarters) == whole.tally.planned
    assert sum(count.done for count in whole.quarters) == whole.tally.done


@given(registers(), DAYS)
def test_late_measures_match_the_counts_of_quarters(register: Register, today: date) -> None:
    found = overview(register, today)
    whole = found.lines[-1]
    assert len(found.late) == whole.tally.late
    assert sum(len(late.quarters) for late in found.late) == sum(count.late for count in whole.quarters)
    assert all(register.find(late.ref) == late.measure for late in found.late)


@given(registers(), DAYS)
def test_due_measures_are_in_a_quarter_that_has_not_ended(register: Register, today: date) -> None:
    due = overview(register, today).due
    ended = quarters_ended(register.fiscal_year, today)
    possible = [m for m in register.measures if not m.dropped.strip()]
    open_ones = {q for m in possible for q in m.planned - m.done - ended}
    assert (due is None) == (not open_ones)
    if due is not None:
        assert due.quarter == min(open_ones) and due.last_day >= today and due.refs


def test_due_measures_of_the_reference_report() -> None:
    first, *others = reference().measures
    done = tuple(other._replace(done=other.planned) for other in others)
    register = reference()._replace(measures=(first._replace(done=first.planned - {3}), *done))
    assert overview(register, date(2024, 5, 15)).due == Due(3, date(2024, 6, 30), ("IIT-1",))
