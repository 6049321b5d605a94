"""The six terminals in which columns are measured, each without a visible window."""

import fcntl
import os
import pty
import shutil
import struct
import subprocess
import termios
import tty
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.terminals import putty
from tests.terminals.putty import hidden_display

Size = tuple[int, int]
"""Columns and rows."""
Environment = Mapping[str, str]
HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python for which distributions package GTK."""
XTERMJS = "ITATUI_XTERMJS"
"""The variable that names the folder of `node_modules` with xterm.js."""


class Kind(NamedTuple):
    """A kind of terminal."""

    name: str
    missing: Callable[[], str]
    """Returns the missing programs in words, or ""."""
    run: Callable[[list[str], Size, Environment], None]
    """Runs a program in the terminal to its end."""
    needs_split: bool = False
    """Whether the terminal measures by grapheme cluster."""


def _missing_programs(*programs: str) -> str:
    return ", ".join(program for program in programs if shutil.which(program) is None)


def _tmux(words: list[str], size: Size, environment: Environment) -> None:
    tmux = ["tmux", "-u", "-L", "itatui-terminals", "-f", "/dev/null"]
    width, height = map(str, size)
    before = ["set", "-g", "status", "off", ";", "set", "-g", "exit-empty", "off", ";"]
    new = [*tmux, *before, "new-session", "-d", "-x", width, "-y", height, *words, ";", "set", "-g", "exit-empty", "on"]
    with subprocess.Popen([*tmux, "-D"], env=environment) as server:  # it ends with its session
        socket = Path(environment["TMUX_TMPDIR"], f"tmux-{os.getuid()}", "itatui-terminals")
        while not socket.exists() and server.poll() is None:
            os.sched_yield()
        subprocess.run(new, env=environment, check=True)


def _xterm(words: list[str], size: Size, environment: Environment) -> None:
    with hidden_display() as display:
        window = ["xterm", "-u8", "-geometry", f"{size[0]}x{size[1]}", "-e", *words]
        subprocess.run(window, env={**environment, "DISPLAY": display}, check=True, stderr=subprocess.DEVNULL)


def _missing_vte() -> str:
    if missing := _missing_programs("Xvfb", SYSTEM_PYTHON):
        return missing
    code = "import gi; gi.require_version('Vte', '2.91'); gi.require_version('Gtk', '3.0')"
    done = subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True, check=False)
    return "gir1.2-vte-2.91 and python3-gi" if done.returncode else ""


def _vte(words: list[str], size: Size, environment: Environment) -> None:
    with hidden_display() as display:
        window = [SYSTEM_PYTHON, str(HERE / "window.py"), *map(str, size), *words]
        variables = {**environment, "DISPLAY": display, "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}
        subprocess.run(window, env=variables, check=True, stderr=subprocess.DEVNULL)


def _missing_xtermjs() -> str:
    folder = os.environ.get(XTERMJS, "")
    if not folder:
        return f"{XTERMJS}, the folder with xterm.js"
    return _missing_programs("node") or (
        "" if Path(folder, "node_modules", "@xterm", "headless").is_dir() else "@xterm/headless"
    )


def _xtermjs(words: list[str], size: Size, environment: Environment, graphemes: str = "") -> None:
    folder = str(Path(os.environ[XTERMJS]).absolute())
    renderer = ["node", str(HERE / "glass.mjs"), folder, *map(str, size), graphemes]
    terminal_end, program_end = pty.openpty()
    fcntl.ioctl(program_end, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    variables = {**environment, "TERM": "xterm-256color"}
    with subprocess.Popen(renderer, stdin=terminal_end, stdout=terminal_end) as node:
        os.close(terminal_end)
        _wait_until_it_answers(program_end)
        subprocess.run(
            words,
            stdin=program_end,
            stdout=program_end,
            stderr=program_end,
            env=variables,
            start_new_session=True,
            check=False,
        )
        node.terminate()
        os.close(program_end)


def _wait_until_it_answers(program_end: int) -> None:
    """Ask the terminal for its cursor: a program waits for such an answer less long than node takes to start."""
    settings = termios.tcgetattr(program_end)
    tty.setraw(program_end)
    os.write(program_end, b"\x1b[6n")
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(program_end, 1)
    termios.tcsetattr(program_end, termios.TCSANOW, settings)


def _xtermjs_by_cluster(words: list[str], size: Size, environment: Environment) -> None:
    _xtermjs(words, size, environment, "graphemes")


KINDS = (
    Kind("tmux", lambda: _missing_programs("tmux"), _tmux),
    Kind("xterm", lambda: _missing_programs("xterm", "Xvfb"), _xterm),
    Kind("PuTTY", putty.missing, putty.run),
    Kind("VTE", _missing_vte, _vte),
    Kind("xterm.js", _missing_xtermjs, _xtermjs),
    Kind("xterm.js with graphemes", _missing_xtermjs, _xtermjs_by_cluster, needs_split=True),
)
