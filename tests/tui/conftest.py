"""Fixtures of the screen's tests: Thai, timers that never fire, the reference register in a file."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from itatui.store import register_file as store_file
from itatui.tui.screens.main import screen
from itatui.tui.session import save_queue
from itatui.tui.text_input import autosave
from tests.support.fixtures import Make as Make
from tests.support.fixtures import file as file
from tests.support.fixtures import make as make
from tests.support.fixtures import speaking

NEVER_S, AT_ONCE_S = 3600.0, 0.01


@pytest.fixture(autouse=True)
def _thai() -> Iterator[None]:
    with speaking("th"):
        yield


@pytest.fixture(autouse=True)
def _no_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop all timers: what they do would depend on the speed of the machine."""
    monkeypatch.setattr(autosave, "AUTOSAVE_DELAY_S", NEVER_S)
    monkeypatch.setattr(screen, "POLL_INTERVAL_S", NEVER_S)
    monkeypatch.setattr(screen, "COUNT_DELAY_S", NEVER_S)
    monkeypatch.setattr(save_queue, "RETRY_DELAY_S", NEVER_S)


@pytest.fixture
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give the test a home folder, settings, registers and drafts of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))


@pytest.fixture
def own_folder(own_home: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run the test in an empty folder, too."""
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path / "folder")


@pytest.fixture
def pausing(_no_timers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a typed text at once, as after a pause."""
    monkeypatch.setattr(autosave, "AUTOSAVE_DELAY_S", AT_ONCE_S)


@pytest.fixture
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every change the same time, for pictures."""
    moment = datetime(2024, 5, 15, 9, 30).astimezone().isoformat(timespec="seconds")
    monkeypatch.setattr(store_file, "now", lambda: moment)
