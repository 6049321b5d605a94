"""The report on the screen, by a form and for a round that the user chooses."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding

from itatui.domain.forms import DEFAULT, form_names
from itatui.domain.quarters import phrase
from itatui.domain.rounds import Round
from itatui.locale import _
from itatui.tui.commands import bindings
from itatui.tui.keyboard import bound
from itatui.tui.screens.printed_tables import ReportTable, label_of_form
from itatui.tui.screens.printout import PrintedLines, PrintoutScreen
from itatui.tui.session.session import RegisterSession
from itatui.wording.filters import describe_filter

if TYPE_CHECKING:
    from itatui.tui.dialogs.choose import Choice

_YEAR = "0"
"""Choice of the whole year; the rounds are numbered from 1."""


class ReportScreen(PrintoutScreen):
    """The report on the measures in the list."""

    BINDINGS = [*bindings("report"), Binding(bound("enter"), "stop", show=False)]
    PLACE = "report"

    def __init__(self, session: RegisterSession) -> None:
        super().__init__(self._report)
        self._session = session
        self._form = DEFAULT
        self._round = ""

    def _report(self) -> ReportTable:
        session = self._session
        chosen = session.shown if session.filter.has_criteria else None
        words = describe_filter(session.filter, session.register)
        return ReportTable(session.register, chosen, session.today, words, self._form, self._round)

    def register_path(self) -> Path:
        """Return the file of the register."""
        return self._session.store.path

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        if action == "choose_round" and not self._session.register.rounds:
            return _("The register has no rounds of reporting.")
        return ""

    def action_choose_form(self) -> None:
        """Choose the form, and be offered the fields that it asks for."""
        from itatui.tui.dialogs.choose import Choice, with_numbers
        from itatui.tui.dialogs.lacking_fields import offer_fields  # lazy: not needed before

        def choices() -> Sequence[Choice]:
            register = self._session.register
            return with_numbers([Choice(name, label_of_form(register, name)) for name in form_names(register)])

        def choose(name: str) -> None:
            self._form = name
            self._show_anew()
            self.call_later(offer_fields, self, self._session, name)  # from here: the list is about to be gone

        self._ask(lambda: _("Form"), choices, choose, self._form)

    def action_choose_round(self) -> None:
        """Choose the round, or the whole year."""
        if refusal := self.refusal("choose_round"):
            self.app.notify(refusal, markup=False)
            return
        from itatui.tui.dialogs.choose import Choice, with_numbers

        def choices() -> Sequence[Choice]:
            rounds = self._session.register.rounds
            of_rounds = [Choice(str(n), f"{each.name} ({_quarters(each)})") for n, each in enumerate(rounds, 1)]
            return with_numbers([Choice(_YEAR, _("The whole year")), *of_rounds], int(_YEAR))

        def choose(name: str) -> None:
            rounds = self._session.register.rounds
            self._round = rounds[int(name) - 1].name if 0 < int(name) <= len(rounds) else ""
            self._show_anew()

        names = [each.name for each in self._session.register.rounds]
        begin = str(names.index(self._round) + 1) if self._round in names else _YEAR
        self._ask(lambda: _("Round"), choices, choose, begin)

    def _ask(
        self,
        title: Callable[[], str],
        choices: "Callable[[], Sequence[Choice]]",
        choose: Callable[[str], None],
        begin: str,
    ) -> None:
        from itatui.tui.dialogs.choose import ChooseDialog

        self.app.push_screen(ChooseDialog(title, choices, choose, begin))

    def _show_anew(self) -> None:
        """Show another table from its first line, as wide as it needs to be."""
        self.query_one(PrintedLines).forget_width()
        self.reload()


def _quarters(each: Round) -> str:
    return _("quarters {quarters}").format(quarters=phrase(each.quarters))
