"""When two people write in one field: the texts that wait for a choice, and what becomes of it."""

from typing import TYPE_CHECKING

from itatui.domain.apply import value_of
from itatui.domain.change import WHOLE, ConflictError, Edit, Value
from itatui.domain.conflicts import Conflict, both, holding, is_written, removed_last
from itatui.domain.field_text import read_value, written_value
from itatui.domain.fields import title_of
from itatui.domain.filter import Filter
from itatui.domain.measure import Measure
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import clean
from itatui.tui.screens.main.editing import Writing
from itatui.tui.widgets.measure_detail import MeasureDetail

if TYPE_CHECKING:
    from itatui.tui.text_input.field_editor import FieldEditor


class Contesting(Writing):
    """The conflicts of the main screen. Nobody is interrupted while typing: the choice is asked for on leaving."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.conflicts: list[Conflict] = []
        """Those that no editor holds: the first is asked about as soon as no field is open."""
        self._choosing = False

    def contest(self, error: ItatuiError, edits: tuple[Edit, ...]) -> bool:
        """Keeps what was typed when somebody else wrote in the field, until the person chooses; whether it was that."""
        if not isinstance(error, ConflictError) or len(edits) != 1 or not is_written(edits[0]):
            return False
        conflict = Conflict(edits[0], error.found, gone=self._gone(edits[0]) if error.found is None else None)
        self.state = ("failed", _("not saved: choose"))
        editor = self._editor_of(conflict.edit)
        if editor is not None:
            editor.contested = conflict
            editor.base = conflict.edit.before
            editor.kept = None
            self.tell(_("Somebody else wrote in this field meanwhile. Yours is kept here; ^S shows both."))
            return True
        self.conflicts.append(conflict)
        if self.editor is not None:
            self._tell_to_leave(conflict.edit)
        self.ask_next()
        return True

    def _editor_of(self, edit: Edit) -> "FieldEditor | None":
        editor = self.editor
        return editor if editor and (editor.kind, editor.thing_id, editor.field) == edit[:3] else None

    def _elsewhere(self, edit: Edit) -> bool:
        """Whether another field is being written in: it was opened before the choice could be asked for."""
        return self.editor is not None and self._editor_of(edit) is None

    def _tell_to_leave(self, edit: Edit) -> None:
        field = title_of(edit.kind, edit.field)
        self.tell(_("Somebody else wrote in {field} meanwhile: leave this field to see both.").format(field=field))

    def _drop_editor_of(self, edit: Edit) -> None:
        if self._editor_of(edit) is not None:
            self.drop_editor()

    def _gone(self, edit: Edit) -> Measure | None:
        thing = self._thing(edit.kind, edit.id)
        return thing if isinstance(thing, Measure) else None

    def ask_next(self) -> None:
        """Asks about the next conflict, unless a field or a question is open."""
        if self.conflicts and self.editor is None and self.is_current:
            self.ask_to_choose(self.conflicts[0])

    def on_screen_resume(self) -> None:
        """Asks what had to wait while something else was in front."""
        self.call_later(self.ask_next)

    def drop_editor(self) -> None:
        """Takes the editor away; what waited for that is asked now."""
        super().drop_editor()
        self.call_later(self.ask_next)

    def ask_to_choose(self, conflict: Conflict) -> None:
        """Shows both texts, and has the person choose."""
        if not self._choosing:
            self._choosing = True
            self.run_worker(self._ask(conflict), group="choosing")

    async def _ask(self, conflict: Conflict) -> None:
        try:
            conflict = await self._told_of(self._as_it_is(conflict))
        except ItatuiError as error:  # what is typed can not be read
            self._choosing = False
            self.tell(str(error))
            return
        from itatui.tui.dialogs.conflict import ConflictDialog

        thing = conflict.gone or self._thing(conflict.edit.kind, conflict.edit.id)
        if self.register is None or not isinstance(thing, Measure | Track):
            self._choosing = False
            return

        def decide(choice: str | None) -> None:
            self._choosing = False
            self.conflicts = [other for other in self.conflicts if other.edit[:3] != conflict.edit[:3]]
            self._decide(conflict, thing, choice)

        self.app.push_screen(ConflictDialog(self.register, thing, conflict), decide)

    def _as_it_is(self, conflict: Conflict) -> Conflict:
        """The conflict with what is typed by now, and with what the field holds by now."""
        edit, thing = conflict.edit, self._thing(conflict.edit.kind, conflict.edit.id)
        editor = self._editor_of(edit)
        if thing is not None and self.register is not None:
            found = value_of(thing, edit.field)
            if found != edit.after:
                conflict = conflict._replace(found=found)
        shape = thing or conflict.gone
        if editor is not None and shape is not None and self.register is not None:
            after = read_value(self.register, shape, conflict.field, editor.text)
            conflict = conflict._replace(edit=edit._replace(after=after))
        return conflict

    async def _told_of(self, conflict: Conflict) -> Conflict:
        """The conflict with who wrote theirs, and when, as far as the history says."""
        from itatui.domain.history import last_change_of

        edit = conflict.edit
        try:
            history = await self.saver.asked(self.keeper.history)
        except ItatuiError:
            return conflict
        if conflict.found is None:
            removed = removed_last(history, edit.id)
            last, gone = removed or (None, conflict.gone)
            conflict = conflict._replace(gone=gone)
        else:
            last = last_change_of(history, edit.kind, edit.id, edit.field)
        return conflict._replace(who=last.who, when=last.when) if last else conflict

    def _decide(self, conflict: Conflict, thing: Measure | Track, choice: str | None) -> None:
        edit, theirs = conflict.edit, conflict.found
        together = both(conflict.field.kind, theirs, edit.after)
        if self._elsewhere(edit) and choice in (None, "edit"):
            self.conflicts.insert(0, conflict)  # it is asked about again when that field is left
            self._tell_to_leave(edit)
        elif choice is None:
            self._hold(conflict, thing)
        elif choice == "edit":
            self._open(conflict, thing, edit.after if together is None else together)
        elif choice == "go":
            self._let_go(conflict)
        else:
            self._drop_editor_of(edit)
            self.state = ("", "")
            if choice == "back" and isinstance(thing, Measure):
                self.make(Edit("measure", edit.id, WHOLE, None, holding(thing, edit.field, edit.after)))
                self.current = edit.id
            elif choice in ("mine", "both"):
                self.make(edit._replace(before=theirs, after=edit.after if choice == "mine" else together))

    def _hold(self, conflict: Conflict, thing: Measure | Track) -> None:
        """Leaves the choice open: my text stays in the field's editor, or is kept till there can be one."""
        editor = self._editor_of(conflict.edit)
        if editor is None and conflict.found is not None:
            self._open(conflict, thing, conflict.edit.after)
            editor = self._editor_of(conflict.edit)
            if editor is not None:
                editor.contested = conflict
                editor.base = conflict.edit.before
        if editor is None:  # there is no place left for it
            self._let_go(conflict)

    def _open(self, conflict: Conflict, thing: Measure | Track, value: Value) -> None:
        """Opens the field with a text that is saved, as every text is, in place of theirs."""
        edit = conflict.edit
        assert self.register is not None
        text = written_value(self.register, conflict.field, value)
        editor = self._editor_of(edit)
        if editor is not None:
            editor.text, _dropped = clean(text)
            editor.move_cursor(editor.document.end)
        elif self._in_detail(edit, thing):
            spot = self.query_one(MeasureDetail).go_to(edit.kind, edit.field)
            if spot is not None:
                self.open_editor(spot, text)
        editor = self._editor_of(edit)
        if editor is not None:
            editor.base, editor.kept, editor.contested = conflict.found, None, None

    def _in_detail(self, edit: Edit, thing: Measure | Track) -> bool:
        """Has the detail show the thing; whether it does."""
        if isinstance(thing, Measure):
            if thing.id not in [measure.id for measure in self.shown]:
                self.selection = Filter()
            self.current = self.detailed = thing.id
        return self.query_one(MeasureDetail).find(edit.kind, edit.field) is not None

    def _let_go(self, conflict: Conflict) -> None:
        """Asks once more before a text is lost with its measure."""
        from itatui.tui.dialogs.prompts import Confirm

        assert self.register is not None
        lost = written_value(self.register, conflict.field, conflict.edit.after)

        def go(sure: bool | None) -> None:
            if sure:
                self._drop_editor_of(conflict.edit)
                self.state = ("", "")
            elif self._editor_of(conflict.edit) is None:
                self.conflicts.insert(0, conflict)
                self.ask_next()

        self.app.push_screen(Confirm([_("Let your text go? It is kept nowhere else."), lost], _("Let it go")), go)

    def unsaved(self) -> list[tuple[Edit, ...]]:
        """What waits for a choice, too."""
        return [(conflict.edit,) for conflict in self.conflicts] + super().unsaved()
