"""Program in a pseudo-terminal, with a reader that records the arrival time of each piece of output."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import NamedTuple, Self

from tools.bench.line import Line
from tools.bench.plain_text import first_with_texts, plain
from tools.bench.process import waited
from tools.bench.terminal_replies import terminal_replies

COLUMNS, ROWS = 120, 36
TIMEOUT_S = 30.0
"""Seconds to wait for output before giving up."""
REST_S = 0.3
"""Seconds without output after which a program counts as idle: longer than the delay of the detail."""
SLOW_READ_BYTES = 512
"""Bytes read at once on a slow line, 8 ms of it."""

now = time.perf_counter


class Moment(NamedTuple):
    """Time of an event."""

    at: float
    """Clock time in seconds."""
    waited: float
    """Seconds the program had waited for a core by then."""


class Piece(NamedTuple):
    """Bytes written together."""

    moment: Moment
    """Time of writing."""
    arrived: float
    """Arrival time in seconds: later than writing on a slow line."""
    data: bytes


class UnresponsiveError(Exception):
    """The program ended or did not show the expected text."""


class Session:
    """Run of a program, from entering to leaving the context. Times are taken at the terminal."""

    def __init__(self, argv: list[str], env: Mapping[str, str], folder: str) -> None:
        self._argv, self._env, self.folder = argv, env, folder
        self.pieces: list[Piece] = []
        """Output so far; on a slow line the last pieces may not have arrived yet."""
        self.line: Line | None = None
        """Line for output from now on; None: no delay."""
        self.ready: Piece
        """Piece that completed the first painting."""
        self.start_pieces: int
        """Number of pieces of the whole start."""
        self._changed = threading.Condition()
        self._ended = False

    def __enter__(self) -> Self:
        self.started = now()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            self._exec_program()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        return self

    def _exec_program(self) -> None:
        """Replace the child process by the program."""
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(self.folder)
            os.execve(self._argv[0], self._argv, self._env)
        finally:
            os._exit(127)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if self._ended:
                break
            os.killpg(self.pid, sign)
            self._reader.join(2)
        self._reader.join()
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def _read(self) -> None:
        """Read output in the reader thread."""
        rest = b""
        while data := self._take():
            written = self.moment()
            free, arrived = self.line.carry(written.at, len(data)) if self.line else (0.0, written.at)
            with self._changed:
                self.pieces.append(Piece(written, arrived, data))
                self._changed.notify_all()
            replies, rest = terminal_replies(rest + data)
            if replies:
                os.write(self._terminal, replies)
            if free > now():
                time.sleep(free - now())
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _take(self) -> bytes:
        select.select([self._terminal], [], [])
        try:
            return os.read(self._terminal, SLOW_READ_BYTES if self.line else 65536)
        except OSError:  # the program has ended
            return b""

    def moment(self) -> Moment:
        """Return the current moment."""
        return Moment(now(), waited(self.pid))

    def press(self, data: bytes) -> Moment:
        """Send a key and return the moment."""
        moment = self.moment()
        os.write(self._terminal, data)
        return moment

    def resize(self, columns: int, rows: int) -> Moment:
        """Give the terminal another size, in cells, and return the moment."""
        moment = self.moment()
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return moment

    def begin(self, marks: Sequence[str], keys: Sequence[bytes]) -> None:
        """Wait until all texts are written and the screen is idle, then press each key and wait."""
        self.ready = self._shown(marks)
        self.rest(REST_S)
        self.start_pieces = len(self.pieces)
        for key in keys:
            self.rest(REST_S, since=self.press(key).at)

    def _shown(self, marks: Sequence[str]) -> Piece:
        deadline = now() + TIMEOUT_S
        seen = -1
        while now() < deadline:
            pieces = list(self.pieces)
            if len(pieces) != seen and (place := first_with_texts([p.data for p in pieces], marks)) is not None:
                return pieces[place]
            seen = len(pieces)
            if self._ended:
                break
            self._wait_for_more(seen, 0.1)
        text = plain(b"".join(piece.data for piece in self.pieces).replace(b"\r\n", b" "))
        raise UnresponsiveError(f"{' '.join(self._argv[1:])} did not show {' '.join(marks)}, but: …{text[-200:]}")

    def rest(self, quiet: float, since: float | None = None) -> None:
        """Wait until no output has arrived for `quiet` seconds, counted from `since` at the earliest."""
        start = now() if since is None else since
        deadline = now() + TIMEOUT_S
        while not self._ended and now() < deadline:
            count = len(self.pieces)
            last = max(start, self.pieces[-1].arrived) if count else start
            if (left := last + quiet - now()) <= 0:
                return
            self._wait_for_more(count, left)
        raise UnresponsiveError(f"{' '.join(self._argv[1:])} ended, or never became idle")

    def wait_until(self, is_true: Callable[[], object], limit: float) -> bool:
        """Wait until a condition on the output is true. Return False after `limit` seconds, or at the end."""
        deadline = now() + limit
        while not is_true():
            if self._ended or now() > deadline:
                return False
            self._wait_for_more(len(self.pieces), 0.1)
        return True

    def _wait_for_more(self, count: int, limit: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._ended or len(self.pieces) > count, limit)
