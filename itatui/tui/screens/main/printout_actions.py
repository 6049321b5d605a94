"""The report, the overview and the minutes of a meeting, opened from the main screen. They follow the register."""

from typing import TYPE_CHECKING

from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState
from itatui.tui.screens.printed_tables import OverviewTable, PrintedTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from itatui.domain.meeting import Meeting
    from itatui.domain.register import Register
    from itatui.tui.screens.printout import PrintoutScreen


async def show_report(main: MainState) -> None:
    """Show the report on the measures in the list."""
    from itatui.tui.screens.report import ReportScreen

    await open_printout(main, ReportScreen(main.session))


async def show_overview(main: MainState) -> None:
    """Show the tracks by quarters, late measures, and the measures due next."""
    session = main.session
    if main.close_editor():
        await _show(main, lambda: OverviewTable(session.register, session.today))


def show_minutes(main: MainState, meeting: "Meeting", then: "Register | None") -> None:
    """Show the minutes of a meeting; `then` is the register when it ended."""
    from itatui.tui.screens.minutes import MinutesScreen

    main.app.push_screen(MinutesScreen(main.session, meeting, then))


async def _show(main: MainState, table: "Callable[[], PrintedTable]") -> None:
    from itatui.tui.screens.printout import PrintoutScreen

    await open_printout(main, PrintoutScreen(table))


async def open_printout(main: MainState, screen: "PrintoutScreen") -> None:
    """Show a printed table with its first page; the keys wait for it."""
    app = register_app(main)
    with app.keys_waiting():
        await screen.lay_out_first_page(main.app.size)
    main.app.clear_notifications()  # a message about the list would hide the last line of the table
    main.app.push_screen(screen)
