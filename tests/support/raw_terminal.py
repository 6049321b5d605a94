"""A terminal of which a test is the whole: it reads each byte that a program writes, and answers as it likes."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from tests.support.terminal import PATIENCE

_STEERS = re.compile("\x1b(\\[[0-9;?<>$]*[ -/]*[@-~]|[78=>])")
Answer = Callable[[bytes], bytes]
"""What the terminal answers, by all that was written since it last answered something."""


class Line:
    """A program at the other end, and all that it wrote."""

    def __init__(self, process: int, master: int, answer: Answer) -> None:
        self._process, self._master, self._answer = process, master, answer
        self._unanswered = b""
        self.wrote = b""
        self.code: int | None = None

    @property
    def text(self) -> str:
        """What it wrote, as far as it is whole."""
        return self.wrote.decode("utf-8", "ignore")

    @property
    def shown(self) -> str:
        """The letters of it, without what steers a terminal."""
        return _STEERS.sub("", self.text)

    def type(self, keys: bytes) -> None:
        """Sends keys."""
        os.write(self._master, keys)

    def until(self, holds: Callable[[], object]) -> None:
        """Reads and answers until something holds."""
        give_up = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < give_up and self.code is None, self.text
            self._read()

    def sees(self, *texts: str) -> None:
        """Reads and answers until all of these have been written."""
        self.until(lambda: all(text in self.shown for text in texts))

    def end(self) -> int:
        """Reads to the program's end; its exit code."""
        self.until(lambda: self.code is not None or not self._read())
        assert self.code is not None
        return self.code

    def _read(self) -> bool:
        if self.code is not None:
            return False
        if not select.select([self._master], [], [], 0.1)[0]:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program is gone
            self.code = os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])
            return False
        self.wrote += data
        self._unanswered += data
        if reply := self._answer(self._unanswered):
            self._unanswered = b""
            self.type(reply)
        return True


@contextmanager
def line(words: list[str], environment: Mapping[str, str], answer: Answer, typed: bytes = b"") -> Iterator[Line]:
    """Runs a program in such a terminal of 120×36, in which `typed` waits already."""
    process, master = pty.fork()
    if not process:
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
            os.execve(words[0], words, environment)
        finally:
            os._exit(127)
    run = Line(process, master, answer)
    run.type(typed)
    try:
        yield run
    finally:
        os.close(master)  # the program's line drops
        if run.code is None:
            os.waitpid(process, 0)
