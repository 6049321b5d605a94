"""Make edits of the register's own fields: add, move and remove them."""

from collections.abc import Iterable
from contextlib import suppress

from itatui.domain.apply import holders_of
from itatui.domain.change import WHOLE, Edit
from itatui.domain.edits import order_at, place, set_field
from itatui.domain.fields import FIELDS
from itatui.domain.own_field import HOLDERS, OWN_KINDS, OwnField
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import _, ngettext
from itatui.thai import quote

MAX_NAME = 32
"""Letters of the longest name."""
_IN_JSON = ("ref", "number", "status", "late", "measures", "position")
_IN_FORMS = ("row", "period", "quarter", "track_name", "track_code")
DERIVED = frozenset({*_IN_JSON, *_IN_FORMS, "register", "track", "meeting"})
"""Names with a meaning of their own: in the JSON of a measure, on the command line or in a form."""


def add_own_field(register: Register, field: OwnField, position: int = 0) -> tuple[Edit, ...]:
    """Return the edits that add a field at a position from 1; 0: last. They set its order.

    `UsageError` if there is no such position, or if name, holder, kind or choices are not those of a new field.
    """
    check_name(register, field.name)
    for word, known in ((field.of, HOLDERS), (field.kind, OWN_KINDS)):
        if word not in known:
            message = _("there is no {word}; choose from: {known}")
            raise UsageError(message.format(word=quote(word), known=", ".join(known)))
    check_choices(field)
    order, spread = order_at(register.fields, position or len(register.fields) + 1)
    return (*spread, Edit("field", field.name, WHOLE, None, field._replace(order=order)))


def move_own_field(register: Register, field: OwnField, position: int) -> tuple[Edit, ...]:
    """Return the edits that give a field a position (from 1) among the own fields; none if it has that position.

    `UsageError` if there is no such position.
    """
    return place(field, register.fields, position)


def remove_own_field(register: Register, field: OwnField) -> tuple[Edit, ...]:
    """Return the edits that remove a field with its values; undoing them brings back both."""
    emptied = (set_field(record, path, "") for record, path in holders_of(register, field.name))
    return (*emptied, Edit("field", field.name, WHOLE, field, None))


def check_name(register: Register, name: str) -> None:
    """Raise `UsageError` unless this can be the name of a new field of a register."""
    check_new_name(name, [field.name for field in register.fields])


def check_new_name(name: str, taken: Iterable[str] = ()) -> None:
    """Raise `UsageError` unless this can be the name of an own field, and is none of those taken."""
    letters = name.replace("_", "a")
    if not (name.isascii() and letters.isalnum() and name[:1].isalpha() and name.islower() and len(name) <= MAX_NAME):
        message = _("{name} cannot be the name of a field: use up to {limit} lower-case letters a–z, digits and _")
        raise UsageError(message.format(name=quote(name), limit=MAX_NAME))
    if name in DERIVED.union(*(FIELDS[holder] for holder in HOLDERS), taken):
        raise UsageError(_("there is a field {name} already; choose another name").format(name=quote(name)))


def check_choices(field: OwnField) -> None:
    """Raise `UsageError` unless a field of choices has some, and no other has any."""
    if field.kind == "choice" and not field.choices:
        raise UsageError(_("name the choices of the field: choices='A, B'"))
    if field.kind != "choice" and field.choices:
        raise UsageError(_("only a field of the kind choice has choices"))


def check_own_field(register: Register, field: OwnField) -> None:
    """Raise `UsageError` unless a field of a register fits its choices and the values that the register holds."""
    check_choices(field)
    by_quarter = [path for _record, path in holders_of(register, field.name) if "." in path]
    if by_quarter and not field.by_round:
        message = ngettext(
            "{name} still holds {count} value by quarter; empty it first",
            "{name} still holds {count} values by quarter; empty them first",
            len(by_quarter),
        )
        raise UsageError(message.format(name=quote(field.name), count=len(by_quarter)))


def free_name(register: Register, kind: str) -> str:
    """Return a name for a new field of a kind: `money`, or `money2` if there is one."""
    taken = [field.name for field in register.fields]
    for number in range(1, len(taken) + 3):
        name = kind if number == 1 else f"{kind}{number}"
        with suppress(UsageError):
            check_new_name(name, taken)
            return name
    raise AssertionError(taken)
