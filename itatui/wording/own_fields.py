"""The register's own fields in words: their kinds, and the records that have them."""

from itatui.domain.own_field import HOLDERS, OWN_KINDS, OwnField
from itatui.locale import N_, _

KIND_TITLES = {
    "text": N_("Text"),
    "line": N_("Line"),
    "number": N_("Number"),
    "money": N_("Money"),
    "percent": N_("Percent"),
    "date": N_("Date"),
    "choice": N_("Choice"),
    "links": N_("Links"),
}
HOLDER_TITLES = {"measure": N_("Measure"), "track": N_("Track")}


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds of own fields, each with its title."""
    return [(kind, _(KIND_TITLES[kind])) for kind in OWN_KINDS]


def holder_choices() -> list[tuple[str, str]]:
    """Return the kinds of records that have own fields, each with its title."""
    return [(holder, _(HOLDER_TITLES[holder])) for holder in HOLDERS]


def describe_own_field(field: OwnField) -> str:
    """Describe a field: its name, its kind, whose it is, whether by quarter."""
    parts = [field.name, _(KIND_TITLES[field.kind]), _(HOLDER_TITLES[field.of])]
    parts += [_("by quarter")] if field.by_round else []
    return " · ".join(parts)
