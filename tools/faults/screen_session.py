"""Screen in a terminal of its own: all output, and the result."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tools.bench.plain_text import plain
from tools.bench.session import REST_S, TIMEOUT_S, Session, UnresponsiveError, now
from tools.bench.target import environment
from tools.faults.processes import Result, argv_for

READY = "^Q"
"""Footer text once the screen can be used."""
LEAVE, REDRAW = b"\x11", b"\x0c"


class Screen(Session):
    """Run of `itatui` on a register, in English: the screen, or a command in a terminal."""

    def __init__(self, register: Path, *words: str) -> None:
        argv = [sys.executable, "-m", "itatui", *argv_for(register, words)]
        super().__init__(argv, environment(str(register.parent / "home")), str(register.parent))
        self._gone: Result | None = None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if not self._gone:
            os.killpg(self.pid, signal.SIGKILL)
            self.ends()
        os.close(self._terminal)

    @property
    def written(self) -> bytes:
        """All output so far."""
        return b"".join(piece.data for piece in list(self.pieces))

    def shows(self, *marks: str) -> bool:
        """Wait until all texts are written. Return False if the program ends or idles without them."""
        try:
            self._shown(marks)
        except UnresponsiveError:
            return False
        return True

    def since(self, piece_count: int) -> bytes:
        """Return the output after so many pieces."""
        return b"".join(piece.data for piece in list(self.pieces)[piece_count:])

    def press_keys(self, keys: bytes) -> int:
        """Press keys. Return the number of pieces before."""
        piece_count = len(self.pieces)
        self.press(keys)
        return piece_count

    def answers(self, keys: bytes, mark: str) -> bool:
        """Press keys and wait until the text is written. Return False if it is not."""
        piece_count = self.press_keys(keys)
        return self.until(lambda: mark in plain(self.since(piece_count)))

    def redraw(self) -> int:
        """Redraw the whole screen once it is idle. Return the number of pieces before.

        Otherwise only differences would be sent.
        """
        with suppress(UnresponsiveError):  # ended: later checks will see it
            self.rest(REST_S)
        return self.press_keys(REDRAW)

    def until(self, holds: Callable[[], object]) -> bool:
        """Wait until `holds()` is true. Return False if it does not become true."""
        return self.wait_until(holds, TIMEOUT_S)

    def ends(self) -> Result:
        """Wait for the end, killing a program that does not end."""
        self._reader.join(TIMEOUT_S)
        if self._reader.is_alive():
            os.killpg(self.pid, signal.SIGKILL)
            self._reader.join()
        if not self._gone:
            _pid, status, used = os.wait4(self.pid, 0)
            text = plain(self.written.replace(b"\r\n", b" "))
            elapsed = now() - self.started
            self._gone = Result(os.waitstatus_to_exitcode(status), "", text, elapsed, used.ru_maxrss / 1024)
        return self._gone


def open_and_quit(register: Path) -> Result:
    """Open the screen and quit as soon as it can be used."""
    with Screen(register) as screen:
        if screen.shows(READY):
            screen.press(LEAVE)
        return screen.ends()
