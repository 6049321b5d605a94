"""Starts the screen quickly, and ends it in good order however the line drops."""

import gc
import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING

from itatui.domain.protocols import RegisterStore
from itatui.domain.settings import Settings
from itatui.domain.shelf import RegisterList
from itatui.thai.sara_am import AUTO

if TYPE_CHECKING:
    from collections.abc import Callable

    from itatui.tui.app import ItatuiApp
    from itatui.tui.screens.main.screen import MainScreen


def start(
    keeper: RegisterStore | None,
    *,
    colour: bool = True,
    theme: str = "auto",
    motion: str = "auto",
    sara_am: str = AUTO,
    unit: str = "",
    settings: Settings | None = None,
    shelf: RegisterList | None = None,
    first: "Callable[[MainScreen], None] | None" = None,
) -> int:
    """Shows the register until the person quits; welcomes who has none. Returns the exit code.

    `first` is done as soon as the register is there.
    """
    itatui = _imported()
    from itatui.tui.environment import Environment, motion_level
    from itatui.tui.terminal.color_filter import NONE, colours_of

    colours = colours_of(os.environ) if colour else NONE
    seat = Environment(theme, colours, motion_level(motion, os.environ), sara_am, unit, settings, shelf)

    if os.environ.get("TERM") in ("dumb", "unknown"):
        # Rich takes the others to be 80 cells wide, and Textual believes now it, now the terminal.
        os.environ["TERM"] = "vt100"

    def ready() -> None:
        _collect()
        if first is not None:
            first(app.main)

    app = itatui(keeper, ready=ready, seat=seat)
    app.run()
    saved = app.finish()
    return app.return_code or (0 if saved else 1)


def _imported() -> "type[ItatuiApp]":
    """The application, imported without what it does not need before its first picture.

    Textual imports its command palette, and four kinds of widgets for it, with the application; asyncio would load
    `ssl`, which no part of the screen needs; and the collector would walk over the modules again and again while
    they are made. Together that is a fifth of the time to the first picture.
    """
    gc.disable()
    absent = {name: module for name, module in _absent().items() if name not in sys.modules}
    sys.modules.update(absent)
    try:
        from itatui.tui.app import ItatuiApp
    finally:
        for name in absent:
            del sys.modules[name]
    return ItatuiApp


def _absent() -> dict[str, ModuleType]:
    """What stands for modules while others are imported that ask for them: nothing, or names without a meaning.

    The palette's own module is imported by who opens the palette. Textual's application uses no name of it before.
    """
    palette = ModuleType("textual.command")
    palette.__dict__["__getattr__"] = lambda _name: _Later
    nothing: dict[str, ModuleType] = {"ssl": None}  # type: ignore[dict-item]
    return nothing | {"textual.command": palette}


class _Later:
    """Stands for a class of the command palette."""


def _collect() -> None:
    """Collects garbage again, which the modules and the register are not."""
    gc.freeze()
    gc.enable()
