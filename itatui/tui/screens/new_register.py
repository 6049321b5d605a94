"""The questions for a new register, on the welcome screen: what it needs, and from which it is made."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itatui.domain.fiscal_year import fiscal_year_of
from itatui.domain.protocols import DraftPlace, NewRegister, Recent
from itatui.errors import ItatuiError
from itatui.locale import _, ngettext
from itatui.thai import numerals, safe, truncate
from itatui.tui.protocols import register_app
from itatui.tui.side_thread import read_aside

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from itatui.domain.register import Register
    from itatui.tui.dialogs.choose import Choice
    from itatui.tui.dialogs.new_register import LastYear
    from itatui.tui.screens.document.document_file import Document
    from itatui.tui.screens.welcome import WelcomeScreen
    from itatui.tui.words import Words

NEW, PATH, SOURCE = (DraftPlace("", f"welcome {name}") for name in ("new", "path", "source"))
"""The places of the questions."""
TYPED = "/"
"""The choice of a file that is not in the list: no register has this path."""
AGENCY_CELLS, FILE_CELLS = 18, 22
"""Cells of an agency and of a file name in the list."""


def ask_for_register(screen: "WelcomeScreen") -> None:
    """Ask for agency and year, and create an empty register."""
    proposed = NewRegister("", "", fiscal_year_of(date.today()))
    about = lambda: f"{_('Empty, with the tracks IIT, EIT and OIT')}. {_later()}"  # noqa: E731
    _ask(screen, lambda: _("Create a register"), about, proposed, "", then=lambda: _ask_for_shape(screen.app))


def _later() -> str:
    """Return where everything else about a register is asked for."""
    return _("Titles are made from name and year. They come next, with signatories, rounds, tracks and forms.")


async def _ask_for_shape(app: "App[Any]") -> None:
    """Show everything about a new register but its measures, once; Esc goes on to the measures."""
    await register_app(app.screen).load("setup")
    from itatui.tui.screens.main.state import MainState
    from itatui.tui.screens.setup.screen import SetupScreen

    if isinstance(main := app.screen, MainState):
        app.push_screen(SetupScreen(main.session, is_new=True))


async def ask_for_last_document(screen: "WelcomeScreen") -> None:
    """Ask for last year's document, then for agency and year; create the register, and show what would come in."""
    await register_app(screen).load("import_document")
    from itatui.tui.screens.document.document_file import ask_for_document

    ask_for_document(screen, lambda document: _ask_about_document(screen, document))


def _ask_about_document(screen: "WelcomeScreen", document: "Document") -> None:
    app = screen.app
    agency, year = document.title
    proposed = NewRegister(agency, "", year + 1 if year else fiscal_year_of(date.today()))
    place = NEW._replace(record=f"document {document.name}")

    def then() -> None:
        from itatui.tui.screens.main.import_actions import show_preview
        from itatui.tui.screens.main.state import MainState

        if isinstance(main := app.screen, MainState):
            is_of_last = main.session.register.fiscal_year != year
            show_preview(main, document, of_last_year=is_of_last, then=lambda: _ask_for_shape(app))

    def about() -> str:
        return _("Results are read only into the year of the document.")

    _ask(screen, lambda: _("Create a register from last year's document"), about, proposed, "", place=place, then=then)


def ask_for_next_year(screen: "WelcomeScreen") -> None:
    """Ask for last year's register, then for agency and year, and create next year's."""
    screen.run_worker(_choose_source(screen), group="sources", exclusive=True)


async def _choose_source(screen: "WelcomeScreen") -> None:
    """Offer the registers that are known; typing a path is always possible."""
    from itatui.tui.dialogs.choose import ChooseDialog

    registers = screen.registers
    sources = await read_aside(registers.sources) if registers is not None else ()
    if not sources:
        _ask_source(screen)
        return

    def choose(path: str) -> None:
        if path == TYPED:
            screen.call_next(_ask_source, screen)  # its answer would go to the list, which is gone
        else:
            _read_source(screen, path)

    title = lambda: _("Last year's register")  # noqa: E731
    screen.app.push_screen(ChooseDialog(title, lambda: register_choices(sources), choose))


