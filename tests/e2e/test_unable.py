"""Terminals that cannot show Thai: one line with the cure, in letters that they can show; and on all the same."""

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
from itatui.locale import language, speak
from itatui.store import RegisterFile
from tests.support.officer import LIST
from tests.support.raw_terminal import line

ITATUI = [sys.executable, "-m", "itatui"]
ALTERNATE = "\x1b[?1049h"
QUIT = b"\x11"


def silent(wrote: bytes) -> bytes:
    return b""


@pytest.fixture
def there(environment: dict[str, str], file: RegisterFile) -> dict[str, str]:
    return {**environment, "TERM": "xterm-256color", "ITATUI_REGISTER": str(file.path)}


@pytest.fixture
def tmux(there: dict[str, str]) -> Iterator[dict[str, str]]:
    """An environment without UTF-8, and a place for the socket of a tmux in it."""
    if shutil.which("tmux") is None:
        pytest.skip("there is no tmux here")
    with tempfile.TemporaryDirectory(prefix="itatui-") as sockets:
        without = {**there, "LANG": "C", "TMUX_TMPDIR": sockets}
        yield without
        subprocess.run(["tmux", "kill-server"], env=without, check=False, capture_output=True)


def in_tmux(*options: str, words: str) -> list[str]:
    """The words that attach a tmux to the terminal, with a shell that stays when itatui ends."""
    program = str(shutil.which("tmux"))
    return [program, *options, "-f", "/dev/null", "new-session", f"{' '.join(ITATUI)} {words}; echo ended $?; cat"]


@pytest.mark.parametrize("words", [[], ["open"], ["meeting"], ["--lang", "th"]], ids=" ".join)
def test_it_is_refused_in_a_line(there: dict[str, str], words: list[str]) -> None:
    with line([*ITATUI, *words], {**there, "TERM": "dumb"}, silent) as run:
        assert run.end() == 1
    assert run.text.isascii() and run.text.count("\n") == 1
    assert "use another terminal" in run.text and "TERM=dumb" in run.text and "itatui open --anyway" in run.text


@pytest.mark.parametrize("device", ["/dev/tty1", "/dev/console"])
def test_the_linux_console_is_refused(monkeypatch: pytest.MonkeyPatch, device: str) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setattr("os.ttyname", lambda _file: device)
    before = language()
    with pytest.raises(ItatuiError, match=r"connect with a graphical terminal .* itatui open --anyway"):
        require_capable_terminal()
    speak(before)


def test_who_only_says_so_is_not_the_linux_console(there: dict[str, str]) -> None:
    with line(ITATUI, {**there, "TERM": "linux"}, silent) as run:
        run.sees(LIST)
        run.type(QUIT)
        assert run.end() == 0


@pytest.mark.parametrize("words", [["--anyway"], ["open", "--anyway"]], ids=" ".join)
def test_it_goes_on_all_the_same(there: dict[str, str], words: list[str]) -> None:
    with line([*ITATUI, *words], {**there, "TERM": "dumb"}, silent) as run:
        run.sees(LIST)
        run.type(QUIT)
        assert run.end() == 0


def test_the_commands_need_no_such_terminal(there: dict[str, str]) -> None:
    with line([*ITATUI, "list"], {**there, "TERM": "dumb"}, silent) as run:
        assert run.end() == 0
    assert "จัดทำ" in run.text and "\x1b" not in run.text


def test_tmux_without_utf8_is_refused(tmux: dict[str, str]) -> None:
    with line(in_tmux(words=""), tmux, silent) as run:
        run.sees("tmux -u attach", "ended 1")


def test_tmux_with_utf8_shows_it_whatever_the_locale(tmux: dict[str, str]) -> None:
    with line(in_tmux("-u", words=""), tmux, silent) as run:
        run.sees("IIT-3", "มาตรการ", "F2")  # marks come by detours
        run.type(QUIT)
        run.sees("ended 0")


@pytest.mark.parametrize(("options", "good"), [((), False), (("-u",), True)])
def test_the_doctor_knows_of_tmux(tmux: dict[str, str], tmp_path: Path, options: tuple[str, ...], good: bool) -> None:
    note = tmp_path / "said.json"
    with line(in_tmux(*options, words=f"doctor --json >{note}"), tmux, silent) as run:
        run.sees("ended 1")  # in either: the locale is not well
    found = {one["name"]: one for one in json.loads(note.read_text("utf-8"))["findings"]}
    assert found["tmux"]["good"] == good
    assert not found["locale"]["good"] and "LANG=C.UTF-8" in found["locale"]["cure"]
    assert ("tmux -u" in found["tmux"]["cure"]) != good


@pytest.mark.parametrize(("name", "cure"), [("linux", "graphical"), ("dumb", "another terminal")])
def test_the_doctor_knows_the_terminal(there: dict[str, str], name: str, cure: str) -> None:
    with line([*ITATUI, "doctor"], {**there, "TERM": name}, silent) as run:
        assert run.end() == 1
    (said,) = (each for each in run.text.splitlines() if "✗" in each)
    assert said.startswith("✗ bad   terminal") and cure in said


def test_the_screen_is_thai_in_a_locale_without(there: dict[str, str]) -> None:
    with line(ITATUI, {**there, "LC_ALL": "C"}, silent) as run:
        run.sees("มาตรการ", LIST)
        run.type(QUIT)
        assert run.end() == 0
    assert ALTERNATE in run.text
