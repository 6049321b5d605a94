"""How a measure stands on a given day: derived, never stored."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register


class Status(Enum):
    """How a measure stands."""

    UNPLANNED = "unplanned"
    """No quarter is planned."""
    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"
    """Every planned quarter is done."""
    LATE = "late"
    """A planned quarter has ended and is not done."""


def late_quarters(planned: Quarters, done: Quarters, ended: Quarters) -> Quarters:
    """The planned quarters that have ended and are not done."""
    return (planned & ended) - done


def status_of(planned: Quarters, done: Quarters, ended: Quarters) -> Status:
    """How a measure with these quarters stands when `ended` quarters of its year are over."""
    if not planned:
        return Status.UNPLANNED
    if planned <= done:
        return Status.DONE
    if late_quarters(planned, done, ended):
        return Status.LATE
    return Status.UNDER_WAY if planned & done else Status.NOT_STARTED


class Tally(NamedTuple):
    """What stands in a group of measures, counted."""

    measures: int = 0
    planned: int = 0
    """Planned quarters, over all the measures."""
    done: int = 0
    """Planned quarters that are done."""
    late: int = 0
    """Measures that are late."""
    without_result: int = 0
    """Measures on which no result reports."""
    due_quarter: int = 0
    """The first quarter (1-4) from today's on that is planned and not done; 0: there is none."""
    due: int = 0
    """Measures that are due in it."""

    @property
    def share(self) -> float:
        """The part of the planned quarters that is done, 0 to 1; 0 when none is planned."""
        return self.done / self.planned if self.planned else 0.0


def tally(register: Register, measures: Iterable[Measure], today: date) -> Tally:
    """Counts some measures of a register as they stand on a day."""
    ended = quarters_ended(register.fiscal_year, today)
    kinds = Counter(
        (measure.planned, measure.done, bool(measure.result or register.reporter(measure).result))
        for measure in measures
    )
    return together(_tally_of(*kind, count, ended) for kind, count in kinds.items())


def _tally_of(planned: Quarters, done: Quarters, reported: bool, count: int, ended: Quarters) -> Tally:
    due = min(planned - done - ended, default=0)
    without = 0 if reported else count
    late = count * (status_of(planned, done, ended) is Status.LATE)
    waiting = count if due else 0
    return Tally(count, count * len(planned), count * len(planned & done), late, without, due, waiting)


def together(tallies: Iterable[Tally]) -> Tally:
    """What several groups count, as one."""
    all_of_them = list(tallies)
    quarter = min((each.due_quarter for each in all_of_them if each.due_quarter), default=0)
    measures, planned, done, late, without, _quarters, _dues = map(sum, zip(*(Tally(), *all_of_them), strict=True))
    due = sum(each.due for each in all_of_them if each.due_quarter == quarter)
    return Tally(measures, planned, done, late, without, quarter, due)


def mark(quarter: int, planned: Quarters, done: Quarters, late: Quarters) -> str:
    """The sign of one quarter (1-4), one cell wide, so that colour need not say it: done ●, late !, planned ○."""
    if quarter in done:
        return "●"
    if quarter in late:
        return "!"
    return "○" if quarter in planned else "·"
