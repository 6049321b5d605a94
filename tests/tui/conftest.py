"""Fixtures of the screen's tests: Thai, timers that never fire, the reference register in a file."""

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
from itatui.tui.text_input import autosave
from tests import reference

Make = Callable[[Register], RegisterFile]
NEVER_S, AT_ONCE_S = 3600.0, 0.01


@pytest.fixture(autouse=True)
def _thai() -> Iterator[None]:
    before = locale.language()
    locale.speak("th")
    yield
    locale.speak(before)


@pytest.fixture(autouse=True)
def _no_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop all timers: what they do would depend on the speed of the machine."""
    monkeypatch.setattr(autosave, "AUTOSAVE_DELAY_S", NEVER_S)
    monkeypatch.setattr(screen, "POLL_INTERVAL_S", NEVER_S)
    monkeypatch.setattr(save_queue, "RETRY_DELAY_S", NEVER_S)


@pytest.fixture
def pausing(_no_timers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a typed text at once, as after a pause."""
    monkeypatch.setattr(autosave, "AUTOSAVE_DELAY_S", AT_ONCE_S)


@pytest.fixture
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every change the same time, for pictures."""
    moment = datetime(2024, 5, 15, 9, 30).astimezone().isoformat(timespec="seconds")
    monkeypatch.setattr(store_file, "now", lambda: moment)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that creates and opens a register file."""

    def make_file(register: Register) -> RegisterFile:
        path = tmp_path / "register.json"
        create(path, register)
        return RegisterFile(path)

    return make_file


@pytest.fixture
def file(make: Make) -> RegisterFile:
    """Return the reference register in a file."""
    return make(reference.register())
