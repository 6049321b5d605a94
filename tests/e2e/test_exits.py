"""Every exit saves the typed text and restores the terminal."""

import os
import signal
from functools import partial

import pytest

from itatui.store import RegisterFile
from tests.support.officer import (
    SAVED,
    detail_text,
    open_app,
    quit_app,
    run_command,
    saved_measure,
    saved_result,
    start_editing,
)
from tests.support.printed_table import column_text, read, squeeze
from tests.support.terminal import Server, Terminal, TerminalModes

SENTENCE = " และได้ทำน้ำดื่มแจกผู้ที่มาอบรม"
RESTORED = TerminalModes(alternate=False, cursor=True)


def type_unsaved(terminal: Terminal, file: RegisterFile) -> str:
    """Type sentences into the first result until the last is shown but not yet saved. Return the typed text."""
    before = saved_result(file, "IIT-1")
    start_editing(terminal)
    assert terminal.modes().alternate
    typed = ""
    for _attempt in range(10):  # a loaded machine may autosave before the file is read here
        typed += SENTENCE
        terminal.write(SENTENCE)
        terminal.wait_until(partial(is_shown, terminal, typed))
        if saved_result(file, "IIT-1") != before + typed:
            return typed
    raise AssertionError("each sentence was saved as soon as it was shown")


def is_shown(terminal: Terminal, text: str) -> bool:
    return text.replace(" ", "") in detail_text(terminal)


def test_text_shown_as_saved_survives_a_kill(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    before = saved_result(file, "IIT-1")
    start_editing(terminal)
    terminal.write(SENTENCE)
    terminal.wait_until(lambda: SAVED in terminal.header)
    os.kill(terminal.pid, signal.SIGKILL)
    assert terminal.exit_code() == 128 + signal.SIGKILL
    assert saved_measure(file, "IIT-1")["result"] == before + SENTENCE
    printed = read(run_command(file, "report", "--width", "100").output().splitlines())
    assert squeeze(before + SENTENCE) in column_text(printed, 2)


def test_unsaved_text_survives_sigterm(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    before = saved_result(file, "IIT-1")
    typed = type_unsaved(terminal, file)
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.exit_code() == 128 + signal.SIGTERM
    assert saved_result(file, "IIT-1") == before + typed
    terminal.wait_until(lambda: terminal.modes() == RESTORED)


def test_unsaved_text_survives_quitting(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file)
    before = saved_result(file, "IIT-1")
    typed = type_unsaved(terminal, file)
    assert quit_app(terminal) == 0
    assert saved_result(file, "IIT-1") == before + typed
    terminal.wait_until(lambda: terminal.modes() == RESTORED)


@pytest.mark.parametrize("is_dropped", [True, False], ids=["line", "signal"])
def test_unsaved_text_survives_a_dropped_line(server: Server, file: RegisterFile, is_dropped: bool) -> None:
    server.open("cat")  # tmux ends with its last terminal
    terminal = open_app(server, file)
    before = saved_result(file, "IIT-1")
    typed = type_unsaved(terminal, file)
    if is_dropped:
        terminal.drop_line()
    else:
        os.kill(terminal.pid, signal.SIGHUP)
    assert terminal.exit_code() == 128 + signal.SIGHUP
    assert saved_result(file, "IIT-1") == before + typed
