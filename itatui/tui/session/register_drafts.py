"""The drafts in one register: of its dialogs, and of texts of fields that it cannot take as they are, or not yet."""

import asyncio
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from itatui.domain.change import Edit, Value
from itatui.domain.conflicts import is_typed
from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import fields_of, kind_of, label_of
from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.protocols import Draft, DraftPlace
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.tui.session.drafts import Drafts


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
        field = fields_of(edit.kind, register)[edit.field]
        thing = register.measure(edit.id) if edit.kind == "measure" else register.track(edit.id)
        ref = register.ref(thing) if isinstance(thing, Measure) else edit.id if isinstance(thing, Track) else ""
        texts = {
            "text": format_value(register, field, edit.after) if text is None else text,
            "base": format_value(register, field, edit.before),
        }
        title = f"{ref} {label_of(edit.kind, edit.field, register)}".strip()
        self._drafts.keep(Draft(self.place_of(edit), title, texts))

    def keep_all(self, register: Register, edits: Iterable[Edit]) -> None:
        """Keep the texts of edits that are not saved yet, oldest first: a field's from its first value to its last."""
        joined: dict[tuple[str, str, str], Edit] = {}
        for edit in edits:
            if is_typed(edit) and edit.field in fields_of(edit.kind, register):
                first = joined.get(edit[:3])
                joined[edit[:3]] = edit._replace(before=first.before) if first else edit
        for edit in joined.values():
            self.keep(register, edit)

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
        return list(dict.fromkeys(draft.title for draft in drafts))


def base_of(draft: Draft, register: Register, thing: Measure | Track | Meeting, field: str) -> Value:
    """Return the value that the field had when the text was begun. Raises `ItatuiError` if it cannot be read."""
    return parse_value(register, thing, fields_of(kind_of(thing), register)[field], draft.texts.get("base", ""))
