"""Which measures are meant: the one value that narrows the list on the screen, in the report and in `list`."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.register import Register
from itatui.domain.search import Found, search
from itatui.domain.standing import Standing, due_quarter, standing_of, standings


class Sort(Enum):
    """The order of what is listed; its value is what people type for it."""

    NUMBER = "number"
    """As in the register."""
    DUE = "due"
    """By the first quarter that is planned and not done; what is due no more is last."""
    STATUS = "status"
    """Late ones first, then those not started, under way, done, unplanned."""
    UNIT = "unit"
    """By the units responsible."""


class Filter(NamedTuple):
    """A narrowing of the register; the empty one means every measure."""

    track: str = ""
    """The code of one track; empty: all of them."""
    text: str = ""
    """Words to be found in a measure, however they are spelt; empty: any."""
    standings: frozenset[Standing] = frozenset()
    """Only measures of which one of these can be said; empty: any."""
    unit: str = ""
    """Only what a unit with this in its name is responsible for, however it is spelt; empty: any."""
    quarter: int = 0
    """Only what is planned or done in this quarter (1-4); 0: any."""
    sort: Sort = Sort.NUMBER

    @property
    def narrows(self) -> bool:
        """Whether it may leave out any measure."""
        return self._replace(sort=Sort.NUMBER) != Filter()

    def widened(self) -> "Filter":
        """The same track with nothing else asked for."""
        return Filter(self.track)


def select(register: Register, selection: Filter, today: date) -> tuple[Measure, ...]:
    """The measures of a register that a selection means, in the selection's order."""
    return narrow(register, selection, today).measures


def narrow(register: Register, selection: Filter, today: date) -> Found:
    """The same, and how the text was found that they have in them."""
    chosen = register.measures_of(selection.track) if selection.track else register.measures
    ended = quarters_ended(register.fiscal_year, today)
    if (wanted := selection.standings) == {Standing.LATE}:  # what is asked for most, and of a long list
        chosen = tuple(m for m in chosen if standing_of(m, ended) is Standing.LATE)
    elif wanted:
        chosen = tuple(m for m in chosen if wanted & standings(register, m, ended))
    if selection.unit:
        chosen = _of_unit(chosen, selection.unit)
    if quarter := selection.quarter:
        chosen = tuple(m for m in chosen if quarter in m.planned or quarter in m.done)
    if selection.sort is not Sort.NUMBER:
        chosen = tuple(sorted(chosen, key=_keys(register, today)[selection.sort]))
    return search(register, chosen, selection.text)


def _of_unit(measures: tuple[Measure, ...], unit: str) -> tuple[Measure, ...]:
    from itatui.thai import fold

    wanted = fold(unit)
    meant = {name for measure in measures for name in measure.responsible if wanted in fold(name)}
    return tuple(measure for measure in measures if not meant.isdisjoint(measure.responsible))


def _keys(register: Register, today: date) -> dict[Sort, Callable[[Measure], Any]]:
    from itatui.thai import collation_key

    ended = quarters_ended(register.fiscal_year, today)
    ranks = {standing: rank for rank, standing in enumerate(Standing)}
    return {
        Sort.DUE: lambda measure: due_quarter(measure) or 5,
        Sort.STATUS: lambda measure: ranks[standing_of(measure, ended)],
        Sort.UNIT: lambda measure: (not measure.responsible, collation_key(responsible_phrase(measure))),
    }
