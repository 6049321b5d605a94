"""The old files that stand beside a register: kept as they were, and no more of them than are worth it."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.store import RegisterFile, create
from itatui.store.backups import DAYS, LATEST, backup_paths, folder_of, spare
from tests import reference
from tests.support.register_edits import beside, write


def test_each_save_keeps_the_file_before_it(file: RegisterFile) -> None:
    versions = []
    for word in ("หนึ่ง", "สอง", "สาม"):
        versions.append((file.path.read_bytes(), file.path.stat().st_ino))
        write(file, word)
    kept = [(each.read_bytes(), each.stat().st_ino) for each in reversed(backup_paths(file.path))]
    assert kept == versions  # the very files, not copies
    assert file.path.stat().st_nlink == 1


def test_a_generation_is_a_register(file: RegisterFile) -> None:
    write(file, "หนึ่ง")
    (only,) = backup_paths(file.path)
    assert RegisterFile(only).load() == reference.register()


def test_a_save_that_is_refused_keeps_none(file: RegisterFile) -> None:
    write(file, file.load().measures[1].result)
    assert not folder_of(file.path).exists()


def test_the_oldest_are_let_go(file: RegisterFile) -> None:
    folder = folder_of(file.path)
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
    assert left == sorted([*today[-(LATEST - 1) :], *older[-2 * (DAYS - 2) + 1 :: 2]])


def test_other_things_in_the_past_are_left(file: RegisterFile) -> None:
    folder_of(file.path).mkdir()
    (folder_of(file.path) / "อ่านฉัน.txt").write_text("")
    for number in range(LATEST + 5):
        write(file, str(number))
    assert (folder_of(file.path) / "อ่านฉัน.txt").exists()
    assert len(backup_paths(file.path)) == LATEST


stamps = st.datetimes(datetime(2024, 1, 1), datetime(2024, 3, 1))
names = st.lists(stamps.map(lambda when: f"{when:%Y%m%d-%H%M%S-%f}.json"), unique=True, max_size=120).map(
    lambda found: sorted(found, reverse=True)
)


@given(names)
def test_what_is_kept_is_the_latest_and_the_last_of_each_day(found: list[str]) -> None:
    let_go = spare(found)
    kept = [name for name in found if name not in let_go]
    last_of = {name[:8]: name for name in reversed(found)}
    assert set(found[:LATEST]) <= set(kept)
    assert set(kept[LATEST:]) <= set(last_of.values())
    days = sorted(last_of, reverse=True)
    assert {last_of[day] for day in days[:DAYS]} <= set(kept)
    assert all(last_of[day] in let_go or last_of[day] in found[:LATEST] for day in days[DAYS:])
    assert spare(kept) == []


@pytest.mark.parametrize("name", ["register.json", "ทะเบียน [ฉบับ 1].json", "a*b?.json"])
def test_what_a_killed_writer_left_is_swept(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    create(path, reference.register())
    (tmp_path / f".{name}.0123456789ab.new").write_text("half")
    write(RegisterFile(path), "ผล")
    assert beside(path) == []


@pytest.mark.parametrize("other", [".other.json.0123456789ab.new", ".axb.json.0123456789ab.new", "register.json.new"])
def test_what_another_register_is_writing_is_not_swept(tmp_path: Path, other: str) -> None:
    path = tmp_path / "a*b.json"
    create(path, reference.register())
    (tmp_path / other).write_text("half")
    write(RegisterFile(path), "ผล")
    assert (tmp_path / other).exists()
