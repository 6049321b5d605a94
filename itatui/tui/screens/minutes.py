"""The minutes of a meeting on the screen; their details can be edited."""

from pathlib import Path

from itatui.domain.change import Edit
from itatui.domain.meeting import Meeting
from itatui.domain.protocols import DraftPlace
from itatui.domain.register import Register
from itatui.locale import _
from itatui.tui.commands import bindings
from itatui.tui.editors.minutes_form import ask_for_details
from itatui.tui.screens.printed_tables import MinutesTable
from itatui.tui.screens.printout import PrintoutScreen
from itatui.tui.session.session import RegisterSession


class MinutesScreen(PrintoutScreen):
    """The printed minutes, and the command that edits their details."""

    BINDINGS = [*bindings("minutes")]
    PLACE = "minutes"

    def __init__(self, session: RegisterSession, meeting: Meeting, then: Register | None) -> None:
        """`then` is the register when the meeting ended, as for `minutes`."""
        super().__init__(lambda: MinutesTable(then, session.register, self._current()))
        self._session = session
        self._meeting = meeting

    def _current(self) -> Meeting:
        found = self._session.register.lookup("meeting", self._meeting.id)
        return found if isinstance(found, Meeting) else self._meeting

    def register_path(self) -> Path:
        """Return the file of the register."""
        return self._session.store.path

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        reasons = {"undo": self._session.past.no_undo(), "redo": self._session.past.no_redo()}
        return reasons.get(action, "")

    def action_details(self) -> None:
        """Edit number, place, people and times."""
        meeting = self._current()

        def finish(edits: tuple[Edit, ...], _accepted: bool, draft: DraftPlace) -> None:
            self._session.change(*edits, draft=draft)

        title, verb = (lambda: _("Details of the minutes")), (lambda: _("save"))
        ask_for_details(self, self._session, meeting, meeting, title, verb, finish)

    def action_undo(self) -> None:
        """Undo the user's latest change."""
        self._session.past.undo()

    def action_redo(self) -> None:
        """Redo the change that was undone last."""
        self._session.past.redo()
