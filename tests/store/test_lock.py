"""The writers' lock: exclusive, with a time limit, and released when the holder ends."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from itatui.domain.change import ConflictError
from itatui.store import RegisterFile
from itatui.store.errors import BusyError, StoreError
from itatui.store.files.lock import lock_path
from tests.support.lock_holder import held, release
from tests.support.register_edits import edit, result, write

SHORT_TIMEOUT_S = 0.05


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Shorten the time limit of the lock until this is undone."""
    monkeypatch.setattr("itatui.store.register_file.LOCK_TIMEOUT_S", SHORT_TIMEOUT_S)
    return monkeypatch


def test_holder_in_another_process_is_named(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    before = file.path.read_bytes()
    with held(file.path) as holder:
        acts: list[Callable[[], object]] = [lambda: write(file, "ผล"), file.undo, file.redo]
        for act in acts:
            with pytest.raises(BusyError) as caught:
                act()
            line = str(caught.value)
            assert line.isprintable() and str(file.path) in line
            assert f"สมชาย ({holder.pid})" in line
    assert file.path.read_bytes() == before


def test_control_characters_in_holder_name_are_replaced(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    with held(file.path, "\x1b]52;c;x\x07\n\x9b2J"), pytest.raises(BusyError) as caught:
        write(file, "ผล")
    assert str(caught.value).isprintable()


def test_save_succeeds_after_release(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    with held(file.path) as holder:
        for _time in range(3):  # each abandoned wait must release the lock when it arrives at last
            with pytest.raises(BusyError):
                write(file, "ผล")
        release(holder)
        impatient.undo()
        write(file, "ผล")
        assert write(RegisterFile(file.path), "อีก") == RegisterFile(file.path).load()


def test_save_waits_for_the_lock(file: RegisterFile) -> None:
    with held(file.path) as holder:
        assert holder.stdin is not None
        holder.stdin.close()  # the holder releases the lock later, and the write waits for that
        write(file, "ผล")
    assert result(RegisterFile(file.path)) == "ผล"


def test_killed_holder_releases_the_lock(file: RegisterFile) -> None:
    with held(file.path) as holder:
        holder.kill()
        write(file, "ผล")
    assert result(RegisterFile(file.path)) == "ผล"


def test_reading_needs_no_lock(path: Path) -> None:
    with held(path):
        file = RegisterFile(path)
        assert file.load() and file.history() == [] and not file.changed()


def test_refused_change_releases_the_lock(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    other = RegisterFile(file.path)
    late = edit(other, "ช้า")
    write(file, "ผล")
    with pytest.raises(ConflictError):
        other.apply(late)
    write(file, "อีก")


def test_lock_file_is_never_replaced(file: RegisterFile) -> None:
    write(file, "ผล")
    first = lock_path(file.path).stat().st_ino
    with pytest.raises(ConflictError):
        file.apply(edit(file, "ก")._replace(before="อื่น"))
    write(file, "อีก")
    assert lock_path(file.path).stat().st_ino == first


def test_link_in_place_of_lock_is_not_followed(file: RegisterFile, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("whole")
    lock_path(file.path).symlink_to(victim)
    with pytest.raises(StoreError):
        write(file, "ผล")
    assert victim.read_text() == "whole"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.link(path.with_name("victim"), path)])
def test_other_file_in_place_of_lock_is_refused_and_unchanged(
    file: RegisterFile, make: Callable[[Path], object]
) -> None:
    victim = file.path.with_name("victim")
    victim.write_text("whole")
    victim.chmod(0o640)
    make(lock_path(file.path))
    before = file.path.read_bytes()
    with pytest.raises(StoreError):
        write(file, "ผล")
    assert (victim.read_text(), stat.S_IMODE(victim.stat().st_mode)) == ("whole", 0o640)
    assert file.path.read_bytes() == before


def test_shorter_holder_name_replaces_longer_name(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    with held(file.path, "ก" * 60):
        pass
    with held(file.path, "ข") as holder, pytest.raises(BusyError) as caught:
        write(file, "ผล")
    assert f": ข ({holder.pid}) has" in str(caught.value)
