"""A real terminal for tests: tmux, with keys as bytes in and cells out. Independent of registers."""

import shlex
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

TIMEOUT_S = 60.0
"""Seconds until a wait fails; generous, for a loaded machine."""
POLL_INTERVAL_S = 0.05
QUIET_POLLS = 8
"""Polls without new output until a program counts as idle: 0.4 s, since the palette's cursor blinks every 0.5 s."""

_SHELL = 'sh -c "$0" "$@"; exec cat'
"""The shell of the terminal, ended by a dropped line; `cat` keeps the terminal open for reading."""
_RUN = """\
trap : HUP
sh -c 'echo $$ >"$0.pid"; exec "$@"' "$0" "$@"
echo $? >"$0.new"
mv "$0.new" "$0.code"
"""
"""Run a program; write its process id and exit code to files, also after a dropped line."""


def wait_until(is_met: Callable[[], object], describe: Callable[[], str], seconds: float = TIMEOUT_S) -> None:
    """Poll until a condition is met. Fail after `seconds` with a description of the current state."""
    deadline = time.monotonic() + seconds
    while not is_met():
        assert time.monotonic() < deadline, describe()
        threading.Event().wait(POLL_INTERVAL_S)


class TerminalModes(NamedTuple):
    """The modes of a terminal that a program must restore."""

    alternate: bool
    """Whether the alternate screen is shown."""
    cursor: bool
    """Whether the cursor is visible."""


class Server:
    """A tmux server of a single test, which opens terminals."""

    def __init__(self, folder: Path, sockets: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        """The working directory of programs, with the files of their process ids, exit codes and output."""
        self._environment = {**environment, "TMUX_TMPDIR": str(sockets)}
        self._count = 0

    def command(self, *words: str) -> str:
        """Run a tmux command and return its answer."""
        command = ["tmux", "-u", "-L", "itatui", "-f", "/dev/null", *words]
        done = subprocess.run(command, env=self._environment, cwd=self.folder, capture_output=True, check=False)
        assert done.returncode == 0, (words, done.stderr.decode())
        return done.stdout.decode()

    def open(self, *words: str, size: tuple[int, int] = (120, 36)) -> "Terminal":
        """Open a terminal that runs a program."""
        self._count += 1
        name = f"t{self._count}"
        width, height = map(str, size)
        recorder = f"exec cat >{shlex.quote(str(self.folder / name))}.bytes"
        before = () if self._count > 1 else ("start-server", ";", "set", "-g", "status", "off", ";")
        run = ("sh", "-c", _SHELL, _RUN, name, *words)
        new = ("new-session", "-d", "-s", name, "-x", width, "-y", height, *run, ";")
        self.command(*before, *new, "pipe-pane", "-t", name, recorder)
        return Terminal(self, name)

    def itatui(self, *words: str, size: tuple[int, int] = (120, 36)) -> "Terminal":
        """Open a terminal that runs itatui."""
        return self.open(sys.executable, "-m", "itatui", *words, size=size)

    def close(self) -> None:
        """End the server and all its terminals."""
        subprocess.run(["tmux", "-L", "itatui", "kill-server"], env=self._environment, capture_output=True, check=False)


class Terminal:
    """A terminal: its picture, its output, and the keys of its user."""

    def __init__(self, server: Server, name: str) -> None:
        self._server = server
        self.name = name
        """The name of the tmux session."""
        self._files = server.folder / name

    @property
    def lines(self) -> list[str]:
        """The lines of the picture without trailing spaces."""
        return [line.rstrip() for line in self._server.command("capture-pane", "-p", "-t", self.name).split("\n")[:-1]]

    @property
    def text(self) -> str:
        """The picture as a single text."""
        return "\n".join(self.lines)

    @property
    def header(self) -> str:
        """The first line."""
        return self.lines[0]

    @property
    def footer(self) -> str:
        """The last line."""
        return self.lines[-1]

    @property
    def output(self) -> bytes:
        """All bytes that programs wrote."""
        return self._files.with_suffix(".bytes").read_bytes()

    @property
    def pid(self) -> int:
        """The process id of the program."""
        return int(self._files.with_suffix(".pid").read_text("ascii"))

    @property
    def device(self) -> str:
        """The path of the terminal device."""
        (device,) = self._query("#{pane_tty}")
        return device

    def modes(self) -> TerminalModes:
        """Return the current modes."""
        alternate, cursor = self._query("#{alternate_on} #{cursor_flag}")
        return TerminalModes(alternate == "1", cursor == "1")

    def cursor(self) -> tuple[int, int]:
        """Return column and line of the cursor, from 0."""
        column, line = self._query("#{cursor_x} #{cursor_y}")
        return int(column), int(line)

    def _query(self, tmux_format: str) -> list[str]:
        return self._server.command("display-message", "-p", "-t", self.name, tmux_format).split()

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names for them."""
        self._server.command("send-keys", "-t", self.name, *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._server.command("send-keys", "-t", self.name, "-l", "--", text)

    def paste(self, text: str) -> None:
        """Paste a text in brackets (bracketed paste)."""
        self._server.command("set-buffer", "-b", "pasted", "--", text)
        self._server.command("paste-buffer", "-p", "-b", "pasted", "-t", self.name)

    def wait_for(self, *texts: str, seconds: float = TIMEOUT_S) -> None:
        """Wait until all texts are shown."""
        self.wait_until(lambda: all(text in self.text for text in texts), seconds)

    def wait_until(self, is_met: Callable[[], object], seconds: float = TIMEOUT_S) -> None:
        """Wait until a condition is met; fail with the picture."""
        wait_until(is_met, lambda: self.text, seconds)

    def wait_until_idle(self, polls: int = QUIET_POLLS) -> None:
        """Wait until the program writes nothing for so many polls."""
        sizes: list[int] = []

        def is_idle() -> bool:
            sizes.append(len(self.output))
            return len(sizes) > polls and len(set(sizes[-polls:])) == 1

        self.wait_until(is_idle)

    def resize(self, width: int, height: int) -> None:
        """Change the size, in cells."""
        self._server.command("resize-window", "-t", self.name, "-x", str(width), "-y", str(height))

    def write_from_outside(self, text: str) -> None:
        """Write to the terminal as another program."""
        Path(self.device).write_text(text, encoding="utf-8")

    def exit_code(self) -> int:
        """Wait for the program's end and return its exit code."""
        code = self._files.with_suffix(".code")
        wait_until(code.exists, lambda: f"{self.name} did not end")
        return int(code.read_text("ascii"))

    def drop_line(self) -> None:
        """Close the terminal under the running program."""
        self._server.command("kill-pane", "-t", self.name)
