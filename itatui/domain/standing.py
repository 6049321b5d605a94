"""What can be said of a measure on a day, beside its status: what a list is narrowed to, counted and sorted by."""

from collections import Counter
from collections.abc import Iterable
from enum import Enum

from itatui.domain.measure import Measure
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register
from itatui.domain.status import Status, status_of
from itatui.locale import N_


class Standing(Enum):
    """One thing that can be said of a measure; its value is what people type for it."""

    LATE = "late"
    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    DONE = "done"
    UNPLANNED = "unplanned"
    NO_RESULT = "no-result"
    """No result reports on it."""
    NO_OUTCOME = "no-outcome"
    """Neither it nor its track has an outcome."""
    NO_EVIDENCE = "no-evidence"


TITLES = {
    Standing.LATE: N_("late"),
    Standing.NOT_STARTED: N_("not started"),
    Standing.UNDER_WAY: N_("under way"),
    Standing.DONE: N_("carried out"),
    Standing.UNPLANNED: N_("not planned"),
    Standing.NO_RESULT: N_("no result"),
    Standing.NO_OUTCOME: N_("no outcome"),
    Standing.NO_EVIDENCE: N_("no evidence"),
}
"""What people read for each, in the order in which they are listed."""

LATE = frozenset({Standing.LATE})
"""What narrows to the late ones."""

_OF_STATUS = {
    Status.LATE: Standing.LATE,
    Status.NOT_STARTED: Standing.NOT_STARTED,
    Status.UNDER_WAY: Standing.UNDER_WAY,
    Status.DONE: Standing.DONE,
    Status.UNPLANNED: Standing.UNPLANNED,
}


def standing_of(measure: Measure, ended: Quarters) -> Standing:
    """Its status when these quarters are over, as one of the standings."""
    return _OF_STATUS[status_of(measure.planned, measure.done, ended)]


def standings(register: Register, measure: Measure, ended: Quarters) -> frozenset[Standing]:
    """All that can be said of a measure of a register when these quarters of its year are over."""
    found = {standing_of(measure, ended)}
    if not (measure.result.strip() or register.reporter(measure).result.strip()):
        found.add(Standing.NO_RESULT)
    track = register.track(measure.track)
    if not (measure.outcome.strip() or (track and track.outcome.strip())):
        found.add(Standing.NO_OUTCOME)
    if not measure.evidence:
        found.add(Standing.NO_EVIDENCE)
    return frozenset(found)


def due_quarter(measure: Measure) -> int:
    """The first quarter (1-4) that is planned and not done; 0 when there is none."""
    return min(measure.planned - measure.done, default=0)


def units(measures: Iterable[Measure]) -> list[tuple[str, int]]:
    """The units responsible for some measures, each with how many, in the order in which Thais look them up."""
    from itatui.thai import collation_key

    counted = Counter(unit for measure in measures for unit in dict.fromkeys(measure.responsible))
    return sorted(counted.items(), key=lambda pair: collation_key(pair[0]))
