"""However it ends, what was typed is in the file, and the terminal is as it was before."""

import os
import signal

import pytest

from itatui.store import RegisterFile
from tests.support.officer import SAVED, ask, detail, edits, leaves, result, shown, sits_down
from tests.support.printed import column, read, squeezed
from tests.support.terminal import Order, Server, Terminal

SENTENCE = " และได้ทำน้ำดื่มแจกผู้ที่มาอบรม"
IN_ORDER = Order(alternate=False, cursor=True)


def types(terminal: Terminal, file: RegisterFile) -> None:
    """Types a sentence in the first result; returns before the pause after which it is saved."""
    edits(terminal)
    terminal.write(SENTENCE)
    terminal.until(lambda: SENTENCE.replace(" ", "") in detail(terminal))
    assert SENTENCE not in result(file, "IIT-1")
    assert terminal.order().alternate


def test_killed_once_it_says_saved(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    before = result(file, "IIT-1")
    edits(terminal)
    terminal.write(SENTENCE)
    terminal.until(lambda: SAVED in terminal.head)
    os.kill(terminal.pid, signal.SIGKILL)
    assert terminal.code() == 128 + signal.SIGKILL
    assert shown(file, "IIT-1")["result"] == before + SENTENCE
    printed = read(ask(file, "report", "--width", "100").told().splitlines())
    assert squeezed(before + SENTENCE) in column(printed, 2)


def test_ended_while_typing(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    before = result(file, "IIT-1")
    types(terminal, file)
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.code() == 128 + signal.SIGTERM
    assert result(file, "IIT-1") == before + SENTENCE
    terminal.until(lambda: terminal.order() == IN_ORDER)


def test_left_while_typing(server: Server, file: RegisterFile) -> None:
    terminal = sits_down(server, file)
    before = result(file, "IIT-1")
    types(terminal, file)
    assert leaves(terminal) == 0
    assert result(file, "IIT-1") == before + SENTENCE
    terminal.until(lambda: terminal.order() == IN_ORDER)


@pytest.mark.parametrize("cut", [True, False], ids=["line", "signal"])
def test_hung_up_while_typing(server: Server, file: RegisterFile, cut: bool) -> None:
    server.open("cat")  # a tmux without a terminal would end
    terminal = sits_down(server, file)
    before = result(file, "IIT-1")
    types(terminal, file)
    if cut:
        terminal.drop()
    else:
        os.kill(terminal.pid, signal.SIGHUP)
    assert terminal.code() == 128 + signal.SIGHUP
    assert result(file, "IIT-1") == before + SENTENCE
