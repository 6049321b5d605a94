"""A program in a pseudo-terminal, with a reader that notes when each of its bytes arrives."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import NamedTuple, Self

from tools.bench.line import Line
from tools.bench.plain_text import first_with_texts, plain
from tools.bench.process import waited
from tools.bench.terminal_replies import answers

COLUMNS, ROWS = 120, 36
TIMEOUT_S = 30.0
"""Seconds after which a program that shows nothing is given up."""
REST_S = 0.3
"""Seconds of quiet after which a program has done all that it does: more than a detail may take to follow."""
SLOW_READ_BYTES = 512
"""Bytes taken at once from a program on a slow line, which is 8 ms of it."""

now = time.perf_counter


class Moment(NamedTuple):
    """A moment of the program."""

    at: float
    """Seconds by the clock."""
    waited: float
    """Seconds for which the program had waited for a core by then."""


class Piece(NamedTuple):
    """Bytes that the program wrote together."""

    moment: Moment
    """When it had written them."""
    arrived: float
    """When the person sees them: later than that on a slow line."""
    data: bytes


class UnresponsiveError(Exception):
    """The program did not show what it should, or ended."""


class Session:
    """One run of a program, from its start (entering) to its end (leaving). Times are taken at the terminal."""

    def __init__(self, argv: list[str], env: Mapping[str, str], folder: str) -> None:
        self._argv, self._env, self._folder = argv, env, folder
        self.pieces: list[Piece] = []
        """All that arrived so far; on a slow line the last ones may be still to arrive."""
        self.line: Line | None = None
        """The line that bytes take from now on; None: one without delay."""
        self.ready: Piece
        """With this one, what matters was painted for the first time."""
        self.begun: int
        """How many pieces the whole start took."""
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
        """In the child: the program."""
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(self._folder)
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
        """The reader thread."""
        rest = b""
        while data := self._take():
            written = self.moment()
            free, arrived = self.line.carry(written.at, len(data)) if self.line else (0.0, written.at)
            with self._changed:
                self.pieces.append(Piece(written, arrived, data))
                self._changed.notify_all()
            replies, rest = answers(rest + data)
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
        except OSError:  # a terminal whose program is gone answers so
            return b""

    def moment(self) -> Moment:
        """Now."""
        return Moment(now(), waited(self.pid))

    def press(self, data: bytes) -> Moment:
        """Sends a key; returns when."""
        moment = self.moment()
        os.write(self._terminal, data)
        return moment

    def begin(self, marks: Sequence[str], keys: Sequence[bytes]) -> None:
        """Waits until all the marks have been written and the screen rests; presses the keys, each from rest."""
        self.ready = self._shown(marks)
        self.rest(REST_S)
        self.begun = len(self.pieces)
        for key in keys:
            self.rest(REST_S, since=self.press(key).at)

    def _shown(self, marks: Sequence[str]) -> Piece:
        give_up = now() + TIMEOUT_S
        seen = -1
        while now() < give_up:
            pieces = list(self.pieces)
            if len(pieces) != seen and (place := first_with_texts([p.data for p in pieces], marks)) is not None:
                return pieces[place]
            seen = len(pieces)
            if self._ended:
                break
            self._wait_for_more(seen, 0.1)
        said = plain(b"".join(piece.data for piece in self.pieces).replace(b"\r\n", b" "))
        raise UnresponsiveError(f"{' '.join(self._argv[1:])} did not show {' '.join(marks)}, but: …{said[-200:]}")

    def rest(self, quiet: float, since: float | None = None) -> None:
        """Waits until nothing has arrived for `quiet` seconds (counted from `since` at the earliest)."""
        start = now() if since is None else since
        give_up = now() + TIMEOUT_S
        while not self._ended and now() < give_up:
            count = len(self.pieces)
            last = max(start, self.pieces[-1].arrived) if count else start
            if (left := last + quiet - now()) <= 0:
                return
            self._wait_for_more(count, left)
        raise UnresponsiveError(f"{' '.join(self._argv[1:])} ended, or never came to rest")

    def _wait_for_more(self, count: int, limit: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._ended or len(self.pieces) > count, limit)
