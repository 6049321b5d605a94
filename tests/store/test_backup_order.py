"""Order of backups under odd clocks and zones, and backups of refused saves."""

import errno
import os
import random
import subprocess
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from itatui.store import RegisterFile
from itatui.store.backups import LATEST_KEPT, backup_folder, backup_paths
from itatui.store.errors import StoreError
from tests.support.backup_clock import BackupClock
from tests.support.people import GROUP, OTHER_USER, USER, acting_as, needs_root
from tests.support.register_edits import result, write
from tests.support.save_steps import RecordedDisk
from tools.faults.clocks import JUMPS_S, ZONES


@pytest.fixture
def zones(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test change the time zone."""
    with monkeypatch.context() as patch:
        yield patch
    time.tzset()


@pytest.mark.parametrize("seed", range(40))
def test_first_backup_is_the_newest_whatever_clock_and_zone(
    file: RegisterFile, clock: BackupClock, zones: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    for number in range(chance.randint(3, 30)):
        zones.setenv("TZ", chance.choice(ZONES))
        time.tzset()
        clock.moment += timedelta(seconds=chance.choice(JUMPS_S))
        write(file, f"ผล {number}")
    before = RegisterFile(backup_paths(file.path)[0]).history()
    assert len(before) == number
    file.path.write_bytes(b"{")
    file.restore(1)
    assert result(RegisterFile(file.path)) == f"ผล {number - 1}"


def test_clock_that_was_ahead_once_keeps_the_newest_backups_and_the_days(
    file: RegisterFile, clock: BackupClock
) -> None:
    write(file, "ก")
    clock.moment += timedelta(days=26_000)
    write(file, "ข")
    clock.moment -= timedelta(days=26_000)
    for day in range(4):
        for number in range(LATEST_KEPT):
            clock.moment += timedelta(seconds=1)
            write(file, f"{day} {number}")
        clock.moment += timedelta(days=1)
    numbers = [len(RegisterFile(each).history()) for each in backup_paths(file.path)]
    last = len(file.history()) - 1
    assert numbers[:LATEST_KEPT] == list(range(last, last - LATEST_KEPT, -1))
    assert numbers[LATEST_KEPT:] == [61, 41, 21, 1]  # the last of each day, and that of the day ahead


def test_backups_of_earlier_versions_are_sorted_by_their_last_change(file: RegisterFile) -> None:
    contents = []
    for number in range(4):
        contents.append(file.path.read_bytes())
        write(file, str(number))
    for each in backup_paths(file.path):
        each.unlink()
    stamps = ("20261127-170000-000000", "20261127-180000-000000", "20261127-110000-000000", "20261127-120000-000000")
    for data, stamp in zip(contents, stamps, strict=True):
        (backup_folder(file.path) / f"{stamp}.json").write_bytes(data)
    write(file, "ต่อ")
    assert [len(RegisterFile(each).history()) for each in backup_paths(file.path)] == [4, 3, 2, 1, 0]


def test_backup_that_was_put_back_is_the_newest_and_kept_once(file: RegisterFile) -> None:
    for number in range(6):
        write(file, f"ผล {number}")
    file.path.write_bytes(b"{")
    file.restore(4)
    put_back = file.path.read_bytes()
    write(file, "ต่อไป")
    kept = [each.read_bytes() for each in backup_paths(file.path)]
    assert kept[0] == put_back and len(set(kept)) == len(kept) == 6


def refused(file: RegisterFile, times: int) -> None:
    """Try to save, in vain."""
    for number in range(times):
        with pytest.raises(StoreError):
            write(file, f"ไม่ได้ {number}")


@pytest.mark.parametrize("step", ["open", "write", "fsync file", "link", "replace"])
def test_refused_saves_cost_no_backup(file: RegisterFile, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    for number in range(5):
        write(file, f"ผล {number}")
    before = {each.name: each.read_bytes() for each in backup_paths(file.path)}
    with monkeypatch.context() as within:
        RecordedDisk(within, step)
        refused(file, 100)
    assert {each.name: each.read_bytes() for each in backup_paths(file.path)} == before
    write(file, "ได้แล้ว")
    assert len(backup_paths(file.path)) == 6


def test_refused_saves_without_hard_links_cost_no_backup(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: Any, **_more: Any) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    for number in range(5):
        write(file, f"ผล {number}")
    before = [each.read_bytes() for each in backup_paths(file.path)]
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        if Path(target) == file.path:
            refuse()
        real(source, target)

    with monkeypatch.context() as within:
        within.setattr(os, "replace", replace)
        refused(file, 30)
    assert [each.read_bytes() for each in backup_paths(file.path)] == before


def test_backup_left_by_a_killed_save_is_not_made_again(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    left = backup_folder(file.path) / "20990101-000000-000000Z.json"
    os.link(file.path, left)
    write(file, "สอง")
    assert backup_paths(file.path)[0] == left
    assert len(backup_paths(file.path)) == 2


@needs_root
def test_refused_saves_of_an_immutable_register_cost_no_backup(file: RegisterFile) -> None:
    for number in range(5):
        write(file, f"ผล {number}")
    before = [each.read_bytes() for each in backup_paths(file.path)]
    if subprocess.run(["chattr", "+i", file.path], check=False, capture_output=True).returncode:
        pytest.skip("chattr is missing, or the file system has no immutable files")
    try:
        refused(file, 25)
    finally:
        subprocess.run(["chattr", "-i", file.path], check=True)
    assert [each.read_bytes() for each in backup_paths(file.path)] == before


@needs_root
def test_refused_saves_in_a_sticky_folder_cost_no_backup(sticky_register: Path) -> None:
    with acting_as(USER, GROUP):
        for number in range(5):
            write(RegisterFile(sticky_register), f"ผล {number}")
    before = [each.read_bytes() for each in backup_paths(sticky_register)]
    with acting_as(OTHER_USER, GROUP):
        refused(RegisterFile(sticky_register), 25)
    assert [each.read_bytes() for each in backup_paths(sticky_register)] == before
