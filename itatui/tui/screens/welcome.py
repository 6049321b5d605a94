"""The first screen of who has no register yet, and the way to another one: the sample, a new one, or a file.

It opens and makes nothing itself: it asks the shelf, and the application shows what that hands out.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from itatui.domain.fiscal_year import fiscal_year_of, typed_year
from itatui.domain.protocols import Recent, RegisterStore
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.resources import resource
from itatui.thai import safe
from itatui.tui.commands import bindings
from itatui.tui.keyboard import bound
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.styling.spans import Run, laid_out
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.list_view import ListView, TextView

if TYPE_CHECKING:
    from itatui.tui.app import ItatuiApp

FIRST = 3
"""The ways that there always are; the registers that were open before come after them."""


class WelcomeScreen(ListDetailScreen):
    """The ways to a register above, and below them what the one under the cursor does."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [*bindings("welcome"), (bound("ctrl+t"), "app.language")]
    AUTO_FOCUS = "#ways"
    app: "ItatuiApp"

    def __init__(self, *, over: bool = False) -> None:
        super().__init__()
        self._over = over
        """Whether a register is open below."""
        self._recent: tuple[Recent, ...] = ()

    def compose(self) -> ComposeResult:
        """The ways, what they do, and what can be done."""
        yield ListView("ways", self._line)
        yield TextView("way")
        yield Footer(id="welcome_foot")

    def on_mount(self) -> None:
        """Looks for the registers that were open before."""
        self.query_one(Footer).where = "welcome"
        shelf = self.app.environment.shelf
        self._recent = shelf.recent() if shelf is not None else ()
        self.on_language_changed()

    def on_language_changed(self) -> None:
        """Says its titles in another language, too."""
        title = _("Open another register") if self._over else _("Welcome to itatui, the register of integrity measures")
        self.query_one("#ways", ListView).entitle(title)
        self.query_one("#way", TextView).entitle(_("What it does"))
        self.look_again()

    def look_again(self) -> None:
        """Lists them anew."""
        listing = self.query_one(ListView)
        at = listing.at or (FIRST if self._over and self._recent else 0)
        listing.show(FIRST + len(self._recent), at, "")

    def _line(self, row: int, width: int) -> list[Run]:
        if row < FIRST:
            return [(f" {_ways()[row][0]}", "title")]
        its = self._recent[row - FIRST]
        year = _("fiscal year {year}").format(year=its.fiscal_year)
        return [(safe(f" {its.agency or its.path}  {year}"), "text"), (safe(f"  {its.path}"), "note")]

    def on_list_view_moved(self, message: ListView.Moved) -> None:
        """Says below what it does."""
        message.stop()
        self.query_one("#way", TextView).show(lambda width: self._told(message.at, width))

    def _told(self, at: int, width: int) -> list[list[Run]]:
        if at < FIRST:
            words = _ways()[at][1]
        else:
            words = _("Open {path}, which was open before.").format(path=self._recent[at - FIRST].path)
        lines = laid_out([(safe(words), "text")], width)
        later = _("What you open here is what itatui opens from then on. F1 tells in it what can be done.")
        return [*lines, [], *laid_out([(later, "note")], width)]

    def action_take(self) -> None:
        """Does what is under the cursor."""
        at = self.query_one(ListView).at
        shelf = self.app.environment.shelf
        if shelf is None:
            return
        if at >= FIRST:
            path = self._recent[at - FIRST].path
            self._open(lambda: shelf.at(path))
        elif at == 0:
            self._open(shelf.sample)
        elif at == 1:
            self._ask_agency()
        else:
            self._ask_path()

    def _open(self, call: Callable[[], RegisterStore], again: Callable[[], None] = lambda: None) -> None:
        self.run_worker(self._opened(call, again), group="open", exclusive=True)

    async def _opened(self, call: Callable[[], RegisterStore], again: Callable[[], None]) -> None:
        try:
            keeper = await asyncio.to_thread(call)
            self.app.call_later(self.app.open, keeper)
        except ItatuiError as error:
            self.notify(safe(str(error)), severity="warning", markup=False, timeout=8)
            again()

    def _ask(self, question: str, text: str, answered: Callable[[str], None], *, offered: bool = False) -> None:
        from itatui.tui.dialogs.prompts import Ask

        def given(said: str | None) -> None:
            if said:
                answered(said)

        self.app.push_screen(Ask(question, _("go on"), text, offered=offered), given)

    def _ask_agency(self, name: str = "") -> None:
        self._ask(_("The name of your agency"), name, self._ask_year)

    def _ask_year(self, agency: str, year: str = "") -> None:
        usual = year or str(fiscal_year_of(date.today()))

        def answered(said: str) -> None:
            shelf = self.app.environment.shelf
            assert shelf is not None
            self._open(lambda: shelf.begin(agency, typed_year(said)), lambda: self._ask_year(agency, said))

        self._ask(_("The fiscal year, in the Buddhist Era"), usual, answered, offered=True)

    def _ask_path(self, path: str = "") -> None:
        def answered(said: str) -> None:
            shelf = self.app.environment.shelf
            assert shelf is not None
            self._open(lambda: shelf.at(said), lambda: self._ask_path(said))

        self._ask(_("The register's file, such as ~/register_2567.json"), path, answered)

    def action_leave(self) -> None:
        """Back to the register that is open; who has none leaves."""
        if self._over:
            self.dismiss(None)
        else:
            self.app.exit()

    def other_pane(self) -> tuple[str, str]:
        """The list and the text below it."""
        return "ways", "way"


def _ways() -> tuple[tuple[str, str], ...]:
    """The ways that there always are: what each is called, and what it does."""
    return (
        (
            _("Look at the sample: the measures of a real agency"),
            _("Opens a copy of your own of the report of fiscal year 2567, to try everything with. It can do no harm."),
        ),
        (
            _("Begin a new register"),
            _("Asks for your agency and the fiscal year, and makes an empty register with IIT, EIT and OIT."),
        ),
        (
            _("Open a register's file"),
            _("Asks for the name of a file, such as one that a colleague keeps on a shared disk."),
        ),
    )
