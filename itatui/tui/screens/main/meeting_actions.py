"""The meeting, its minutes and the overview, opened from the main screen. Their screens are imported when opened."""

from typing import TYPE_CHECKING

from itatui.locale import _
from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState
from itatui.tui.styling.themes import MEETING_THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from itatui.domain.filter import Filter
    from itatui.domain.meeting import Meeting
    from itatui.report.sheets import Sheets
    from itatui.tui.words import Words


def open_meeting(main: MainState, agenda: "Filter | None", leave_program: "Callable[[], None]") -> None:
    """Resume the open meeting or begin one; a filter sets its agenda from now on."""
    from itatui.tui.screens.meeting.screen import MeetingScreen

    if main.meeting is not None or not main.close_editor():
        return
    app = register_app(main)
    theme_before = app.theme_setting
    meeting = MeetingScreen(main.session, agenda, lambda held: show_minutes(main, held), leave_program)
    main.meeting = meeting
    app.take_theme(MEETING_THEMES[0])

    def close(_nothing: None) -> None:
        main.meeting = None
        app.take_theme(theme_before)
        if meeting.held.at:
            main.show_measure(meeting.held.at)

    main.app.push_screen(meeting, close)


def show_minutes(main: MainState, meeting: "Meeting") -> None:
    """Show the minutes of a meeting that has just ended."""
    from itatui.report.minutes import minutes

    register = main.session.register
    _show_printout(
        main,
        lambda: minutes(register, register, meeting),
        lambda: _("Minutes"),
        lambda: _("Esc: back   to print: itatui minutes"),
    )


def show_overview(main: MainState) -> None:
    """Show the tracks by quarters, late measures, and the measures due next."""
    from itatui.domain.overview import overview
    from itatui.report.overview import sheets_of

    def sheets() -> "Sheets":
        register = main.session.register
        return sheets_of(register, overview(register, main.today))

    if main.close_editor():
        _show_printout(main, sheets, lambda: _("Overview"), lambda: _("Esc: back   to print: itatui overview"))


def _show_printout(main: MainState, sheets: "Callable[[], Sheets]", title: "Words", hint: "Words") -> None:
    from itatui.tui.screens.printout import PrintoutScreen

    main.app.push_screen(PrintoutScreen(sheets, title, hint))
