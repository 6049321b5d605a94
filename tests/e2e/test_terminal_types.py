"""Terminals of many types: only supported colours are sent, and each type's keys are recognized."""

import re
import subprocess
import sys

import pytest

from itatui.store import RegisterFile
from tests.support.officer import EDITOR_FOOTER, LIST_FOOTER, SAVED, quit_app, saved_result
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
"""Environment of each terminal type, and the SGR parameters of ECMA-48 that it may receive as colours."""


def open_itatui(server: Server, file: RegisterFile, *variables: str) -> Terminal:
    words = (*variables, sys.executable, "-m", "itatui", "--anyway", "--register", str(file.path))
    terminal = server.open("env", *words)
    terminal.wait_for("IIT-1", LIST_FOOTER)
    return terminal


def sent_colours(terminal: Terminal) -> set[int]:
    """Return the SGR colour parameters that were sent, without the arguments of 38 and 48."""
    found = set()
    for parameters in SGR.findall(terminal.output):
        parameters_left = [int(number or 0) for number in re.split(b"[;:]", parameters)]
        while parameters_left:
            number = parameters_left.pop(0)
            if number in COLOURS:
                found.add(number)
            if number in MANY:
                del parameters_left[: 4 if parameters_left[:1] == [2] else 2]
    return found


@pytest.mark.parametrize("name", TERMINALS)
def test_only_supported_colours_are_sent(server: Server, file: RegisterFile, name: str) -> None:
    variables, colours = TERMINALS[name]
    terminal = open_itatui(server, file, *variables)
    for key in ("Down", "F1", "Escape", "Delete", "Escape", "C-p", "Escape", "F2", "Escape"):
        terminal.press(key)
        terminal.wait_until_idle()
    defaults = {39, 49} if colours else set[int]()  # default colours are always allowed
    assert sent_colours(terminal) <= colours | defaults
    assert bool(sent_colours(terminal)) == bool(colours)
    assert colours or re.search(rb"\x1b\[(?:[0-9;]*;)?7m", terminal.output)  # the selection is in reverse video
    assert quit_app(terminal) == 0


def has_flow_control(terminal: Terminal) -> bool:
    """Return whether Ctrl+S would stop the terminal."""
    modes = subprocess.run(
        ["stty", "-a", "-F", terminal.device], capture_output=True, check=True, encoding="ascii"
    ).stdout
    return " -ixon" not in modes.replace("\n", " ")


def test_ctrl_s_saves_without_stopping_the_terminal(server: Server, file: RegisterFile) -> None:
    terminal = open_itatui(server, file, "TERM=screen")
    assert not has_flow_control(terminal)
    terminal.press("F2")
    terminal.wait_for(EDITOR_FOOTER)
    terminal.write(WORD)
    terminal.press("C-s")
    terminal.wait_for(SAVED)
    assert saved_result(file, "IIT-1").endswith(WORD)
    terminal.press("Escape")
    assert quit_app(terminal) == 0
    terminal.wait_until(lambda: has_flow_control(terminal))


WORD = "ฆ้องชัย"
"""A word that is not in the register."""
KEYS = {
    "PuTTY": {"F1": "\x1b[11~", "F2": "\x1b[12~", "F3": "\x1b[13~", "F4": "\x1b[14~", "Home": "\x1b[1~"},
    "xterm": {"F1": "\x1bOP", "F2": "\x1bOQ", "F3": "\x1bOR", "F4": "\x1bOS", "Home": "\x1b[H"},
    "Linux console": {"F1": "\x1b[[A", "F2": "\x1b[[B", "F3": "\x1b[[C", "F4": "\x1b[[D", "Home": "\x1b[1~"},
    "rxvt": {"F1": "\x1b[11~", "F2": "\x1b[12~", "F3": "\x1b[13~", "F4": "\x1b[14~", "Home": "\x1b[7~"},
}
"""The bytes of the same keys in different terminals."""


@pytest.mark.parametrize("name", KEYS)
def test_function_keys_of_each_terminal_are_recognized(server: Server, file: RegisterFile, name: str) -> None:
    keys = KEYS[name]
    terminal = open_itatui(server, file, "TERM=xterm")
    terminal.press("Down", "Down")
    terminal.write(keys["F1"])
    terminal.wait_for("Esc: กลับ")
    terminal.press("Escape")
    terminal.wait_until(lambda: "Esc: กลับ" not in terminal.text)
    terminal.write(keys["F3"])
    terminal.wait_for("Esc: ")
    terminal.press("Escape")
    terminal.wait_for(LIST_FOOTER)
    terminal.write(keys["Home"])
    terminal.write(keys["F2"])
    terminal.wait_for(EDITOR_FOOTER)
    terminal.write(WORD)
    terminal.press("Escape")
    terminal.wait_for(LIST_FOOTER, SAVED)
    assert saved_result(file, "IIT-1").endswith(WORD)
    assert quit_app(terminal) == 0
