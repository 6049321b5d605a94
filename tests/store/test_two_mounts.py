"""Two mounts of the same files, such as sshfs and the disk itself, whose locks do not see each other."""

import os
import threading
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from itatui.domain.change import ConflictError
from itatui.store import RegisterFile
from itatui.store.backups import backup_paths
from itatui.store.errors import StoreError
from itatui.store.files import atomic, claim, mounts
from itatui.store.files.claim import Claimant, claim_paths
from itatui.store.files.side_names import side_path
from itatui.store.health import examine
from itatui.store.identity import Identity
from itatui.store.mount_notice import told_path
from tests.support.mounts import KINDS, pretend_mount, second_mount, why_no_mount
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


def test_save_on_another_mount_just_after_a_save_is_kept(
    file: RegisterFile, other: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as within:
        real = atomic.sync_folder

        def sync_folder(folder: Path) -> bool:
            within.setattr(atomic, "sync_folder", real)
            write(other, "ของเขา", ref="IIT-3")
            return real(folder)

        within.setattr(atomic, "sync_folder", sync_folder)
        write(file, "ของฉัน")
    write(file, "อีกครั้ง", ref="EIT-1")
    found = RegisterFile(file.path)
    assert [result(found, ref) for ref in ("IIT-2", "IIT-3", "EIT-1")] == ["ของฉัน", "ของเขา", "อีกครั้ง"]
    assert len(found.history()) == 3


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


SHARED = ["nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.bindfs", "9p"]


@pytest.mark.parametrize("kind", SHARED)
def test_shared_file_system_is_named_by_doctor(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    pretend_mount(monkeypatch, file.path.parent, kind)
    (check,) = [check for check in examine(file) if check.name == "folder"]
    assert f"{kind}: saves of other machines" in check.facts
    assert mounts.file_system(tmp_path) == "ext4" and not mounts.is_shared("ext4")


def noted(path: Path, texts: int = 1) -> list[str]:
    """Return the notes of a program that opens a register and saves some texts."""
    notes: list[str] = []
    file = RegisterFile(path)
    file.on_note = notes.append
    for _text in range(texts):
        write(file, os.urandom(4).hex())
    return notes


@pytest.mark.parametrize("kind", SHARED)
def test_first_save_on_a_shared_file_system_is_noted_once(
    path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    pretend_mount(monkeypatch, path.parent, kind)
    notes = noted(path, 3)
    assert len(notes) == 1 and notes[0].startswith(f"{path} is on {kind}: ") and notes[0].isprintable()
    assert noted(path) == []
    monkeypatch.setattr(os, "uname", lambda: os.uname_result(("Linux", "another", "", "", "")))
    assert len(noted(path)) == 1


def test_save_on_a_disk_of_this_machine_is_not_noted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_mount(monkeypatch, path.parent, "xfs")
    assert noted(path) == [] and not told_path().exists()


@pytest.mark.parametrize("data", [b"{", b"[1]", b'[["a"]]', b"\xff", b"null"])
def test_damaged_list_of_noted_registers_is_replaced(path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    pretend_mount(monkeypatch, path.parent, "nfs")
    told_path().parent.mkdir(parents=True)
    told_path().write_bytes(data)
    assert (len(noted(path)), noted(path)) == (1, [])


def test_unsaved_edit_is_kept_after_a_merge(
    file: RegisterFile, other: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = edit(file, "ของฉัน")
    meanwhile(monkeypatch, lambda: write(other, "ของเขา", ref="IIT-3"))
    register = file.apply(late)
    assert register == RegisterFile(file.path).load() and not file.changed()


ELSEWHERE = "0000.1.x"
"""Target of a claim that another mount has made."""


def claim_elsewhere(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Claim the register as it is, from another mount."""
    with monkeypatch.context() as within:
        within.setattr(claim, "_machine", lambda: "elsewhere")
        made = Claimant(path, 0).claim(zlib.crc32(path.read_bytes()))
    assert made is not None and made.path is not None
    return made.path


def test_save_waits_for_the_claim_of_another_mount(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    held, waits = claim_elsewhere(file.path, monkeypatch), threading.Event()
    real = Claimant.claim

    def claiming(claimant: Claimant, checksum: int) -> Any:
        made = real(claimant, checksum)
        if made is None:
            waits.set()
        return made

    monkeypatch.setattr(Claimant, "claim", claiming)
    before = file.path.read_bytes()
    saving = threading.Thread(target=write, args=(file, "ผล"))
    saving.start()
    assert waits.wait(60) and file.path.read_bytes() == before
    held.unlink()
    saving.join()
    assert result(RegisterFile(file.path)) == "ผล" and claim_paths(file.path) == []


def test_claim_of_a_killed_writer_is_removed(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    claim_elsewhere(file.path, monkeypatch)
    monkeypatch.setattr(claim, "STALE_S", 0.0)
    write(file, "ผล")
    assert result(RegisterFile(file.path)) == "ผล" and claim_paths(file.path) == []


def test_claim_of_a_killed_writer_on_this_mount_is_removed_at_once(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim, "STALE_S", 3600.0)
    left = Claimant(file.path, file.path.stat().st_dev).claim(zlib.crc32(file.path.read_bytes()))
    assert left is not None and left.holds()
    write(file, "ผล")
    assert claim_paths(file.path) == []


def test_claim_on_an_earlier_content_is_named_by_doctor_and_removed(file: RegisterFile) -> None:
    left = side_path(file.path, ".saving-0123abcd")
    left.symlink_to(ELSEWHERE)
    (check,) = [check for check in examine(file) if check.name == "strays"]
    assert "the next save deletes them" in check.cure
    write(file, "ผล")
    assert beside(file.path) == []


def test_claim_released_while_another_asks_for_it_is_made_later(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, real = claim_elsewhere(file.path, monkeypatch), os.symlink

    def refused_then_released(target: str, path: Path) -> None:
        try:
            real(target, path)
        except FileExistsError:
            held.unlink()
            raise PermissionError from None  # as sshfs does

    monkeypatch.setattr(os, "symlink", refused_then_released)
    claimant, content = Claimant(file.path, 1), zlib.crc32(file.path.read_bytes())
    assert claimant.claim(content) is None
    made = claimant.claim(content)
    assert made is not None and claim_paths(file.path) == [made.path]


def test_dead_claim_of_this_mount_is_followed_by_a_claim(file: RegisterFile) -> None:
    content = zlib.crc32(file.path.read_bytes())
    left = Claimant(file.path, 1).claim(content)
    claimant = Claimant(file.path, 1)
    assert left is not None and claimant.claim(content) is None
    made = claimant.claim(content)
    assert made is not None and made.path == left.path and made.target != left.target


def test_claim_that_was_taken_over_is_not_used(
    file: RegisterFile, other: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda: claim.remove_unused(file.path, claim.Claim(None)))
    write(file, "ผล")
    assert [len(RegisterFile(each).history()) for each in backup_paths(file.path)] == [0]
    assert result(RegisterFile(file.path)) == "ผล" and beside(file.path) == []


@pytest.mark.parametrize("name", ["PermissionError", "OSError"])
def test_file_system_without_links_is_saved_without_a_claim(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuse(*_words: Any) -> None:
        raise {"PermissionError": PermissionError(1, "no"), "OSError": OSError(95, "no")}[name]

    monkeypatch.setattr(os, "symlink", refuse)
    write(file, "ผล")
    assert result(RegisterFile(file.path)) == "ผล"


@pytest.mark.parametrize("kind", KINDS)
def test_no_change_is_lost_on_two_real_mounts(file: RegisterFile, tmp_path: Path, kind: str) -> None:
    if reason := why_no_mount(kind):
        pytest.skip(reason)
    refs, office = ("IIT-2", "IIT-3", "EIT-1"), file.path.parent
    with ExitStack() as stack:
        try:
            more = [stack.enter_context(second_mount(office, tmp_path / name, kind)) for name in "ab"]
        except OSError as error:
            pytest.skip(str(error))
        paths = [folder / file.path.name for folder in (office, *more)]
        writers = [
            threading.Thread(target=_write_texts, args=(path, ref, 12)) for path, ref in zip(paths, refs, strict=True)
        ]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
    found = RegisterFile(file.path)
    assert len(found.history()) == 36
    assert [result(found, ref) for ref in refs] == ["ครั้งที่ 11"] * 3
    assert beside(file.path) == []


def _write_texts(path: Path, ref: str, count: int) -> None:
    file = RegisterFile(path)
    for number in range(count):
        write(file, f"ครั้งที่ {number}", ref=ref)
