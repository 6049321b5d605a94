"""The filter of measures, shared by the list on the screen, the report and `list`."""

from collections.abc import Callable
from datetime import date
from enum import Enum

from itatui.domain.fields import fields_of
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.kinds import NUMERIC_KINDS, TEXT_KINDS
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.search import SearchResult, search
from itatui.domain.status import LATE_ONLY, AnyStatus, Status, due_quarter, status_of, statuses

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any


class Sort(Enum):
    """Order of a list; the value is the word that users type."""

    NUMBER = "number"
    """As in the register."""
    DUE = "due"
    """By the first quarter that is planned and not done; measures without any are last."""
    STATUS = "status"
    """In the order of `Status`."""
    UNIT = "unit"
    """By the units responsible."""


class Filter(NamedTuple):
    """Criteria that a measure must meet, and the order of the list. The empty filter means every measure."""

    track: str = ""
    """Code of a track; empty: all of them."""
    text: str = ""
    """Text to be found in a measure, in any spelling; empty: any."""
    statuses: frozenset[AnyStatus] = frozenset()
    """Only measures with any of these; empty: all measures."""
    unit: str = ""
    """Only measures of a unit with this in its name, in any spelling; empty: any."""
    quarter: int = 0
    """Only measures planned or done in this quarter (1-4); 0: any."""
    sort: Sort = Sort.NUMBER
    own: tuple[tuple[str, str], ...] = ()
    """Own fields, each with the value that a measure must have there, as it is kept; without one: none."""
    sort_field: str = ""
    """Own field by whose values the list is ordered instead; measures without one are last. Empty: by `sort`."""

    @property
    def has_criteria(self) -> bool:
        """Whether it can leave out a measure."""
        return self._replace(sort=Sort.NUMBER, sort_field="") != Filter()

    def track_only(self) -> "Filter":
        """Return the filter with only its track left."""
        return Filter(self.track)

    def within(self, register: Register) -> "Filter":
        """Return the filter without a track and own fields that the register does not have, or has no longer."""
        kept = self
        if self.track and register.track(self.track) is None:
            kept = kept._replace(track="")
        if self.own or self.sort_field:
            known = fields_of("measure", register)
            own = tuple(pair for pair in self.own if pair[0] in known)
            kept = kept._replace(own=own, sort_field=self.sort_field if self.sort_field in known else "")
        return kept


def select(register: Register, criteria: Filter, today: date) -> tuple[Measure, ...]:
    """Return the measures of a register that meet a filter, in its order."""
    return filter_measures(register, criteria, today).measures


def filter_measures(register: Register, criteria: Filter, today: date) -> SearchResult:
    """Return the measures that meet a filter, in its order, with the match of its text."""
    chosen = register.measures_of(criteria.track) if criteria.track else register.measures
    ended = quarters_ended(register.fiscal_year, today)
    if criteria.statuses == LATE_ONLY:  # fast path: the commonest criterion
        chosen = tuple(m for m in chosen if status_of(m, ended) is Status.LATE)
    elif wanted := criteria.statuses:
        chosen = tuple(m for m in chosen if wanted & statuses(register, m, ended))
    if criteria.unit:
        chosen = _of_unit(chosen, criteria.unit)
    if quarter := criteria.quarter:
        chosen = tuple(m for m in chosen if quarter in m.planned or quarter in m.done)
    for name, value in criteria.own:
        matches = own_matcher(register, name, value)
        chosen = tuple(m for m in chosen if matches(m))
    if criteria.sort_field:
        chosen = tuple(sorted(chosen, key=_own_sort_key(register, criteria.sort_field)))
    elif criteria.sort is not Sort.NUMBER:
        chosen = tuple(sorted(chosen, key=_sort_keys(register, today)[criteria.sort]))
    return search(register, chosen, criteria.text)


def filter_for_list(
    register: Register, criteria: Filter, today: date, prepare: Callable[[SearchResult], object]
) -> SearchResult:
    """Return the same, after `prepare` has made its rows ready to be drawn. For a thread."""
    found = filter_measures(register, criteria, today)
    prepare(found)
    return found


def _of_unit(measures: tuple[Measure, ...], unit: str) -> tuple[Measure, ...]:
    from itatui.thai import fold

    wanted = fold(unit)
    matching = {name for measure in measures for name in measure.responsible if wanted in fold(name)}
    return tuple(measure for measure in measures if not matching.isdisjoint(measure.responsible))


def _sort_keys(register: Register, today: date) -> "dict[Sort, Callable[[Measure], Any]]":
    from itatui.thai import collation_key

    ended = quarters_ended(register.fiscal_year, today)
    ranks = {status: rank for rank, status in enumerate(Status)}
    return {
        Sort.DUE: lambda measure: due_quarter(measure) or 5,
        Sort.STATUS: lambda measure: ranks[status_of(measure, ended)],
        Sort.UNIT: lambda measure: (not measure.responsible, collation_key(responsible_phrase(measure))),
    }


def own_matcher(register: Register, name: str, value: str) -> Callable[[Measure], bool]:
    """Return a test whether a measure has a value in an own field; a text only has to contain it, in any spelling."""
    field = fields_of("measure", register).get(name)
    if value and field is not None and field.kind in TEXT_KINDS:
        from itatui.thai import fold

        wanted = fold(value)
        return lambda measure: wanted in fold(measure.more.get(name))
    return lambda measure: measure.more.get(name) == value


def _own_sort_key(register: Register, name: str) -> "Callable[[Measure], Any]":
    """Return the sort key of the values of an own field, by its kind."""
    from itatui.domain.numbers import is_plain  # lazy: only own fields are numbers
    from itatui.thai import collation_key

    field = fields_of("measure", register).get(name)
    ranks = {choice: rank for rank, choice in enumerate(field.choices)} if field is not None else {}
    numeric = field is not None and field.kind in NUMERIC_KINDS

    def key(measure: Measure) -> "tuple[bool, float, Any]":
        value = measure.more.get(name)
        if numeric:
            return not value, float(value) if value and is_plain(value) else 0.0, ""
        return not value, float(ranks.get(value, len(ranks))), collation_key(value)

    return key
