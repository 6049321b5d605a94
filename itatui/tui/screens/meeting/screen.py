"""The review meeting: one measure at a time, on a projector. It is imported when a meeting begins."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from itatui.domain.agenda import register_at_end
from itatui.domain.change import Edit
from itatui.domain.filter import Filter
from itatui.domain.meeting import Meeting
from itatui.domain.protocols import DraftPlace
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.resources import resource
from itatui.tui.commands import bindings
from itatui.tui.editors.conflict_choices import ConflictChoices
from itatui.tui.editors.open_editor import OpenEditor, write_outside
from itatui.tui.keyboard import bound
from itatui.tui.protocols import register_app
from itatui.tui.screens.meeting import refusals
from itatui.tui.screens.meeting.editor_place import PagePlace
from itatui.tui.screens.meeting.page import Page, Shown
from itatui.tui.session.held_meeting import HeldMeeting
from itatui.tui.session.session import RegisterSession
from itatui.tui.styling.themes import MEETING_THEMES
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.header import Header

if TYPE_CHECKING:
    from itatui.tui.dialogs.choose import Choice
    from itatui.tui.dialogs.decision import Decided
    from itatui.tui.text_input.field_editor import FieldEditor


WIDE_CELLS = 110
"""Cells of a terminal above which its letters are small for a room."""
WRITTEN = ("result", "outcome")
"""The texts that a meeting writes, in the order of Tab."""


class MeetingScreen(Screen[None]):
    """The meeting: its agenda, the measure in discussion, and the commands of the room."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [
        *bindings("long"),
        Binding(bound("ctrl+s"), "save", show=False, priority=True),
        Binding(bound("ctrl+g"), "save_and_next", show=False, priority=True),
        Binding(bound("ctrl+e"), "write_outside", show=False, priority=True),
        Binding("tab", "leave_field", show=False),
        Binding("down", "page(1)", show=False),
        Binding("up", "page(-1)", show=False),
    ]
    AUTO_FOCUS = "#page"

    def __init__(
        self,
        session: RegisterSession,
        wanted: Filter | None,
        show_minutes: Callable[[Meeting, Register | None], None],
        leave_program: Callable[[], None],
    ) -> None:
        """Resume the open meeting or begin another; `wanted` sets its agenda.

        `show_minutes` gets a meeting, and the register when it ended.
        """
        super().__init__()
        self.session = session
        self.held = HeldMeeting(session, wanted)
        self.open_editor = OpenEditor(session, PagePlace(self, self.go_to, self._editor_changed))
        self.conflicts = ConflictChoices(self, self.open_editor)
        self._show_minutes = show_minutes
        self._leave_program = leave_program
        self._page = 0
        self._drawn = (session.register, session.today)
        session.on_change.append(self._follow_session)

    def compose(self) -> ComposeResult:
        """Compose header, page and footer."""
        yield Header(id="head")
        yield Page("page")
        yield Footer(id="foot")

    def on_mount(self) -> None:
        """Show the measure in discussion."""
        self._update_header()
        self.held.save_agenda()
        self.call_after_refresh(self.show)
        if self.app.size.width > WIDE_CELLS and not self.held.known:
            words = N_("Too small for the room? Enlarge the letters with Ctrl and + (PuTTY: Change Settings)")
            self.session.tell(lambda: _(words))

    def _follow_session(self) -> None:
        if not self.is_attached or not self.query(Header):  # before its first picture, or after the last
            return
        self._update_header()
        drawn, self._drawn = self._drawn, (self.session.register, self.session.today)
        if drawn != self._drawn:
            if self.held.follow_register():
                self._page = 0
            self.show()

    def _update_header(self) -> None:
        head, session = self.query_one(Header), self.session
        head.register, head.today = session.register, session.today
        head.others, head.saved = session.others.present, session.save_status

    def on_language_changed(self) -> None:
        """Show the page and the title of the open field in another language."""
        self.show()
        if self.open_editor.editor is not None:
            self.open_editor.fit()
            self.open_editor.editor.on_language_changed()

    def on_screen_resume(self) -> None:
        """Ask about a conflict that arrived while a dialog was in front."""
        self.call_later(self.conflicts.ask_next)

    # The page ------------------------------------------------------------------------------------

    def show(self) -> None:
        """Draw the measure in discussion."""
        if not self.is_attached:
            return
        measures, measure = self.held.agenda, self.held.measure
        number = measures.index(measure) + 1 if measure in measures else 0
        reviewed = tuple(each.id in self.held.meeting.reviewed for each in measures)
        nothing, today = refusals.no_agenda(self.held), self.session.today
        shown = Shown(self.session.register, measure, self.held.meeting, number, reviewed, today, nothing)
        self.query_one(Page).show(shown, self._page)
        self._update_footer()

    def _update_footer(self) -> None:
        if self.is_attached:
            is_long = self.query_one(Page).count > 1
            where = "editor" if self.open_editor.editor is not None else "long" if is_long else "meeting"
            foot = self.query_one("#foot", Footer)
            foot.idle = refusals.idle_commands(self.held, self._page, self.query_one(Page).count)
            foot.where = where

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        return refusals.refusal(self.held, action, self._page, self.query_one(Page).count)

    def go_to(self, measure_id: str) -> bool:
        """Go to a measure. Return False if it is not on the agenda."""
        found = any(measure.id == measure_id for measure in self.held.agenda)
        if found and measure_id != self.held.at:
            self.held.at, self._page = measure_id, 0
            self.show()
        return found

    def action_turn(self, by: int) -> None:
        """Go to the next (1) or previous (-1) measure."""
        if self.held.turn(by):
            self._page = 0
            self.show()

    def action_page(self, by: int) -> None:
        """Go to the next (1) or previous (-1) page of the measure."""
        page = min(max(self._page + by, 0), self.query_one(Page).count - 1)
        if page != self._page:
            self._page = page
            self.show()

    def action_narrow(self) -> None:
        """Choose the agenda: all tracks or a single track, all measures or late measures."""
        from itatui.tui.dialogs.choose import ChooseDialog
        from itatui.tui.screens.meeting.agenda_choices import agenda_choices, choice_name, filter_of

        def choices() -> "list[Choice]":
            return agenda_choices(self.session.register, self.held.meeting, self.session.today)

        def choose(name: str) -> None:
            self.held.set_agenda(filter_of(name))
            self._page = 0
            self.show()

        self.app.push_screen(
            ChooseDialog(lambda: _("Choose measures"), choices, choose, choice_name(self.held.meeting))
        )

    # Ticks, reviews, decisions -------------------------------------------------------------------

    def action_tick(self, quarter: int) -> None:
        """Tick or untick a quarter as carried out."""
        self.held.tick(quarter)

    def on_page_ticked(self, message: Page.Ticked) -> None:
        """Tick or untick the quarter that was clicked on."""
        message.stop()
        self.held.tick(message.quarter)

    def action_review(self, by: int) -> None:
        """Mark the measure as reviewed and go to the next (1), or mark or unmark it and stay (0).

        After the last measure, offer to end the meeting.
        """
        if self.held.measure is not None:
            self.held.review(keep=bool(by))
            measures = self.held.agenda
            if by and measures and self.held.at == measures[-1].id:
                self.action_end()
            elif by:
                self.action_turn(1)

    def action_decide(self) -> None:
        """Ask for a decision on the measure, and note it."""
        from itatui.tui.dialogs.decision import DecisionDialog
        from itatui.tui.dialogs.kept_text import KeptText

        session, measure = self.session, self.held.measure
        if measure is None:
            return
        ref = session.register.ref(measure)
        kept = KeptText(
            session.drafts, session.own_drafts.place("decide", measure.id), _("Decision on {ref}").format(ref=ref)
        )
        question = DecisionDialog(ref, measure.responsible, session.today, kept)
        decision = self.held.new_decision()

        def edits() -> tuple[Edit, ...]:
            typed = question.typed()
            return self.held.decision_draft(decision._replace(**typed._asdict())) if typed.text else ()

        def last_edits() -> tuple[Edit, ...]:
            return kept.unless_safe(edits)

        def note(answer: "Decided | None") -> None:
            session.last_edits.remove(last_edits)
            if answer and answer.text:
                self.held.note(decision._replace(**answer._asdict()), kept.place)

        session.last_edits.append(last_edits)
        self.app.push_screen(question, note)

    def action_settle(self) -> None:
        """Mark the oldest open decision on the measure as carried out."""
        self.held.settle()

    # Writing -------------------------------------------------------------------------------------

    def action_write(self, name: str) -> None:
        """Open the result or the outcome of the measure."""
        if self.held.measure is not None:
            self.open_editor.open_field("measure", self.held.at, name)

    def close_editor(self) -> bool:
        """Save the text and return to the page. Return False if the editor must stay open."""
        closed = self.open_editor.close()
        if closed:
            self.query_one(Page).focus()
        return closed

    def _editor_changed(self) -> None:
        self._update_footer()
        if self.open_editor.editor is None:  # a conflict may have waited for this field to be closed
            self.call_later(self.conflicts.ask_next)

    def action_leave_field(self) -> None:
        """Save the text and return to the page."""
        if self.open_editor.editor is not None:
            self.close_editor()

    def action_save(self) -> None:
        """Save at once, and retry failed saves."""
        self.open_editor.save_now()

    def action_write_outside(self) -> None:
        """Edit the text of the open field in the user's own editor."""
        write_outside(self, self.open_editor)

    def action_save_and_next(self) -> None:
        """Save, and open the same field of the next measure."""
        editor, before = self.open_editor.editor, self.held.at
        if editor is not None and self.close_editor():
            self.action_turn(1)
            if self.held.at != before:
                self.action_write(editor.field)
            else:
                self.session.tell(_("this is the last measure"))

    def on_field_editor_typed(self) -> None:
        """Save the text after a pause."""
        self.open_editor.typed()

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Save, and go on writing in the next or previous text; beyond them, return to the page."""
        message.stop()
        editor = self.open_editor.editor
        place = WRITTEN.index(editor.field) + message.by if editor is not None and message.by else -1
        if not 0 <= place < len(WRITTEN):
            self.close_editor()
        elif self.open_editor.close():
            self.action_write(WRITTEN[place])

    def on_field_editor_dropped(self, message: "FieldEditor.Dropped") -> None:
        """Report control characters that were left out of a paste."""
        message.stop()
        self.open_editor.tell_dropped(message.count)

    def on_field_editor_mended(self, message: "FieldEditor.Mended") -> None:
        """Report repairs of a paste. Doubtful places wait until the meeting is over."""
        from itatui.wording.changes import repaired_words

        message.stop()
        if message.count:
            self.session.tell(lambda: repaired_words(message.count))

    def on_resize(self) -> None:
        """Keep the editor on the page."""
        self.call_after_refresh(self.open_editor.fit)
        self.call_after_refresh(self._update_footer)

    # Stop, end, other commands -------------------------------------------------------------------

    def action_stop(self) -> None:
        """Leave the field; else leave the meeting, which resumes here."""
        if self.open_editor.editor is not None:
            self.close_editor()
            return
        self.session.change(*self.held.stop_edits(), quiet=True)
        self._leave()

    def action_end(self) -> None:
        """Ask for the details of the minutes, end the meeting, and show its minutes."""
        from itatui.tui.editors.minutes_form import ask_for_details

        reviewed, count = len(self.held.meeting.reviewed), len(self.held.agenda)
        decided = self.held.decision_count()

        def words() -> str:
            line = _("Reviewed {reviewed} of {count}; decisions: {decided}.")
            return line.format(reviewed=reviewed, count=count, decided=decided)

        def finish(edits: tuple[Edit, ...], accepted: bool, draft: DraftPlace) -> None:
            if not accepted:
                self.held.change(*edits, draft=draft)
                return
            ended = self.held.end(*edits, draft=draft)
            self._leave()
            self._show_minutes(ended, self.session.register)

        def question() -> str:
            return f"{_('End the meeting?')} {words()}"

        shown, verb = self.held.with_proposals(), (lambda: _("end meeting"))
        ask_for_details(self, self.session, self.held.meeting, shown, question, verb, finish, self.held.draft_of)

    async def action_minutes(self) -> None:
        """Show the minutes of this meeting so far, or of the last meeting if nothing was noted yet."""
        meetings = self.session.register.meetings
        meeting = self.held.meeting if self.held.known else meetings[-1] if meetings else None
        if meeting is None:
            return
        try:
            register, history = await self.session.past.history()
        except ItatuiError as error:
            self.session.tell(str(error))
            return
        self._show_minutes(meeting, register_at_end(register, meeting, history))

    def _leave(self) -> None:
        self.session.on_change.remove(self._follow_session)
        self.held.close()
        self.open_editor.close_session()
        self.dismiss(None)

    def action_quit(self) -> None:
        """Note where the meeting stops, and leave the program."""
        self.session.change(*self.held.stop_edits(), quiet=True)
        self._leave_program()

    def action_undo(self) -> None:
        """Undo the user's latest change."""
        self.session.past.undo()

    def action_redo(self) -> None:
        """Redo the change that was undone last."""
        self.session.past.redo()

    def action_help(self) -> None:
        """Show the commands of the meeting."""
        from itatui.tui.dialogs.help import show_help

        show_help(self, "meeting")

    def action_theme(self) -> None:
        """Switch between dark and light."""
        register_app(self).take_theme(MEETING_THEMES[register_app(self).theme_setting == MEETING_THEMES[0]])

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Run the command that was clicked on."""
        message.stop()
        action = "stop" if message.action == "back" else message.action
        self.run_worker(self.run_action(action), group="foot")
