"""The terminal of the screen: where it is drawn, its size, a stop and its end, a lost line, stray variables."""

import shlex
import signal
import sys
import termios
from functools import partial
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.officer import LIST_FOOTER
from tests.support.raw_terminal import RawTerminal, no_answer, raw_terminal

ITATUI = [sys.executable, "-m", "itatui"]
ALTERNATE, MOUSE, PASTE = "\x1b[?1049h", "\x1b[?1000h", "\x1b[?2004h"
QUIT = b"\x11"
LFLAG = 3
"""Index of the local modes in the attributes of a terminal."""
NONSENSE = {
    "TEXTUAL": "headless,debug,devtools",
    "TEXTUAL_ANIMATIONS": "x",
    "TEXTUAL_COLOR_SYSTEM": "x",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_DEVTOOLS_PORT": "x",
    "TEXTUAL_DRIVER": "x",
    "TEXTUAL_FILTERS": "x,dim",
    "TEXTUAL_FPS": "abc",
    "TEXTUAL_LOG": "log",
    "TEXTUAL_PRESS": "1,2,3,4",
    "TEXTUAL_SCREENSHOT": "0",
    "TEXTUAL_SHOW_RETURN": "1",
    "TEXTUAL_THEME": "x",
}


def in_shell(line: str) -> list[str]:
    """Return the words that run itatui with redirections."""
    return ["/bin/sh", "-c", f"exec {shlex.join(ITATUI)} {line}"]


def is_raw(run: RawTerminal) -> bool:
    return not run.attributes()[LFLAG] & (termios.ICANON | termios.ECHO | termios.ISIG)


def quits(run: RawTerminal) -> None:
    run.wait_for("IIT-1", LIST_FOOTER)
    run.send(QUIT)
    assert run.wait_for_exit() == 0


