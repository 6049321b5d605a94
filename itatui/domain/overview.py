"""Overview of the register: quarters planned and done by track, late measures, and those due next. Pure."""

from collections.abc import Iterable
from datetime import date

from itatui.domain.fiscal_year import quarter_dates, quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.quarters import NUMBERS, Quarters
from itatui.domain.register import Register
from itatui.domain.status import Tally, late_quarters, tally


class Count(NamedTuple):
    """Numbers of measures of a track in a quarter."""

    planned: int
    """Planned for the quarter."""
    done: int
    """Planned and carried out."""
    late: int
    """Planned, not carried out, and the quarter has ended."""


class Line(NamedTuple):
    """A track, or all tracks together."""

    code: str
    """Code of the track; empty: all."""
    quarters: tuple[Count, ...]
    """Quarters 1 to 4."""
    tally: Tally


class Late(NamedTuple):
    """A late measure."""

    ref: str
    measure: Measure
    quarters: Quarters
    """Quarters in which it is late."""


class Due(NamedTuple):
    """Measures due in the current quarter or, if there are none, in the next that has any."""

    quarter: int
    """1 to 4."""
    last_day: date
    refs: tuple[str, ...]
    """Measures planned for it and not yet carried out."""


class Dropped(NamedTuple):
    """A measure that cannot be carried out."""

    ref: str
    measure: Measure


class Overview(NamedTuple):
    """Overview of a register."""

    lines: tuple[Line, ...]
    """The tracks in order, then all of them together."""
    late: tuple[Late, ...]
    due: Due | None
    """None if nothing remains to be done in time."""
    dropped: tuple[Dropped, ...] = ()


def overview(register: Register, today: date) -> Overview:
    """Return the overview of a register on a day."""
    ended = quarters_ended(register.fiscal_year, today)
    groups = [(track.code, register.measures_of(track.code)) for track in register.tracks]
    lines = [
        Line(code, _counts(measures, ended), tally(register, measures, today))
        for code, measures in (*groups, ("", register.measures))
    ]
    late = [
        Late(register.ref(measure), measure, quarters)
        for measure in register.measures
        if (quarters := late_quarters(measure, ended))
    ]
    dropped = tuple(Dropped(register.ref(measure), measure) for measure in register.measures if measure.is_dropped)
    return Overview(tuple(lines), tuple(late), _due(register, lines[-1].tally.due_quarter), dropped)


def _counts(measures: Iterable[Measure], ended: Quarters) -> tuple[Count, ...]:
    measures = tuple(measures)
    counts = []
    for quarter in NUMBERS:
        planned = [
            measure
            for measure in measures
            if quarter in measure.planned and (quarter in measure.done or not measure.is_dropped)
        ]
        done = len([measure for measure in planned if quarter in measure.done])
        counts.append(Count(len(planned), done, len(planned) - done if quarter in ended else 0))
    return tuple(counts)


def _due(register: Register, quarter: int) -> Due | None:
    if not quarter:
        return None
    refs = tuple(
        register.ref(measure)
        for measure in register.measures
        if quarter in measure.planned - measure.done and not measure.is_dropped
    )
    return Due(quarter, quarter_dates(register.fiscal_year, quarter)[1], refs)
