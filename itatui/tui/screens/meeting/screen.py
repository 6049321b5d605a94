"""The meeting's screen: one measure at a time, and what a room does with it. It is imported when a meeting begins.

What is done goes to the main screen as changes; the agenda and where it goes on are the domain's.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding

from itatui.domain.agenda import agenda, decisions_on, filter_of, next_unreviewed, open_meeting, resume_at
from itatui.domain.change import Edit
from itatui.domain.edits import begin, decide, mark_reviewed, new_id, set_field
from itatui.domain.filter import Filter
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.register import Register
from itatui.domain.status import Status
from itatui.locale import _
from itatui.resources import resource
from itatui.tui.commands import bindings
from itatui.tui.keyboard import bound
from itatui.tui.screens.main.state import State
from itatui.tui.screens.meeting.editing import WritingInMeeting
from itatui.tui.screens.meeting.page import Page, Shown
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.header import Header

if TYPE_CHECKING:
    from itatui.tui.dialogs.choose import Choice
    from itatui.tui.screens.main.meeting_actions import Convening


class MeetingScreen(WritingInMeeting):
    """The review meeting."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [
        *bindings("long"),
        Binding(bound("ctrl+s"), "save", show=False, priority=True),
        Binding(bound("ctrl+g"), "save_and_next", show=False, priority=True),
        Binding("tab", "leave_field(1)", show=False),
        Binding("down", "page(1)", show=False),
        Binding("up", "page(-1)", show=False),
    ]
    AUTO_FOCUS = "#page"

    def __init__(self, main: "Convening", selection: Filter | None, ended: Callable[[Meeting], None]) -> None:
        super().__init__(main)
        self._ended = ended
        self._meeting = self._convened(main, selection)
        self.at = resume_at(self.agenda, self.meeting)
        """The id of the measure that the room is at."""
        self._page = 0

    def _convened(self, main: State, selection: Filter | None) -> Meeting:
        """The meeting that was not ended, or a new one, of which the register knows when something is done in it."""
        register = main.register
        going = open_meeting(register) if register else None
        meeting = going or Meeting(new_id(), main.today.isoformat())
        if selection is None:
            return meeting
        return meeting._replace(track=selection.track, late=Status.LATE in selection.statuses)

    def compose(self) -> ComposeResult:
        """The line above, the measure, the line below."""
        yield Header(id="head")
        yield Page("page")
        yield Footer(id="foot")

    def on_mount(self) -> None:
        """Follows the register from now on."""
        for name in ("register", "today", "others", "state"):
            self.watch(self.main, name, self._head_follows)
        self.watch(self.main, "register", self._changed, init=False)
        self.watch(self.main, "today", self._changed, init=False)
        if (kept := self._kept()) is not None and kept[1:4] != self._meeting[1:4]:
            self.narrow_to(filter_of(self._meeting))
        self.call_after_refresh(self.show)

    def _head_follows(self) -> None:
        head, main = self.query_one(Header), self.main
        head.register, head.today, head.others, head.saved = main.register, main.today, main.others, main.state

    # What it goes through ------------------------------------------------------------------------

    @property
    def register(self) -> Register:
        """The register as the screens show it."""
        assert self.main.register is not None
        return self.main.register

    def _kept(self) -> Meeting | None:
        kept = self.register.lookup("meeting", self._meeting.id)
        return kept if isinstance(kept, Meeting) else None

    @property
    def meeting(self) -> Meeting:
        """The meeting as the register has it, or as it will be there."""
        return self._kept() or self._meeting

    @property
    def agenda(self) -> tuple[Measure, ...]:
        """The measures that it goes through; the one that the room is at stays while it is looked at."""
        chosen = agenda(self.register, self.meeting, self.main.today)
        here = self.register.measure(self.__dict__.get("at", ""))
        if here is None or here in chosen or (self.meeting.track and here.track != self.meeting.track):
            return chosen
        return tuple(m for m in self.register.measures if m is here or m in chosen) if self.meeting.late else chosen

    @property
    def measure(self) -> Measure | None:
        """The measure that the room is at."""
        return self.register.measure(self.at)

    def _changed(self) -> None:
        if self.register.measure(self.at) not in self.agenda:
            self.at = next_unreviewed(self.agenda, self.meeting)
            self._page = 0
        self.show()

    def show(self) -> None:
        """Draws the measure that the room is at."""
        if not self.is_attached:
            return
        measures, measure = self.agenda, self.measure
        place = measures.index(measure) + 1 if measure in measures else 0
        self.query_one(Page).show(
            Shown(self.register, measure, self.meeting, place, len(measures), self.main.today), self._page
        )
        self.tell_place()

    # What is done --------------------------------------------------------------------------------

    def make(self, *edits: Edit) -> None:
        """Makes a change in the meeting, which the register knows of from then on."""
        if self._kept() is None:
            self.main.make(begin(self._meeting))
        self.main.make(*edits)

    def action_tick(self, quarter: int) -> None:
        """Ticks or unticks a quarter as carried out."""
        if self.measure is not None:
            self.make(set_field(self.measure, f"done.{quarter}", quarter not in self.measure.done))

    def on_page_ticked(self, message: Page.Ticked) -> None:
        """Ticks or unticks what was clicked on."""
        message.stop()
        self.action_tick(message.quarter)

    def action_review(self, by: int) -> None:
        """Marks the measure as reviewed and goes on (1), or marks it, or takes the mark away, and stays (0)."""
        if self.measure is None:
            return
        already = self.at in self.meeting.reviewed
        if not (by and already):
            self.make(mark_reviewed(self.meeting, self.at, reviewed=not already))
        if by:
            self.action_turn(1)

    def action_decide(self) -> None:
        """Asks for a decision on the measure, and notes it."""
        from itatui.tui.dialogs.decision import Decided, DecisionDialog

        measure = self.measure
        if measure is None:
            return
        question = DecisionDialog(self.register.ref(measure), measure.responsible, self.main.today)
        noted = Decision(new_id(), self._meeting.id, measure.id, "")

        def edits(told: Decided | None) -> tuple[Edit, ...]:
            return (decide(noted._replace(**told._asdict())),) if told and told.text else ()

        def unsaved() -> tuple[Edit, ...]:
            made = edits(question.typed())
            return (begin(self._meeting), *made) if made and self._kept() is None else made

        def note(told: Decided | None) -> None:
            self.main.begun(None)
            if made := edits(told):
                self.make(*made)

        self.main.begun(unsaved)
        self.app.push_screen(question, note)

    def action_settle(self) -> None:
        """The oldest open decision on the measure is carried out."""
        waiting = [each for each in decisions_on(self.register, self.at) if not each.done]
        if waiting:
            self.make(set_field(waiting[0], "done", after=True))
        else:
            self.main.tell(_("there is no open decision on this measure"))

    def action_narrow(self) -> None:
        """Asks which measures the meeting goes through."""
        from itatui.tui.dialogs.choose import ChooseDialog
        from itatui.tui.screens.meeting.agenda_choices import agendas, name_of, named

        def offered() -> "list[Choice]":
            return agendas(self.register, self.meeting, self.main.today)

        def take(name: str) -> None:
            self.narrow_to(named(name))

        self.app.push_screen(ChooseDialog(_("Which measures"), offered, take, name_of(self.meeting)))

    def narrow_to(self, selection: Filter) -> None:
        """Goes through other measures from now on."""
        kept = self._kept()
        self._meeting = self.meeting._replace(track=selection.track, late=Status.LATE in selection.statuses)
        if kept is not None:
            edits = (set_field(kept, "track", selection.track), set_field(kept, "late", self._meeting.late))
            self.main.make(*(edit for edit in edits if edit.before != edit.after))
        self._go_to(self.at if self.measure in agenda(self.register, self.meeting, self.main.today) else "")

    # Where the room is ---------------------------------------------------------------------------

    def _go_to(self, measure_id: str) -> None:
        self.at = measure_id or next_unreviewed(self.agenda, self.meeting)
        self._page = 0
        self.show()

    def action_turn(self, by: int) -> None:
        """Goes to the next measure (1), or the one before (-1)."""
        measures = self.agenda
        places = [place for place, measure in enumerate(measures) if measure.id == self.at]
        if places and 0 <= places[0] + by < len(measures):
            self._go_to(measures[places[0] + by].id)
        elif places:
            self.main.tell(_("this is the last measure") if by > 0 else _("this is the first measure"))

    def action_save_and_next(self) -> None:
        """Saves what is written, and goes on writing in the same field of the next measure."""
        editor, here = self.main.editor, self.at
        if editor is not None and self.close_field():
            self.action_turn(1)
            if self.at != here:
                self.action_write(editor.field)

    def action_page(self, by: int) -> None:
        """Goes to the next page of the measure (1), or the one before (-1)."""
        page = min(max(self._page + by, 0), self.query_one(Page).count - 1)
        if page != self._page:
            self._page = page
            self.show()

    def stop_edits(self) -> tuple[Edit, ...]:
        """The edits that note where the meeting stopped; none where it would go on there anyway."""
        kept, measures = self._kept(), self.agenda
        if self.at == resume_at(measures, self.meeting) or not self.at:
            return ()
        return () if kept is None and self.at == measures[0].id else self._stopped(kept)

    def _stopped(self, kept: Meeting | None) -> tuple[Edit, ...]:
        at = "" if self.at == next_unreviewed(self.agenda, self.meeting) else self.at
        if kept is None:
            return (begin(self._meeting._replace(at=at)),)
        return (set_field(kept, "at", at),)

    def action_stop(self) -> None:
        """Out of the field; else leaves the meeting, which goes on here next time."""
        if self.main.editor is not None:
            self.close_field()
            return
        if edits := self.stop_edits():
            self.main.make(*edits)
        self.dismiss(None)

    def action_end(self) -> None:
        """Asks, ends the meeting, and shows its minutes."""
        from itatui.tui.dialogs.prompts import Confirm

        meeting = self.meeting
        decided = len([each for each in self.register.decisions if each.meeting == meeting.id])
        told = _("Reviewed {reviewed} of {count} measures; decisions: {decided}.")
        figures = {"reviewed": len(meeting.reviewed), "count": len(self.agenda), "decided": decided}

        def end(sure: bool | None) -> None:
            if sure:
                self.make(set_field(self.meeting, "closed", datetime.now().astimezone().isoformat(timespec="seconds")))
                ended = self.meeting
                self.dismiss(None)
                self._ended(ended)

        self.app.push_screen(Confirm([_("End the meeting?"), told.format(**figures)], _("End it")), end)

    async def action_quit(self) -> None:
        """Leaves the program: notes where the meeting stopped, and saves."""
        if edits := self.stop_edits():
            self.main.make(*edits)
        self.main.action_quit()