# Where it is drawn ------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["2>messages", "2>&-", "2>/dev/full"])
def test_screen_is_drawn_with_standard_error_elsewhere(
    variables: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with raw_terminal(in_shell(line), variables, no_answer) as run:
        quits(run)
    assert ALTERNATE in run.text
    assert line != "2>messages" or (tmp_path / "messages").read_bytes() == b""


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("</dev/null", "without < and |"),
        (">screen", "use itatui list, show, report or set"),
        (">&-", "use itatui list, show, report or set"),
        ("<&-", "without < and |"),
        ("meeting </dev/null", "without < and |"),
    ],
)
def test_screen_without_keys_or_picture_is_refused_in_a_line(
    variables: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, cure: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with raw_terminal(in_shell(f"--lang en {line}"), variables, no_answer) as run:
        assert run.wait_for_exit() == 2
    assert run.text.count("\n") == 1 and cure in run.text and "\x1b" not in run.text


# Size and variables -----------------------------------------------------------------------------


def test_size_is_that_of_the_terminal(variables: dict[str, str]) -> None:
    with raw_terminal(ITATUI, {**variables, "COLUMNS": "60", "LINES": "10"}, no_answer) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        assert "\x1b[36;" in run.text  # the footer, in the last line of 36
        before = len(run.output)
        run.set_size(100, 30)
        run.wait_until(lambda: b"\x1b[30;" in run.output[before:])
        quits(run)


@pytest.mark.parametrize("size", [(0, 0), (0, 24), (80, 0)])
def test_terminal_without_a_size_is_taken_for_a_plain_one(variables: dict[str, str], size: tuple[int, int]) -> None:
    with raw_terminal(ITATUI, variables, no_answer, size=size) as run:
        run.wait_until(lambda: "\x1b[24;" in run.text)
        run.send(QUIT)
        assert run.wait_for_exit() == 0


def test_tables_keep_to_columns(variables: dict[str, str], file: RegisterFile) -> None:
    for columns in (90, 130):
        with raw_terminal([*ITATUI, "report"], {**variables, "COLUMNS": str(columns)}, no_answer) as run:
            assert run.wait_for_exit() == 0
        border = next(line for line in run.text.splitlines() if line.startswith("┌"))
        assert len(border) <= columns
        assert len(border) > columns - 10


@pytest.mark.parametrize("name", NONSENSE)
def test_variables_of_textual_are_ignored(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with raw_terminal(ITATUI, {**variables, name: NONSENSE[name]}, no_answer) as run:
        quits(run)
    assert file.history() == []
    assert not list(tmp_path.glob("log*")) and not list(tmp_path.glob("*.svg"))


@pytest.mark.parametrize("name", ["", "unknown", "vt100", "no-such-terminal"])
def test_screen_is_drawn_on_a_terminal_of_any_name(variables: dict[str, str], name: str) -> None:
    del variables["TERM"]
    with raw_terminal(ITATUI, {**variables, **({"TERM": name} if name else {})}, no_answer) as run:
        quits(run)


# A stop and its end -----------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGTSTP], ids=["STOP", "TSTP"])
@pytest.mark.parametrize("place", ["list", "dialog"])
def test_screen_is_drawn_again_after_a_stop(variables: dict[str, str], number: signal.Signals, place: str) -> None:
    with raw_terminal(ITATUI, variables, no_answer) as run:
        cooked = run.attributes()
        run.wait_for("IIT-1", LIST_FOOTER)
        if place == "dialog":
            run.send(b"\x0e")
            run.wait_for("มาตรการใหม่")
        assert is_raw(run)
        for _time in range(2):
            run.kill(number)
            run.wait_for_stop()
            run.set_attributes(cooked)  # as a shell does
            run.set_size(100, 30)  # the shell gets that signal
            before = len(run.output)
            run.kill(signal.SIGCONT)
            words = [ALTERNATE, MOUSE, PASTE, "IIT-1", "\x1b[30;", *(["มาตรการใหม่"] if place == "dialog" else [])]
            run.wait_until(partial(shows, run, before, words))
            run.wait_until(lambda: is_raw(run))
        if place == "dialog":
            run.send("Ωเพิ่ม".encode())
            run.wait_for("Ω")
        run.send(QUIT)
        assert run.wait_for_exit() == 0


LOSES_RESUME = """
import sys
from textual.driver import Driver
from itatui.cli.main import main
from itatui.tui.app import ItatuiApp
post = ItatuiApp.post_message
ItatuiApp.post_message = lambda app, message: not isinstance(message, Driver.SignalResume) and post(app, message)
sys.exit(main())
"""
"""The program, of which the message that a stop is over never arrives."""


def test_screen_is_drawn_again_whatever_becomes_of_messages(variables: dict[str, str]) -> None:
    with raw_terminal([sys.executable, "-c", LOSES_RESUME], variables, no_answer) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        for place, words in ((b"", "IIT-1"), (b"\x1b[15~", "ทบทวนแล้ว"), (b"d", "เว้นว่างได้")):
            run.send(place)
            run.wait_for(words)
            run.kill(signal.SIGSTOP)
            run.wait_for_stop()
            before = len(run.output)
            run.kill(signal.SIGCONT)
            run.wait_until(partial(shows, run, before, [ALTERNATE, words, "\x1b[24;"]))
        run.send(QUIT)
        assert run.wait_for_exit() == 0


def shows(run: RawTerminal, at: int, words: list[str]) -> bool:
    """Return whether all words have been written behind a place of the output."""
    return all(word in since(run, at) for word in words)


def since(run: RawTerminal, at: int) -> str:
    """Return the output behind a place."""
    return run.output[at:].decode("utf-8", "replace")


def test_each_key_counts_once_after_a_stop(variables: dict[str, str], file: RegisterFile) -> None:
    with raw_terminal(ITATUI, variables, no_answer) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        before = len(run.output)
        run.kill(signal.SIGSTOP)
        run.wait_for_stop()
        run.kill(signal.SIGCONT)
        run.wait_until(lambda: LIST_FOOTER in run.visible_text and "IIT-1" in since(run, before))
        run.send(b"\x1bOQ")
        run.wait_until(lambda: "^S" in since(run, before))
        run.send(("กขค" * 20 + "Ω").encode())
        run.wait_for("Ω")
        run.send(QUIT)
        assert run.wait_for_exit() == 0
    assert ["กขค" * 20 + "Ω" in measure.result for measure in file.load().measures].count(True) == 1


def test_settings_of_the_shell_return_after_a_stop(variables: dict[str, str]) -> None:
    with raw_terminal(in_shell(""), variables, no_answer) as run:
        before = run.attributes()
        run.wait_for("IIT-1", LIST_FOOTER)
        run.kill(signal.SIGSTOP)
        run.wait_for_stop()
        at = len(run.output)
        run.kill(signal.SIGCONT)  # the terminal is still raw: no shell has set it
        run.wait_until(lambda: "IIT-1" in since(run, at))
        run.kill(signal.SIGTERM)
        run.wait_until(lambda: "\x1b[?1004l" in since(run, at).rpartition("IIT-1")[2])
        assert run.attributes() == before
        assert run.wait_for_exit() == 128 + signal.SIGTERM


# A lost line ------------------------------------------------------------------------------------


def test_line_lost_while_drawing_ends_the_program(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path
) -> None:
    """The program ignores SIGHUP here, as under `nohup`, and draws without end."""
    code = tmp_path / "code"
    program = f"trap '' HUP; {shlex.join(ITATUI)}; echo $? >{code}"
    with raw_terminal(["/bin/sh", "-c", program], variables, no_answer) as run:
        run.wait_for("IIT-1", LIST_FOOTER)
        run.send(b"\x1bOQ")
        run.wait_for("^S บันทึก")
        run.send("หายΩ".encode())
        run.wait_for("Ω")
        for _time in range(40):
            run.send(b"x")
    assert code.read_text("ascii").strip() == str(128 + signal.SIGHUP)
    assert "หายΩ" in "".join(measure.result for measure in file.load().measures)
