"""itatui with a planted fault, which Ctrl+T sets off anywhere. Run as `python -m tests.support.faulty_program KIND`."""

import asyncio
import os
import sys
from collections.abc import Callable
from typing import NoReturn

from textual._compositor import Compositor
from textual.app import ComposeResult
from textual.screen import Screen

from itatui.cli.main import main
from itatui.store import RegisterFile
from itatui.tui.app import ItatuiApp
from itatui.tui.screens.main.screen import MainScreen
from itatui.tui.session.session import RegisterSession
from itatui.tui.terminal.driver import TerminalDriver
from itatui.tui.text_input.line_input import LineInput
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.header import Header

WORDS = "planted fault"
NEXT_KEY = b"\x1b]0;press a key\x1b\\"
"""Written by the program when the next key sets off the fault: a title of the window."""


def fail(*_arguments: object, **_named: object) -> NoReturn:
    """Fail as a mistake in the program would."""
    raise KeyError(WORDS)


async def fail_later() -> None:
    """Fail in a coroutine."""
    await asyncio.sleep(0)
    fail()


class FaultyScreen(Screen[None]):
    """A screen that cannot be composed."""

    def compose(self) -> ComposeResult:
        """Fail."""
        fail()


def break_method(owner: type, name: str) -> Callable[[ItatuiApp], None]:
    """Return an action after which a method fails; it draws everything again."""

    def act(app: ItatuiApp) -> None:
        setattr(owner, name, fail)
        for screen in app.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.query("*"):
                widget.refresh()

    return act


def fail_in_task(_app: ItatuiApp) -> None:
    """Fail in a task that nobody waits for."""
    asyncio.create_task(fail_later()).add_done_callback(lambda task: task.result())


def fail_in_save_thread(app: ItatuiApp) -> None:
    """Fail in the thread that saves."""
    RegisterFile.undo = fail  # type: ignore[method-assign]
    app.main.session.past.undo()


def fail_at_next_key(_app: ItatuiApp) -> None:
    """Fail in the thread that reads the keys."""
    TerminalDriver.process_message = fail  # type: ignore[method-assign]
    os.write(1, NEXT_KEY)


AT_CTRL_T: dict[str, Callable[[ItatuiApp], object]] = {
    "action": fail,
    "worker": lambda app: app.run_worker(fail_later()),
    "worker thread": lambda app: app.run_worker(fail, thread=True),
    "message": lambda app: app.call_later(fail),
    "idle": lambda app: app.screen.call_next(fail),
    "after refresh": lambda app: app.screen.call_after_refresh(fail),
    "timer": lambda app: app.set_timer(0.01, fail),
    "task": fail_in_task,
    "loop": lambda _app: asyncio.get_running_loop().call_soon(fail),
    "drawing the dialog": break_method(LineInput, "render_lines"),
    "drawing below the dialog": break_method(Header, "render_line"),
    "layout": break_method(Compositor, "reflow"),
    "compose": lambda app: app.push_screen(FaultyScreen()),
    "poll": break_method(RegisterSession, "poll"),
    "save thread": fail_in_save_thread,
    "key thread": fail_at_next_key,
}
"""Faults set off by Ctrl+T."""
AT_START = {
    "first compose": (MainScreen, "compose"),
    "first drawing": (Footer, "render_line"),
    "mount": (MainScreen, "on_mount"),
    "ready": (ItatuiApp, "on_ready"),
}
"""Faults that need no key: methods that always fail."""


def plant(kind: str) -> None:
    """Plant a fault of a kind."""
    if kind in AT_START:
        setattr(*AT_START[kind], fail)
        return

    def action_language(app: ItatuiApp) -> None:
        AT_CTRL_T[kind](app)

    ItatuiApp.action_language = action_language  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    plant(sys.argv.pop(1))
    sys.exit(main())
