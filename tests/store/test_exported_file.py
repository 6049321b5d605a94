"""Exported files: whole after a kill at any step, and never over a file that is not meant."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from itatui.store.errors import StoreError
from itatui.store.exported_file import check_target, write_export
from tests.support.people import mode
from tests.support.save_steps import RecordedDisk
from tests.support.sources import ROOT

OLD, NEW = b"old" * 1000, b"new" * 1000


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.json"
    path.write_bytes(b"{}")
    return path


def test_new_file_has_the_mode_of_the_user_mask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_export(tmp_path / "report.pdf", NEW, force=False)
    finally:
        os.umask(before)
    assert mode(tmp_path / "report.pdf") == 0o640


def test_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(OLD)
    path.chmod(0o604)
    write_export(path, NEW, force=True)
    assert (path.read_bytes(), mode(path)) == (NEW, 0o604)


def test_existing_file_is_refused_without_force(tmp_path: Path, register: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(OLD)
    with pytest.raises(StoreError, match="--force"):
        check_target(path, register, force=False)
    assert check_target(path, register, force=True) == path


def test_file_created_meanwhile_is_kept(tmp_path: Path, register: Path) -> None:
    target = check_target(tmp_path / "report.pdf", register, force=False)
    target.write_bytes(OLD)
    with pytest.raises(StoreError, match="already exists"):
        write_export(target, NEW, force=False)
    assert target.read_bytes() == OLD
    assert set(tmp_path.iterdir()) == {register, target}


def test_register_is_never_replaced_not_even_by_another_name(tmp_path: Path, register: Path) -> None:
    link = tmp_path / "report.pdf"
    link.symlink_to(register)
    hard = tmp_path / "hard.pdf"
    hard.hardlink_to(register)
    for path in (register, link, hard):
        with pytest.raises(StoreError, match="register itself"):
            check_target(path, register, force=True)


def test_link_is_followed(tmp_path: Path, register: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(OLD)
    link = tmp_path / "report.pdf"
    link.symlink_to(real)
    write_export(check_target(link, register, force=True), NEW, force=True)
    assert link.is_symlink()
    assert real.read_bytes() == NEW


def test_folder_and_pipe_are_refused(tmp_path: Path, register: Path) -> None:
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    for path in (folder, pipe):
        with pytest.raises(StoreError, match="not a regular file"):
            check_target(path, register, force=True)


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such folder"):
        write_export(tmp_path / "none" / "report.pdf", NEW, force=False)


def test_failure_at_any_step_leaves_the_old_file_and_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(OLD)
    for step in ("open", "write", "fsync file", "replace"):
        with pytest.MonkeyPatch.context() as patch:
            RecordedDisk(patch, step)
            with pytest.raises(StoreError):
                write_export(path, NEW, force=True)
        assert path.read_bytes() == OLD
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("step", ["open", "write", "fsync file", "link", "replace", "fsync folder"])
def test_kill_at_any_step_leaves_the_old_file_or_the_new_one(tmp_path: Path, step: str, exists: bool) -> None:
    path = tmp_path / "report.pdf"
    if exists:
        path.write_bytes(OLD)
    words = [sys.executable, "-m", "tests.support.killed_export", str(path), step, str(int(exists))]
    ran = subprocess.run(words, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    is_replaced = (exists and step != "link") or (not exists and step != "replace")  # a new file is linked, not renamed
    assert ran.returncode == (-signal.SIGKILL if is_replaced else 0)
    assert (path.read_bytes() if path.exists() else b"") in ((OLD if exists else b""), NEW)
    write_export(path, NEW, force=True)
    assert path.read_bytes() == NEW
