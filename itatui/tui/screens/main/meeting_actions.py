"""The main screen's doors to the meeting and to the overview. Both are imported when they are asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from itatui.domain.change import Edit
from itatui.locale import _
from itatui.tui.screens.main.watching import Watching
from itatui.tui.styling.themes import ROOM

if TYPE_CHECKING:
    from itatui.domain.filter import Filter
    from itatui.domain.meeting import Meeting
    from itatui.tui.app import ItatuiApp
    from itatui.tui.screens.meeting.screen import MeetingScreen


class Convening(Watching):
    """What the main screen does about meetings."""

    _convened: "MeetingScreen | None" = None
    """The meeting's screen, while it is in front."""

    def action_meeting(self) -> None:
        """Goes on with the meeting, or begins one."""
        self.convene()

    def convene(self, selection: "Filter | None" = None) -> None:
        """Opens the meeting's screen; with a selection it goes through these measures from now on."""
        from itatui.tui.screens.meeting.screen import MeetingScreen

        if self.register is None or self._convened is not None or not self.close_editor():
            return
        app: ItatuiApp = self.app  # type: ignore[assignment]
        before = app.worn
        meeting = self._convened = MeetingScreen(self, selection, self.show_minutes)
        app.take_theme(ROOM[0])

        def left(_nothing: None) -> None:
            self._convened = None
            app.take_theme(before)
            if meeting.at and self.register is not None and self.register.measure(meeting.at) in self.shown:
                self.current = meeting.at

        self.app.push_screen(meeting, left)

    def show_minutes(self, meeting: "Meeting") -> None:
        """Shows the minutes of a meeting that was just ended: the register is as it left it."""
        from itatui.report.minutes import minutes
        from itatui.tui.screens.printout import PrintoutScreen

        register = self.register
        if register is not None:
            sheets = minutes(register, register, meeting)
            self.app.push_screen(
                PrintoutScreen(lambda: sheets, _("The minutes"), _("Esc: back   on paper: itatui minutes"))
            )

    def action_overview(self) -> None:
        """Shows the tracks by quarters, what is late, and what is due next."""
        from itatui.domain.overview import overview
        from itatui.report.overview import sheets_of
        from itatui.report.sheets import Sheets
        from itatui.tui.screens.printout import PrintoutScreen

        def made() -> Sheets:
            assert self.register is not None
            return sheets_of(self.register, overview(self.register, self.today))

        if self.register is not None and self.close_editor():
            self.app.push_screen(PrintoutScreen(made, _("Overview"), _("Esc: back   on paper: itatui overview")))

    def begun(self, edits: Callable[[], tuple[Edit, ...]] | None) -> None:
        """Keeps what adds the thing that is being typed in a question, for the end of the program; None: nothing is."""
        self._begun = edits

    def unsaved(self) -> list[tuple[Edit, ...]]:
        """Where the meeting stopped, too."""
        stopped = self._convened.stop_edits() if self._convened is not None else ()
        return super().unsaved() + ([stopped] if stopped else [])
