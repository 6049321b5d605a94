"""Conflicts: two users wrote in the same field. Describes both values and how to keep both; never decides."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from itatui.domain.change import WHOLE, Change, ConflictError, Edit, Value
from itatui.domain.fields import Field, field_at, is_own_path, with_value
from itatui.domain.kinds import TEXT_KINDS, Kind
from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.track import Track

Contested: TypeAlias = Measure | Track | Meeting
"""Records whose fields are typed on the screen."""


class Conflict(NamedTuple):
    """A field in which two users wrote."""

    edit: Edit
    """My edit: the value before, and the value that I want."""
    found: Value
    """The other user's value, now in the register; None if the measure was removed."""
    who: str = ""
    """Login name of the other user; empty if the history does not tell."""
    when: str = ""
    """Time of the other user's change: ISO 8601 with the zone."""
    gone: Measure | None = None
    """The measure as it was when it was removed; None if it is there."""
    own: Field | None = None
    """The field of the edit, if it is the register's own."""

    @property
    def field(self) -> Field:
        """The field of the edit."""
        field = self.own or field_at(self.edit.kind, self.edit.field)
        assert field is not None
        return field


def is_typed(edit: Edit) -> bool:
    """Return whether an edit is of a typed field. Ticks never conflict: two users who tick a quarter agree."""
    field = field_at(edit.kind, edit.field)
    return field.typed if field is not None else is_own_path(edit.kind, edit.field)


def merge_values(kind: Kind, theirs: Value, mine: Value) -> Value:
    """Return a value that keeps both: my text after theirs, the names of both. None for kinds of a single value."""
    if isinstance(theirs, tuple) and isinstance(mine, tuple):
        rest: tuple[Any, ...] = tuple(each for each in mine if each not in theirs)
        return (*theirs, *rest)
    if kind not in TEXT_KINDS or not isinstance(theirs, str) or not isinstance(mine, str):
        return None
    if mine in theirs:
        return theirs
    if theirs in mine:
        return mine
    return f"{theirs} {mine}" if kind is Kind.LINE else f"{theirs.rstrip()}\n{mine}"


def last_removal(history: Sequence[Change], measure_id: str) -> tuple[Change, Measure] | None:
    """Return the latest change that removed a measure, and the measure as it was; None if there is none."""
    for change in reversed(history):
        for edit in change.edits:
            whole = edit[:3] == ("measure", measure_id, WHOLE)
            if whole and edit.after is None and isinstance(edit.before, Measure):
                return change, edit.before
    return None


def merge_refused(
    error: ConflictError, history: Callable[[], Sequence[Change]], register: Register | None = None
) -> tuple[Edit, ...]:
    """Return edits that save the text of a refused edit without overwriting anything, when nobody can choose.

    My text goes after the other user's; a removed measure comes back with my text. Empty for fields of a single
    value.
    """
    edit, found = error.edit, error.found
    field = field_at(edit.kind, edit.field, register)
    if field is None or not field.typed:
        return ()
    if found is None and edit.kind == "measure":
        removed = last_removal(history(), edit.id)
        if removed is None:
            return ()
        return (Edit("measure", edit.id, WHOLE, None, with_value(removed[1], edit.field, edit.after)),)
    kept = merge_values(field.kind, found, edit.after) if edit.after else None
    return (edit._replace(before=found, after=kept),) if kept is not None else ()
