"""Conflicts of an open register: texts that wait for the user's choice, and the edits that a choice makes."""

from collections.abc import Sequence
from typing import Protocol

from itatui.domain.change import WHOLE, Change, ClosedError, ConflictError, Edit, Value
from itatui.domain.conflicts import Conflict, Contested, is_typed, last_removal, merge_values
from itatui.domain.fields import field_at, value_of, with_value
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.errors import ItatuiError

CONTESTED = ("measure", "track", "meeting")
"""Kinds of records whose texts are kept side by side."""


class ConflictHolder(Protocol):
    """An editor that can keep a text whose field somebody else has changed."""

    def hold(self, conflict: Conflict) -> bool:
        """Keep the user's text until they choose. Return False if this editor is not open on that field."""

    def refuse(self, edits: Sequence[Edit]) -> None:
        """Keep the user's text as not saved, if this editor is open on that field."""


def conflict_of(
    error: ItatuiError, edits: Sequence[Edit], thing: Contested | None, register: Register
) -> Conflict | None:
    """Return the conflict that a refused change makes, or None if it is not the edit of a single text.

    `thing` is the record as the screen shows it; a removed measure is kept with its conflict.
    """
    if not isinstance(error, ConflictError) or isinstance(error, ClosedError):
        return None
    if len(edits) != 1 or not is_typed(edits[0]):
        return None
    if edits[0].kind not in CONTESTED:  # its form has the text
        return None
    own = field_at(edits[0].kind, edits[0].field, register)
    if own is None or (error.found is None and edits[0].kind == "track"):  # it was removed
        return None
    removed = thing if error.found is None and isinstance(thing, Measure) else None
    return Conflict(edits[0], error.found, gone=removed, own=own)


def parts_of(error: ItatuiError, edits: Sequence[Edit], *, apart: bool) -> list[Sequence[Edit]]:
    """Return the changes into which a refused one falls, so that what nobody else changed is saved; empty: none.

    The details of a meeting are typed together, and are saved one by one. Edits that stand `apart`, such as those of
    an import, are saved without the refused edit.
    """
    if len(edits) < 2 or not isinstance(error, ConflictError):
        return []
    if {edit.kind for edit in edits} == {"meeting"}:
        return [(edit,) for edit in edits]
    if not apart or isinstance(error, ClosedError) or error.edit not in edits:
        return []
    return [tuple(edit for edit in edits if edit != error.edit), (error.edit,)]


def with_current_value(conflict: Conflict, thing: Contested | None) -> Conflict:
    """Return the conflict with the value that the field holds now."""
    if thing is None:
        return conflict
    found = value_of(thing, conflict.edit.field)
    return conflict._replace(found=found) if found != conflict.edit.after else conflict


def with_author(conflict: Conflict, history: Sequence[Change]) -> Conflict:
    """Return the conflict with author and time of the other text, as far as the history tells."""
    from itatui.domain.history import last_change_of

    edit, last = conflict.edit, None
    if conflict.found is None:
        if removal := last_removal(history, edit.id):
            last, measure = removal
            conflict = conflict._replace(gone=measure)
    else:
        last = last_change_of(history, edit.kind, edit.id, edit.field)
    return conflict._replace(who=last.who, when=last.when) if last else conflict


def both_texts(conflict: Conflict) -> Value:
    """Return a value that keeps both texts; None if the field can hold only a single value."""
    return merge_values(conflict.field.kind, conflict.found, conflict.edit.after)


def edit_of_choice(conflict: Conflict, choice: str, thing: Contested) -> Edit | None:
    """Return the edit that a choice makes: `mine`, `both`, or `back` for a removed measure. None for `theirs`."""
    edit = conflict.edit
    if choice == "back" and isinstance(thing, Measure):
        return Edit("measure", edit.id, WHOLE, None, with_value(thing, edit.field, edit.after))
    if choice in ("mine", "both"):
        after = edit.after if choice == "mine" else both_texts(conflict)
        return edit._replace(before=conflict.found, after=after)
    return None


class ConflictQueue:
    """Conflicts that no open editor holds, oldest first."""

    def __init__(self) -> None:
        self.waiting: list[Conflict] = []

    def add(self, conflict: Conflict) -> None:
        """Add a conflict at the end."""
        self.waiting.append(conflict)

    def put_back(self, conflict: Conflict) -> None:
        """Put a conflict first again: the user has not decided."""
        self.waiting.insert(0, conflict)

    def discard(self, edit: Edit) -> None:
        """Drop all conflicts of the edited field."""
        self.waiting = [other for other in self.waiting if other.edit[:3] != edit[:3]]
