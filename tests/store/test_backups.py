"""Backups beside a register: contents and expiry."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.store import RegisterFile, create
from itatui.store.backups import DAYS_KEPT, LATEST_KEPT, backup_folder, backup_paths, expired_names
from tests import reference
from tests.support.register_edits import beside, write


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
