"""The tables of the year: what is due, the indicators, the evidence. Each is made in a thread."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from itatui.domain.protocols import YearSource
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.report.model import Report

DUE, COVERAGE, EVIDENCE = "due", "coverage", "evidence"
DUE_DAYS = 30
"""Days ahead for which due dates are listed."""
TITLES = {DUE: N_("Due dates"), COVERAGE: N_("Indicators and scores"), EVIDENCE: N_("Evidence sheet")}
"""Titles by the name of a table, which is also that of its command."""


class YearTable(NamedTuple):
    """A table of the year about a register."""

    name: str
    register: Register
    today: date
    source: YearSource
    folder: Path | None = None
    """Folder of the files of evidence that are looked at; None: nobody looks."""

    def title(self) -> str:
        """Return the title of the table."""
        return _(TITLES[self.name])

    def hint(self) -> str:
        """Name the command that prints it."""
        option = " --verify" if self.folder is not None else ""
        return _("as a command: {command}").format(command=f"itatui {self.name}{option}")

    def beginning(self, most: int) -> Report | None:
        """Return None: these tables are soon made."""
        return None

    def printout(self) -> Report:
        """Return the table; if a file of the agency's own cannot be read, the reason."""
        try:
            return _MAKERS[self.name](self)
        except ItatuiError as error:
            return Report((str(error),), ())


def _due(table: YearTable) -> Report:
    from itatui.domain.due_dates import due_dates  # lazy, here and below: in the thread
    from itatui.report.due import due_report

    register = table.register
    return due_report(register, due_dates(register, register.measures), table.today, DUE_DAYS)


def _coverage(table: YearTable) -> Report:
    from itatui.domain.indicators import coverage
    from itatui.report.coverage import coverage_report

    indicators = table.source.indicators()
    return coverage_report(table.register, indicators, coverage(table.register, indicators))


def _evidence(table: YearTable) -> Report:
    from itatui.domain.evidence_sheet import proofs, verdict
    from itatui.report.evidence import evidence_report

    found, folder = proofs(table.register, table.source.items()), table.folder
    verdicts = None if folder is None else {each.target: verdict(each.target, folder) for each in found if each.target}
    return evidence_report(table.register, found, verdicts)


_MAKERS: Mapping[str, Callable[[YearTable], Report]] = {DUE: _due, COVERAGE: _coverage, EVIDENCE: _evidence}
