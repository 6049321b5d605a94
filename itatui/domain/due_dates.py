"""Days by which something is to be done: the ends of planned quarters, and the due days of decisions."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from itatui.domain.fiscal_year import quarter_dates
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register


class DueDate(NamedTuple):
    """A quarter of a measure that is not done, or an open decision on it."""

    day: date
    """Last day on which it is in time."""
    ref: str
    measure: Measure
    quarter: int = 0
    """Quarter to be done, 1 to 4; 0: a decision."""
    decision: Decision | None = None

    def days_left(self, today: date) -> int:
        """Return the days from today to the last day; negative if it is over."""
        return (self.day - today).days


def due_dates(register: Register, measures: Iterable[Measure]) -> list[DueDate]:
    """Return the open due dates of measures, the earliest first, then in the order of the measures."""
    ends = {quarter: quarter_dates(register.fiscal_year, quarter)[1] for quarter in (1, 2, 3, 4)}
    decisions: dict[str, list[Decision]] = {}
    for decision in register.decisions:
        if decision.due and not decision.done:
            decisions.setdefault(decision.measure, []).append(decision)
    found = [each for measure in measures for each in _of_measure(register, measure, ends, decisions)]
    return sorted(found, key=lambda each: each.day)


def _of_measure(
    register: Register, measure: Measure, ends: dict[int, date], decisions: dict[str, list[Decision]]
) -> Iterator[DueDate]:
    ref = register.ref(measure)
    if not measure.is_dropped:
        yield from (DueDate(ends[quarter], ref, measure, quarter) for quarter in sorted(measure.planned - measure.done))
    for decision in decisions.get(measure.id, ()):
        yield DueDate(date.fromisoformat(decision.due), ref, measure, decision=decision)


def due(found: Sequence[DueDate], today: date, days: int) -> list[DueDate]:
    """Return the due dates that are over or at most some days away."""
    last = today + timedelta(days)
    return [each for each in found if each.day <= last]
