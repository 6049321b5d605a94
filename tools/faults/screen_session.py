"""The screen in a terminal of its own: what it wrote, byte for byte, and how it ended."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tools.bench.plain_text import plain
from tools.bench.session import REST_S, TIMEOUT_S, Session, UnresponsiveError, now
from tools.bench.target import environment
from tools.faults.processes import Result, argv_for

READY = "^Q"
"""What the foot says once the screen can be used."""
LEAVE, REDRAW = b"\x11", b"\x0c"


class Screen(Session):
    """One run of `itatui` on a register, in English: the screen, or a command in a terminal."""

    def __init__(self, register: Path, *words: str) -> None:
        argv = [sys.executable, "-m", "itatui", *argv_for(register, words)]
        super().__init__(argv, environment(str(register.parent / "home")), str(register.parent))
        self._gone: Result | None = None

    def __enter__(self) -> Self:
        super().__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if not self._gone:
            os.killpg(self.pid, signal.SIGKILL)
            self.ends()
        os.close(self._terminal)

    @property
    def written(self) -> bytes:
        """All that it wrote so far."""
        return b"".join(piece.data for piece in list(self.pieces))

    def shows(self, *marks: str) -> bool:
        """Waits until all these have been written; False when it ends or rests without."""
        try:
            self._shown(marks)
        except UnresponsiveError:
            return False
        return True

    def since(self, begun: int) -> bytes:
        """What it wrote after so many pieces."""
        return b"".join(piece.data for piece in list(self.pieces)[begun:])

    def press_keys(self, keys: bytes) -> int:
        """Presses keys; returns how many pieces had been written before."""
        begun = len(self.pieces)
        self.press(keys)
        return begun

    def answers(self, keys: bytes, mark: str) -> bool:
        """Presses keys, and waits until this has been written afterwards; False when it is not."""
        begun = self.press_keys(keys)
        return self.until(lambda: mark in plain(self.since(begun)))

    def redraw(self) -> int:
        """Has it draw everything, once it rests; returns how many pieces had been written before.

        Else it sends only what differs from what is on the terminal already.
        """
        with suppress(UnresponsiveError):  # it ended: whoever looks for what is drawn will see
            self.rest(REST_S)
        return self.press_keys(REDRAW)

    def until(self, holds: Callable[[], object]) -> bool:
        """Waits, over whatever it writes meanwhile, until something holds; False when it does not."""
        give_up = now() + TIMEOUT_S
        while not holds():
            if self._ended or now() > give_up:
                return False
            self._wait_for_more(len(self.pieces), 0.1)
        return True

    def ends(self) -> Result:
        """Waits for its end; one that does not end is killed."""
        self._reader.join(TIMEOUT_S)
        if self._reader.is_alive():
            os.killpg(self.pid, signal.SIGKILL)
            self._reader.join()
        if not self._gone:
            _pid, status, used = os.wait4(self.pid, 0)
            said = plain(self.written.replace(b"\r\n", b" "))
            took = now() - self.started
            self._gone = Result(os.waitstatus_to_exitcode(status), "", said, took, used.ru_maxrss / 1024)
        return self._gone


def open_and_quit(register: Path) -> Result:
    """Opens the screen, and leaves it as soon as it can be used."""
    with Screen(register) as screen:
        if screen.shows(READY):
            screen.press(LEAVE)
        return screen.ends()
