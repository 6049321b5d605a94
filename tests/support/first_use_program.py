"""The program in a fresh Python: press the keys of each argument after the register, and print what was imported.

The first line tells what of `LATER` was imported before the first picture.
Only imports of the thread of the event loop are printed: they hold up the keys. Run as a module.
"""

import asyncio
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from threading import current_thread, main_thread

from textual import events

from itatui.store import RegisterFile
from itatui.store.year_files import YearFiles
from itatui.tui.app import ItatuiApp
from itatui.tui.environment import Environment
from itatui.tui.terminal.key_queue import KeyClock, Timer

LONG_S = 10.0
"""Seconds between two keys on the clock of the program: each is meant."""
LATER = ("itatui.domain.check", "itatui.report", "itatui.tui.screens.year", "itatui.tui.session.publish_check")
"""Packages and modules that the first picture does not need."""
FIRST_PICTURE = "first picture"


class SlowHand(KeyClock):
    """The clock of a user who takes time over each key."""

    def __init__(self) -> None:
        self.time = 0.0

    def arrival(self, event: events.Event) -> float:
        self.time += LONG_S
        return self.time

    def now(self) -> float:
        return self.time + LONG_S / 2

    def call_later(self, seconds: float, callback: Callable[[], object]) -> Timer:
        return asyncio.get_running_loop().call_later(0, callback)


class Imports:
    """Notes the modules that the thread of the event loop imports."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: object = None) -> None:
        """Note a module, and leave its import to others."""
        if current_thread() is main_thread():
            self.names.append(name)


async def main(path: str, *lines: str) -> None:
    """Press the keys of each line, and print it with the modules that were imported meanwhile."""
    environment = Environment(year=YearFiles())
    app = ItatuiApp(RegisterFile(Path(path)), today=date(2024, 5, 15), environment=environment)
    app.key_clock = SlowHand()
    imports = Imports()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        print(FIRST_PICTURE, *sorted(name for name in sys.modules if name.startswith(LATER)), sep="\t")
        sys.meta_path.insert(0, imports)
        for line in lines:
            imports.names.clear()
            for key in line.split():
                await pilot.press(key)
                await pilot.pause()
                async with asyncio.timeout(300):
                    while app.acting is not None:
                        await pilot.pause()
            print(
                line, *sorted(name for name in imports.names if name.split(".")[0] in ("itatui", "textual")), sep="\t"
            )


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
