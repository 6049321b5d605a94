"""Start the screen quickly, and end it in good order."""

import gc
import os
import sys
from collections.abc import Callable, MutableMapping
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

from itatui.domain.protocols import DraftStore, RegisterList, RegisterStore, SettingsStore, YearSource
from itatui.stand_ins import imported_later, module_with, standing_in
from itatui.thai.sara_am import AUTO

if TYPE_CHECKING:
    from itatui.report.publisher import Publisher
    from itatui.tui.app import ItatuiApp
    from itatui.tui.screens.main.screen import MainScreen

SWITCH_S = 0.001
"""Seconds for which a thread that lays out, searches or saves may hold up the keys; Python's own value is 5 ms."""


ReportDrafts: TypeAlias = Callable[[list[str], list[str]], None]
"""Called with the titles of the drafts that are kept, and of those that are not."""
ReportFault: TypeAlias = Callable[[str, bool, bool], None]
"""Called with a traceback, whether every change was saved, and whether there are drafts."""


def start(
    store: RegisterStore | None,
    *,
    colour: bool = True,
    theme: str = "auto",
    motion: str = "auto",
    sara_am: str = AUTO,
    unit: str = "",
    settings: SettingsStore | None = None,
    shelf: RegisterList | None = None,
    drafts: DraftStore | None = None,
    publisher: "Publisher | None" = None,
    year: YearSource | None = None,
    first: "Callable[[MainScreen], None] | None" = None,
    report_drafts: ReportDrafts = lambda _kept, _lost: None,
    report_fault: ReportFault,
) -> int:
    """Show the register, or the welcome screen if there is none, until the user quits. Return the exit code.

    `first` is called with the main screen after the first picture; the reports once the terminal is restored.
    """
    _forget_variables(os.environ)
    app_class = _import_app()
    from itatui.tui.environment import Environment, motion_level, takes_links
    from itatui.tui.terminal.color_filter import NONE, colours_of

    colours, level = colours_of(os.environ) if colour else NONE, motion_level(motion, os.environ)
    places = settings, shelf, drafts, publisher, year
    environment = Environment(theme, colours, level, sara_am, unit, *places, takes_links(os.environ))
    _name_terminal(os.environ)
    sys.setswitchinterval(SWITCH_S)

    def ready() -> None:
        _resume_collection()
        if first is not None:
            first(app.main)

    app = app_class(store, ready=ready, environment=environment)
    app.run()
    return _end(app, report_fault, report_drafts)


def _end(app: "ItatuiApp", report_fault: ReportFault, report_drafts: ReportDrafts) -> int:
    """Save what is left, report a fault and the drafts that are kept, and return the exit code."""
    is_saved = app.finish()
    kept, lost = ([draft.title for draft in drafts] for drafts in (app.drafts.left(), app.drafts.lost()))
    report_drafts(kept, lost)
    app.drafts.close()
    if app.fault:
        report_fault(app.fault, is_saved, bool(kept or lost))
        return 1
    return app.return_code or (0 if is_saved and not lost else 1)


def _forget_variables(variables: MutableMapping[str, str]) -> None:
    """Remove the variables through which Textual and Rich take orders, here and for programs started from here.

    `COLUMNS` and `LINES` would fix the size of the screen; a value of Textual's that it cannot read ends the program,
    others press keys or write the register into a log. Only the console of a developer may give such orders.
    """
    own = [name for name in variables if name == "TEXTUAL" or name.startswith("TEXTUAL_")]
    if own and _has_console():
        own = []
    for name in (*own, "COLUMNS", "LINES"):
        variables.pop(name, None)


def _name_terminal(variables: MutableMapping[str, str]) -> None:
    """Replace the names of terminals without abilities: Rich takes these for 80 cells wide, whatever their size."""
    if variables.get("TERM") in ("dumb", "unknown"):
        variables["TERM"] = "vt100"


def _has_console() -> bool:
    from importlib.util import find_spec  # lazy: only developers have such variables

    return find_spec("textual_dev") is not None


def _import_app() -> "type[ItatuiApp]":
    """Import the application without the modules that the first picture does not need.

    The garbage collector would walk over the new modules again and again. Both take a fifth of the start.
    """
    gc.disable()
    with standing_in(_stand_ins()):
        from itatui.tui.app import ItatuiApp
    return ItatuiApp


_LATER = (
    "asyncio.sslproto",  # connections
    "pickle",  # data behind styles, which no style of itatui has
    "platformdirs",  # pictures of the screen in a file
    "rich.table",  # the table of a theme's colours
    "textual.canvas",  # lines between widgets
)
"""Modules of which Textual, Rich and asyncio call functions and classes in what itatui does not use."""


def _stand_ins() -> dict[str, ModuleType | None]:
    """Return stand-ins for modules that are imported only when they are used.

    Textual's application uses no name of `textual.command` until the palette is opened.
    """
    palette = module_with("textual.command", lambda _name: _Stub)
    return {"ssl": None, "textual.command": palette} | {name: imported_later(name) for name in _LATER}


class _Stub:
    """Stub for the classes of the command palette."""


def _resume_collection() -> None:
    """Collect garbage again, but never among the modules and the register that exist now."""
    gc.freeze()
    gc.enable()
