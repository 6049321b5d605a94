"""Archive of long histories: no entry is lost or duplicated."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from itatui.domain.edits import remove_measure
from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from itatui.store.history.archive import archive_folder
from itatui.store.identity import Identity
from tests import reference
from tests.support.people import mode
from tests.support.register_edits import by_hand, edit, measure, result, tables, write
from tests.support.save_steps import RecordedDisk


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Archive histories of more than ten entries, and keep the latest five in the register."""
    monkeypatch.setattr("itatui.store.saves.MAX_ENTRIES", 10)
    monkeypatch.setattr("itatui.store.history.archive.ENTRIES_KEPT", 5)


def grow(file: RegisterFile, changes: int, ref: str = "IIT-2") -> None:
    """Save a number of changes."""
    start = len(file.history())
    for number in range(start + 1, start + changes + 1):
        write(file, str(number), ref=ref)


def numbers(file: RegisterFile) -> list[int]:
    return [change.number for change in file.history()]


def in_the_register(path: Path) -> list[int]:
    return [int(number) for number in tables(path)["history"]]


def test_short_history_is_not_archived(file: RegisterFile) -> None:
    grow(file, 10)
    assert in_the_register(file.path) == numbers(file) == list(range(1, 11))
    assert not archive_folder(file.path).exists()


def test_oldest_entries_are_archived_and_history_is_complete_and_ordered(file: RegisterFile) -> None:
    grow(file, 41)
    assert in_the_register(file.path) == list(range(37, 42))
    archived = sorted(archive_folder(file.path).iterdir())
    assert [each.name[:17] for each in archived[:2]] == ["00000001-00000006", "00000007-00000012"]
    for opened in (file, RegisterFile(file.path)):
        assert numbers(opened) == list(range(1, 42))
        assert [change.edits[0].after for change in opened.history()] == [str(n) for n in range(1, 42)]
    assert {mode(each) for each in archived} == {0o400} and mode(archive_folder(file.path)) == 0o700


