"""Writing in the meeting: the main screen's editor, stood in the meeting's; saving and conflicts are the main's."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from itatui.domain.field_text import format_field
from itatui.domain.fields import MEASURE_FIELDS, value_of
from itatui.domain.measure import Measure
from itatui.locale import _
from itatui.thai import clean
from itatui.tui.screens.meeting.page import Page
from itatui.tui.styling.themes import ROOM
from itatui.tui.widgets.footer import Footer
from itatui.wording.changes import repaired_words

if TYPE_CHECKING:
    from itatui.tui.app import ItatuiApp
    from itatui.tui.screens.main.meeting_actions import Convening
    from itatui.tui.text_input.field_editor import FieldEditor


class WritingInMeeting(Screen[None]):
    """The meeting's editor, its themes, and what it leaves to the main screen."""

    def __init__(self, main: "Convening") -> None:
        super().__init__()
        self.main = main

    @property
    def measure(self) -> Measure | None:
        """The measure that the room is at."""
        raise NotImplementedError

    def action_write(self, name: str) -> None:
        """Opens the result or the outcome of the measure in an editor."""
        from itatui.tui.text_input.field_editor import FieldEditor  # here: it is the dearest of all widgets to import

        measure, register = self.measure, self.main.register
        if measure is None or register is None or self.main.editor is not None:
            return
        field = MEASURE_FIELDS[name]
        text, _dropped = clean(format_field(register, measure, field))
        editor = FieldEditor(text, value_of(measure, name), "measure", measure.id, name, field.kind)
        editor.border_title = _(field.label)
        editor.add_class("in-meeting")
        self.main.editor = editor
        self.mount(editor)
        self.place_editor()
        editor.focus()
        self.tell_place()

    def tell_place(self) -> None:
        """Has the line below tell what can be done now."""
        long = self.query_one(Page).count > 1
        self.query_one("#foot", Footer).where = "editor" if self.main.editor else "long" if long else "meeting"

    def place_editor(self) -> None:
        """Puts the editor over the lower part of the page, in the page's margins."""
        editor, page = self.main.editor, self.query_one(Page)
        if editor is not None and editor.parent is self:
            height = max(page.size.height * 2 // 3, min(page.size.height, 6))
            editor.styles.offset = (max(page.margin - 2, 0), page.region.bottom - height)
            editor.styles.width = max(page.size.width - 2 * max(page.margin - 2, 0), 10)
            editor.styles.height = height

    def on_resize(self) -> None:
        """Keeps the editor on the page."""
        self.call_after_refresh(self.place_editor)
        self.call_after_refresh(self.tell_place)

    def close_field(self) -> bool:
        """Saves what was typed, and goes back to the page; False when that has to wait for a choice."""
        if not self.main.close_editor(""):
            return False
        self.tell_place()
        self.query_one(Page).focus()
        return True

    def action_leave_field(self, by: int) -> None:
        """Tab leaves the field."""
        if self.main.editor is not None:
            self.close_field()

    def action_save(self) -> None:
        """Saves at once what is being typed."""
        self.main.action_save()

    def on_field_editor_typed(self) -> None:
        """Saves what was typed, after a pause."""
        self.main.save_typed()

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Saves, and goes back to the page."""
        message.stop()
        self.close_field()

    def on_field_editor_dropped(self, message: "FieldEditor.Dropped") -> None:
        """Says that characters were left out."""
        message.stop()
        self.main.on_field_editor_dropped(message)

    def on_field_editor_mended(self, message: "FieldEditor.Mended") -> None:
        """Says what was mended of a paste; what is doubtful waits for the end of the meeting."""
        message.stop()
        if message.count:
            self.main.tell(repaired_words(message.count))

    def action_undo(self) -> None:
        """Takes back the person's latest change."""
        self.main.action_undo()

    def action_redo(self) -> None:
        """Makes it again."""
        self.main.action_redo()

    def action_help(self) -> None:
        """Tells what can be done."""
        from itatui.tui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog("meeting"))

    def action_theme(self) -> None:
        """From the dark colours to the light ones, and back."""
        app: ItatuiApp = self.app  # type: ignore[assignment]
        app.take_theme(ROOM[app.worn == ROOM[0]])

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Does what was clicked on."""
        message.stop()
        action = "stop" if message.action == "back" else message.action
        self.run_worker(self.run_action(action), group="foot")
