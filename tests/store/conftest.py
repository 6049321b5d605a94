"""Fixtures for tests of the store: English messages, an empty home, the reference register, alone or shared."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from tests import reference
from tests.support import examples
from tests.support.backup_clock import BackupClock
from tests.support.fixtures import speaking
from tests.support.people import GROUP, USER, acting_as, office

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


@pytest.fixture
def short_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """Archive histories of more than three entries, and keep the latest in the register."""
    monkeypatch.setattr("itatui.store.saves.MAX_ENTRIES", 3)
    monkeypatch.setattr("itatui.store.history.archive.ENTRIES_KEPT", 1)


@pytest.fixture
def group_register() -> Iterator[Path]:
    """Create a register of `USER` that its group may write, in a folder of the group. Needs root."""
    with office(0o2770, USER, GROUP) as folder:
        path = folder / "register.json"
        with acting_as(USER, GROUP):
            create(path, reference.register())
            path.chmod(0o660)
        yield path


@pytest.fixture
def sticky_register(group_register: Path) -> Path:
    """Put that register into a folder of root in which nobody may replace the files of others."""
    os.chown(group_register.parent, 0, GROUP)
    group_register.parent.chmod(0o3777)
    return group_register


@pytest.fixture
def read_only_register() -> Iterator[Path]:
    """Create a register that others may only read, in a folder of root. Needs root."""
    with office(0o755, 0, 0) as folder:
        path = folder / "register.json"
        create(path, reference.register())
        path.chmod(0o644)
        yield path
