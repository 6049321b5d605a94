"""One writer at a time; who waits is told for whom; nobody's lock outlives its holder."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from itatui.domain.change import ConflictError
from itatui.store import RegisterFile
from itatui.store.errors import BusyError, StoreError
from itatui.store.files.lock import lock_path
from tests.support.lock_holder import held, let_go
from tests.support.register_edits import edit, result, write

SHORT = 0.05


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nobody waits for long, until this is undone."""
    monkeypatch.setattr("itatui.store.register_file.LOCK_TIMEOUT_S", SHORT)
    return monkeypatch


def test_a_holder_elsewhere_is_named(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
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


def test_a_hostile_name_is_made_visible(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    with held(file.path, "\x1b]52;c;x\x07\n\x9b2J"), pytest.raises(BusyError) as caught:
        write(file, "ผล")
    assert str(caught.value).isprintable()


def test_it_works_again_after_the_release(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    with held(file.path) as holder:
        for _time in range(3):  # three waits given up: each must let go when the lock comes to it at last
            with pytest.raises(BusyError):
                write(file, "ผล")
        let_go(holder)
        impatient.undo()
        write(file, "ผล")
        assert write(RegisterFile(file.path), "อีก") == RegisterFile(file.path).load()


def test_it_works_as_soon_as_a_waiting_lock_comes(file: RegisterFile) -> None:
    with held(file.path) as holder:
        assert holder.stdin is not None
        holder.stdin.close()  # it lets go some time from now, and the write waits for that
        write(file, "ผล")
    assert result(RegisterFile(file.path)) == "ผล"


def test_a_killed_holder_holds_nothing(file: RegisterFile) -> None:
    with held(file.path) as holder:
        holder.kill()
        write(file, "ผล")
    assert result(RegisterFile(file.path)) == "ผล"


def test_readers_take_no_lock(path: Path) -> None:
    with held(path):
        file = RegisterFile(path)
        assert file.load() and file.history() == [] and not file.changed()


def test_a_refused_change_leaves_no_lock(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    other = RegisterFile(file.path)
    late = edit(other, "ช้า")
    write(file, "ผล")
    with pytest.raises(ConflictError):
        other.apply(late)
    write(file, "อีก")


def test_the_lock_is_one_file_for_ever(file: RegisterFile) -> None:
    write(file, "ผล")
    first = lock_path(file.path).stat().st_ino
    with pytest.raises(ConflictError):
        file.apply(edit(file, "ก")._replace(before="อื่น"))
    write(file, "อีก")
    assert lock_path(file.path).stat().st_ino == first


def test_a_link_in_the_locks_place_is_not_followed(file: RegisterFile, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("whole")
    lock_path(file.path).symlink_to(victim)
    with pytest.raises(StoreError):
        write(file, "ผล")
    assert victim.read_text() == "whole"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.link(path.with_name("victim"), path)])
def test_what_is_no_lock_is_not_taken_for_one(file: RegisterFile, make: Callable[[Path], object]) -> None:
    victim = file.path.with_name("victim")
    victim.write_text("whole")
    victim.chmod(0o640)
    make(lock_path(file.path))
    before = file.path.read_bytes()
    with pytest.raises(StoreError):
        write(file, "ผล")
    assert (victim.read_text(), stat.S_IMODE(victim.stat().st_mode)) == ("whole", 0o640)
    assert file.path.read_bytes() == before


def test_the_longer_name_of_an_earlier_holder_leaves_nothing(file: RegisterFile, impatient: pytest.MonkeyPatch) -> None:
    with held(file.path, "ก" * 60):
        pass
    with held(file.path, "ข") as holder, pytest.raises(BusyError) as caught:
        write(file, "ผล")
    assert f": ข ({holder.pid}) has" in str(caught.value)
