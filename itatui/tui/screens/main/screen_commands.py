"""The commands of the main screen that open another screen."""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState

if TYPE_CHECKING:
    from itatui.domain.filter import Filter


COUNTING = "itatui.tui.screens.main.finding_count"
"""The module that counts findings, which the first picture does not need."""


class ScreenCommands(MainState):
    """Each screen is imported when it is opened."""

    def action_quit(self) -> None:
        """Leave the program."""
        from itatui.tui.screens.main.leave_actions import quit_program

        quit_program(self)

    def action_open_other(self) -> None:
        """Open another register."""
        from itatui.tui.screens.main.leave_actions import open_other_register

        open_other_register(self)

    def action_import_document(self) -> None:
        """Import a document."""
        from itatui.tui.screens.main.import_actions import import_document

        import_document(self)

    async def action_report(self) -> None:
        """Show the report table of the measures in the list."""
        from itatui.tui.screens.main.printout_actions import show_report

        await show_report(self)

    async def action_overview(self) -> None:
        """Show the tracks by quarters."""
        from itatui.tui.screens.main.printout_actions import show_overview

        await show_overview(self)

    def action_meeting(self) -> None:
        """Resume or begin a meeting."""
        self.open_meeting()

    def open_meeting(self, agenda: "Filter | None" = None) -> None:
        """Resume or begin a meeting; a filter sets its agenda."""
        from itatui.tui.screens.main.meeting_actions import open_meeting

        open_meeting(self, agenda, self.action_quit)

    def action_history(self) -> None:
        """Show the history."""
        from itatui.tui.screens.main.history_actions import open_history

        open_history(self)

    def action_repair(self) -> None:
        """Show repairs and suggestions."""
        from itatui.tui.screens.main.repair_actions import open_repairs

        open_repairs(self)

    async def begin_count(self) -> None:
        """Count the findings of the publish check from now on; its modules are imported in a thread."""
        if register_app(self).environment.year is not None:
            await asyncio.to_thread(import_module, COUNTING)
            from itatui.tui.screens.main.finding_count import begin_count

            begin_count(self)

    async def action_check(self) -> None:
        """Show the findings of the publish check; on the way through them, go to the next."""
        from itatui.tui.screens.main.finding_actions import check_register

        await check_register(self)

    def action_year(self) -> None:
        """Choose what to see of the year."""
        from itatui.tui.screens.main.year_actions import choose_table

        choose_table(self)

    def action_help(self) -> None:
        """Show the commands of the focused pane."""
        from itatui.tui.dialogs.help import show_help

        show_help(self, self.place)

    def action_settings(self) -> None:
        """Show the settings."""
        from itatui.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_setup(self) -> None:
        """Show agency, signatories, rounds, fields, tracks and forms."""
        from itatui.tui.screens.setup.screen import SetupScreen

        self.app.push_screen(SetupScreen(self.session))
