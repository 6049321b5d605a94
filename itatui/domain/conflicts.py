"""Two people in one field: what each of them wrote, and what keeps the words of both. Nothing here decides for them."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from itatui.domain.change import WHOLE, Change, ConflictError, Edit, Value
from itatui.domain.fields import Field, Kind, field_of
from itatui.domain.measure import Measure


class Conflict(NamedTuple):
    """One field in which two people wrote."""

    edit: Edit
    """Mine: what the field held, and what I want it to hold."""
    found: Value
    """Theirs: what it holds now; None when the measure is gone."""
    who: str = ""
    """Who wrote theirs; empty where the history does not say."""
    when: str = ""
    """When they did: ISO 8601 with the zone."""
    gone: Measure | None = None
    """The measure as it was removed; None when it is there."""

    @property
    def field(self) -> Field:
        """The field."""
        found = field_of(self.edit.kind, self.edit.field)
        assert found is not None
        return found


def is_written(edit: Edit) -> bool:
    """Whether an edit is of a field that people write in: two who tick the same quarter agree."""
    field = field_of(edit.kind, edit.field)
    return field is not None and field.kind is not Kind.FLAG


def both(kind: Kind, theirs: Value, mine: Value) -> Value:
    """What keeps both values of a field: mine after theirs, or the names of both; None where it can hold only one."""
    if isinstance(theirs, tuple) and isinstance(mine, tuple):
        rest: tuple[Any, ...] = tuple(each for each in mine if each not in theirs)
        return (*theirs, *rest)
    if kind not in (Kind.TEXT, Kind.LINE) or not isinstance(theirs, str) or not isinstance(mine, str):
        return None
    if mine in theirs:
        return theirs
    if theirs in mine:
        return mine
    return f"{theirs.rstrip()}\n{mine}" if kind is Kind.TEXT else f"{theirs} {mine}"


def holding(measure: Measure, field: str, value: Value) -> Measure:
    """The measure as it is when a field of it that people write in holds this value."""
    values: dict[str, Any] = {field: value}
    return measure._replace(**values)


def removed_last(history: Sequence[Change], measure_id: str) -> tuple[Change, Measure] | None:
    """The change that removed a measure, and the measure as it was then; None when it is not in the history."""
    for change in reversed(history):
        for edit in change.edits:
            whole = edit[:3] == ("measure", measure_id, WHOLE)
            if whole and edit.after is None and isinstance(edit.before, Measure):
                return change, edit.before
    return None


def kept_beside(error: ConflictError, history: Callable[[], Sequence[Change]]) -> tuple[Edit, ...]:
    """What saves the text of a refused edit without overwriting anybody's, when nobody is there to choose.

    Mine goes after theirs; a measure that was removed comes back with it. None where the field can hold only one.
    """
    edit, found = error.edit, error.found
    if not is_written(edit):
        return ()
    if found is None and edit.kind == "measure":
        removed = removed_last(history(), edit.id)
        if removed is None:
            return ()
        return (Edit("measure", edit.id, WHOLE, None, holding(removed[1], edit.field, edit.after)),)
    field = field_of(edit.kind, edit.field)
    kept = both(field.kind, found, edit.after) if field and edit.after else None
    return (edit._replace(before=found, after=kept),) if kept is not None else ()
