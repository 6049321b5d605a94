"""The welcome screen, and the way to another register: the sample, a new register, or a file.

The list of registers opens or makes the file; the app then shows it.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from itatui.domain.fiscal_year import fiscal_year_of, typed_year
from itatui.domain.protocols import DraftPlace, Recent, RegisterStore
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import safe
from itatui.tui.commands import bindings
from itatui.tui.protocols import register_app
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines

if TYPE_CHECKING:
    from itatui.tui.words import Words

FIXED_ROWS = 3
"""Rows that are always there; the recent registers follow."""
AGENCY, YEAR, PATH = (DraftPlace("", f"welcome {name}") for name in ("agency", "year", "path"))
"""The places of the questions."""
ERROR_SECONDS = 8
"""Seconds for which an error stays on the screen."""


class WelcomeScreen(ListDetailScreen):
    """The ways to open a register, and a description of the row under the cursor."""

    BINDINGS = [*bindings("welcome")]
    PLACE = "welcome"

    def __init__(self, *, over: bool = False) -> None:
        """`over`: a register is open below this screen."""
        super().__init__()
        self._over = over
        self._recent: tuple[Recent, ...] = ()

    def on_mount(self) -> None:
        """Read the recent registers."""
        registers = register_app(self).environment.shelf
        self._recent = registers.recent() if registers is not None else ()

    def title_of_list(self) -> str:
        """Return a title for the first register, or for another."""
        return _("Open another register") if self._over else _("Welcome to itatui, the register of integrity measures")

    def title_of_detail(self, at: int | None) -> str:
        """Return the same title for every row."""
        return _("About")

    def reload(self) -> None:
        """Show the rows; over an open register begin at the most recent."""
        at = FIXED_ROWS if self._over and self._recent else 0
        self.show_rows([*range(FIXED_ROWS), *(recent.path for recent in self._recent)], "", at)

    def row(self, at: int, width: int) -> list[Span]:
        """Return the title of a way, or a recent register."""
        if at < FIXED_ROWS:
            return [(f" {_fixed_rows()[at][0]}", "title")]
        recent = self._recent[at - FIXED_ROWS]
        year = _("fiscal year {year}").format(year=recent.fiscal_year)
        return [(safe(f" {recent.agency or recent.path}  {year}"), "text"), (safe(f"  {recent.path}"), "note")]

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return a description."""
        return lambda width: self._description(at, width)

    def _description(self, at: int, width: int) -> list[list[Span]]:
        if at < FIXED_ROWS:
            words = _fixed_rows()[at][1]
        else:
            words = _("Opens {path}, which you opened before.").format(path=self._recent[at - FIXED_ROWS].path)
        lines = wrap_spans([(safe(words), "text")], width)
        later = _("itatui will open this register from now on. Press F1 there for help.")
        return [*lines, [], *wrap_spans([(later, "note")], width)]

    def action_take(self) -> None:
        """Open or make the register under the cursor."""
        at = self.list.at
        registers = register_app(self).environment.shelf
        if registers is None:
            return
        if at >= FIXED_ROWS:
            path = self._recent[at - FIXED_ROWS].path
            self._open(lambda: registers.at(path))
        elif at == 0:
            self._open(registers.sample)
        elif at == 1:
            self._ask_agency()
        else:
            self._ask_path()

    def _open(
        self, call: Callable[[], RegisterStore], retry: Callable[[], None] = lambda: None, *typed: DraftPlace
    ) -> None:
        """Open a register, and drop the drafts of the texts that it was named by; `retry` if it cannot be opened."""
        self.run_worker(self._open_in_thread(call, retry, typed), group="open", exclusive=True)

    async def _open_in_thread(
        self, call: Callable[[], RegisterStore], retry: Callable[[], None], typed: tuple[DraftPlace, ...]
    ) -> None:
        try:
            store = await asyncio.to_thread(call)
            for place in typed:
                register_app(self).drafts.drop(place)
            self.app.call_later(register_app(self).open, store)
            registers = register_app(self).environment.shelf
            if registers is not None and registers.unkept:
                self.app.notify(safe(registers.unkept), severity="warning", markup=False, timeout=ERROR_SECONDS)
        except ItatuiError as error:
            self.notify(safe(str(error)), severity="warning", markup=False, timeout=ERROR_SECONDS)
            retry()

    # Questions ----------------------------------------------------------------------------------

    def _ask(
        self, place: DraftPlace, question: "Words", on_answer: Callable[[str], None], suggestion: str = ""
    ) -> None:
        """Ask for a text. Its draft stays until the register is open: the next question may be interrupted."""
        from itatui.tui.dialogs.kept_text import KeptText
        from itatui.tui.dialogs.prompts import Ask

        kept = KeptText(register_app(self).drafts, place, question)

        def on_dismissed(answer: str | None) -> None:
            kept.restore()
            if answer:
                on_answer(answer)

        ask = Ask(question, kept, lambda: _("continue"), suggestion, suggested=bool(suggestion))
        self.app.push_screen(ask, on_dismissed)

    def _ask_agency(self) -> None:
        self._ask(AGENCY, lambda: _("Name of your agency"), self._ask_year)

    def _ask_year(self, agency: str) -> None:
        def on_answer(answer: str) -> None:
            registers = register_app(self).environment.shelf
            assert registers is not None
            self._open(
                lambda: registers.begin(agency, typed_year(answer)), lambda: self._ask_year(agency), AGENCY, YEAR
            )

        self._ask(YEAR, lambda: _("Fiscal year (Buddhist Era)"), on_answer, str(fiscal_year_of(date.today())))

    def _ask_path(self) -> None:
        def on_answer(answer: str) -> None:
            registers = register_app(self).environment.shelf
            assert registers is not None
            self._open(lambda: registers.at(answer), self._ask_path, PATH)

        self._ask(PATH, lambda: _("Register file, for example ~/register_2567.json"), on_answer)

    def action_leave(self) -> None:
        """Go back to the open register; without a register, leave the app."""
        if self._over:
            self.dismiss(None)
        else:
            self.app.exit()


def _fixed_rows() -> tuple[tuple[str, str], ...]:
    """Return title and description of each fixed row, in the current language."""
    return (
        (
            _("Explore the sample (a real agency's register)"),
            _("Opens your own copy of a real FY2567 report. Try anything: real data is not touched."),
        ),
        (
            _("Create a register"),
            _("Asks for your agency and fiscal year, then creates an empty register with IIT, EIT and OIT."),
        ),
        (
            _("Open a register file"),
            _("Asks for a file name, for example a colleague's register on a shared disk."),
        ),
    )
