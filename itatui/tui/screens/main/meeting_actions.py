"""The meeting, opened from the main screen. Its screen is imported when it is opened."""

from typing import TYPE_CHECKING

from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState
from itatui.tui.styling.themes import MEETING_THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from itatui.domain.filter import Filter


def open_meeting(main: MainState, agenda: "Filter | None", leave_program: "Callable[[], None]") -> None:
    """Resume the open meeting or begin another; a filter sets its agenda from now on."""
    from itatui.tui.screens.main.printout_actions import show_minutes
    from itatui.tui.screens.meeting.screen import MeetingScreen

    if main.meeting is not None or not main.close_editor():
        return
    app = register_app(main)
    theme_before = app.theme_setting
    meeting = MeetingScreen(main.session, agenda, lambda *held: show_minutes(main, *held), leave_program)
    main.meeting = meeting
    app.take_theme(MEETING_THEMES[0])

    def close(_nothing: None) -> None:
        main.meeting = None
        app.take_theme(theme_before)
        if meeting.held.at:
            main.show_measure(meeting.held.at)

    main.app.push_screen(meeting, close)
