"""Restoring a backup: as a change of a readable register, or by replacing an unreadable file."""

import os
from pathlib import Path

import pytest

from itatui.domain.change import WHOLE
from itatui.domain.edits import add_measure, move_measure, remove_measure, set_field
from itatui.domain.measure import Measure
from itatui.domain.register_diff import OutOfReachError
from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from itatui.store.backups import backup_folder, backup_paths
from itatui.store.errors import StoreError
from itatui.store.identity import Identity
from tests import reference
from tests.support.people import GROUP, USER, acting_as, mode, needs_root
from tests.support.register_edits import by_hand, measure, result, tables, write
from tests.support.save_steps import RecordedDisk

GOOD = reference.register()


@pytest.fixture
def busy(path: Path) -> RegisterFile:
    """Make a register with changes by two users."""
    file, other = RegisterFile(path, Identity("a")), RegisterFile(path, Identity("b"))
    write(file, "หนึ่ง")
    file.apply(*remove_measure(measure(file.load(), "EIT-2")))
    write(other, "สอง", ref="IIT-3")
    file.apply(*add_measure(file.load(), Measure("new", "OIT", 0, "ใหม่"), 1))
    file.apply(*move_measure(file.load(), measure(file.load(), "OIT-4"), 1), set_field(file.load(), "title", "หัว"))
    return file


def test_backups_are_listed_newest_first(busy: RegisterFile) -> None:
    backups = busy.backups()
    assert [each.number for each in backups] == [1, 2, 3, 4, 5]
    assert [each.who for each in backups] == ["a", "b", "a", "a", ""]
    assert [each.measures for each in backups] == [9, 8, 8, 9, 9]
    assert [each.when for each in backups[:4]] == [change.when for change in busy.history()[3::-1]]
    assert {edit.field for edit in backups[0].edits} == {"order", "title"}
    assert [(edit.id, edit.after) for edit in backups[1].edits if edit.field == WHOLE] == [("new", None)]
    assert not any(each.damaged or each.apart for each in backups)
    assert busy.preview(2) == backups[1]


@pytest.mark.parametrize("number", range(1, 6))
def test_restore_is_one_change_that_can_be_undone(busy: RegisterFile, number: int) -> None:
    before, entries = busy.load(), len(busy.history())
    then = RegisterFile(busy.preview(number).path).load()
    restored = busy.restore(number)
    assert restored.register == then == RegisterFile(busy.path).load()
    assert (restored.changed, restored.replaced, restored.aside) == (True, False, None)
    (change,) = busy.history()[entries:]
    assert change.restores == restored.when and change.who == "a"
    assert RegisterFile(busy.path, Identity("a")).undo() == before
    assert busy.redo() == then


def test_restoring_equal_register_changes_nothing(busy: RegisterFile) -> None:
    busy.undo()
    before = busy.path.read_bytes()
    assert busy.restore(2).changed is False
    assert busy.path.read_bytes() == before


def test_unknown_number_is_refused(busy: RegisterFile) -> None:
    for number in (0, -1, 6):
        with pytest.raises(ItatuiError, match=f"no version {number}; versions kept: 5"):
            busy.restore(number)
        with pytest.raises(ItatuiError, match="no version"):
            busy.preview(number)


def test_damaged_backup_is_reported_and_not_restored(busy: RegisterFile) -> None:
    damaged, linked, *_rest = backup_paths(busy.path)
    damaged.unlink()
    damaged.write_bytes(b"{")
    linked.rename(busy.path.with_name("elsewhere"))
    linked.symlink_to(busy.path.with_name("elsewhere"))
    before = busy.path.read_bytes()
    first, second, third, *_others = busy.backups()
    assert "not JSON" in first.damaged and second.damaged and not third.damaged
    for number in (1, 2):
        with pytest.raises(StoreError):
            busy.restore(number)
    with pytest.raises(StoreError, match="this version is damaged too"):
        busy.restore(1)
    assert busy.path.read_bytes() == before


def make_newer(path: Path) -> None:
    """Let a file say that a newer itatui wrote it."""
    found = tables(path)
    found["register"]["1"]["schema"] = 12
    path.unlink()
    by_hand(path, found)


def test_backup_of_a_newer_version_is_refused_and_not_called_damaged(busy: RegisterFile) -> None:
    newer, *_older = backup_paths(busy.path)
    make_newer(newer)
    before = busy.path.read_bytes()
    first, second, *_others = busy.backups()
    assert not first.damaged and "newer itatui" in first.apart and second.edits
    with pytest.raises(StoreError) as caught:
        busy.restore(1)
    assert str(caught.value).startswith(f"{newer}: written by a newer itatui (format version 12); open it with that")
    assert busy.path.read_bytes() == before
    busy.path.write_bytes(b"{")
    with pytest.raises(StoreError, match="newer itatui"):
        busy.restore(1)
    with pytest.raises(StoreError, match="itatui restore 2 "):
        busy.load()
    assert busy.path.read_bytes() == b"{"


def test_register_of_a_newer_version_is_not_rolled_back(busy: RegisterFile) -> None:
    make_newer(busy.path)
    before = busy.path.read_bytes()
    with pytest.raises(StoreError) as caught:
        RegisterFile(busy.path).restore(1)
    assert "open it with that itatui; nothing was changed" in str(caught.value)
    assert busy.path.read_bytes() == before and not list(busy.path.parent.glob("*.damaged-*"))


