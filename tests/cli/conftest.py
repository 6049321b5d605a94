"""What every test of the command line stands on: a home that is nobody's, and a command line in English."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from itatui import locale
from itatui.store import create
from itatui.thai import DIGITS, choose_digits
from tests import reference
from tests.support.command_line import Answer, said


@pytest.fixture(autouse=True)
def nobodys_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is read from, or written to, the home of whoever runs the tests."""
    for name, folder in (("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    for name in (
        "ITATUI_REGISTER",
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
    spoken = locale.language()
    yield
    locale.speak(spoken)
    choose_digits(DIGITS[0])


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register file with the reference register in it, which the environment names."""
    made = tmp_path / "office" / "register.json"
    create(made, reference.register())
    monkeypatch.setenv("ITATUI_REGISTER", str(made))
    return made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Runs a command in this process, in English."""

    def command(*words: str) -> Answer:
        capsys.readouterr()
        code = said(["--lang", "en", *words])
        return Answer(code, *capsys.readouterr())

    return command
