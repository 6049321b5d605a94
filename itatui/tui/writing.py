"""Writing in a field: where the editor stands, what becomes of what is typed in it."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events

from itatui.domain.applying import value_of
from itatui.domain.change import ConflictError, Edit
from itatui.domain.fields import Field, fields_of
from itatui.domain.measure import Measure
from itatui.domain.reading import read_value, written
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import clean
from itatui.tui.detail import Detail, editor_line
from itatui.tui.detail_lines import INDENT, Spot
from itatui.tui.state import ORDER, State

if TYPE_CHECKING:
    from itatui.tui.editor import Editor


class Writing(State):
    """The main screen's editor."""

    editor: "Editor | None" = None
    """The editor, while a field is written in."""

    def action_edit(self) -> None:
        """Opens the field under the cursor; from the list, or on a checkbox, the result."""
        detail = self.query_one(Detail)
        spot = detail.spot if self.where == "detail" else None
        if self.where == "measures":
            self._follow()
        if spot is None or "." in spot.field:
            spot = detail.go_to("measure", "result") or detail.go_to("track", "outcome")
        if spot is not None:
            self.open_editor(spot)

    def on_detail_opened(self, message: Detail.Opened) -> None:
        """Opens the field."""
        message.stop()
        self.open_editor(message.spot)

    def _thing(self, kind: str, thing_id: str) -> Measure | Track | None:
        if self.register is None:
            return None
        return self.register.measure(thing_id) if kind == "measure" else self.register.track(thing_id)

    def open_editor(self, spot: Spot, typed: str | None = None) -> None:
        """Puts an editor in a field's place, with what the field holds, or with what was typed for it before."""
        from itatui.tui.editor import Editor  # here: it is the dearest of all widgets to import, and not always used

        measure = self.register.measure(self.detailed) if self.register else None
        thing_id = self.detailed if spot.kind == "measure" else measure.track if measure else self.track
        thing = self._thing(spot.kind, thing_id)
        if thing is None or self.register is None or self.editor is not None:
            return
        field = fields_of(thing)[spot.field]
        text, dropped = clean(written(self.register, thing, field) if typed is None else typed)
        editor = Editor(text, value_of(thing, spot.field), spot.kind, thing_id, spot.field, field.kind)
        self.show_pane("detail")
        self.editor = editor
        self.mount(editor)
        self._place(editor, spot)
        editor.focus()
        if dropped:
            self._tell_dropped(dropped)

    def _place(self, editor: "Editor", spot: Spot) -> None:
        detail = self.query_one(Detail)
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
        spot = self.query_one(Detail).find(editor.kind, editor.field) if editor else None
        if editor is not None and spot is not None:
            self._place(editor, spot)

    def on_detail_redrawn(self, message: Detail.Redrawn) -> None:
        """Keeps the editor over its field."""
        message.stop()
        self.replace_editor()

    def on_editor_grown(self, message: "Editor.Grown") -> None:
        """Keeps the editor as high as its text."""
        message.stop()
        self.replace_editor()

    def on_resize(self, event: events.Resize) -> None:
        """Keeps the editor over its field."""
        self.call_after_refresh(self.replace_editor)

    def on_editor_typed(self) -> None:
        """Saves what was typed, after a pause."""
        self.save_typed()

    def on_editor_left(self, message: "Editor.Left") -> None:
        """Saves, and goes on to the next field."""
        message.stop()
        if self.close_editor() and message.by:
            self.query_one(Detail).action_tab(message.by)

    def on_editor_dropped(self, message: "Editor.Dropped") -> None:
        """Says that characters were left out."""
        message.stop()
        self._tell_dropped(message.count)

    def _tell_dropped(self, count: int) -> None:
        self.tell(_("{count} control characters were left out").format(count=count))

    def typed_edit(self, editor: "Editor") -> Edit | None:
        """The edit that what was typed makes; None when it changes nothing. `UsageError` when it can not be read."""
        if editor.text == editor.kept:
            return None
        thing = self._thing(editor.kind, editor.thing_id)
        if self.register is None or thing is None:
            return Edit(editor.kind, editor.thing_id, editor.field, editor.base, editor.text)
        field: Field = fields_of(thing)[editor.field]
        after = read_value(self.register, thing, field, editor.text)
        return Edit(editor.kind, editor.thing_id, editor.field, editor.base, after) if after != editor.base else None

    def save_typed(self, *, sure: bool = False) -> bool:
        """Has what was typed saved, if anything was; whether it could be read. `sure`: also over somebody else's."""
        editor = self.editor
        if editor is None or (editor.contested and not sure):
            return True
        try:
            edit = self.typed_edit(editor)
        except ItatuiError as error:
            self.tell(str(error))
            return False
        editor.contested = False
        if edit is not None:
            editor.base = edit.after
            editor.kept = editor.text
            try:
                self.change(edit, run=f"{editor.run}")
            except ConflictError as error:
                self.contest(error, (edit,))
        return True

    def close_editor(self, then: str = "detail") -> bool:
        """Saves what was typed and puts the text back in the editor's place; False when it can not be read.

        `then` is where the keys go.
        """
        editor = self.editor
        if editor is None:
            return True
        if (not self.save_typed() or editor.contested) and not editor.given_up:
            editor.given_up = True
            return False
        self.editor = None
        editor.remove()
        self.query_one(Detail).make_room(None, 0)
        if then in ORDER:
            self.go_to_pane(then)
        return True

    def contest(self, error: ItatuiError, edits: tuple[Edit, ...]) -> bool:
        """Keeps what was typed in an editor when somebody else wrote in the field; whether there was anything typed."""
        if not isinstance(error, ConflictError) or len(edits) != 1 or not self._hold(edits[0]):
            return False
        assert self.editor is not None
        self.editor.contested = True
        self.editor.given_up = False
        self.editor.kept = None
        if error.found is None:
            self.tell(_("Somebody else removed this meanwhile. Copy what you need of your text; Esc twice lets it go."))
        else:
            self.editor.base = error.found
            self.tell(
                _("Somebody else wrote in this field meanwhile. ^S puts yours in its place, Esc twice keeps theirs.")
            )
        return True

    def _hold(self, edit: Edit) -> bool:
        """Sees that an editor has what was typed, also when its field was left before the refusal came."""
        editor, thing = self.editor, self._thing(edit.kind, edit.id)
        if editor is not None:
            return (editor.kind, editor.thing_id, editor.field) == edit[:3]
        if self.register is None or thing is None or edit.field not in fields_of(thing) or "." in edit.field:
            return False
        if isinstance(thing, Measure):
            self.current = self.detailed = thing.id
        spot = self.query_one(Detail).go_to(edit.kind, edit.field)
        if spot is None:
            return False
        self.open_editor(spot, written(self.register, _with(thing, edit), fields_of(thing)[edit.field]))
        return self.editor is not None

    def finish(self, seconds: float = 5.0) -> bool:
        """Saves everything, what is being typed too, before it returns; whether it did. For the end of the program."""
        edit = None
        if self.editor is not None and not self.editor.contested:
            with suppress(ItatuiError):  # what can not be read can not be saved, and nobody is there to mend it
                edit = self.typed_edit(self.editor)
        return self.saver.finish(*([edit] if edit else []), seconds=seconds)


def _with(thing: Measure | Track, edit: Edit) -> Measure | Track:
    """The thing as somebody wanted it to be."""
    values: dict[str, Any] = {edit.field: edit.after}
    return thing._replace(**values)
