"""A selection in words, and read from what people type for its parts."""

from collections.abc import Iterable
from typing import TypeVar

from itatui.domain.filter import Filter, Sort
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.standing import TITLES, Standing, units
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import safe

Word = TypeVar("Word", Standing, Sort)

SORT_TITLES = {
    Sort.NUMBER: N_("by number"),
    Sort.DUE: N_("by what is due first"),
    Sort.STATUS: N_("late ones first"),
    Sort.UNIT: N_("by unit"),
}
"""What people read for each order."""


def narrowing(selection: Filter) -> str:
    """What narrows and orders a list, in a few words; empty when nothing does. Its track is said elsewhere."""
    parts = [f"“{selection.text.strip()}”"] if selection.text.strip() else []
    parts += [_(TITLES[standing]) for standing in TITLES if standing in selection.standings]
    parts += [selection.unit] if selection.unit else []
    parts += [_("quarter {quarter}").format(quarter=selection.quarter)] if selection.quarter else []
    parts += [_(SORT_TITLES[selection.sort])] if selection.sort is not Sort.NUMBER else []
    return " · ".join(parts)


def standings_named(words: Iterable[str]) -> frozenset[Standing]:
    """The standings in words such as `late,no-result`; `UsageError` with those that there are."""
    names = [name for word in words for name in word.split(",") if name]
    return frozenset(_named(Standing, name) for name in names)


def sort_named(word: str) -> Sort:
    """The order that a word names; `UsageError` with those that there are."""
    return _named(Sort, word)


def _named(kind: type[Word], name: str) -> Word:
    try:
        return kind(name.strip().lower().replace("_", "-"))
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise UsageError(_("there is no {word}; there are {known}").format(word=safe(name), known=known)) from None


def unit_named(register: Register, name: str) -> str:
    """The name itself if a unit of the register has it in its own; `UsageError` with the units that there are."""
    from itatui.thai import fold

    known = [unit for unit, _count in units(register.measures)]
    if not any(fold(name) in fold(unit) for unit in known):
        message = _("no unit here has {name} in its name; there are {units}")
        raise UsageError(message.format(name=safe(name), units=safe(", ".join(known)) or "–"))
    return name


def quarter_named(word: str) -> int:
    """The quarter (1-4) that a word names; `UsageError` when it is none."""
    from itatui.thai import arabic_digits

    digit = arabic_digits(word.strip())
    if digit not in map(str, NUMBERS):
        raise UsageError(_("a quarter is 1, 2, 3 or 4, not {odd}").format(odd=safe(word)))
    return int(digit)
