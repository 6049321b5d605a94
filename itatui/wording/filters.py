"""Filters in words, and filters parsed from typed words."""

from collections.abc import Iterable

from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import Field, fields_of, label_of
from itatui.domain.filter import Filter, Sort
from itatui.domain.kinds import TEXT_KINDS
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.status import STATUS_LABELS, AnyStatus, units
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import quote

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import TypeVar

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


def describe_filter(criteria: Filter, register: Register | None = None) -> str:
    """Describe a filter but its track, which is shown elsewhere; empty if it has no criterion and no order.

    The register has the headings of its own fields.
    """
    parts = [f"“{criteria.text.strip()}”"] if criteria.text.strip() else []
    parts += [_(label) for status, label in STATUS_LABELS.items() if status in criteria.statuses]
    parts += [criteria.unit] if criteria.unit else []
    parts += [_("quarter {quarter}").format(quarter=criteria.quarter)] if criteria.quarter else []
    parts += [_own_words(register, name, value) for name, value in criteria.own]
    if criteria.sort_field:
        parts.append(_("by {field}").format(field=label_of("measure", criteria.sort_field, register)))
    elif criteria.sort is not Sort.NUMBER:
        parts.append(_(SORT_TITLES[criteria.sort]))
    return " · ".join(parts)


def _own_words(register: Register | None, name: str, value: str) -> str:
    field = fields_of("measure", register).get(name)
    if field is None:
        return f"{name} {value}".rstrip()
    text = format_value(register, field, value) if value and register is not None else value
    return f"{field.label}: {text or _('not given')}"


def parse_own_value(register: Register, text: str) -> tuple[str, str]:
    """Return field and value of words such as `budget=50,000`. `UsageError` if there is no such field or value."""
    name, equals, value = text.partition("=")
    field = own_measure_fields(register).get(name.strip().lower())
    if field is None or not equals:
        known = ", ".join(own_measure_fields(register)) or "–"
        message = _("there is no own field {name}; choose from: {known}")
        raise UsageError(message.format(name=quote(name), known=known))
    if field.kind in TEXT_KINDS:  # a part of the text
        return field.name, value.strip()
    kept = parse_value(register, register, field, value)
    return field.name, str(kept)


def own_measure_fields(register: Register) -> dict[str, Field]:
    """Return the register's own fields of measures by name, those by quarter too."""
    names = {field.name for field in register.fields if field.of == "measure"}
    fields = fields_of("measure", register)
    return {name: field for name, field in fields.items() if name.partition(".")[0] in names}


def parse_statuses(words: Iterable[str]) -> frozenset[AnyStatus]:
    """Return the statuses of words such as `late,no-result`. `UsageError` lists the valid words."""
    names = [name for word in words for name in list(filter(None, word.split(","))) or [word]]
    return frozenset(_named(STATUS_LABELS, name) for name in names)


def parse_sort(register: Register, word: str) -> tuple[Sort, str]:
    """Return the order of a word, or the own field of this name. `UsageError` lists the valid words."""
    own = own_measure_fields(register)
    if (name := word.strip().lower()) in own:
        return Sort.NUMBER, name
    return _named(Sort, word, tuple(own)), ""


def _named(members: "Iterable[Member]", name: str, others: Iterable[str] = ()) -> "Member":
    by_word: dict[str, Member] = {member.value.replace(" ", "-"): member for member in members}
    try:
        return by_word[name.strip().lower().replace("_", "-")]
    except KeyError:
        known = ", ".join((*by_word, *others))
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
