"""What every test of the screen stands on: Thai words, timers that stand still, the reference register in a file."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from itatui import locale
from itatui.domain.register import Register
from itatui.store import RegisterFile, create
from itatui.store import register_file as store_file
from itatui.tui.screens.main import screen
from itatui.tui.session import save_queue
from itatui.tui.text_input import field_editor
from tests import reference

Make = Callable[[Register], RegisterFile]
NEVER = 3600.0
AT_ONCE = 0.01


@pytest.fixture(autouse=True)
def _in_thai() -> Iterator[None]:
    before = locale.language()
    locale.speak("th")
    yield
    locale.speak(before)


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing happens by itself after a while, unless a test asks for that: else a slow machine would decide."""
    monkeypatch.setattr(field_editor, "AUTOSAVE_DELAY_S", NEVER)
    monkeypatch.setattr(screen, "POLL_INTERVAL_S", NEVER)
    monkeypatch.setattr(save_queue, "RETRY_DELAY_S", NEVER)


@pytest.fixture
def pausing(_unhurried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause in the typing is over at once."""
    monkeypatch.setattr(field_editor, "AUTOSAVE_DELAY_S", AT_ONCE)


@pytest.fixture
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every change is made at one moment, so that a picture of it can be kept."""
    moment = datetime(2024, 5, 15, 9, 30).astimezone().isoformat(timespec="seconds")
    monkeypatch.setattr(store_file, "now", lambda: moment)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a register file, and opens it."""

    def made(register: Register) -> RegisterFile:
        path = tmp_path / "register.json"
        create(path, register)
        return RegisterFile(path)

    return made


@pytest.fixture
def file(make: Make) -> RegisterFile:
    """The reference register in a file."""
    return make(reference.register())
