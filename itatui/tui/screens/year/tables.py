"""The tables of the year: what is due, the indicators, the evidence. Each is made in a thread."""

from collections.abc import Callable, Mapping
from datetime import date
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

    def title(self) -> str:
        """Return the title of the table."""
        return _(TITLES[self.name])

    def hint(self) -> str:
        """Name the command that prints it."""
        return _("as a command: {command}").format(command=f"itatui {self.name}")

    def beginning(self, most: int) -> Report | None:
        """Return None: these tables are soon made."""
        return None

    def printout(self) -> Report:
        """Return the table; if a file of the agency's own cannot be read, the reason."""
        try:
            return _MAKERS[self.name](self.register, self.today, self.source)
        except ItatuiError as error:
            return Report((str(error),), ())


def _due(register: Register, today: date, _source: YearSource) -> Report:
    from itatui.domain.due_dates import due_dates  # lazy, here and below: in the thread
    from itatui.report.due import due_report

    return due_report(register, due_dates(register, register.measures), today, DUE_DAYS)


def _coverage(register: Register, _today: date, source: YearSource) -> Report:
    from itatui.domain.indicators import coverage
    from itatui.report.coverage import coverage_report

    indicators = source.indicators()
    return coverage_report(register, indicators, coverage(register, indicators))


def _evidence(register: Register, _today: date, source: YearSource) -> Report:
    from itatui.domain.evidence_sheet import proofs
    from itatui.report.evidence import evidence_report

    return evidence_report(register, proofs(register, source.items()), None)


_MAKERS: Mapping[str, Callable[[Register, date, YearSource], Report]] = {
    DUE: _due,
    COVERAGE: _coverage,
    EVIDENCE: _evidence,
}
