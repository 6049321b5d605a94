"""Fixtures for tests of the store: English messages, an empty home, the reference register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from tests import reference
from tests.support import examples
from tests.support.backup_clock import BackupClock
from tests.support.fixtures import speaking

examples.load()


@pytest.fixture(autouse=True)
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set English messages, an empty home, and no SSH connection."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.delenv("ITATUI_REGISTER", raising=False)
    with speaking("en"):
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Create a file with the reference register, alone in its folder."""
    file = tmp_path / "office" / "register.json"
    create(file, reference.register())
    return file


@pytest.fixture
def file(path: Path) -> RegisterFile:
    """Open that register."""
    return RegisterFile(path)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> BackupClock:
    """Let a test set the clock of backups."""
    return BackupClock(monkeypatch)
