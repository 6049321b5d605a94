"""The main screen: its panes, and every command of `itatui.tui.commands` by the name of its action."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding

from itatui.locale import _
from itatui.tui.commands import bindings
from itatui.tui.editors.conflict_choices import ConflictChoices
from itatui.tui.editors.open_editor import OpenEditor, write_outside
from itatui.tui.keyboard import bound
from itatui.tui.protocols import register_app
from itatui.tui.screens.main import field_actions, filter_actions, list_actions, refusals
from itatui.tui.screens.main.screen_commands import ScreenCommands
from itatui.tui.screens.main.state import PANES, MainState
from itatui.tui.session.session import RegisterSession
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.header import Header
from itatui.tui.widgets.measure_detail import MeasureDetail
from itatui.tui.widgets.measure_list import MeasureList
from itatui.tui.widgets.track_list import TrackList

if TYPE_CHECKING:
    from itatui.tui.text_input.field_editor import FieldEditor
    from itatui.tui.widgets.search_box import SearchBox

POLL_INTERVAL_S = 1.0
"""Seconds between two looks at the file, other users and the date."""
COUNT_DELAY_S = 2.0
"""Seconds from the first picture to the first count of the publish check."""


class MainScreen(ScreenCommands):
    """Three panes between header and footer."""

    BINDINGS = [
        *bindings(),
        Binding(bound("ctrl+k"), "check", show=False, priority=True),  # in a text, too, where it would delete
        ("tab", "next_pane(1)"),
        ("shift+tab", "next_pane(-1)"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-middle"), (110, "-wide")]
    TITLE = "itatui"
    AUTO_FOCUS = "#measures"

    def __init__(self, session: RegisterSession) -> None:
        super().__init__(session)
        self.open_editor = OpenEditor(session, field_actions.DetailPlace(self))
        self.conflicts = ConflictChoices(self, self.open_editor)
        session.on_conflict.append(self._announce_conflict)
        session.on_change.append(self._follow_commands)
        self.set_reactive(MainState.idle, refusals.idle_commands(self))

    def compose(self) -> ComposeResult:
        """Compose header, panes and footer."""
        yield Header(id="head").data_bind(
            MainScreen.register, MainScreen.today, MainScreen.others, saved=MainScreen.save_status
        )
        yield TrackList("tracks").data_bind(MainScreen.tallies, MainScreen.track, MainScreen.unseen, MainScreen.unfixed)
        yield MeasureList("measures").data_bind(
            MainScreen.register,
            MainScreen.track,
            MainScreen.shown,
            MainScreen.current,
            MainScreen.detailed,
            MainScreen.today,
            MainScreen.unseen,
            MainScreen.marked,
            MainScreen.match,
            MainScreen.filter,
        )
        yield MeasureDetail("detail").data_bind(
            MainScreen.register,
            MainScreen.track,
            MainScreen.today,
            match=MainScreen.detail_match,
            measure=MainScreen.detailed,
        )
        yield Footer(id="foot").data_bind(MainScreen.idle, where=MainScreen.place)

    def on_mount(self) -> None:
        """Enter the register behind the first picture, and poll."""
        self.call_after_refresh(self.session.enter)
        self.run_worker(self.session.tell_drafts(), group="drafts")
        self.watch(self.query_one(MeasureDetail), "at_quarter", self.watch_where)
        self.set_interval(POLL_INTERVAL_S, self.poll)
        self.set_timer(COUNT_DELAY_S, self.begin_count)

    def on_unmount(self) -> None:
        """Leave the register."""
        self.session.leave()

    def poll(self) -> None:
        """Look for changes of the date, the file and the other users."""
        in_view = self.query_one(MeasureDetail).size and self.is_current
        self.session.poll(self.session.register.measure(self.detailed) if in_view else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key to the command that is offered here, if several commands have it."""
        return not refusals.gives_way(self, f"{action}({parameters[0]})" if parameters else action)

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        return refusals.refusal(self, action)

    # Focus ---------------------------------------------------------------------------------------

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus; save and close the editor when it is left."""
        if self.focused is not event.widget:
            return  # it has gone on: between two editors, it is elsewhere for a moment
        editor = self.editor
        left_editor = editor is not None and event.widget is not editor
        if left_editor and not self.close_editor(event.widget.id or "detail"):
            assert editor is not None
            editor.focus()
        elif event.widget is self.editor or event.widget.id in (*PANES, "find"):
            self.where = event.widget.id or "editor"
            self.watch_where()
            self.update_detail()

    def watch_where(self) -> None:
        """Offer the commands of another place."""
        self.place = field_actions.place_of(self)
        self._follow_commands()

    def _follow_commands(self) -> None:
        self.idle = refusals.idle_commands(self)

    def on_screen_resume(self) -> None:
        """Ask about a conflict that arrived while another screen was in front."""
        self.call_later(self.conflicts.ask_next)

    def _announce_conflict(self) -> None:
        """Ask about a new conflict on this screen, or in the meeting in front of it."""
        (self.meeting or self).conflicts.announce()

    def action_next_pane(self, by: int) -> None:
        """Go to the pane on the right (1) or on the left (-1)."""
        index = PANES.index(self.where) if self.where in PANES else 1
        self.go_to_pane(PANES[(index + by) % len(PANES)])

    # Messages of the panes -----------------------------------------------------------------------

    def on_track_list_chosen(self, message: TrackList.Chosen) -> None:
        """List the measures of the chosen track."""
        message.stop()
        self.session.set_filter(self.session.filter._replace(track=message.code))

    def on_track_list_entered(self, message: TrackList.Entered) -> None:
        """Go on to the measures."""
        message.stop()
        self.go_to_pane("measures")

    def on_measure_list_moved(self, message: MeasureList.Moved) -> None:
        """Move the cursor."""
        message.stop()
        self.move_to(message.measure_id)

    def on_measure_list_entered(self, message: MeasureList.Entered) -> None:
        """Go on to the detail."""
        message.stop()
        self.update_detail()
        self.go_to_pane("detail")

    def on_measure_list_left(self, message: MeasureList.Left) -> None:
        """Go back to the tracks."""
        message.stop()
        self.go_to_pane("tracks")

    async def on_paste(self, event: events.Paste) -> None:
        """Offer a text that is pasted into the list, or into the tracks, as new measures."""
        if self.where in ("tracks", "measures") and event.text.strip():
            event.stop()
            await list_actions.add_pasted(self, event.text)

    def on_measure_detail_left(self, message: MeasureDetail.Left) -> None:
        """Go to the next pane, or back to the list."""
        message.stop()
        self.go_to_pane("tracks" if message.by > 0 else "measures")

    async def on_measure_detail_ticked(self, message: MeasureDetail.Ticked) -> None:
        """Tick or untick the checkbox."""
        message.stop()
        await register_app(self).load("tick")
        list_actions.tick(self, message.field)

    async def on_measure_detail_opened(self, message: MeasureDetail.Opened) -> None:
        """Open the field, and write the sign that began it."""
        message.stop()
        await register_app(self).load("assign" if message.position.field == "responsible" else "edit")
        list_actions.open_field(self, message.position, message.begins)

    def on_measure_detail_redrawn(self, message: MeasureDetail.Redrawn) -> None:
        """Keep the editor over its field."""
        message.stop()
        self.open_editor.fit()

    async def on_search_box_searched(self, message: "SearchBox.Searched") -> None:
        """List the measures that contain the text in the search box."""
        message.stop()
        with register_app(self).keys_waiting():  # Enter, F2 and a letter are meant for a measure of the new list
            await self.session.search(message.text, self.query_one(MeasureList).prepare)

    def on_search_box_left(self, message: "SearchBox.Left") -> None:
        """Go from the search box to the list."""
        message.stop()
        self.go_to_pane("measures")

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Run the command that was clicked on."""
        message.stop()
        self.run_worker(self.run_action(message.action), group="foot")

    # Messages of the editor ----------------------------------------------------------------------

    def on_field_editor_typed(self) -> None:
        """Save the text after a pause."""
        self.open_editor.typed()

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Save, and go on writing in the next field."""
        message.stop()
        field_actions.leave_field(self, message.by)

    def on_field_editor_dropped(self, message: "FieldEditor.Dropped") -> None:
        """Report control characters that were left out of a paste."""
        message.stop()
        self.open_editor.tell_dropped(message.count)

    def on_field_editor_mended(self, message: "FieldEditor.Mended") -> None:
        """Report repairs of a paste."""
        from itatui.tui.screens.main.repair_actions import tell_repaired

        message.stop()
        tell_repaired(self, message)

    def on_field_editor_grown(self, message: "FieldEditor.Grown") -> None:
        """Keep the editor as high as its text."""
        message.stop()
        self.open_editor.fit()

    def on_resize(self) -> None:
        """Keep the editor over its field."""
        self.call_after_refresh(self.open_editor.fit)

    # Commands: editing and saving ----------------------------------------------------------------

    def action_edit(self) -> None:
        """Open the field under the cursor."""
        if position := field_actions.go_to_text(self):
            list_actions.open_field(self, position)

    def action_choose_value(self) -> None:
        """Choose the value of the field being edited from a list."""
        from itatui.tui.screens.main.value_choices import choose_value

        choose_value(self)

    def action_copy_link(self) -> None:
        """Copy the link of the evidence."""
        from itatui.tui.screens.main.evidence_actions import copy_link

        copy_link(self)

    def action_save(self) -> None:
        """Save at once, and retry failed saves; without an open text, tell that nothing is left to save."""
        field_actions.save_now(self)

    def action_save_and_next(self) -> None:
        """Save, and open the same field of the next measure."""
        list_actions.save_and_edit_next(self)

    def action_write_outside(self) -> None:
        """Edit the text of the open field in the user's own editor."""
        write_outside(self, self.open_editor)

    def action_undo(self) -> None:
        """Undo the user's latest change."""
        self.session.past.undo()

    def action_redo(self) -> None:
        """Redo the change that was undone last."""
        self.session.past.redo()

    def action_back(self) -> None:
        """Leave the field; then the detail; then clear the marks; then the filter."""
        if self.editor is not None:
            self.close_editor()
        elif self.where == "detail":
            self.go_to_pane("measures")
        elif not list_actions.clear_marks(self) and not filter_actions.widen(self):
            self.tell(_("The whole list is shown. ^Q to quit"))

    # Commands: measures --------------------------------------------------------------------------

    def action_tick(self, quarter: int) -> None:
        """Tick or untick a quarter as carried out."""
        list_actions.tick(self, f"done.{quarter}")

    def action_quarters(self) -> None:
        """Go to the checkboxes."""
        field_actions.go_to_quarters(self)

    def action_add(self) -> None:
        """Add measures."""
        from itatui.tui.screens.main.new_measures import add_measures

        add_measures(self)

    def action_remove(self) -> None:
        """Remove the current measure."""
        list_actions.remove(self)

    def action_move(self, by: int) -> None:
        """Move the current measure up (-1) or down (1)."""
        list_actions.move(self, by)

    def action_mark(self) -> None:
        """Mark or unmark the current measure."""
        list_actions.toggle_mark(self)

    def action_mark_all(self) -> None:
        """Mark or unmark all measures in the list."""
        list_actions.toggle_all_marks(self)

    def action_to_track(self) -> None:
        """Move the marked measures to another track."""
        list_actions.choose_track(self)

    def action_assign(self) -> None:
        """Set the units responsible for the marked measures."""
        list_actions.assign(self)

    # Commands: list ------------------------------------------------------------------------------

    def action_late(self) -> None:
        """List only late measures, or all again."""
        filter_actions.toggle_late(self)

    def action_mine(self) -> None:
        """List only the measures of the user's own unit, or all again."""
        filter_actions.toggle_own_unit(self)

    def action_find(self) -> None:
        """Search."""
        filter_actions.find(self)

    def action_narrow(self) -> None:
        """Choose filters and a sort order."""
        filter_actions.choose_filter(self)

    def action_go(self) -> None:
        """Choose a pane or a field to go to."""
        filter_actions.choose_place(self)
