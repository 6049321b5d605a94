"""The welcome screen, and the way to another register: the sample, a new one, next year's, or a file.

The list of registers opens or makes the file; the app then shows it.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from itatui.domain.protocols import DraftPlace, NewRegister, Recent, RegisterStore
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import cells, numerals, safe, truncate
from itatui.tui.commands import bindings
from itatui.tui.protocols import register_app
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.screens.new_register import ask_for_last_document, ask_for_next_year, ask_for_register, ask_path
from itatui.tui.side_thread import read_aside
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines

if TYPE_CHECKING:
    from itatui.domain.protocols import RegisterList

WAYS = ("sample", "create", "next year", "open", "document")
"""The rows that are always there; the recent registers follow."""
IMPORT = "import"
"""The row over an open register, behind these."""
NONE_MARKED: frozenset[str] = frozenset()
TITLE_FRAME = 6
"""Cells of the border beside its title."""
ERROR_SECONDS = 8
"""Seconds for which an error stays on the screen."""


class WelcomeScreen(ListDetailScreen):
    """The ways to open a register, and a description of the row under the cursor."""

    BINDINGS = [*bindings("welcome")]
    PLACE = "welcome"

    def __init__(self, *, over: bool = False, open_path: str = "", marked: frozenset[str] = NONE_MARKED) -> None:
        """`over`: a register is open below this screen, that at `open_path`, with these measures marked by id."""
        super().__init__()
        self._over = over
        self.open_path = open_path
        self.marked = marked
        self._recent: tuple[Recent, ...] = ()
        self._ways = (*WAYS, IMPORT) if over else WAYS

    def on_mount(self) -> None:
        """Read the recent registers, and leave out those that are gone: behind the keys, a network may be slow."""
        registers = self.registers
        if registers is not None:
            self._recent = registers.remembered()
            self.run_worker(self._leave_out_gone(registers), group="recent")

    async def _leave_out_gone(self, registers: "RegisterList") -> None:
        existing = await read_aside(registers.recent)
        if existing != self._recent:
            self._recent = existing
            self.reload()

    @property
    def place(self) -> str:
        """The place of the commands: over an open register Esc goes back, else it quits."""
        return "registers" if self._over else self.PLACE

    @property
    def registers(self) -> "RegisterList | None":
        """The registers of the user."""
        return register_app(self).environment.shelf

    def title_of_list(self) -> str:
        """Return a title for the first register, or for another."""
        if self._over:
            return _("Open another register")
        title = _("Welcome to itatui, the register of integrity measures")
        return title if cells(title) + TITLE_FRAME <= self.app.size.width else _("Welcome to itatui")

    def on_resize(self) -> None:
        """Show as much of the title as there is room for."""
        if self.is_mounted:
            self.list.set_title(self.title_of_list())

    def title_of_detail(self, at: int | None) -> str:
        """Return the same title for every row."""
        return _("About")

    def reload(self) -> None:
        """Show the rows; over an open register begin at the most recent."""
        at = len(self._ways) if self._over and self._recent else 0
        self.show_rows([*self._ways, *(recent.path for recent in self._recent)], "", at)

    def row(self, at: int, width: int) -> list[Span]:
        """Return the title of a way, or a recent register."""
        if at < len(self._ways):
            return [(f" {truncate(_ways()[at][0], width - 1)}", "title")]
        recent = self._recent[at - len(self._ways)]
        year = _("fiscal year {year}").format(year=recent.fiscal_year)
        name = safe(truncate(numerals(f" {recent.agency or recent.path}  {year}"), width))
        path = recent.path if cells(name) + 2 + cells(recent.path) <= width else Path(recent.path).name
        return [(name, "text"), (safe(f"  {path}"), "note")]

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return a description."""
        return lambda width: self._description(at, width)

    def _description(self, at: int, width: int) -> list[list[Span]]:
        if at < len(self._ways):
            words = _ways()[at][1]
        else:
            words = _("Opens {path}, which you opened before.").format(path=self._recent[at - len(self._ways)].path)
        lines = wrap_spans([(safe(words), "text")], width)
        if at < len(self._ways) and self._ways[at] == IMPORT:
            return lines
        later = _("itatui will open this register from now on. Press F1 there for help.")
        return [*lines, [], *wrap_spans([(later, "note")], width)]

    def action_take(self) -> None:
        """Open or make the register under the cursor."""
        registers = self.registers
        if registers is None or self.current_row is None:
            return
        at = self.current_row
        if at >= len(self._ways):
            path = self._recent[at - len(self._ways)].path
            self.open_register(lambda: registers.at(path))
            return
        match self._ways[at]:
            case "sample":
                self.open_register(registers.sample)
            case "create":
                ask_for_register(self)
            case "next year":
                ask_for_next_year(self)
            case "document":
                self.run_worker(ask_for_last_document(self), group="sources", exclusive=True)
            case "import":
                self.dismiss(None)
                self.app.screen.run_worker(self.app.screen.run_action("import_document"), group="foot")
            case _:
                self._ask_for_file(registers)

    def _ask_for_file(self, registers: "RegisterList") -> None:
        def open_file(path: str, place: DraftPlace) -> None:
            self.open_register(lambda: registers.at(path), lambda: self._ask_for_file(registers), place)

        ask_path(self, lambda: _("Register file, for example ~/register_2567.json"), open_file)

    def create_register(
        self,
        wanted: NewRegister,
        source: str,
        retry: Callable[[], None],
        *typed: DraftPlace,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Create a register, with the plan of the register at the path `source` if there is one, and open it."""
        if (registers := self.registers) is not None:
            self.open_register(lambda: registers.begin(wanted, source), retry, *typed, then=then)

    def open_register(
        self,
        call: Callable[[], RegisterStore],
        retry: Callable[[], None] = lambda: None,
        *typed: DraftPlace,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Open a register, and drop the drafts of the texts that it was named by; `retry` if it cannot be opened.

        `then` is called when it is shown.
        """
        self.run_worker(self._open(call, retry, typed, then), group="open", exclusive=True)

    async def _open(
        self,
        call: Callable[[], RegisterStore],
        retry: Callable[[], None],
        typed: tuple[DraftPlace, ...],
        then: Callable[[], object] | None,
    ) -> None:
        from itatui.wording.years import years_left_words

        app = register_app(self)
        try:
            store = await asyncio.to_thread(call)
            register = await asyncio.to_thread(store.load)
        except ItatuiError as error:
            self.warn_longer(str(error))
            retry()
            return
        for place in typed:
            app.drafts.drop(place)
        self.app.call_later(app.open, store)
        if then is not None:
            self.app.call_later(then)
        notes = [self.registers.unkept if self.registers is not None else ""]
        notes += [years_left_words(register)] if typed else []
        if words := "\n".join(filter(None, notes)):
            self.app.call_later(app.tell, words)

    def warn_longer(self, words: str) -> None:
        """Show a warning that names files."""
        self.notify(safe(words), severity="warning", markup=False, timeout=ERROR_SECONDS)

    def action_leave(self) -> None:
        """Go back to the open register; without a register, leave the app."""
        if self._over:
            self.dismiss(None)
        else:
            self.app.exit()


def _ways() -> tuple[tuple[str, str], ...]:
    """Return title and description of each of `WAYS`, in the current language."""
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
            _("Create next year's register from last year's"),
            _("Takes over measures, units and plan of a register that you choose. Ticks and results stay in it."),
        ),
        (
            _("Open a register file"),
            _("Asks for a file name, for example a colleague's register on a shared disk."),
        ),
        (
            _("Create a register from last year's document"),
            _("Reads a Word, Excel, PDF or CSV document: its measures, units and plan become the new register."),
        ),
        (
            _("Import a document into the open register"),
            _("Shows what a Word, Excel, PDF or CSV document would add and change, before anything is changed."),
        ),
    )
