"""The open editor of a screen: open, save and close a field. The main screen and the meeting each have their own."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from itatui.domain.change import Edit
from itatui.domain.field_text import format_field, parse_value
from itatui.domain.fields import fields_of, kind_of, value_of
from itatui.domain.kinds import NUMERIC_KINDS, Kind
from itatui.errors import ItatuiError, UsageError
from itatui.locale import _
from itatui.thai import clean
from itatui.tui.session.register_drafts import base_of
from itatui.tui.session.save_state import SaveState
from itatui.tui.session.session import RegisterSession

if TYPE_CHECKING:
    from textual.screen import Screen

    from itatui.domain.conflicts import Conflict
    from itatui.domain.measure import Measure
    from itatui.domain.meeting import Meeting
    from itatui.domain.protocols import Draft
    from itatui.domain.track import Track
    from itatui.tui.text_input.field_editor import FieldEditor


READ_WHEN_LEFT = (*NUMERIC_KINDS, Kind.DAY, Kind.CHOICE)
"""Kinds of values of which the beginning is another value, or none: `5` of `50,000`, `15/1` of a date."""


class EditorPlace(Protocol):
    """The part of a screen in which the editor stands."""

    def show_field(self, edit: Edit) -> bool:
        """Bring the edited field into view. Return False if the screen cannot show it."""

    def mount(self, editor: "FieldEditor") -> None:
        """Mount the editor over its field and focus it."""

    def fit(self, editor: "FieldEditor") -> None:
        """Move and size the editor to its field."""

    def clear(self) -> None:
        """Draw the field's text again: the editor is gone."""

    def focus(self) -> None:
        """Give the keys to the place behind the editor."""