def test_default_limits(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    found = tables(file.path)
    entry = {"when": "2024-01-01T00:00:00+07:00", "who": "x", "edits": []}
    found["history"] = {str(number): entry for number in range(1, 1000)}
    by_hand(file.path, found)
    write(file, "1000")
    assert len(in_the_register(file.path)) == 1000
    write(file, "1001")
    assert in_the_register(file.path) == list(range(502, 1002))
    assert numbers(RegisterFile(file.path)) == list(range(1, 1002))


def test_register_is_readable_without_archive_files(file: RegisterFile) -> None:
    grow(file, 30)
    register = file.load()
    for each in archive_folder(file.path).iterdir():
        each.unlink()
    other = RegisterFile(file.path)
    assert other.load() == register
    write(other, "ต่อไป")
    other.undo()
    with pytest.raises(StoreError, match=r"00000001-00000006-.*no such file.*older history"):
        other.history()


def test_archived_change_can_be_undone(file: RegisterFile) -> None:
    first = result(file, "IIT-3")
    write(file, "เก่ามาก", ref="IIT-3")
    grow(file, 20)
    opened = RegisterFile(file.path)
    opened.undo(1)
    assert result(opened, "IIT-3") == first
    assert opened.history()[-1].undoes == 1 and numbers(opened)[-1] == 22


def test_undo_and_redo_reach_archived_changes(file: RegisterFile) -> None:
    mine, other = RegisterFile(file.path, Identity("a")), RegisterFile(file.path, Identity("b"))
    before = result(mine, "IIT-3")
    write(mine, "หนึ่ง", ref="IIT-3")
    write(mine, "สอง", ref="IIT-3")
    grow(other, 20)
    assert 2 not in in_the_register(file.path)
    for want in ("หนึ่ง", before):
        assert result(RegisterFile(file.path, Identity("a"))) == "22" and mine.undo()
        assert result(mine, "IIT-3") == want
    with pytest.raises(ItatuiError, match="no such change"):
        mine.undo()
    grow(other, 20)
    for want in ("หนึ่ง", "สอง"):
        mine.redo()
        assert result(mine, "IIT-3") == want
    assert numbers(mine) == list(range(1, 47))


def test_all_changes_can_be_undone(file: RegisterFile) -> None:
    start = file.load()
    for number in range(25):
        write(file, str(number), ref=f"IIT-{number % 3 + 1}")
    for _time in range(25):
        RegisterFile(file.path).undo()
    assert file.load() == start


def test_removed_measure_is_restored_with_unknown_fields_from_archive(file: RegisterFile) -> None:
    found = tables(file.path)
    found["measures"]["5"]["note"] = {"ก": [1]}
    by_hand(file.path, found)
    gone = measure(file.load(), "EIT-2")
    file.apply(*remove_measure(gone))
    grow(file, 20)
    RegisterFile(file.path).undo(1)
    back = next(each for each in tables(file.path)["measures"].values() if each["id"] == gone.id)
    assert back == found["measures"]["5"]


@pytest.mark.parametrize("step", ["open", "write", "fsync file", "link", "fsync folder", "replace"])
def test_full_disk_while_archiving_loses_and_duplicates_nothing(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    grow(file, 10)
    next_edit = edit(file, "11")
    with monkeypatch.context() as within:
        RecordedDisk(within, step)
        with pytest.raises(StoreError, match="the disk is full"):
            file.apply(next_edit)
    assert numbers(RegisterFile(file.path))[:10] == list(range(1, 11))
    file.apply(next_edit)
    grow(file, 14)
    assert numbers(RegisterFile(file.path)) == list(range(1, 26))


@pytest.mark.parametrize("step", ["fsync folder", "replace"])
def test_kill_after_archiving_loses_and_duplicates_nothing(file: RegisterFile, step: str) -> None:
    grow(file, 10)
    code = (
        "import itatui.store.saves as d, itatui.store.history.archive as s; d.MAX_ENTRIES, s.ENTRIES_KEPT = 10, 5\n"
        f"from tests.support.killed_save import main; main({str(file.path)!r}, {step!r})"
    )
    process = subprocess.run([sys.executable, "-c", code], check=False)
    assert process.returncode == -signal.SIGKILL
    assert len(list(archive_folder(file.path).glob("*.json"))) == 1
    assert numbers(RegisterFile(file.path)) == list(range(1, 11))
    grow(file, 15)
    assert numbers(RegisterFile(file.path)) == list(range(1, 26))


def test_entries_stay_in_register_if_archiving_fails(file: RegisterFile, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    archive_folder(file.path).symlink_to(victim)
    grow(file, 25)
    assert in_the_register(file.path) == list(range(1, 26)) and list(victim.iterdir()) == []
    archive_folder(file.path).unlink()
    grow(file, 1)
    assert in_the_register(file.path) == list(range(22, 27)) and numbers(file) == list(range(1, 27))


def test_changed_archive_file_is_reported(file: RegisterFile) -> None:
    grow(file, 20)
    (first, *_rest) = sorted(archive_folder(file.path).iterdir())
    first.chmod(0o600)
    first.write_bytes(first.read_bytes().replace(b'"1"', b'"3"', 1))
    with pytest.raises(StoreError, match="it was altered"):
        RegisterFile(file.path).history()


def test_restored_older_backup_ignores_later_archive_file(file: RegisterFile) -> None:
    grow(file, 10)
    grow(file, 1)
    (archived,) = archive_folder(file.path).iterdir()
    file.path.write_bytes(b"{")
    file.restore(1)
    assert numbers(file) == list(range(1, 11))
    write(file, "อื่น")
    grow(file, 10)
    assert numbers(RegisterFile(file.path)) == list(range(1, 22))
    assert [change.edits[0].after for change in file.history()][10] == "อื่น"
    assert archived.exists()


@pytest.mark.parametrize("sealed", [{"1": {}}, {"1": {"file": "../../x", "checksum": "0"}}, {"1": {"file": 3}}])
def test_invalid_archive_table_is_reported_only_when_needed(file: RegisterFile, sealed: object) -> None:
    found = tables(file.path)
    found["sealed"] = sealed
    by_hand(file.path, found)
    write(file, "ผล")
    file.undo()
    for act in (file.history, lambda: file.undo(77)):
        with pytest.raises(StoreError) as caught:
            act()
        assert str(caught.value).isprintable()


def test_archive_of_group_register_is_accessible_to_group(file: RegisterFile) -> None:
    file.path.chmod(0o660)
    old = os.umask(0)
    try:
        grow(file, 12)
    finally:
        os.umask(old)
    folder = archive_folder(file.path)
    assert {mode(each) for each in folder.iterdir()} == {0o440} and mode(folder) == 0o770


def test_long_texts_are_archived_by_size(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for number in range(45):
        write(file, chr(ord("ก") + number) * 130_000)  # 390 kB
        assert file.path.stat().st_size < 1_500_000
    opened = RegisterFile(file.path)
    assert numbers(opened) == list(range(1, 46)) and in_the_register(file.path) == [45]
    for _time in range(45):
        opened.undo()
    assert opened.load() == RegisterFile(file.path).load()
    assert result(opened) == reference_result()


def test_history_below_the_limit_of_size_is_not_archived(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr("itatui.store.saves.MAX_HISTORY_BYTES", 20_000)
    sizes = []
    for number in range(60):
        write(file, f"{number} " + "ผ" * 200)
        sizes.append(len(in_the_register(file.path)))
    assert numbers(RegisterFile(file.path)) == list(range(1, 61))
    assert max(sizes) > 10 and min(sizes[15:]) > 5  # half of the bytes stay


def test_run_of_typing_in_a_long_text_stays_one_change(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    write(file, "ก่อน")
    for number in range(5):
        write(file, "ข" * (130_000 + number), run="run")
    assert numbers(RegisterFile(file.path)) == [1, 2]
    file.undo()
    assert result(file) == "ก่อน"


def reference_result() -> str:
    """Return the result of the edited measure before all changes."""
    return measure(reference.register()).result
