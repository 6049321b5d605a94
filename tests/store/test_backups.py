"""Backups beside a register: contents and expiry."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.store import RegisterFile, create
from itatui.store.backups import DAYS_KEPT, LATEST_KEPT, backup_folder, backup_paths, expired_names
from itatui.store.errors import StoreError
from tests import reference
from tests.support.backup_clock import BackupClock
from tests.support.register_edits import beside, result, write
from tests.support.save_steps import RecordedDisk


def test_each_save_backs_up_the_previous_file(file: RegisterFile) -> None:
    versions = []
    for word in ("หนึ่ง", "สอง", "สาม"):
        versions.append((file.path.read_bytes(), file.path.stat().st_ino))
        write(file, word)
    backups = [(each.read_bytes(), each.stat().st_ino) for each in reversed(backup_paths(file.path))]
    assert backups == versions  # hard links, not copies
    assert file.path.stat().st_nlink == 1


def test_backup_is_a_register(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    (only,) = backup_paths(file.path)
    assert RegisterFile(only).load() == reference.register()


def test_save_without_changes_makes_no_backup(file: RegisterFile) -> None:
    write(file, file.load().measures[1].result)
    assert not backup_folder(file.path).exists()


def test_expired_backups_are_removed(file: RegisterFile) -> None:
    folder = backup_folder(file.path)
    folder.mkdir()
    today = [f"20240301-1200{second:02}-000000.json" for second in range(50)]
    days = [date(2024, 1, 1) + timedelta(number) for number in range(40)]
    older = [f"{day:%Y%m%d}-{hour}0000-000000.json" for day in days for hour in (10, 11)]
    for name in (*today, *older):
        (folder / name).write_text("{}")
    write(file, "ผล")
    left = sorted(each.name for each in folder.iterdir())
    newest = left.pop()
    assert newest[:8] not in ("20240301", left[-1][:8])
    assert left == sorted([*today[-(LATEST_KEPT - 1) :], *older[-2 * (DAYS_KEPT - 2) + 1 :: 2]])


def states(file: RegisterFile) -> list[str]:
    """Return the result of the measure in each backup, oldest first."""
    return [result(RegisterFile(each)) for each in reversed(backup_paths(file.path))]


def test_steady_typing_expires_no_backup(file: RegisterFile) -> None:
    before = result(file)
    for word in ("หนึ่ง", "สอง", "สาม"):
        write(file, word)
    for letters in range(1, 3 * LATEST_KEPT):
        write(RegisterFile(file.path), "ก" * letters, run="a")
    assert states(file) == [before, "หนึ่ง", "สอง", "สาม", "ก" * (3 * LATEST_KEPT - 2)]


def test_backups_from_before_and_after_a_run_of_typing_are_kept(file: RegisterFile) -> None:
    before = result(file)
    for run, word in (("a", "abcd"), ("b", "wxyz")):
        for end in range(1, len(word) + 1):
            write(file, word[:end], run=run)
    write(file, "ต่อ")
    assert states(file) == [before, "abcd", "wxyz"]


def test_the_last_backup_of_a_day_is_kept_within_a_run_of_typing(file: RegisterFile, clock: BackupClock) -> None:
    before = result(file)
    for word in ("a", "ab", "abc", "abcd", "abcde"):
        write(file, word, run="a")
        if word == "abc":
            clock.moment += timedelta(days=1)
    assert states(file) == [before, "ab", "abcd"]


def test_quick_changes_that_are_not_typed_are_backed_up_each(file: RegisterFile) -> None:
    words = [str(number) for number in range(LATEST_KEPT)]
    for word in words:
        write(file, word)
    assert states(file)[1:] == words[:-1]


def test_refused_saves_of_typing_cost_no_backup(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    for word in ("a", "ab", "abc"):
        write(file, word, run="a")
    before = states(file)
    with monkeypatch.context() as within:
        RecordedDisk(within, "replace")
        for number in range(LATEST_KEPT):
            with pytest.raises(StoreError):
                write(file, f"abcd{number}", run="a")
    assert states(file) == before


def test_foreign_files_in_backup_folder_are_kept(file: RegisterFile) -> None:
    backup_folder(file.path).mkdir()
    (backup_folder(file.path) / "อ่านฉัน.txt").write_text("")
    for number in range(LATEST_KEPT + 5):
        write(file, str(number))
    assert (backup_folder(file.path) / "อ่านฉัน.txt").exists()
    assert len(backup_paths(file.path)) == LATEST_KEPT


stamps = st.datetimes(datetime(2024, 1, 1), datetime(2024, 3, 1))
names = st.lists(stamps.map(lambda when: f"{when:%Y%m%d-%H%M%S-%f}.json"), unique=True, max_size=120).map(
    lambda unsorted: sorted(unsorted, reverse=True)
)


@given(names)
def test_latest_backups_and_last_of_each_day_are_kept(newest_first: list[str]) -> None:
    expired = expired_names(newest_first)
    kept = [name for name in newest_first if name not in expired]
    last_of = {name[:8]: name for name in reversed(newest_first)}
    latest = newest_first[:LATEST_KEPT]
    assert set(latest) <= set(kept)
    assert set(kept[LATEST_KEPT:]) <= set(last_of.values())
    days = sorted(last_of, reverse=True)
    assert {last_of[day] for day in days[:DAYS_KEPT]} <= set(kept)
    assert all(last_of[day] in expired or last_of[day] in latest for day in days[DAYS_KEPT:])
    assert expired_names(kept) == []


@pytest.mark.parametrize("name", ["register.json", "ทะเบียน [ฉบับ 1].json", "a*b?.json"])
def test_temporary_files_of_killed_writers_are_removed(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    create(path, reference.register())
    (tmp_path / f".{name}.0123456789ab.new").write_text("half")
    write(RegisterFile(path), "ผล")
    assert beside(path) == []


@pytest.mark.parametrize("other", [".other.json.0123456789ab.new", ".axb.json.0123456789ab.new", "register.json.new"])
def test_temporary_files_of_other_registers_are_kept(tmp_path: Path, other: str) -> None:
    path = tmp_path / "a*b.json"
    create(path, reference.register())
    (tmp_path / other).write_text("half")
    write(RegisterFile(path), "ผล")
    assert (tmp_path / other).exists()
