"""Terminals that cannot show Thai are refused in a line of ASCII with the cure, unless `--anyway` is given."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from itatui.cli.terminal.capabilities import require_capable_terminal
from itatui.errors import ItatuiError
from tests.support.fixtures import language_restored as language_restored
from tests.support.officer import LIST_FOOTER
from tests.support.raw_terminal import no_answer, raw_terminal

ITATUI = [sys.executable, "-m", "itatui"]
ALTERNATE = "\x1b[?1049h"
QUIT = b"\x11"


@pytest.fixture
def tmux(variables: dict[str, str]) -> Iterator[dict[str, str]]:
    """Return an environment without UTF-8, with a folder for the socket of a tmux server."""
    if shutil.which("tmux") is None:
        pytest.skip("there is no tmux here")
    with tempfile.TemporaryDirectory(prefix="itatui-") as sockets:
        without = {**variables, "LANG": "C", "TMUX_TMPDIR": sockets}
        yield without
        subprocess.run(["tmux", "kill-server"], env=without, check=False, capture_output=True)


def in_tmux(*options: str, words: str) -> list[str]:
    """Return the words that start itatui in tmux, in a shell that outlives it."""
    program = str(shutil.which("tmux"))
    return [program, *options, "-f", "/dev/null", "new-session", f"{' '.join(ITATUI)} {words}; echo ended $?; cat"]


@pytest.mark.parametrize("words", [[], ["open"], ["meeting"], ["--lang", "th"]], ids=" ".join)
def test_dumb_terminal_is_refused_in_a_line(variables: dict[str, str], words: list[str]) -> None:
    with raw_terminal([*ITATUI, *words], {**variables, "TERM": "dumb"}, no_answer) as run:
        assert run.wait_for_exit() == 1
    assert run.text.isascii() and run.text.count("\n") == 1
    assert "use another terminal" in run.text and "TERM=dumb" in run.text and "itatui open --anyway" in run.text


@pytest.mark.parametrize("device", ["/dev/tty1", "/dev/console"])
def test_linux_console_is_refused(monkeypatch: pytest.MonkeyPatch, device: str) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setattr("os.ttyname", lambda _file: device)
    with pytest.raises(ItatuiError, match=r"connect with a graphical terminal .* itatui open --anyway"):
        require_capable_terminal()


def test_term_linux_on_another_device_is_accepted(variables: dict[str, str]) -> None:
    with raw_terminal(ITATUI, {**variables, "TERM": "linux"}, no_answer) as run:
        run.wait_for(LIST_FOOTER)
        run.send(QUIT)
        assert run.wait_for_exit() == 0


@pytest.mark.parametrize("words", [["--anyway"], ["open", "--anyway"]], ids=" ".join)
def test_anyway_opens_the_screen(variables: dict[str, str], words: list[str]) -> None:
    with raw_terminal([*ITATUI, *words], {**variables, "TERM": "dumb"}, no_answer) as run:
        run.wait_for(LIST_FOOTER)
        run.send(QUIT)
        assert run.wait_for_exit() == 0


def test_commands_run_on_a_dumb_terminal(variables: dict[str, str]) -> None:
    with raw_terminal([*ITATUI, "list"], {**variables, "TERM": "dumb"}, no_answer) as run:
        assert run.wait_for_exit() == 0
    assert "จัดทำ" in run.text and "\x1b" not in run.text


def test_tmux_without_utf8_is_refused(tmux: dict[str, str]) -> None:
    with raw_terminal(in_tmux(words=""), tmux, no_answer) as run:
        run.wait_for("tmux -u attach", "ended 1")


def test_tmux_with_utf8_is_accepted_in_any_locale(tmux: dict[str, str]) -> None:
    with raw_terminal(in_tmux("-u", words=""), tmux, no_answer) as run:
        run.wait_for("IIT-3", "มาตรการ", "F2")  # short words: tmux may send marks out of order
        run.send(QUIT)
        run.wait_for("ended 0")


@pytest.mark.parametrize(("options", "good"), [((), False), (("-u",), True)])
def test_doctor_checks_tmux(tmux: dict[str, str], tmp_path: Path, options: tuple[str, ...], good: bool) -> None:
    note = tmp_path / "doctor.json"
    with raw_terminal(in_tmux(*options, words=f"doctor --json >{note}"), tmux, no_answer) as run:
        run.wait_for("ended 1")  # in both: the C locale is reported
    found = {finding["name"]: finding for finding in json.loads(note.read_text("utf-8"))["findings"]}
    assert found["tmux"]["good"] == good
    assert not found["locale"]["good"] and "LANG=C.UTF-8" in found["locale"]["cure"]
    assert ("tmux -u" in found["tmux"]["cure"]) != good


@pytest.mark.parametrize(("name", "cure"), [("linux", "graphical"), ("dumb", "another terminal")])
def test_doctor_checks_the_terminal(variables: dict[str, str], name: str, cure: str) -> None:
    with raw_terminal([*ITATUI, "doctor"], {**variables, "TERM": name}, no_answer) as run:
        assert run.wait_for_exit() == 1
    (line,) = (each for each in run.text.splitlines() if "✗" in each)
    assert line.startswith("✗ bad   terminal") and cure in line


def test_screen_is_thai_in_the_c_locale(variables: dict[str, str]) -> None:
    with raw_terminal(ITATUI, {**variables, "LC_ALL": "C"}, no_answer) as run:
        run.wait_for("มาตรการ", LIST_FOOTER)
        run.send(QUIT)
        assert run.wait_for_exit() == 0
    assert ALTERNATE in run.text