def register_choices(sources: tuple[Recent, ...]) -> "list[Choice]":
    """Return registers to choose from, and last of all another file."""
    from itatui.tui.dialogs.choose import Choice, with_numbers

    choices = []
    for path, agency, year in sources:
        name = safe(truncate(agency or path, AGENCY_CELLS))
        file = safe(truncate(Path(path).name, FILE_CELLS))
        choices.append(Choice(path, numerals(f"{name}  {year}"), figure=file))
    other, *choices = with_numbers([Choice(TYPED, _("Another file: type its name")), *choices], 0)
    return [*choices, other]


def _ask_source(screen: "WelcomeScreen") -> None:
    question = lambda: _("Last year's register file, for example ~/register_2567.json")  # noqa: E731
    ask_path(screen, question, lambda path, place: _read_source(screen, path, place), SOURCE)


def _read_source(screen: "WelcomeScreen", path: str, *typed: DraftPlace) -> None:
    """Read what the new register is made from, and ask for the rest. Whatever it is made from comes in here."""
    screen.run_worker(_propose(screen, path, typed), group="sources", exclusive=True)


async def _propose(screen: "WelcomeScreen", path: str, typed: tuple[DraftPlace, ...]) -> None:
    from itatui.tui.dialogs.new_register import LastYear

    registers = screen.registers
    if registers is None:
        return
    try:
        last = await read_aside(registers.look, path)
    except ItatuiError as error:
        screen.warn_longer(str(error))
        if typed:
            _ask_source(screen)
        return
    short = last.agency_short if last.agency_short != last.agency else ""
    proposed = NewRegister(last.agency, short, last.fiscal_year + 1)
    question = lambda: _("Create next year's register")  # noqa: E731
    marked = screen.marked if _is_file(path, screen.open_path) else frozenset()
    _ask(screen, question, lambda: _taken_over(last), proposed, path, *typed, last=LastYear(last, marked))


def _is_file(path: str, other: str) -> bool:
    return bool(other) and Path(path).expanduser().resolve() == Path(other).resolve()


def _taken_over(last: "Register") -> str:
    count = len(last.measures)
    words = ngettext(
        "{count} measure of {year} with units and plan; nothing done yet",
        "{count} measures of {year} with units and plan; nothing done yet",
        count,
    )
    return numerals(words.format(count=count, year=last.fiscal_year))


def _ask(
    screen: "WelcomeScreen",
    question: "Words",
    about: "Words",
    proposed: NewRegister,
    source: str,
    *typed: DraftPlace,
    place: DraftPlace | None = None,
    then: Callable[[], object] | None = None,
    last: "LastYear | None" = None,
) -> None:
    """Ask for agency and year, and create the register; ask again if that fails. `then` is called when it is shown."""
    from itatui.tui.dialogs.kept_text import KeptText
    from itatui.tui.dialogs.new_register import NewRegisterDialog

    own = place or NEW._replace(record=source)
    kept = KeptText(register_app(screen).drafts, own, question)

    def retry() -> None:
        kept.restore()
        _ask(screen, question, about, proposed, source, *typed, place=own, then=then, last=last)

    def answer(wanted: NewRegister | None) -> None:
        if wanted is not None:
            screen.create_register(wanted, source, retry, own, *typed, then=then)

    screen.app.push_screen(NewRegisterDialog(question, about, proposed, kept, last), answer)


def ask_path(
    screen: "Screen[Any]",
    question: "Words",
    on_answer: Callable[[str, DraftPlace], None],
    place: DraftPlace = PATH,
) -> None:
    """Ask for the path of a register. Its draft stays until the register is open: the rest may be interrupted."""
    from itatui.tui.dialogs.kept_text import KeptText
    from itatui.tui.dialogs.prompts import Ask

    kept = KeptText(register_app(screen).drafts, place, question)

    def on_dismissed(path: str | None) -> None:
        kept.restore()
        if path:
            on_answer(path, place)

    screen.app.push_screen(Ask(question, kept, lambda: _("continue")), on_dismissed)
