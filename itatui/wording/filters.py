"""Filters in words, and filters parsed from typed words."""

from collections.abc import Iterable
from typing import TypeVar

from itatui.domain.filter import Filter, Sort
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.status import STATUS_LABELS, AnyStatus, units
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import quote

Member = TypeVar("Member", AnyStatus, Sort)

LIST_CELLS = 400
"""Cells of a list of the possible values in a message."""

SORT_TITLES = {
    Sort.NUMBER: N_("by number"),
    Sort.DUE: N_("by due date"),
    Sort.STATUS: N_("late first"),
    Sort.UNIT: N_("by unit"),
}
"""Labels of the orders."""


def describe_filter(criteria: Filter) -> str:
    """Describe a filter but its track, which is shown elsewhere; empty if it has no criterion and no order."""
    parts = [f"“{criteria.text.strip()}”"] if criteria.text.strip() else []
    parts += [_(label) for status, label in STATUS_LABELS.items() if status in criteria.statuses]
    parts += [criteria.unit] if criteria.unit else []
    parts += [_("quarter {quarter}").format(quarter=criteria.quarter)] if criteria.quarter else []
    parts += [_(SORT_TITLES[criteria.sort])] if criteria.sort is not Sort.NUMBER else []
    return " · ".join(parts)


def parse_statuses(words: Iterable[str]) -> frozenset[AnyStatus]:
    """Return the statuses of words such as `late,no-result`. `UsageError` lists the valid words."""
    names = [name for word in words for name in list(filter(None, word.split(","))) or [word]]
    return frozenset(_named(STATUS_LABELS, name) for name in names)


def parse_sort(word: str) -> Sort:
    """Return the order of a word. `UsageError` lists the valid words."""
    return _named(Sort, word)


def _named(members: Iterable[Member], name: str) -> Member:
    by_word = {member.value.replace(" ", "-"): member for member in members}
    try:
        return by_word[name.strip().lower().replace("_", "-")]
    except KeyError:
        known = ", ".join(by_word)
        raise UsageError(_("there is no {word}; choose from: {known}").format(word=quote(name), known=known)) from None


def parse_unit(register: Register, name: str) -> str:
    """Return a part of a unit's name if a unit of the register contains it. `UsageError` lists the units."""
    from itatui.thai import fold

    known = [unit for unit, _count in units(register.measures)]
    if not any(fold(name) in fold(unit) for unit in known):
        message = _("no unit matches {name}; choose from: {units}")
        raise UsageError(message.format(name=quote(name), units=quote(", ".join(known), LIST_CELLS) or "–"))
    return name


def parse_quarter(word: str) -> int:
    """Return the quarter (1-4) of a word. `UsageError` if it is none."""
    from itatui.thai import arabic_digits

    digit = arabic_digits(word.strip())
    if digit not in map(str, NUMBERS):
        raise UsageError(_("a quarter must be 1, 2, 3 or 4, not {odd}").format(odd=quote(word)))
    return int(digit)
