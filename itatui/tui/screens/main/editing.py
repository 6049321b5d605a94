"""Writing in a field: where the editor stands, what becomes of what is typed in it."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events

from itatui.domain.apply import value_of
from itatui.domain.change import ConflictError, Edit
from itatui.domain.field_text import read_value, written
from itatui.domain.fields import Field, fields_of
from itatui.domain.measure import Measure
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import clean
from itatui.tui.screens.main.state import ORDER, State
from itatui.tui.widgets.measure_detail import MeasureDetail, editor_line
from itatui.tui.widgets.measure_detail_lines import INDENT, FieldPosition

if TYPE_CHECKING:
    from itatui.domain.conflicts import Conflict
    from itatui.tui.text_input.field_editor import FieldEditor


class Writing(State):
    """The main screen's editor."""

    editor: "FieldEditor | None" = None
    """The editor, while a field is written in."""

    def action_edit(self) -> None:
        """Opens the field under the cursor; from the list, or on a checkbox, the result."""
        detail = self.query_one(MeasureDetail)
        spot = detail.position if self.where == "detail" else None
        if self.where == "measures":
            self._follow()
        if spot is None or "." in spot.field:
            spot = detail.go_to("measure", "result") or detail.go_to("track", "outcome")
        if spot is not None:
            self.open_editor(spot)

    def on_measure_detail_opened(self, message: MeasureDetail.Opened) -> None:
        """Opens the field."""
        message.stop()
        self.open_editor(message.position)

    def _thing(self, kind: str, thing_id: str) -> Measure | Track | None:
        if self.register is None:
            return None
        return self.register.measure(thing_id) if kind == "measure" else self.register.track(thing_id)

    def open_editor(self, spot: FieldPosition, typed: str | None = None) -> None:
        """Puts an editor in a field's place, with what the field holds, or with what was typed for it before."""
        from itatui.tui.text_input.field_editor import (
            FieldEditor,  # here: it is the dearest of all widgets to import, and not always used
        )

        measure = self.register.measure(self.detailed) if self.register else None
        thing_id = self.detailed if spot.kind == "measure" else measure.track if measure else self.track
        thing = self._thing(spot.kind, thing_id)
        if thing is None or self.register is None or self.editor is not None:
            return
        field = fields_of(thing)[spot.field]
        text, dropped = clean(written(self.register, thing, field) if typed is None else typed)
        editor = FieldEditor(text, value_of(thing, spot.field), spot.kind, thing_id, spot.field, field.kind)
        self.show_pane("detail")
        self.editor = editor
        self.mount(editor)
        self._place(editor, spot)
        self.set_focus(editor, scroll_visible=False)
        if dropped:
            self._tell_dropped(dropped)

    def _place(self, editor: "FieldEditor", spot: FieldPosition) -> None:
        detail = self.query_one(MeasureDetail)
        height = detail.size.height
        start = editor_line(spot)
        rows = editor.wrapped_document.height if editor.is_mounted else spot.bottom - start
        lines = min(max(rows + 1, 3), max(height - 1, 1))
        detail.make_room(spot, lines)
        detail.show_lines(spot.top, start - spot.top + lines)
        top = start - detail.top
        left = detail.region.x + detail.gutter.left + 1 + INDENT
        editor.styles.offset = (left, detail.region.y + detail.gutter.top + top)
        editor.styles.width = max(detail.width - 1 - INDENT, 4)
        editor.styles.height = max(min(lines, height - top), 1)

    def replace_editor(self) -> None:
        """Puts the editor where its field is now, as high as its text."""
        editor = self.editor
        spot = self.query_one(MeasureDetail).find(editor.kind, editor.field) if editor else None
        if editor is not None and spot is not None and editor.parent is self:
            self._place(editor, spot)

    def on_measure_detail_redrawn(self, message: MeasureDetail.Redrawn) -> None:
        """Keeps the editor over its field."""
        message.stop()
        self.replace_editor()

    def on_field_editor_grown(self, message: "FieldEditor.Grown") -> None:
        """Keeps the editor as high as its text."""
        message.stop()
        self.replace_editor()

    def on_resize(self, event: events.Resize) -> None:
        """Keeps the editor over its field."""
        self.call_after_refresh(self.replace_editor)

    def on_field_editor_typed(self) -> None:
        """Saves what was typed, after a pause."""
        self.save_typed()

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Saves, and goes on to the next field."""
        message.stop()
        if self.close_editor() and message.by:
            self.query_one(MeasureDetail).action_tab(message.by)

    def on_field_editor_dropped(self, message: "FieldEditor.Dropped") -> None:
        """Says that characters were left out."""
        message.stop()
        self._tell_dropped(message.count)

    def _tell_dropped(self, count: int) -> None:
        self.tell(_("{count} control characters were left out").format(count=count))

    def typed_edit(self, editor: "FieldEditor") -> Edit | None:
        """The edit that what was typed makes; None when it changes nothing. `UsageError` when it can not be read."""
        if editor.text == editor.kept:
            return None
        thing = self._thing(editor.kind, editor.thing_id)
        if self.register is None or thing is None:
            return Edit(editor.kind, editor.thing_id, editor.field, editor.base, editor.text)
        field: Field = fields_of(thing)[editor.field]
        after = read_value(self.register, thing, field, editor.text)
        return Edit(editor.kind, editor.thing_id, editor.field, editor.base, after) if after != editor.base else None

    def save_typed(self) -> bool:
        """Has what was typed saved, if anything was; whether it could be read. What is contested waits for a choice."""
        editor = self.editor
        if editor is None or editor.contested is not None:
            return True
        try:
            edit = self.typed_edit(editor)
        except ItatuiError as error:
            self.tell(str(error))
            return False
        if edit is not None:
            editor.base = edit.after
            editor.kept = editor.text
            self.make(edit, run=f"{editor.run}")
        return True

    def make(self, *edits: Edit, run: str = "") -> None:
        """Makes a change; when somebody else wrote in the field before, it becomes a choice between the two."""
        try:
            self.change(*edits, run=run)
        except ConflictError as error:
            if not self.contest(error, edits):
                self.tell(str(error))

    def close_editor(self, then: str = "detail") -> bool:
        """Saves what was typed and puts the text back in the editor's place; False when that has to wait.

        It waits when what was typed can not be read, until the person leaves once more, and while it is contested:
        then the choice is asked for. `then` is where the keys go.
        """
        editor = self.editor
        if editor is None:
            return True
        read = self.save_typed()
        if editor.contested is not None:
            self.ask_to_choose(editor.contested)
            return False
        if not read and not editor.given_up:
            editor.given_up = True
            return False
        self.drop_editor()
        if then in ORDER:
            self.go_to_pane(then)
        return True

    def drop_editor(self) -> None:
        """Takes the editor away, with what is in it."""
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.remove()
            self.query_one(MeasureDetail).make_room(None, 0)

    def contest(self, error: ItatuiError, edits: tuple[Edit, ...]) -> bool:
        """Keeps what was typed when somebody else wrote in the field, until the person chooses; whether it was that."""
        raise NotImplementedError

    def ask_to_choose(self, conflict: "Conflict") -> None:
        """Has the person choose between the two texts."""
        raise NotImplementedError

    def unsaved(self) -> list[tuple[Edit, ...]]:
        """What is typed, and in no queue yet: changes for the end of the program to make."""
        with suppress(ItatuiError):  # what can not be read can not be saved, and nobody is there to mend it
            if self.editor is not None and (edit := self.typed_edit(self.editor)):
                return [(edit,)]
        return []

    def finish(self, seconds: float = 5.0) -> bool:
        """Saves everything, what is being typed too, before it returns; whether it did. For the end of the program.

        Where somebody else wrote in the field meanwhile, and nobody is there to choose, both texts are kept.
        """
        return self.saver.finish(*self.unsaved(), seconds=seconds)
