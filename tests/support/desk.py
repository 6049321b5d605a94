"""The program before a test: real keys on the way in, the picture of the screen on the way out."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from itatui.domain.protocols import RegisterStore
from itatui.domain.register import Register
from itatui.store import RegisterFile
from itatui.thai import numerals
from itatui.tui.app import ItatuiApp
from itatui.tui.environment import DEFAULT, Environment
from itatui.tui.screens.main.screen import MainScreen
from itatui.tui.screens.printout import PrintedLines
from itatui.tui.terminal.key_queue import KeyClock
from itatui.tui.text_input.field_editor import FieldEditor
from itatui.tui.widgets.measure_detail import MeasureDetail
from itatui.tui.words import Words, words_of
from tests.support.picture import picture

TODAY = date(2024, 5, 15)
"""In the third quarter of fiscal year 2567, the year of the reference register."""
WIDE, MIDDLE, NARROW = (120, 36), (80, 24), (60, 20)
MAX_WAITS, WAIT_S = 500, 0.01
"""Turns of the event loop until a test gives up waiting, and seconds of a turn."""


PRESS_S = 2.0
"""Seconds between two keys of a user who means each of them."""


class Wait:
    """A call that the clock of the keys has yet to make."""

    def __init__(self, due: float, callback: Callable[[], object]) -> None:
        self.due = due
        self.callback: Callable[[], object] | None = callback

    def cancel(self) -> None:
        self.callback = None


class DeskClock(KeyClock):
    """The clock of the keys, which only moves when the user lets time pass."""

    def __init__(self) -> None:
        self._now = 0.0
        self._wait: Wait | None = None

    def arrival(self, event: events.Event) -> float:
        return self._now

    def now(self) -> float:
        return self._now

    def call_later(self, seconds: float, callback: Callable[[], object]) -> Wait:
        self._wait = Wait(self._now + seconds, callback)
        return self._wait

    def pass_on(self, seconds: float) -> None:
        """Let time pass, and call what is due."""
        self._now += seconds
        wait = self._wait
        if wait is not None and wait.callback is not None and wait.due <= self._now:
            self._wait = None
            wait.callback()


class Desk:
    """A running application with the keyboard and the eyes of its user."""

    def __init__(self, app: ItatuiApp, path: Path) -> None:
        """Begin before the program runs: it may tell something at its start."""
        self.app = app
        self.pilot: Pilot[object] = Pilot(app)
        self.path = path
        self.messages: list[str] = []
        """All messages to the user so far."""
        self.clock = DeskClock()
        app.key_clock = self.clock
        notify, tell = app.notify, app.tell

        def record(message: str, **options: Any) -> None:
            self.messages.append(message)
            notify(message, **options)

        def record_alone(message: Words) -> None:  # it may be shown together with another
            count = len(self.messages)
            tell(message)
            self.messages[count:] = [numerals(words_of(message))]

        app.notify, app.tell = record, record_alone  # type: ignore[method-assign]

    @property
    def main(self) -> MainScreen:
        return self.app.main

    @property
    def editor(self) -> FieldEditor | None:
        """The open editor of the main screen or of the meeting in front of it."""
        return (self.main.meeting or self.main).open_editor.editor

    @property
    def detail(self) -> MeasureDetail:
        return self.main.query_one(MeasureDetail)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return picture(self.app)

    @property
    def text(self) -> str:
        """The screen as a single text."""
        return "\n".join(self.lines)

    @property
    def head(self) -> str:
        return self.lines[0]

    @property
    def foot(self) -> str:
        return self.lines[-1]

    def on_disk(self) -> Register:
        """Read the register as another program."""
        return RegisterFile(self.path).load()

    async def press(self, *keys: str) -> None:
        """Press keys by their Textual names, and wait for the screen."""
        for key in keys:
            self.clock.pass_on(PRESS_S)
            await self.pilot.press(key)
            await self.rest()
        await self.pilot.pause()
        await self.until(lambda: not self.main.detail_is_due, "for the detail to follow")
        await self.printed()

    async def printed(self) -> None:
        """Wait until the tables on the screen are laid out."""
        await self.until(lambda: not any(each.is_due for each in self.app.screen.query(PrintedLines)), "for the table")

    async def rest(self, seconds: float = PRESS_S) -> None:
        """Let time pass."""
        self.clock.pass_on(seconds)
        await self.pilot.pause()

    async def write(self, text: str, pause: float = 0.0) -> None:
        """Type every code point of a text, so many seconds apart: `Pilot.press` would lose Thai marks."""
        for character in text:
            self.app.post_message(events.Key(_character_to_key(character), character))
            if pause:
                await self.pilot.pause()
                await self.rest(pause)
        await self.pilot.pause()
        await self.rest()

    async def paste(self, text: str) -> None:
        """Paste a text in one piece, as terminals do."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def keys_done(self) -> None:
        """Wait until the effects of all keys are done."""
        await self.until(lambda: not (self.app._running and self.app._queue), "for the keys to take effect")

    async def saved(self) -> None:
        """Wait until everything is saved; fail if that is not possible."""
        async with asyncio.timeout(10):
            assert await self.main.session.queue.flush(), self.head
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object], awaited: str = "") -> None:
        """Wait until a condition is met; `awaited` names it if it is not."""
        for _turn in range(MAX_WAITS):
            if condition():
                return
            await self.pilot.pause(WAIT_S)
        raise AssertionError(f"waited in vain {awaited}\n{self.text}")

    async def poll(self) -> None:
        """Look for changes by other users, as the program does each second."""
        self.main.poll()
        await self.saved()

    async def go_to(self, field: str, kind: str = "measure") -> None:
        """Put the cursor on a field of the current measure."""
        await self.press("right")
        assert self.detail.go_to(kind, field), field
        await self.pilot.pause()


@asynccontextmanager
async def open_screen(
    store: RegisterStore,
    size: tuple[int, int] = WIDE,
    today: date = TODAY,
    *,
    notifications: bool = False,
    environment: Environment = DEFAULT,
) -> AsyncIterator[Desk]:
    """Run the program on a register. Messages are drawn on the screen only with `notifications`."""
    app = ItatuiApp(store, today=today, environment=environment)
    desk = Desk(app, store.path)
    async with app.run_test(size=size, notifications=notifications):
        await desk.pilot.pause()
        yield desk
        await desk.keys_done()  # a key delivered while the app shuts down would find no screen
