"""The tables of the year on the screen: what is due, the indicators, the evidence.

It changes nothing itself: the caller asks for scores, and for the measures that answer an indicator.
"""

from pathlib import Path
from typing import Protocol

from itatui.domain.protocols import YearSource
from itatui.locale import _
from itatui.tui.commands import bindings
from itatui.tui.screens.printout import PrintedLines, PrintoutScreen
from itatui.tui.screens.year.tables import COVERAGE, EVIDENCE, YearTable
from itatui.tui.session.session import RegisterSession


class YearCommands(Protocol):
    """Commands on the year of a register."""

    def choose_table(self) -> None:
        """Choose what to see of the year."""

    def write_scores(self) -> None:
        """Ask for last year's scores."""

    def choose_measures(self) -> None:
        """Choose an indicator, and the measures that answer it."""

    def refusal(self) -> str:
        """Return why the register cannot be changed now; empty if it can."""


class YearTableScreen(PrintoutScreen):
    """A table of the year; another can be chosen."""

    BINDINGS = [*bindings("year")]
    PLACE = "year"

    def __init__(self, name: str, session: RegisterSession, source: YearSource, commands: YearCommands) -> None:
        super().__init__(self._table_now)
        self._shown = name
        self._session = session
        self._source = source
        self._commands = commands
        self._looks = False
        """Whether the evidence sheet tells which files are there."""

    def _table_now(self) -> YearTable:
        session = self._session
        folder = self.register_path().parent if self._looks and self._shown == EVIDENCE else None
        return YearTable(self._shown, session.register, session.today, self._source, folder)

    def register_path(self) -> Path:
        """Return the file of the register."""
        return self._session.store.path

    def show(self, name: str) -> None:
        """Show another table from its first line."""
        self._shown = name
        self.query_one(PrintedLines).forget_width()
        self.reload()

    def file_name(self) -> str:
        """Return the beginning of the name of an exported file."""
        return f"{self._shown}_{self._session.register.fiscal_year}"

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        if action == "verify":
            return "" if self._shown == EVIDENCE else _("This works in the evidence sheet: Y")
        if action not in ("write_scores", "choose_measures"):
            return ""
        if self._shown != COVERAGE:
            return _("This works in the table of indicators and scores: Y")
        return self._commands.refusal()

    def _refused(self, action: str) -> bool:
        if reason := self.refusal(action):
            self.app.notify(reason, markup=False)
        return bool(reason)

    def action_choose_table(self) -> None:
        """Choose another table."""
        self._commands.choose_table()

    def action_write_scores(self) -> None:
        """Write the scores of the year before."""
        if not self._refused("write_scores"):
            self._commands.write_scores()

    def action_verify(self) -> None:
        """Tell which files of the evidence are there, or no longer."""
        if not self._refused("verify"):
            self._looks = not self._looks
            self.reload()

    def action_choose_measures(self) -> None:
        """Choose the measures that answer an indicator."""
        if not self._refused("choose_measures"):
            self._commands.choose_measures()
