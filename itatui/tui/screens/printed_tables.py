"""The tables that are shown as they are printed: the report, the overview, the minutes of a meeting.

Each holds values that never change, so that it can be laid out in a thread and compared with a later one.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.model import Report


class PrintedTable(Protocol):
    """A table with its words on the screen."""

    def title(self) -> str:
        """Return the title of the screen."""

    def hint(self) -> str:
        """Return the words for the lower border."""

    def printout(self) -> Report:
        """Return the content. It may take a second."""


class ReportTable(NamedTuple):
    """The report on some measures, or on all (None)."""

    register: Register
    measures: Sequence[Measure] | None
    today: date
    filter_words: str
    """The selection of the measures in words."""

    def title(self) -> str:
        """Return "Report"."""
        return _("Report")

    def hint(self) -> str:
        """Name the keys and the command that prints it."""
        return _("Esc: back   to print: itatui report") if self.register.measures else _no_measures()

    def printout(self) -> Report:
        """Return the report."""
        from itatui.report.build import build  # lazy: in the thread

        return build(self.register, self.measures, today=self.today, narrowing=self.filter_words)


class OverviewTable(NamedTuple):
    """The tracks by quarters, late measures, and the measures due next."""

    register: Register
    today: date

    def title(self) -> str:
        """Return "Overview"."""
        return _("Overview")

    def hint(self) -> str:
        """Name the keys and the command that prints it."""
        return _("Esc: back   to print: itatui overview") if self.register.measures else _no_measures()

    def printout(self) -> Report:
        """Return the overview."""
        from itatui.domain.overview import overview
        from itatui.report.overview import overview_report

        return overview_report(self.register, overview(self.register, self.today))


class MinutesTable(NamedTuple):
    """The minutes of a meeting."""

    then: Register | None
    """The register when the meeting ended; None if that is not known any more."""
    register: Register
    """The register as it is now, with the decisions."""
    meeting: Meeting

    def title(self) -> str:
        """Return "Minutes"."""
        return _("Minutes")

    def hint(self) -> str:
        """Name the keys and the command that prints them."""
        return _("Esc: back   to print: itatui minutes")

    def printout(self) -> Report:
        """Return the minutes."""
        from itatui.report.minutes import minutes

        return minutes(self.then, self.register, self.meeting)


def _no_measures() -> str:
    return _("No measures yet. Esc: back, then ^N: add one")
