"""The tables that are shown as they are printed: the report, the overview, the minutes of a meeting.

Each holds values that never change, so that it can be laid out in a thread and compared with a later one.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from itatui.domain.forms import DEFAULT, form_label, form_of
from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.domain.rounds import find_round
from itatui.errors import UsageError
from itatui.locale import _
from itatui.report.model import Report


class PrintedTable(Protocol):
    """A table with its words on the screen."""

    @property
    def register(self) -> Register:
        """The register that it is about."""

    def title(self) -> str:
        """Return the title of the screen."""

    def hint(self) -> str:
        """Return the words for the lower border."""

    def printout(self) -> Report:
        """Return the content. It may take a second."""

    def beginning(self, most: int) -> Report | None:
        """Return the content on the first `most` measures, if there are more and the whole takes much longer."""


class ReportTable(NamedTuple):
    """The report by a form on some measures, or on all (None)."""

    register: Register
    measures: Sequence[Measure] | None
    today: date
    filter_words: str
    """The selection of the measures in words."""
    form: str = DEFAULT
    """Name of the form."""
    round: str = ""
    """Name of the round that it reports on; empty: the year."""

    def title(self) -> str:
        """Return "Report", with the form and the round if they were chosen."""
        form = "" if self.form == DEFAULT else label_of_form(self.register, self.form)
        return "  ".join(filter(None, (_("Report"), form, self.round)))

    def hint(self) -> str:
        """Name the command that prints it."""
        if not self.register.measures:
            return _no_measures()
        options = "" if self.form == DEFAULT else f" --form {self.form}"
        options += f' --round "{self.round}"' if self.round else ""
        return _("as a command: {command}").format(command=f"itatui report{options}")

    def printout(self) -> Report:
        """Return the report; of a form that cannot be filled in, the reason."""
        return self._printout()

    def beginning(self, most: int) -> Report | None:
        """Return the report on the first measures."""
        count = len(self.register.measures if self.measures is None else self.measures)
        return self._printout(most) if count > most else None

    def _printout(self, most: int = 0) -> Report:
        from itatui.report.build import build  # lazy: in the thread

        try:
            form = form_of(self.register, self.form)
            for_round = find_round(self.register.rounds, self.round) if self.round else None
            return build(
                self.register,
                self.measures,
                form=form,
                for_round=for_round,
                today=self.today,
                narrowing=self.filter_words,
                most=most,
            )
        except UsageError as error:
            return Report((str(error),), ())


class OverviewTable(NamedTuple):
    """The tracks by quarters, late measures, and the measures due next."""

    register: Register
    today: date

    def title(self) -> str:
        """Return "Overview"."""
        return _("Overview")

    def hint(self) -> str:
        """Name the keys and the command that prints it."""
        if not self.register.measures:
            return _no_measures()
        return _("as a command: {command}").format(command="itatui overview")

    def beginning(self, most: int) -> Report | None:
        """Return None: the figures are of all measures."""
        return None

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
        return _("as a command: {command}").format(command="itatui minutes")

    def beginning(self, most: int) -> Report | None:
        """Return None: minutes are short."""
        return None

    def printout(self) -> Report:
        """Return the minutes."""
        from itatui.report.minutes import minutes

        return minutes(self.then, self.register, self.meeting)


def _no_measures() -> str:
    return _("No measures yet. Esc: back, then ^N: add one")


def label_of_form(register: Register, name: str) -> str:
    """Return the name of a form in words; the name itself if the form cannot be read."""
    try:
        form = form_of(register, name)
    except UsageError:
        return name
    return form_label(form)
