"""The status of measures on a given day: derived, never stored. Counts of measures, and missing parts."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import lru_cache

from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.quarters import NONE, NUMBERS, Quarters
from itatui.domain.register import Register
from itatui.domain.rounds import year_result
from itatui.locale import N_

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import TypeAlias


class Status(Enum):
    """Status of a measure, in the order in which lists are sorted by it."""

    LATE = "late"
    """A planned quarter has ended and is not done."""
    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"
    """Every planned quarter is done."""
    UNPLANNED = "unplanned"
    """No quarter is planned."""
    DROPPED = "dropped"
    """It cannot be carried out, for the reason that it names."""


class Missing(Enum):
    """A part of a measure that a reviewer asks for and does not find."""

    RESULT = "no-result"
    """Neither the measure nor its reporter has a result."""
    OUTCOME = "no-outcome"
    """Neither the measure nor its track has an outcome."""
    EVIDENCE = "no-evidence"


AnyStatus: "TypeAlias" = Status | Missing
"""Criterion of a filter."""

LATE_ONLY: frozenset[AnyStatus] = frozenset({Status.LATE})

STATUS_LABELS: dict[AnyStatus, str] = {
    Status.LATE: N_("late"),
    Status.NOT_STARTED: N_("not started"),
    Status.UNDER_WAY: N_("under way"),
    Status.DONE: N_("done"),
    Status.UNPLANNED: N_("not planned"),
    Status.DROPPED: N_("cannot be done"),
    Missing.RESULT: N_("no result"),
    Missing.OUTCOME: N_("no outcome"),
    Missing.EVIDENCE: N_("no evidence"),
}
"""Labels, in the order in which they are listed."""


def late_quarters(measure: Measure, ended: Quarters) -> Quarters:
    """Return the planned quarters that have ended and are not done; none if the measure cannot be carried out."""
    return NONE if measure.is_dropped else (measure.planned & ended) - measure.done


def status_of(measure: Measure, ended: Quarters) -> Status:
    """Return the status of a measure when the `ended` quarters of its year are over."""
    planned, done = measure.planned, measure.done
    if measure.is_dropped:
        return Status.DROPPED
    if not planned:
        return Status.UNPLANNED
    if planned <= done:
        return Status.DONE
    if (planned & ended) - done:
        return Status.LATE
    return Status.UNDER_WAY if planned & done else Status.NOT_STARTED


def missing(register: Register, measure: Measure) -> tuple[Missing, ...]:
    """Return the parts that a measure lacks; none if it cannot be carried out."""
    found: list[Missing] = []
    if measure.is_dropped:
        return ()
    if not (year_result(measure).strip() or year_result(register.reporter(measure)).strip()):
        found.append(Missing.RESULT)
    track = register.track(measure.track)
    if not (measure.outcome.strip() or (track and track.outcome.strip())):
        found.append(Missing.OUTCOME)
    if not measure.evidence:
        found.append(Missing.EVIDENCE)
    return tuple(found)


def statuses(register: Register, measure: Measure, ended: Quarters) -> frozenset[AnyStatus]:
    """Return the status of a measure and the parts that it lacks, when the `ended` quarters are over."""
    return frozenset({status_of(measure, ended), *missing(register, measure)})


def due_quarter(measure: Measure) -> int:
    """Return the first quarter (1-4) that is planned and not done; 0 if there is none, or none can be done."""
    return 0 if measure.is_dropped else min(measure.planned - measure.done, default=0)


class Tally(NamedTuple):
    """Counts over a group of measures."""

    measures: int = 0
    planned: int = 0
    """Planned quarters, over all the measures; of those that cannot be carried out, only the done ones."""
    done: int = 0
    """Planned quarters that are done."""
    late: int = 0
    """Measures that are late."""
    without_result: int = 0
    """Measures that no result covers."""
    due_quarter: int = 0
    """First quarter (1-4) from today on that is planned and not done; 0: there is none."""
    due: int = 0
    """Measures due in it."""
    dropped: int = 0
    """Measures that cannot be carried out; they are neither late nor due, and lack no result."""

    @property
    def share(self) -> float:
        """Fraction of the planned quarters that is done, 0 to 1; 0 if none is planned."""
        return self.done / self.planned if self.planned else 0.0

    @property
    def percent(self) -> int:
        """`share` in whole percent, rounded half up; 0 only if nothing is done, 100 only if everything is."""
        if self.done in (0, self.planned):
            return 100 if self.done else 0
        return min(max((200 * self.done + self.planned) // (2 * self.planned), 1), 99)


def tally(register: Register, measures: Iterable[Measure], today: date) -> Tally:
    """Count measures of a register as of a day."""
    ended = quarters_ended(register.fiscal_year, today)
    kinds = Counter(
        (
            measure.planned,
            measure.done,
            bool(year_result(measure) or year_result(register.reporter(measure))),
            measure.is_dropped,
        )
        for measure in measures
    )
    return together(_tally_of(*kind, count, ended) for kind, count in kinds.items())


@lru_cache(512)
def _tally_of(planned: Quarters, done: Quarters, reported: bool, dropped: bool, count: int, ended: Quarters) -> Tally:
    if dropped:
        carried_out = count * len(planned & done)
        return Tally(count, carried_out, carried_out, dropped=count)
    due = min(planned - done - ended, default=0)
    without = 0 if reported else count
    late = count if (planned & ended) - done else 0
    waiting = count if due else 0
    return Tally(count, count * len(planned), count * len(planned & done), late, without, due, waiting)


def together(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of several tallies."""
    parts = list(tallies)
    quarter = min((part.due_quarter for part in parts if part.due_quarter), default=0)
    measures, planned, done, late, without, _quarters, _dues, dropped = map(sum, zip(*(Tally(), *parts), strict=True))
    due = sum(part.due for part in parts if part.due_quarter == quarter)
    return Tally(measures, planned, done, late, without, quarter, due, dropped)


def units(measures: Iterable[Measure]) -> list[tuple[str, int]]:
    """Return the units responsible for measures, each with its number of measures, in Thai dictionary order."""
    from itatui.thai import collation_key

    counted = Counter(unit for measure in measures for unit in dict.fromkeys(measure.responsible))
    return sorted(counted.items(), key=lambda pair: collation_key(pair[0]))


def mark(quarter: int, measure: Measure, late: Quarters) -> str:
    """Return the sign of a quarter (1-4), a single cell, readable without colour: done ●, late !, planned ○.

    A planned quarter that cannot be carried out is –.
    """
    return _mark(quarter, measure.planned, measure.done, late, measure.is_dropped)


def marks(measure: Measure, late: Quarters) -> str:
    """Return the signs of the four quarters, with spaces between them."""
    return _marks(measure.planned, measure.done, late, measure.is_dropped)


@lru_cache(512)
def _marks(planned: Quarters, done: Quarters, late: Quarters, dropped: bool) -> str:
    return " ".join(_mark(quarter, planned, done, late, dropped) for quarter in NUMBERS)


def _mark(quarter: int, planned: Quarters, done: Quarters, late: Quarters, dropped: bool) -> str:
    if quarter in done:
        return "●"
    if quarter in late:
        return "!"
    return "·" if quarter not in planned else "–" if dropped else "○"
