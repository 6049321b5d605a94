"""Fixtures of the command line: an empty home, a register file, and commands in English."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from itatui import locale
from itatui.store import create
from itatui.thai import DIGITS, choose_digits
from tests import reference
from tests.support.command_line import Answer, exit_code_of


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the tests away from the user's own files and environment."""
    for name, folder in (("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    for name in (
        "ITATUI_REGISTER",
        "XDG_STATE_HOME",
        "COLUMNS",
        "NO_COLOR",
        "FORCE_COLOR",
        "SSH_CONNECTION",
        "LC_ALL",
        "LANG",
        "PYTHONUNBUFFERED",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)
    previous = locale.language()
    yield
    locale.speak(previous)
    choose_digits(DIGITS[0])


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create a file with the reference register, and name it in the environment."""
    path = tmp_path / "office" / "register.json"
    create(path, reference.register())
    monkeypatch.setenv("ITATUI_REGISTER", str(path))
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Return a function that runs a command in this process, in English."""

    def command(*words: str) -> Answer:
        capsys.readouterr()
        code = exit_code_of(["--lang", "en", *words])
        return Answer(code, *capsys.readouterr())

    return command