class OpenEditor:
    """The editor of a screen while a field is open, and the saving of its text."""

    def __init__(self, session: RegisterSession, place: EditorPlace) -> None:
        self.session = session
        self.place = place
        self.editor: FieldEditor | None = None
        self._told_of_deletion: FieldEditor | None = None
        """The editor whose user knows that the measure is deleted."""
        self.ask_to_choose: Callable[[Conflict], None] = lambda _conflict: None
        """Asks the user about a conflict; set by the screen's `ConflictChoices`."""
        session.last_edits.append(self.unsaved)
        session.drafts.texts.append(self)
        session.conflict_holders.append(self)
        session.on_change.append(self._leave_removed_field)

    def close_session(self) -> None:
        """Leave the session: the screen of this editor is closed."""
        self.session.last_edits.remove(self.unsaved)
        self.session.drafts.texts.remove(self)
        self.session.conflict_holders.remove(self)
        self.session.on_change.remove(self._leave_removed_field)

    @property
    def conflict(self) -> "Conflict | None":
        """The conflict of the open field."""
        return self.editor.contested if self.editor is not None else None

    def editor_of(self, edit: Edit) -> "FieldEditor | None":
        """Return the editor if it is open on the edited field."""
        editor = self.editor
        return editor if editor and (editor.kind, editor.thing_id, editor.field) == edit[:3] else None

    def open_field(self, kind: str, thing_id: str, name: str, text: str | None = None) -> None:
        """Open a field of a measure or track, with its value or with a text that was typed before."""
        from itatui.tui.text_input.field_editor import FieldEditor  # slow to import and often unused

        thing = self.session.thing(kind, thing_id)
        if thing is None or self.editor is not None:
            return
        field = fields_of(kind_of(thing), self.session.register)[name]
        place = self.session.own_drafts.place_of(Edit(kind, thing_id, name, None, None))
        draft = self.session.drafts.find(place) if text is None else None
        text, dropped = clean(format_field(self.session.register, thing, field) if text is None else text)
        self.editor = FieldEditor(text, value_of(thing, name), kind, thing_id, name, field.kind)
        self.editor.edited = self.session.note_typing
        self.place.mount(self.editor)
        if dropped:
            self.tell_dropped(dropped)
        if draft is not None:
            self._go_on(self.editor, draft, thing)

    def _go_on(self, editor: "FieldEditor", draft: "Draft", thing: "Measure | Track | Meeting") -> None:
        """Go on with a text of an earlier time; undo brings the register's text."""
        text, _dropped = clean(draft.texts.get("text", ""))
        if text == editor.text:
            self.session.drafts.drop(draft.place)
            return
        with suppress(ItatuiError):
            editor.base = base_of(draft, self.session.register, thing, editor.field)
        editor.replace(text, editor.document.start, editor.document.end)
        self.session.tell(lambda: _("Your text from last time is back; ^Z: the saved text"))

    def fit(self) -> None:
        """Move and size the editor to its field, after a resize or a new line."""
        if self.editor is not None:
            self.place.fit(self.editor)

    def tell_dropped(self, count: int) -> None:
        """Report control characters that were left out of a text."""
        self.session.tell(lambda: _("control characters removed: {count}").format(count=count))

    def typed_edit(self) -> Edit | None:
        """Return the edit that the typed text makes, or None if it changes nothing.

        Raises `UsageError` if the text cannot be read as a value of its field.
        """
        editor = self.editor
        if editor is None or editor.text == editor.kept:
            return None
        thing = self.session.thing(editor.kind, editor.thing_id)
        if thing is None:
            return Edit(editor.kind, editor.thing_id, editor.field, editor.base, editor.text)
        field = fields_of(editor.kind, self.session.register).get(editor.field)
        if field is None:
            raise UsageError(_("someone else deleted this field"))
        after = parse_value(self.session.register, thing, field, editor.text)
        return Edit(editor.kind, editor.thing_id, editor.field, editor.base, after) if after != editor.base else None

    def unsaved(self) -> tuple[Edit, ...]:
        """Return the edit of the typed text as a draft of the session. Raises `UsageError`."""
        edit = self.typed_edit()
        return (edit,) if edit is not None else ()

    def state(self) -> SaveState | None:
        """Return how far the latest letters have come; None if they are saved or on their way to the disk."""
        editor = self.editor
        if editor is None or editor.text == editor.kept:
            return None
        if editor.contested is not None:
            return SaveState.CONFLICT
        if editor.text == editor.refused:
            return SaveState.REFUSED
        is_kept = editor.holds in READ_WHEN_LEFT and self.session.own_drafts.holds(self._edit_of(editor))
        return SaveState.DRAFT if is_kept else SaveState.SAVING

    def typed(self) -> None:
        """Save the text so far. A number, a date or a choice is kept as a draft, and read when the field is left."""
        editor = self.editor
        if editor is None or editor.contested is not None or editor.holds not in READ_WHEN_LEFT:
            self.save()
        elif editor.text != editor.kept:
            self.keep_draft(editor, editor.text)
            self.session.note_typing()

    def _edit_of(self, editor: "FieldEditor") -> Edit:
        return Edit(editor.kind, editor.thing_id, editor.field, editor.base, None)

    def keep_draft(self, editor: "FieldEditor", text: str) -> None:
        """Keep a text as the draft of the editor's field."""
        self.session.own_drafts.keep(self.session.register, self._edit_of(editor), text)

    def keep(self) -> bool:
        """Keep a text that cannot be saved as a draft. Return False if it can be saved."""
        editor = self.editor
        if editor is None or editor.text == editor.kept:
            return False
        if editor.contested is None:
            with suppress(ItatuiError):
                self.typed_edit()
                return False
        self.keep_draft(editor, editor.text)
        return True

    def save(self) -> bool:
        """Save the typed text, unless it waits for a choice. Return False if it cannot be read."""
        editor = self.editor
        if editor is None:
            return True
        if editor.contested is not None:
            self.keep()
            return True
        try:
            edit = self.typed_edit()
        except ItatuiError as error:
            self._refuse(editor, str(error))
            return False
        editor.kept = editor.text
        if edit is not None:
            editor.base = edit.after
            self.session.change(edit, run=editor.run)
        else:
            self.session.own_drafts.drop(self._edit_of(editor))
            self.session.note_typing()
        return True

    def _refuse(self, editor: "FieldEditor", why: str) -> None:
        editor.refused = editor.text
        self.keep()
        self.session.tell(why)
        self.session.note_typing()

    def save_now(self) -> None:
        """Save the typed text and retry failed saves; ask about a conflict."""
        if self.conflict is not None:
            self.ask_to_choose(self.conflict)
        self.save()
        self.session.queue.resume()

    def close(self) -> bool:
        """Save the text and close the editor. Return False if the editor must stay open.

        It stays open during a conflict, which the user is then asked about, and at the first attempt to leave a
        text that cannot be read.
        """
        editor = self.editor
        if editor is None:
            return True
        readable = self.save()
        if editor.contested is not None:
            self.ask_to_choose(editor.contested)
            return False
        if not readable and not editor.given_up:
            editor.given_up = True
            return False
        if not readable:
            if self.session.drafts.fails:
                self.session.tell(lambda: _("Your text is kept here only until you quit"))
            else:
                self.session.tell(lambda: _("Your text is kept for the next time you open this field"))
        self.drop()
        return True

    def _leave_removed_field(self) -> None:
        """Close the editor when someone else has deleted its own field or its track, and keep the text.

        A text of a deleted measure is a conflict: it can bring its measure back. The user is told once.
        """
        editor = self.editor
        if editor is None:
            return
        if self.session.thing(editor.kind, editor.thing_id) is None:
            removed = editor.kind == "track"
            if editor.kind == "measure" and editor is not self._told_of_deletion:
                self._told_of_deletion = editor
                self.session.tell(_deleted_words)
        else:
            removed = editor.field not in fields_of(editor.kind, self.session.register)
        if removed:
            self.keep_draft(editor, editor.text)
            self.drop()
            self.place.focus()
            self.session.tell(self.session.own_drafts.removed_words())

    def drop(self) -> None:
        """Close the editor without saving."""
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.remove()
            self.place.clear()

    def hold(self, conflict: "Conflict") -> bool:
        """Keep the typed text if its field is in conflict. Nobody is interrupted: the choice comes on leaving."""
        editor = self.editor_of(conflict.edit)
        if editor is None:
            return False
        editor.contested = conflict
        editor.base = conflict.edit.before
        editor.kept = None
        self.keep()
        if conflict.found is None:
            self.session.tell(_deleted_words)
        else:
            self.session.tell(
                lambda: _("Someone else edited this field. Your text is still here; press ^S to compare.")
            )
        return True

    def refuse(self, edits: Sequence[Edit]) -> None:
        """Keep the typed text as a draft: the register was closed meanwhile."""
        editor = self.editor_of(edits[0]) if len(edits) == 1 else None
        if editor is not None:
            editor.base, editor.kept, editor.refused = edits[0].before, None, editor.text
            self.keep_draft(editor, editor.text)


def _deleted_words() -> str:
    return _("Someone else deleted this measure. Your text is still here; press Esc to choose.")


def write_outside(screen: "Screen[Any]", open_editor: OpenEditor) -> None:
    """Edit the text of the open field in the user's own editor."""
    from itatui.tui.editors.outside_editor import OutsideEditor  # lazy: seldom used
    from itatui.tui.editors.outside_field import OutsideField
    from itatui.tui.protocols import register_app

    if open_editor.editor is not None:
        editor = OutsideEditor(OutsideField(open_editor), register_app(screen))
        screen.run_worker(editor.run(), group="outside", exclusive=True)