def test_backup_with_tracks_of_another_case_is_refused_and_file_named(busy: RegisterFile) -> None:
    found = tables(busy.path)
    found["tracks"]["1"]["code"] = "iit"
    for each in found["measures"].values():
        each["track"] = each["track"].replace("IIT", "iit")
    by_hand(busy.path, found)
    before = busy.path.read_bytes()
    assert "tracks differ" in busy.backups()[0].apart
    with pytest.raises(OutOfReachError) as caught:
        busy.restore(1)
    assert str(backup_paths(busy.path)[0]) in str(caught.value)
    assert busy.path.read_bytes() == before


def put_back(file: RegisterFile, number: int = 1) -> Path | None:
    """Replace an unreadable register by a backup, and return the path of the preserved file."""
    path = backup_paths(file.path)[number - 1]
    then = path.read_bytes()
    restored = RegisterFile(file.path).restore(number)
    assert (restored.changed, restored.replaced) == (True, True)
    assert file.path.read_bytes() == then and restored.register == RegisterFile(file.path).load()
    write(RegisterFile(file.path), "ต่อไป", ref="OIT-3")
    return restored.aside


@pytest.mark.parametrize("damage", [b"", b"{", b'{"register": {}}', b"\xff", b"[" * 100_000])
def test_damaged_file_is_replaced_and_preserved(busy: RegisterFile, damage: bytes) -> None:
    busy.path.write_bytes(damage)
    for number in (1, 3):
        aside = put_back(busy, number)
        assert aside is not None and aside.name.startswith("register.json.damaged-")
        assert aside.read_bytes() == damage
        busy.path.write_bytes(damage)
    assert len(list(busy.path.parent.glob("*.damaged-*"))) == 2


def test_missing_file_is_restored(busy: RegisterFile) -> None:
    busy.path.unlink()
    with pytest.raises(StoreError, match=r"no such file.*itatui restore 1 --register "):
        RegisterFile(busy.path).load()
    assert put_back(busy) is None


def test_pipe_and_folder_are_replaced_and_preserved(busy: RegisterFile) -> None:
    busy.path.unlink()
    os.mkfifo(busy.path)
    aside = put_back(busy)
    assert aside is not None and aside.is_fifo()
    busy.path.unlink()
    busy.path.mkdir()
    (busy.path / "inside").write_text("")
    aside = put_back(busy)
    assert aside is not None and (aside / "inside").exists()


def test_register_with_damaged_history_is_replaced_and_preserved(busy: RegisterFile) -> None:
    found = tables(busy.path)
    found["history"]["2"] = {"who": 1}
    by_hand(busy.path, found)
    newest = backup_paths(busy.path)[0]
    newest.unlink()
    by_hand(newest, found)
    assert busy.backups()[0].damaged == "history/2 is not a change"
    with pytest.raises(StoreError, match=r"history/2 is not a change.*itatui restore 2 --register "):
        busy.undo(1)
    aside = put_back(busy, 2)
    assert aside is not None and tables(aside) == found


def test_oversized_file_is_replaced_and_preserved(busy: RegisterFile) -> None:
    os.truncate(busy.path, 2**31)
    aside = put_back(busy)
    assert aside is not None and aside.stat().st_size == 2**31
    aside.unlink()


@pytest.mark.parametrize(("kept", "current"), [(0o640, 0o666), (0o644, 0o600), (0o600, 0o660)])
def test_mode_of_replaced_file_is_kept_by_restore(busy: RegisterFile, kept: int, current: int) -> None:
    busy.path.chmod(kept)
    write(busy, "ผล")
    write(busy, "อีก")
    busy.path.unlink()
    busy.path.write_bytes(b"")
    busy.path.chmod(current)
    put_back(busy)
    assert mode(busy.path) == current


def test_mode_of_backup_is_restored_if_the_file_is_missing(busy: RegisterFile) -> None:
    busy.path.chmod(0o640)
    write(busy, "ผล")
    write(busy, "อีก")
    busy.path.unlink()
    put_back(busy)
    assert mode(busy.path) == 0o640


@pytest.mark.parametrize("step", ["open", "write", "fsync file", "link", "replace"])
def test_failed_restore_keeps_the_file(busy: RegisterFile, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    busy.path.write_bytes(b"{")
    with monkeypatch.context() as within:
        RecordedDisk(within, step)
        with pytest.raises(StoreError, match="the disk is full"):
            busy.restore(1)
    assert busy.path.read_bytes() == b"{"
    put_back(busy)


def test_file_repaired_by_another_user_is_not_replaced(busy: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    good = busy.path.read_bytes()
    late, contents = RegisterFile(busy.path, Identity("a")), [b"{", good]
    real = RegisterFile._is_readable

    def write_before(file: RegisterFile) -> bool:
        if contents:
            busy.path.write_bytes(contents.pop(0))
        return real(file)

    monkeypatch.setattr(RegisterFile, "_is_readable", write_before)
    restored = late.restore(1)
    assert (restored.replaced, restored.aside) == (False, None)
    assert len(late.history()) == 6 and list(busy.path.parent.glob("*.damaged-*")) == []


@needs_root
def test_restore_without_write_access_is_refused(read_only_register: Path) -> None:
    write(RegisterFile(read_only_register), "ผล")
    backup_folder(read_only_register).chmod(0o755)
    read_only_register.write_bytes(b"{")
    with acting_as(USER, GROUP), pytest.raises(StoreError, match="ask its owner"):
        RegisterFile(read_only_register).restore(1)
    assert read_only_register.read_bytes() == b"{"


def test_advice_skips_damaged_backups(busy: RegisterFile) -> None:
    for each in backup_paths(busy.path)[:3]:
        each.unlink()
        each.write_bytes(b'{"register": {}}')
    busy.path.write_bytes(b"")
    with pytest.raises(StoreError, match=r"itatui restore 4 --register "):
        RegisterFile(busy.path).load()
    put_back(busy, 4)
    assert result(RegisterFile(busy.path)) == "หนึ่ง"
