"""Starts the screen quickly, and ends it in good order however the line drops."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from itatui.domain.keeper import Keeper

if TYPE_CHECKING:
    from itatui.tui.app import Itatui


def start(keeper: Keeper, *, colour: bool = True) -> int:
    """Shows the register until the person quits; returns the exit code."""
    if not colour:
        os.environ["NO_COLOR"] = "1"
    app = _imported()(keeper, ready=_collect)
    app.run()
    saved = app.main.finish()
    return app.return_code or (0 if saved else 1)


def _imported() -> "type[Itatui]":
    """The application, imported without what it never uses.

    asyncio would load `ssl`, which no part of the screen needs, and the collector would walk over the modules
    again and again while they are made: together a seventh of the time to the first picture. It rests until then.
    """
    gc.disable()
    absent = "ssl" not in sys.modules
    if absent:
        sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        from itatui.tui.app import Itatui
    finally:
        if absent:
            del sys.modules["ssl"]
    return Itatui


def _collect() -> None:
    """Collects garbage again, which the modules and the register are not."""
    gc.freeze()
    gc.enable()
