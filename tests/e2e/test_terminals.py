"""The program in terminals of many names: the colours that each is sent, and the keys as each sends them."""

import re
import subprocess
import sys

import pytest

from itatui.store import RegisterFile
from tests.support.officer import EDITOR, LIST, SAVED, leaves, result
from tests.support.terminal import Server, Terminal

SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
BRIGHT = {*range(90, 98), *range(100, 108)}
OF_EIGHT = {*range(30, 38), *range(40, 48)}
MANY = {38, 48}
COLOURS = BRIGHT | OF_EIGHT | MANY | {39, 49}
TERMINALS = {
    "xterm": (["TERM=xterm"], OF_EIGHT | BRIGHT),
    "screen": (["TERM=screen"], OF_EIGHT),
    "linux": (["TERM=linux"], OF_EIGHT),
    "vt100": (["TERM=vt100"], set[int]()),
    "NO_COLOR": (["TERM=xterm-256color", "NO_COLOR=1"], set[int]()),
    "xterm-256color": (["TERM=xterm-256color"], MANY),
}
"""How each is told of, and the numbers of ECMA-48 that may be sent to it as colours."""


def opened(server: Server, file: RegisterFile, *variables: str) -> Terminal:
    words = (*variables, sys.executable, "-m", "itatui", "--anyway", "--register", str(file.path))
    terminal = server.open("env", *words)
    terminal.sees("IIT-1", LIST)
    return terminal


def numbers(terminal: Terminal) -> set[int]:
    """The colours that were sent, by their numbers; what comes after 38 and 48 is no number of its own."""
    found = set()
    for parameters in SGR.findall(terminal.written):
        its = [int(number or 0) for number in re.split(b"[;:]", parameters)]
        while its:
            number = its.pop(0)
            if number in COLOURS:
                found.add(number)
            if number in MANY:
                del its[: 4 if its[:1] == [2] else 2]
    return found


@pytest.mark.parametrize("name", TERMINALS)
def test_a_terminal_is_sent_no_colour_that_it_has_not(server: Server, file: RegisterFile, name: str) -> None:
    variables, colours = TERMINALS[name]
    terminal = opened(server, file, *variables)
    for key in ("Down", "F1", "Escape", "Delete", "Escape", "C-p", "Escape", "F2", "Escape"):
        terminal.press(key)
        terminal.settles()
    usual = {39, 49} if colours else set[int]()  # for spaces, whose own colour nobody sees
    assert numbers(terminal) <= colours | usual
    assert bool(numbers(terminal)) == bool(colours)
    assert colours or re.search(rb"\x1b\[(?:[0-9;]*;)?7m", terminal.written)  # what is chosen is in reverse
    assert leaves(terminal) == 0


def flow_control(terminal: Terminal) -> bool:
    """Whether Ctrl+S would stop the terminal."""
    (device,) = terminal._asked("#{pane_tty}")
    said = subprocess.run(["stty", "-a", "-F", device], capture_output=True, check=True, encoding="ascii").stdout
    return " -ixon" not in said.replace("\n", " ")


def test_ctrl_s_saves_and_stops_nothing(server: Server, file: RegisterFile) -> None:
    terminal = opened(server, file, "TERM=screen")
    assert not flow_control(terminal)
    terminal.press("F2")
    terminal.sees(EDITOR)
    terminal.write(WORD)
    terminal.press("C-s")
    terminal.sees(SAVED)
    assert result(file, "IIT-1").endswith(WORD)
    terminal.press("Escape")
    assert leaves(terminal) == 0
    terminal.until(lambda: flow_control(terminal))


WORD = "ฆ้องชัย"
"""What nobody wrote before."""
KEYS = {
    "PuTTY": {"F1": "\x1b[11~", "F2": "\x1b[12~", "F3": "\x1b[13~", "F4": "\x1b[14~", "Home": "\x1b[1~"},
    "xterm": {"F1": "\x1bOP", "F2": "\x1bOQ", "F3": "\x1bOR", "F4": "\x1bOS", "Home": "\x1b[H"},
    "Linux console": {"F1": "\x1b[[A", "F2": "\x1b[[B", "F3": "\x1b[[C", "F4": "\x1b[[D", "Home": "\x1b[1~"},
    "rxvt": {"F1": "\x1b[11~", "F2": "\x1b[12~", "F3": "\x1b[13~", "F4": "\x1b[14~", "Home": "\x1b[7~"},
}
"""The bytes that terminals send for the same keys."""


@pytest.mark.parametrize("name", KEYS)
def test_the_keys_as_terminals_send_them(server: Server, file: RegisterFile, name: str) -> None:
    keys = KEYS[name]
    terminal = opened(server, file, "TERM=xterm")
    terminal.press("Down", "Down")
    terminal.write(keys["F1"])
    terminal.sees("Esc: กลับ")
    terminal.press("Escape")
    terminal.until(lambda: "Esc: กลับ" not in terminal.text)
    terminal.write(keys["F3"])
    terminal.sees("Esc: ")
    terminal.press("Escape")
    terminal.sees(LIST)
    terminal.write(keys["Home"])
    terminal.write(keys["F2"])
    terminal.sees(EDITOR)
    terminal.write(WORD)
    terminal.press("Escape")
    terminal.sees(LIST, SAVED)
    assert result(file, "IIT-1").endswith(WORD)
    assert leaves(terminal) == 0
