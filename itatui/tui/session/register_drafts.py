"""The drafts in one register: of its dialogs, and of texts of fields that it cannot take as they are, or not yet."""

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from itatui.domain.change import ClosedError, ConflictError, Edit, Value
from itatui.domain.conflicts import is_typed
from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import fields_of, kind_of, label_of
from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.own_field import HOLDERS
from itatui.domain.protocols import Draft, DraftPlace
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.tui.session.drafts import Drafts
from itatui.tui.words import Words


class RegisterDrafts:
    """Drafts by the dialogs and fields of a register."""

    def __init__(self, drafts: Drafts, path: Path) -> None:
        self._drafts = drafts
        self._register = os.path.realpath(path)

    def place(self, dialog: str, record: str = "") -> DraftPlace:
        """Return the place of the draft of a dialog."""
        return DraftPlace(self._register, dialog, record)

    def place_of(self, edit: Edit) -> DraftPlace:
        """Return the place of the draft of an edited field."""
        return self.place(f"{edit.kind} {edit.field}", edit.id)

    def holds(self, edit: Edit) -> bool:
        """Return whether the text of an edited field is kept for the next run."""
        return is_typed(edit) and self._drafts.holds(self.place_of(edit))

    def keep(self, register: Register, edit: Edit, text: str | None = None) -> None:
        """Keep the text of an edit; with a `text`, which may be unreadable as a value, that."""
        thing = register.measure(edit.id) if edit.kind == "measure" else None
        ref = register.ref(thing) if thing is not None else edit.id if edit.kind == "track" else ""
        texts = {
            "text": _text(register, edit, edit.after) if text is None else text,
            "base": _text(register, edit, edit.before),
        }
        title = f"{ref} {label_of(edit.kind, edit.field, register)}".strip()
        self._drafts.keep(Draft(self.place_of(edit), title, texts))

    def keep_refused(self, register: Register, error: ItatuiError, edits: Sequence[Edit]) -> Words:
        """Keep the text of a refused change whose field or track is gone, or whose register is closed.

        Return what to tell the user. A text of the register's own shape waits in its form.
        """
        is_text = len(edits) == 1 and edits[0].kind in (*HOLDERS, "meeting") and is_typed(edits[0])
        if not isinstance(error, ConflictError) or not is_text:
            return refused_words(error, register)
        self.keep(register, edits[0])
        return refused_words(error, register) if isinstance(error, ClosedError) else self.removed_words()

    def removed_words(self) -> Words:
        """Return words about a text, now kept, whose field someone else has deleted."""
        if self._drafts.fails:
            return lambda: _("Someone else deleted this field. Your text is kept here only until you quit.")
        return lambda: _("Someone else deleted this field. Your text is kept and returns with it (F7: undo).")

    def keep_all(self, register: Register, edits: Iterable[Edit]) -> None:
        """Keep the texts of edits that are not saved yet, oldest first: a field's from its first value to its last."""
        joined: dict[tuple[str, str, str], Edit] = {}
        for edit in edits:
            if is_typed(edit) and edit.field in fields_of(edit.kind, register):
                first = joined.get(edit[:3])
                joined[edit[:3]] = edit._replace(before=first.before) if first else edit
        for edit in joined.values():
            self.keep(register, edit)

    def keep_unsaved(self, register: Register, edits: Iterable[Edit]) -> None:
        """Keep the texts that could not be saved at the end of the program."""
        self._drafts.restore_confirmed()
        self.keep_all(register, edits)
        self._drafts.finish()

    def drop(self, *edits: Edit) -> None:
        """Delete the drafts of edited fields: their texts are saved, or the user has given them up."""
        for edit in edits:
            self._drafts.drop(self.place_of(edit))

    async def titles(self, register: Callable[[], Register]) -> list[str]:
        """Return the titles of the texts that were typed in an earlier run and never confirmed."""

        def is_there(place: DraftPlace) -> bool:
            record, now = place.record, register()
            return not record or any(now.lookup(kind, record) for kind in ("measure", "track", "meeting"))

        drafts = await asyncio.wrap_future(self._drafts.all_of(self._register, is_there))
        return list(dict.fromkeys(draft.title for draft in drafts if _has_field(register(), draft.place)))


def refused_words(error: ItatuiError, register: Register) -> Words:
    """Return what to tell about a refused change: of a closed register, the way to open it on the screen."""
    if not isinstance(error, ClosedError) or not register.closed:
        return str(error)
    from itatui.wording.years import closed_words  # lazy: most registers are open

    return lambda: closed_words(register)


def _text(register: Register, edit: Edit, value: Value) -> str:
    """Return a value of the edited field as a text; an own field that is gone had its values as texts."""
    field = fields_of(edit.kind, register).get(edit.field)
    return str(value or "") if field is None else format_value(register, field, value)


def _has_field(register: Register, place: DraftPlace) -> bool:
    """Return whether the field of a draft is there; True for the draft of a dialog."""
    kind, _space, field = place.dialog.partition(" ")
    return kind not in HOLDERS or not field or field in fields_of(kind, register)


def base_of(draft: Draft, register: Register, thing: Measure | Track | Meeting, field: str) -> Value:
    """Return the value that the field had when the text was begun. Raises `ItatuiError` if it cannot be read."""
    return parse_value(register, thing, fields_of(kind_of(thing), register)[field], draft.texts.get("base", ""))
