"""A real terminal: tmux, with keys as bytes on the way in and cells on the way out. It knows nothing of registers."""

import shlex
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

PATIENCE = 15.0
"""Seconds after which what is waited for does not come."""
QUIET = 12
"""Looks without any news after which a program has done what it does, and waits."""
LOOK = 0.05
"""Seconds between two looks."""

_SHELL = 'sh -c "$0" "$@"; exec cat'
"""The shell of the terminal, which a dropped line ends; it keeps the terminal open for whoever looks at it."""
_RUN = """\
trap : HUP
sh -c 'echo $$ >"$0.pid"; exec "$@"' "$0" "$@"
echo $? >"$0.new"
mv "$0.new" "$0.code"
"""
"""Runs a program, and notes its process and its exit code, also when the line drops."""


def until(holds: Callable[[], object], told: Callable[[], str], seconds: float = PATIENCE) -> None:
    """Waits until something holds, so long and no longer; else says what was there instead."""
    give_up = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < give_up, told()
        threading.Event().wait(LOOK)


class Order(NamedTuple):
    """How a terminal is left."""

    alternate: bool
    """Whether it shows the screen of a program instead of what was said before."""
    cursor: bool


class Server:
    """A tmux of its own, in which terminals are opened."""

    def __init__(self, folder: Path, sockets: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        """Where programs run, and where it is noted how they ended."""
        self._environment = {**environment, "TMUX_TMPDIR": str(sockets)}
        self._count = 0

    def ask(self, *words: str) -> str:
        """Gives a tmux command; returns its answer."""
        command = ["tmux", "-u", "-L", "itatui", "-f", "/dev/null", *words]
        done = subprocess.run(command, env=self._environment, cwd=self.folder, capture_output=True, check=False)
        assert done.returncode == 0, (words, done.stderr.decode())
        return done.stdout.decode()

    def open(self, *words: str, size: tuple[int, int] = (120, 36)) -> "Terminal":
        """Opens a terminal in which a program runs."""
        self._count += 1
        name = f"t{self._count}"
        width, height = map(str, size)
        recorder = f"exec cat >{shlex.quote(str(self.folder / name))}.bytes"
        before = () if self._count > 1 else ("start-server", ";", "set", "-g", "status", "off", ";")
        run = ("sh", "-c", _SHELL, _RUN, name, *words)
        new = ("new-session", "-d", "-s", name, "-x", width, "-y", height, *run, ";")
        self.ask(*before, *new, "pipe-pane", "-t", name, recorder)
        return Terminal(self, name)

    def itatui(self, *words: str, size: tuple[int, int] = (120, 36)) -> "Terminal":
        """Opens a terminal in which itatui runs."""
        return self.open(sys.executable, "-m", "itatui", *words, size=size)

    def close(self) -> None:
        """Ends all of it."""
        subprocess.run(["tmux", "-L", "itatui", "kill-server"], env=self._environment, capture_output=True, check=False)


class Terminal:
    """One terminal, and the hands and eyes of the person before it."""

    def __init__(self, server: Server, name: str) -> None:
        self._server = server
        self._name = name
        self._note = server.folder / name

    @property
    def lines(self) -> list[str]:
        """What is on it, line by line, without the spaces at their ends."""
        return [line.rstrip() for line in self._server.ask("capture-pane", "-p", "-t", self._name).split("\n")[:-1]]

    @property
    def text(self) -> str:
        """The same in one."""
        return "\n".join(self.lines)

    @property
    def head(self) -> str:
        return self.lines[0]

    @property
    def foot(self) -> str:
        return self.lines[-1]

    @property
    def written(self) -> bytes:
        """All that its programs wrote."""
        return self._note.with_suffix(".bytes").read_bytes()

    @property
    def pid(self) -> int:
        """The process of the program."""
        return int(self._note.with_suffix(".pid").read_text("ascii"))

    def order(self) -> Order:
        """How it is left."""
        alternate, cursor = self._asked("#{alternate_on} #{cursor_flag}")
        return Order(alternate == "1", cursor == "1")

    def cursor(self) -> tuple[int, int]:
        """Where its cursor is: column and line."""
        column, line = self._asked("#{cursor_x} #{cursor_y}")
        return int(column), int(line)

    def _asked(self, what: str) -> list[str]:
        return self._server.ask("display-message", "-p", "-t", self._name, what).split()

    def press(self, *keys: str) -> None:
        """Presses keys, by tmux's names for them."""
        self._server.ask("send-keys", "-t", self._name, *keys)

    def write(self, text: str) -> None:
        """Types a text."""
        self._server.ask("send-keys", "-t", self._name, "-l", "--", text)

    def paste(self, text: str) -> None:
        """Pastes a text as a terminal does that says so (bracketed paste)."""
        self._server.ask("set-buffer", "-b", "pasted", "--", text)
        self._server.ask("paste-buffer", "-p", "-b", "pasted", "-t", self._name)

    def sees(self, *texts: str, seconds: float = PATIENCE) -> None:
        """Waits until all these texts are on it."""
        self.until(lambda: all(text in self.text for text in texts), seconds)

    def until(self, holds: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Waits until something holds; shows the terminal when it does not."""
        until(holds, lambda: self.text, seconds)

    def settles(self) -> None:
        """Waits until the program has written nothing for so many looks."""
        quiet: list[int] = []

        def rests() -> bool:
            quiet.append(len(self.written))
            return len(quiet) > QUIET and len(set(quiet[-QUIET:])) == 1

        self.until(rests)

    def resize(self, width: int, height: int) -> None:
        """Gives it another size."""
        self._server.ask("resize-window", "-t", self._name, "-x", str(width), "-y", str(height))

    def scribble(self, text: str) -> None:
        """Has another program write on the terminal."""
        (device,) = self._asked("#{pane_tty}")
        Path(device).write_text(text, encoding="utf-8")

    def code(self) -> int:
        """Waits for the program's end; returns its exit code."""
        note = self._note.with_suffix(".code")
        until(note.exists, lambda: f"{self._name} did not end")
        return int(note.read_text("ascii"))

    def drop(self) -> None:
        """Cuts the line."""
        self._server.ask("kill-pane", "-t", self._name)
