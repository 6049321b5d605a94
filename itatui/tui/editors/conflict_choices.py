"""The choice between two texts of a field: the conflict dialog, and the changes that the choice makes."""

from typing import Any

from textual.screen import Screen

from itatui.domain.change import Edit, Value
from itatui.domain.conflicts import Conflict, Contested
from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import label_of
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import clean
from itatui.tui.editors.open_editor import OpenEditor
from itatui.tui.session.conflict_queue import both_texts, edit_of_choice, with_current_value
from itatui.tui.session.save_state import SaveState


class ConflictChoices:
    """The conflicts of a screen, asked about in turn."""

    def __init__(self, screen: Screen[Any], open_editor: OpenEditor) -> None:
        self._screen = screen
        self._session = open_editor.session
        self._open_editor = open_editor
        self._asking = False
        open_editor.ask_to_choose = self.ask

    def ask_next(self) -> None:
        """Ask about the first waiting conflict, unless an editor or another screen is open."""
        waiting = self._session.conflicts.waiting
        if waiting and self._open_editor.editor is None and self._screen.is_current:
            self.ask(waiting[0])

    def announce(self) -> None:
        """Ask about a new conflict in the queue; while another field is open, say where the choice will be."""
        if self._open_editor.editor is not None:
            self._tell_to_leave(self._session.conflicts.waiting[-1].edit)
        self.ask_next()

    def _tell_to_leave(self, edit: Edit) -> None:
        def words() -> str:
            line = _("Someone else edited {field}: leave this field to compare.")
            return line.format(field=label_of(edit.kind, edit.field, self._session.register))

        self._session.tell(words)

    def ask(self, conflict: Conflict) -> None:
        """Show both texts and let the user choose."""
        if not self._asking:
            self._asking = True
            self._screen.run_worker(self._ask(conflict), group="conflict")

    async def _ask(self, conflict: Conflict) -> None:
        try:
            conflict = await self._session.with_author(self._current(conflict))
        except ItatuiError as error:  # the typed text cannot be read
            self._asking = False
            self._session.tell(str(error))
            return
        from itatui.tui.dialogs.conflict import ConflictDialog

        thing = conflict.gone or self._session.thing(conflict.edit.kind, conflict.edit.id)
        if thing is None:
            self._asking = False
            return

        def choose(choice: str | None) -> None:
            self._asking = False
            self._session.conflicts.discard(conflict.edit)
            self._carry_out(conflict, thing, choice)

        self._screen.app.clear_notifications()  # the message that announces the dialog would hide its keys
        self._screen.app.push_screen(ConflictDialog(self._session.register, thing, conflict), choose)

    def _current(self, conflict: Conflict) -> Conflict:
        """Return the conflict with the current value of the field and the current text of the editor."""
        edit = conflict.edit
        thing = self._session.thing(edit.kind, edit.id)
        conflict = with_current_value(conflict, thing)
        editor, shape = self._open_editor.editor_of(edit), thing or conflict.gone
        if editor is not None and shape is not None:
            after = parse_value(self._session.register, shape, conflict.field, editor.text)
            conflict = conflict._replace(edit=edit._replace(after=after))
        return conflict

    def _carry_out(self, conflict: Conflict, thing: Contested, choice: str | None) -> None:
        edit = conflict.edit
        if (
            choice in (None, "edit")
            and self._open_editor.editor is not None
            and self._open_editor.editor_of(edit) is None
        ):
            self._session.conflicts.put_back(conflict)  # another field is open: asked again when that is left
            self._tell_to_leave(edit)
        elif choice is None:
            self._postpone(conflict)
        elif choice == "edit":
            both = both_texts(conflict)
            self._open(conflict, edit.after if both is None else both)
        elif choice == "go":
            self._confirm_loss(conflict)
        else:
            self._settle(edit)
            if chosen := edit_of_choice(conflict, choice, thing):
                self._session.change(chosen, draft=self._session.own_drafts.place_of(edit))
            else:
                self._session.own_drafts.drop(edit)
            if choice == "back":
                self._session.point_at(edit.id)

    def _settle(self, edit: Edit) -> None:
        if self._open_editor.editor_of(edit) is not None:
            self._open_editor.drop()
        self._session.set_save_state(SaveState.UNCHANGED)

    def _postpone(self, conflict: Conflict) -> None:
        """Leave the choice open: the text stays in an editor on its field, or the user lets it go."""
        editor = self._open_editor.editor_of(conflict.edit)
        if editor is None and conflict.found is not None:
            self._open(conflict, conflict.edit.after)
            editor = self._open_editor.editor_of(conflict.edit)
            if editor is not None:
                editor.contested = conflict
                editor.base = conflict.edit.before
        if editor is None:  # no field can hold it
            self._confirm_loss(conflict)

    def _open(self, conflict: Conflict, value: Value) -> None:
        """Open the field with a text that replaces the other user's when it is saved."""
        edit = conflict.edit
        text = format_value(self._session.register, conflict.field, value)
        editor = self._open_editor.editor_of(edit)
        if editor is not None:
            editor.text, _dropped = clean(text)
            editor.move_cursor(editor.document.end)
        elif self._open_editor.place.show_field(edit):
            self._open_editor.open_field(edit.kind, edit.id, edit.field, text)
        editor = self._open_editor.editor_of(edit)
        if editor is not None:
            editor.base, editor.kept, editor.contested = conflict.found, None, None

    def _confirm_loss(self, conflict: Conflict) -> None:
        """Ask before a text is lost with its measure."""
        from itatui.tui.dialogs.prompts import Confirm

        lost = format_value(self._session.register, conflict.field, conflict.edit.after)

        def answer(sure: bool | None) -> None:
            if sure:
                self._settle(conflict.edit)
                self._session.own_drafts.drop(conflict.edit)
            elif self._open_editor.editor_of(conflict.edit) is None:
                self._session.conflicts.put_back(conflict)
                self.ask_next()

        question = Confirm([lambda: _("Discard your text? There is no other copy."), lost], lambda: _("Discard"))
        self._screen.app.push_screen(question, answer)
