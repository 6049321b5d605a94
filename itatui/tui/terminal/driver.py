"""The terminal of the screen: standard output, measured by itself, taken back after a stop, and given up when lost.

Textual draws on standard error, so `itatui 2>file` would show nothing and still obey keys. When a write fails, its
writer thread ends and the program hangs at the 31st write. After a stop that the program could not foresee, it
begins to read the keys a second time.
"""

import asyncio
import os
import select
import signal
import sys
from collections.abc import Callable
from typing import Any, cast

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver


class TerminalLost(events.Event):
    """The terminal takes no more output: its window or its line was closed."""


class TerminalOutput:
    """The end of a terminal as a file for Textual's writer thread. After a failure it swallows everything."""

    def __init__(self, fileno: int, on_loss: Callable[[], None]) -> None:
        self._fileno = fileno
        self._on_loss = on_loss
        self._waiting: list[str] = []
        self._lost = False

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._fileno

    def write(self, text: str) -> None:
        """Take a text for the next flush."""
        self._waiting.append(text)

    def flush(self) -> None:
        """Send everything to the terminal."""
        data = "".join(self._waiting).encode("utf-8", "backslashreplace")
        self._waiting.clear()
        try:
            while data and not self._lost:
                data = data[self._send(data) :]
        except OSError:
            self._lost = True
            self._on_loss()

    def _send(self, data: bytes) -> int:
        try:
            return os.write(self._fileno, data)
        except BlockingIOError:  # another program has made the shared terminal non-blocking
            select.select([], [self._fileno], [])
            return 0


class TerminalDriver(LinuxDriver):
    """Textual's driver on standard output."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.app = app
        self._file: Any = TerminalOutput(1, lambda: self.send_message(cast("Any", TerminalLost())))
        self.is_lent = False
        """Whether another program has the terminal."""
        self._size = self._size or self._get_terminal_size()

    def write(self, data: str) -> None:
        """Write to the terminal, unless another program has it."""
        if not self.is_lent:
            super().write(data)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return columns and lines of the terminal, whatever `COLUMNS` and `LINES` say."""
        try:
            columns, lines = os.get_terminal_size(1)
        except OSError:
            columns, lines = 0, 0
        return columns or 80, lines or 24

    def start_application_mode(self) -> None:
        """Take the terminal. From now on SIGCONT is handled between two messages, not in the middle of one."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        asyncio.get_running_loop().add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def _sigcont_application(self, *_arguments: object) -> None:
        """Take the terminal back after a stop; behind SIGSTOP nothing was restored, so that is done first."""
        if self.is_lent:  # the other program takes it back by itself
            return
        if not is_in_foreground():
            os.kill(os.getpid(), signal.SIGSTOP)  # `bg`: wait for `fg`
            return
        if not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()
        if not self._must_signal_resume:  # it has started: ask for the screen now, behind no other message
            self.app.app_resume_signal.publish(self.app)


def terminal_is_gone() -> bool:
    """Return whether the terminal has hung up. A shell in between may keep the signal from the program."""
    poll = select.poll()
    poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, select.POLLHUP)
    return bool(poll.poll(0))


def is_in_foreground() -> bool:
    """Return whether the shell has given the terminal to this program."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:  # no terminal, or another program's
        return True
