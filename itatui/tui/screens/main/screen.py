"""The main screen: its panes, what they say to it, and how the saving went."""

import asyncio
import os
import select as polling
import signal
import sys
from datetime import date, datetime

from textual import events
from textual.app import ComposeResult

from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.tui.commands import COMMANDS, bindings
from itatui.tui.screens.main.meeting_actions import Convening
from itatui.tui.screens.main.state import ORDER
from itatui.tui.session.save_queue import Job, Listener
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.header import Header
from itatui.tui.widgets.measure_detail import MeasureDetail
from itatui.tui.widgets.measure_list import MeasureList
from itatui.tui.widgets.track_list import TrackList

LOOK_AGAIN = 1.0
"""Seconds between two looks at whether somebody else changed the register."""


HANGUP, TERMINATED = 128 + signal.SIGHUP, 128 + signal.SIGTERM
"""What a shell sees of a program that these signals ended."""


def line_is_down() -> bool:
    """Whether the terminal is gone. A shell in between may keep its hang-up from reaching the program."""
    poll = polling.poll()
    poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, polling.POLLHUP)
    return bool(poll.poll(0))


class MainScreen(Convening):
    """Three panes, a line above and a line below."""

    BINDINGS = [*bindings(), ("tab", "next_pane(1)"), ("shift+tab", "next_pane(-1)")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-middle"), (110, "-wide")]
    TITLE = "itatui"
    AUTO_FOCUS = "#measures"

    _told_unreadable = ""
    """What was said last of a file that can not be read."""
    _saved_at = ""
    """When something was saved last: hours and minutes."""

    def _hung_up(self) -> None:
        """The line dropped: saves, and ends at once, since there is no terminal left to be put in order."""
        self.finish()
        os._exit(HANGUP)

    def _terminated(self) -> None:
        """Saves, and leaves the terminal in order."""
        self.finish()
        self.app.exit(return_code=TERMINATED)

    def _listener(self) -> Listener:
        return self

    def compose(self) -> ComposeResult:
        """The three panes between the two lines."""
        yield Header(id="head").data_bind(
            MainScreen.register, MainScreen.today, MainScreen.others, saved=MainScreen.state
        )
        yield TrackList("tracks").data_bind(MainScreen.tallies, MainScreen.track, MainScreen.unseen)
        yield MeasureList("measures").data_bind(
            MainScreen.register,
            MainScreen.track,
            MainScreen.shown,
            MainScreen.current,
            MainScreen.today,
            MainScreen.unseen,
            MainScreen.marked,
            match=MainScreen.sought,
            filter=MainScreen.selection,
        )
        yield MeasureDetail("detail").data_bind(
            MainScreen.register,
            MainScreen.track,
            MainScreen.today,
            match=MainScreen.sought,
            measure=MainScreen.detailed,
        )
        yield Footer(id="foot").data_bind(MainScreen.where)

    def on_mount(self) -> None:
        """Begins among the measures, and looks now and then for what others do."""
        self.begin_watching()
        self.set_interval(LOOK_AGAIN, self._look_again)
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGHUP, self._hung_up)
        loop.add_signal_handler(signal.SIGTERM, self._terminated)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command is only done where it is told of."""
        name = f"{action}({parameters[0]})" if parameters else action
        places = [command.where.split() for command in COMMANDS if command.action == name]
        return action == "back" or not places or any(self.where in place for place in places)

    def on_language_changed(self) -> None:
        """Says how the saving stands in another language."""
        kind, _words = self.state
        words = {"saved": _("saved {time}").format(time=self._saved_at), "saving": _("saving…")}
        failed = _("NOT SAVED, trying again") if self._failure else _("not saved")
        self.state = (kind, (words | {"failed": failed}).get(kind, ""))

    # Where the person is ------------------------------------------------------------------------

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Knows where the person is."""
        left_editor = self.editor is not None and self.focused is event.widget and event.widget is not self.editor
        if left_editor and not self.close_editor(event.widget.id or "detail"):
            assert self.editor is not None
            self.editor.focus()
        elif event.widget is self.editor or event.widget.id in (*ORDER, "find"):
            self.where = event.widget.id or "editor"
            self._follow()

    def action_next_pane(self, by: int) -> None:
        """Goes to the pane on the right (1) or the left (-1)."""
        place = ORDER.index(self.where) if self.where in ORDER else 1
        self.go_to_pane(ORDER[(place + by) % len(ORDER)])

    def on_track_list_chosen(self, message: TrackList.Chosen) -> None:
        """Lists the measures of the track that was chosen."""
        message.stop()
        self.selection = self.selection._replace(track=message.code)

    def on_track_list_entered(self, message: TrackList.Entered) -> None:
        """Goes on to the measures."""
        message.stop()
        self.go_to_pane("measures")

    def on_measure_list_moved(self, message: MeasureList.Moved) -> None:
        """Moves the cursor."""
        message.stop()
        self.current = message.measure_id

    def on_measure_list_entered(self, message: MeasureList.Entered) -> None:
        """Goes on to the detail."""
        message.stop()
        self._rested()
        self.go_to_pane("detail")

    def on_measure_list_left(self, message: MeasureList.Left) -> None:
        """Goes back to the tracks."""
        message.stop()
        self.go_to_pane("tracks")

    def on_measure_detail_left(self, message: MeasureDetail.Left) -> None:
        """Goes to the next pane, or back to the list."""
        message.stop()
        self.go_to_pane("tracks" if message.by > 0 else "measures")

    # What becomes of the changes ----------------------------------------------------------------

    async def _look_again(self) -> None:
        if not self.app.is_headless and line_is_down():
            self._hung_up()
        today = self._fixed_today or date.today()
        if today != self.today:
            self.today = today
            self.watch_register()
        self.look_around()
        if not self.saver.busy and self.keeper.changed():
            self.saver.do(Job(self.keeper.load))

    def saved(self, register: Register, *, by: Job) -> None:
        """Shows the register as it is now; it says saved only here, when it is on the disk."""
        self._told_unreadable = ""
        if by.changes:
            self._failure = ""
        self.note_changes(register, by)
        self.register = register
        if self.saver.pending_edits:
            self.state = ("saving", _("saving…"))
        elif by.changes:
            self._saved_at = datetime.now().strftime("%H:%M")
            self.state = ("saved", _("saved {time}").format(time=self._saved_at))

    def refused(self, error: ItatuiError, *, by: Job) -> None:
        """Shows what is in the file, and says why the change was not made; what was typed stays with the person."""
        if not by.changes:
            self._unreadable(str(error))
            return
        self.saver.do(Job(self.keeper.load))
        if by.edits:
            self.state = ("failed", _("not saved"))
        if not self.contest(error, by.edits):
            self.tell(str(error))

    def _unreadable(self, words: str) -> None:
        """Says once, not at every look, that the file can not be read at present."""
        if words != self._told_unreadable:
            self._told_unreadable = words
            self.tell(words)

    def failed(self, error: ItatuiError) -> None:
        """Says that what is on the screen is not on the disk; it is tried again."""
        self.state = ("failed", _("NOT SAVED, trying again"))
        if self._failure != str(error):  # once, not at every try
            self._failure = str(error)
            self.tell(self._failure)
