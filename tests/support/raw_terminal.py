"""A terminal played by the test itself: reads every byte that a program writes and answers freely."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from itatui.thai import cells, clusters
from tests.support.terminal import TIMEOUT_S

RESTORED = "\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l", "\x1b[?1000l", "\x1b[<u"
"""The main screen, the cursor, no brackets around pastes, no mouse, and the plain keyboard."""
_CONTROL_SEQUENCE = re.compile("\x1b(\\[[0-9;?<>$]*[ -/]*[@-~]|[78=>])")
Responder = Callable[[bytes], bytes]
"""Returns the terminal's answer to the bytes written since its last answer."""


def no_answer(_output: bytes) -> bytes:
    """Answer nothing, as terminals that do not know a question."""
    return b""


def drawn_lines(output: str) -> list[str]:
    """Return the lines that output draws, by the few sequences that itatui sends to move the cursor and to clear."""
    lines: dict[int, dict[int, str]] = {}
    row = column = 0
    at = 0
    for found in (*_CONTROL_SEQUENCE.finditer(output), None):
        for cluster in clusters(output[at : found.start() if found else len(output)]):
            if cluster == "\n":
                row, column = row + 1, 0
            elif cluster == "\r":
                column = 0
            elif width := cells(cluster):
                lines.setdefault(row, {})[column] = cluster
                lines[row].update(dict.fromkeys(range(column + 1, column + width), ""))
                column += width
        if found is None:
            break
        at, sequence = found.end(), found[0]
        first, _semicolon, second = sequence[2:-1].partition(";")
        if sequence.endswith("H"):
            row, column = int(first or 1) - 1, int(second or 1) - 1
        elif sequence.endswith("C"):
            column += int(first or 1)
        elif sequence.endswith("J"):
            lines.clear()
        elif sequence.endswith("K"):
            kept = lines.get(row, {}).items()
            lines[row] = {} if first == "2" else {place: sign for place, sign in kept if place < column}
    rows = (lines.get(number, {}) for number in range(max(lines, default=-1) + 1))
    return ["".join(line.get(place, " ") for place in range(max(line, default=-1) + 1)) for line in rows]


class RawTerminal:
    """A program on a pseudo terminal, with all its output."""

    def __init__(self, process: int, master: int, respond: Responder) -> None:
        self._process, self._master, self._respond = process, master, respond
        self._unanswered = b""
        self.output = b""
        self.exit_code: int | None = None

    @property
    def text(self) -> str:
        """The output as text, without an incomplete character at the end."""
        return self.output.decode("utf-8", "ignore")

    @property
    def screen_text(self) -> str:
        """The lines of the screen after all output, whatever the order in which their parts were sent."""
        return "\n".join(drawn_lines(self.text))

    @property
    def visible_text(self) -> str:
        """The output without control sequences, then the screen: words of two colours may be sent apart."""
        return f"{_CONTROL_SEQUENCE.sub('', self.text)}\n{self.screen_text}"

    @property
    def process(self) -> int:
        """The process id of the program."""
        return self._process

    def attributes(self) -> list[Any]:
        """Return the attributes of the terminal, such as whether it echoes."""
        return termios.tcgetattr(self._master)

    def set_attributes(self, attributes: list[Any]) -> None:
        """Set the attributes of the terminal, as a shell does before its prompt."""
        termios.tcsetattr(self._master, termios.TCSANOW, attributes)

    def set_size(self, columns: int, lines: int) -> None:
        """Change the size, in cells."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self._process, number)

    def wait_for_stop(self) -> None:
        """Read and answer until the program is stopped."""
        self.wait_until(lambda: self._read() and os.waitpid(self._process, os.WUNTRACED | os.WNOHANG)[0])

    def send(self, keys: bytes) -> None:
        """Send keys."""
        os.write(self._master, keys)

    def wait_until(self, is_met: Callable[[], object]) -> None:
        """Read and answer until a condition is met."""
        deadline = time.monotonic() + TIMEOUT_S
        while not is_met():
            assert time.monotonic() < deadline and self.exit_code is None, self.text
            self._read()

    def wait_for(self, *texts: str) -> None:
        """Read and answer until all texts have been written."""
        self.wait_until(lambda: all(text in self.visible_text for text in texts))

    def wait_for_exit(self) -> int:
        """Read and answer until the program's end; return its exit code."""
        self.wait_until(lambda: self.exit_code is not None or not self._read())
        assert self.exit_code is not None
        return self.exit_code

    def _read(self) -> bool:
        if self.exit_code is not None:
            return False
        if not select.select([self._master], [], [], 0.1)[0]:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has ended
            self.exit_code = os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])
            return False
        self.output += data
        self._unanswered += data
        if reply := self._respond(self._unanswered):
            self._unanswered = b""
            self.send(reply)
        return True


@contextmanager
def raw_terminal(
    words: list[str],
    environment: Mapping[str, str],
    respond: Responder,
    typed: bytes = b"",
    size: tuple[int, int] = (120, 36),
) -> Iterator[RawTerminal]:
    """Run a program in a terminal of `size` columns and lines; the keys `typed` are waiting when it starts."""
    process, master = pty.fork()
    if not process:
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execve(words[0], words, environment)
        finally:
            os._exit(127)
    run = RawTerminal(process, master, respond)
    run.send(typed)
    try:
        yield run
    finally:
        os.close(master)  # drops the program's line
        if run.exit_code is None:
            os.waitpid(process, 0)
