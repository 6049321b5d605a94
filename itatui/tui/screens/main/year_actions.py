"""The year on the main screen: its list, its tables, and the comparison with another year."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from itatui.domain.filter import Filter
from itatui.domain.last_year import last_year
from itatui.domain.protocols import DraftPlace, Recent, RegisterList
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.thai import safe
from itatui.tui.dialogs.choose import Choice, ChooseDialog, with_numbers
from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState
from itatui.tui.screens.new_register import TYPED, ask_path, register_choices
from itatui.tui.screens.year.comparison import ComparisonScreen
from itatui.tui.screens.year.table_screen import YearTableScreen
from itatui.tui.screens.year.tables import COVERAGE, DUE, EVIDENCE, TITLES
from itatui.tui.side_thread import read_aside
from itatui.wording.years import closed_words

CHECK, COMPARE, CLOSE, REOPEN = "check", "compare", "close", "reopen"
_LISTED = (DUE, COVERAGE, COMPARE, EVIDENCE, CHECK, CLOSE)
"""What belongs to the year, in the order in which it is needed."""
_TITLES = {
    **TITLES,
    COMPARE: N_("Comparison with last year"),
    CHECK: N_("Publish check"),
    CLOSE: N_("Close the register: the report is published"),
    REOPEN: N_("Open again"),
}


def choose_table(main: MainState) -> None:
    """Choose a table of the year, on the main screen or on one of its tables."""
    if main.close_editor():
        choose = partial(main.call_next, _open, main)  # a form that the list opens would answer the list, which is gone
        main.app.push_screen(ChooseDialog(lambda: _("The year"), lambda: _choices(main), choose))


def _choices(main: MainState) -> Sequence[Choice]:
    names = [REOPEN if name == CLOSE and main.session.register.closed else name for name in _LISTED]
    return with_numbers([Choice(name, _(_TITLES[name])) for name in names])


def _open(main: MainState, name: str) -> None:
    if name in TITLES:
        show_table(main, name)
        return
    if name == COMPARE:
        main.run_worker(_compare(main), group="compare", exclusive=True)
        return
    if name == CHECK:
        from itatui.tui.screens.main.finding_actions import show_findings
        from itatui.tui.screens.main.finding_count import check_of

        if (check := check_of(main)) is not None:
            show_findings(main, check)
        else:
            main.tell(lambda: _("The publish check is not available here."))
        return
    from itatui.tui.screens.main.closing_actions import close_register, open_again

    (open_again if name == REOPEN else close_register)(main)


def show_table(main: MainState, name: str) -> None:
    """Show a table of the year, in place of another that is open."""
    source = register_app(main).environment.year
    screen = _table_in_front(main)
    if screen is not None:
        screen.show(name)
    elif source is None:
        main.tell(lambda: _("The tables of the year are not available here."))
    else:
        main.app.clear_notifications()
        main.app.push_screen(YearTableScreen(name, main.session, source, _Commands(main)))


def _table_in_front(main: MainState) -> YearTableScreen | None:
    return next((each for each in main.app.screen_stack if isinstance(each, YearTableScreen)), None)


class _Commands:
    """The commands of the tables; see `YearCommands`."""

    def __init__(self, main: MainState) -> None:
        self._main = main

    def choose_table(self) -> None:
        """Choose a table of the year."""
        choose_table(self._main)

    def write_scores(self) -> None:
        """Ask for last year's scores."""
        from itatui.tui.screens.main.indicator_actions import write_scores

        self._main.run_worker(write_scores(self._main), group="indicators", exclusive=True)

    def choose_measures(self) -> None:
        """Choose an indicator, and the measures that answer it."""
        from itatui.tui.screens.main.indicator_actions import choose_measures

        self._main.run_worker(choose_measures(self._main), group="indicators", exclusive=True)

    def refusal(self) -> str:
        """Return why the register cannot be changed now; empty if it can."""
        return closed_words(self._main.session.register)


# The comparison ----------------------------------------------------------------------------------


async def _compare(main: MainState) -> None:
    """Compare with last year's register if it is known, else ask for a file."""
    shelf = register_app(main).environment.shelf
    found = await read_aside(_known_last_year, shelf, main.session.register) if shelf is not None else None
    if found is not None:
        _show_comparison(main, found[1])
    else:
        await _choose_file(main)


def _known_last_year(shelf: RegisterList, register: Register) -> tuple[str, Register] | None:
    return last_year(shelf, register, shelf.recent()) or last_year(shelf, register, shelf.sources())


def _show_comparison(main: MainState, old: Register) -> None:
    for screen in main.app.screen_stack:
        if isinstance(screen, ComparisonScreen):
            screen.compare_with(old)
            return
    main.app.clear_notifications()

    def choose_file() -> None:
        main.run_worker(_choose_file(main), group="compare", exclusive=True)

    main.app.push_screen(
        ComparisonScreen(main.session, old, partial(_go_to, main), lambda: choose_table(main), choose_file)
    )


def _go_to(main: MainState, measure_id: str) -> None:
    """Put the cursor on a measure of the list."""
    if measure_id not in [measure.id for measure in main.shown]:
        main.session.set_filter(Filter())
    main.move_to(measure_id)
    main.go_to_pane("measures")


async def _choose_file(main: MainState) -> None:
    """Offer the registers that are known, those of last year first; typing a path is always possible."""
    shelf = register_app(main).environment.shelf
    if shelf is None:
        main.tell(lambda: _("Other registers cannot be opened here."))
        return
    sources = await read_aside(shelf.sources)
    here, year = str(main.session.store.path), main.session.register.fiscal_year - 1
    others = sorted((each for each in sources if not _is_same(each, here)), key=lambda each: each.fiscal_year != year)

    def read(path: str, *_place: DraftPlace) -> None:
        main.run_worker(_read(main, shelf, path), group="compare", exclusive=True)

    def ask() -> None:
        ask_path(main, lambda: _("Register file, for example ~/register_2567.json"), read)

    def choose(path: str) -> None:
        main.call_next(ask if path == TYPED else partial(read, path))

    if others:
        title = lambda: _("Compare with which register?")  # noqa: E731
        main.app.push_screen(ChooseDialog(title, lambda: register_choices(tuple(others)), choose))
    else:
        ask()


def _is_same(recent: Recent, path: str) -> bool:
    return Path(recent.path).resolve() == Path(path).resolve()


async def _read(main: MainState, shelf: RegisterList, path: str) -> None:
    try:
        old = await read_aside(shelf.look, path)
    except ItatuiError as error:
        message = safe(str(error))
        main.tell(lambda: message)
        return
    _show_comparison(main, old)
