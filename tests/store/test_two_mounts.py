"""Two mounts of the same files, such as sshfs and the disk itself, whose locks do not see each other."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from itatui.domain.change import ConflictError
from itatui.store import RegisterFile
from itatui.store.backups import backup_paths
from itatui.store.errors import StoreError
from itatui.store.files import mounts
from itatui.store.health import examine
from itatui.store.identity import Identity
from tests.support.register_edits import beside, edit, result, write


@pytest.fixture
def other(path: Path, monkeypatch: pytest.MonkeyPatch) -> RegisterFile:
    """Open the register as another user, where no lock holds."""
    monkeypatch.setattr("itatui.store.files.lock._try_lock", lambda _handle: True)
    return RegisterFile(path, Identity("other"))


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], times: int = 1) -> None:
    """Run `act` in the middle of the next saves, just after the new file was written."""
    real, left = os.fsync, [times]

    def fsync(handle: int) -> None:
        real(handle)
        if left[0]:
            left[0] -= 1
            remaining, left[0] = left[0], 0
            act()
            left[0] = remaining

    monkeypatch.setattr(os, "fsync", fsync)


def test_save_on_another_mount_is_merged(
    file: RegisterFile, other: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda: write(other, "ของเขา", ref="IIT-3"))
    write(file, "ของฉัน")
    opened = RegisterFile(file.path)
    assert (result(opened), result(opened, "IIT-3")) == ("ของฉัน", "ของเขา")
    assert [change.who for change in opened.history()] == ["other", file.who]
    assert [len(RegisterFile(each).history()) for each in backup_paths(file.path)] == [1, 0]
    assert beside(file.path) == []


def test_save_of_the_same_field_on_another_mount_is_a_conflict(
    file: RegisterFile, other: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda: write(other, "ของเขา"))
    with pytest.raises(ConflictError):
        write(file, "ของฉัน")
    assert result(RegisterFile(file.path)) == "ของเขา"


def test_no_change_of_two_mounts_is_lost(
    file: RegisterFile, other: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = count()
    for number in range(12):
        with monkeypatch.context() as within:
            meanwhile(within, lambda: write(other, f"เขา {next(counter)}", ref="IIT-3"), times=2)
            write(file, f"ฉัน {number}")
    assert len(RegisterFile(file.path).history()) == 36


def test_file_that_keeps_changing_is_refused(
    file: RegisterFile, other: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = count()
    meanwhile(monkeypatch, lambda: write(other, str(next(counter)), ref="IIT-3"), times=100)
    with pytest.raises(StoreError, match="another program keeps changing it"):
        write(file, "ของฉัน")


def test_file_is_read_again_if_it_changed_while_being_read(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    from itatui.store.format.bounded_read import read_whole

    whole, halves = file.path.read_bytes(), [b"{", b""]
    file.path.write_bytes(halves[0])

    def read(path: Path, **more: Any) -> bytes:
        data = read_whole(path, **more)
        if path == file.path and halves:
            halves.pop()
            path.write_bytes(whole if not halves else b"{ ")
        return data

    monkeypatch.setattr("itatui.store.storage.read_whole", read)
    assert RegisterFile(file.path).load().measures


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.bindfs", "9p"])
def test_shared_file_system_is_named_by_doctor(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    table = tmp_path / "mountinfo"
    point = str(file.path.parent).replace(" ", "\\040")
    table.write_text(f"1 0 8:1 / / rw - ext4 /dev/a rw\n2 1 0:5 / {point} rw shared:1 - {kind} host:/x rw\n", "utf-8")
    monkeypatch.setattr(mounts, "_TABLE", table)
    (check,) = [check for check in examine(file) if check.name == "folder"]
    assert f"{kind}: saves of other machines" in check.facts
    assert mounts.file_system(tmp_path) == "ext4" and not mounts.is_shared("ext4")


def test_unsaved_edit_is_kept_after_a_merge(
    file: RegisterFile, other: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = edit(file, "ของฉัน")
    meanwhile(monkeypatch, lambda: write(other, "ของเขา", ref="IIT-3"))
    register = file.apply(late)
    assert register == RegisterFile(file.path).load() and not file.changed()
