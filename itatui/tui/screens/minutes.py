"""The minutes of a meeting on the screen; their details can be edited."""

from itatui.domain.change import Edit
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.minutes import minutes
from itatui.report.sheets import Sheets
from itatui.tui.commands import bindings
from itatui.tui.dialogs.minutes_details import MinutesDetailsDialog
from itatui.tui.editors.minutes_form import ask_for_details
from itatui.tui.screens.printout import PrintedLines, PrintoutScreen
from itatui.tui.session.session import RegisterSession


class MinutesScreen(PrintoutScreen):
    """The printed minutes, and the command that edits their details."""

    BINDINGS = [*bindings("minutes")]
    PLACE = "minutes"

    def __init__(self, session: RegisterSession, meeting: Meeting, then: Register | None) -> None:
        """`then` is the register when the meeting ended, as for `minutes`."""
        super().__init__(self._minutes, _("Minutes"), _("Esc: back   to print: itatui minutes"))
        self._session = session
        self._meeting = meeting
        self._then = then
        session.on_change.append(self._follow_session)

    def _current(self) -> Meeting:
        found = self._session.register.lookup("meeting", self._meeting.id)
        return found if isinstance(found, Meeting) else self._meeting

    def _minutes(self) -> Sheets:
        return minutes(self._then, self._session.register, self._current())

    def _follow_session(self) -> None:
        if self.is_attached and self._current() != self._meeting:
            self._meeting = self._current()
            self.query_one(PrintedLines).on_resize()

    def on_unmount(self) -> None:
        """Leave the session."""
        self._session.on_change.remove(self._follow_session)

    def action_details(self) -> None:
        """Edit number, place, people and times."""
        meeting = self._current()
        question = MinutesDetailsDialog(self._session.register, meeting, _("Details of the minutes"), _("save"))

        def finish(edits: tuple[Edit, ...], _accepted: bool) -> None:
            self._session.change(*edits)

        ask_for_details(self, self._session, question, meeting, finish)

    def action_undo(self) -> None:
        """Undo the user's latest change."""
        self._session.undo()

    def action_redo(self) -> None:
        """Redo the change that was undone last."""
        self._session.redo()
