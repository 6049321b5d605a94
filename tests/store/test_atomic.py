"""Order of the steps of a save, on which surviving a power cut depends."""

import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from itatui.store.config import Config, save
from itatui.store.errors import StoreError
from itatui.store.health import examine
from tests import reference
from tests.support.register_edits import result, tables, write
from tests.support.save_steps import RecordedDisk

BESIDE = re.compile(r"\.register\.json\.[0-9a-f]{12}\.new")


def test_save_is_synced_before_it_replaces_the_old_file(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = RecordedDisk(monkeypatch)
    write(file, "ผล")
    steps = [step for step, _on in disk.seen]
    names = [on for _step, on in disk.seen]
    assert steps == ["open", "fsync file", "link", "replace", "fsync folder"]
    assert BESIDE.fullmatch(names[0]) and names[1] == names[0]
    assert names[3:] == ["register.json", "office"]


def test_new_file_is_synced_before_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = RecordedDisk(monkeypatch)
    create(tmp_path / "register.json", reference.register())
    assert [step for step, _on in disk.seen] == ["open", "fsync file", "link", "fsync folder"]
    assert disk.seen[2][1] == "register.json" and disk.seen[3][1] == tmp_path.name


def test_configuration_is_saved_durably(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = RecordedDisk(monkeypatch)
    save(tmp_path / "c.toml", Config("en"))
    assert [step for step, _on in disk.seen] == ["open", "fsync file", "replace", "fsync folder"]


def test_temporary_file_is_new_and_private_and_never_a_link(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = RecordedDisk(monkeypatch)
    write(file, "ผล")
    ((flags, mode),) = disk.flags
    assert flags & os.O_EXCL and flags & os.O_CREAT and flags & os.O_NOFOLLOW
    assert mode == 0o600


def test_temporary_names_differ(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = RecordedDisk(monkeypatch)
    for word in ("หนึ่ง", "สอง", "สาม"):
        write(file, word)
    names = [on for step, on in disk.seen if step == "open"]
    assert len(set(names)) == 3


def test_short_writes_are_continued(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    RecordedDisk(monkeypatch, chunk=1000)
    write(file, "ผล")
    assert tables(file.path)["measures"]["2"]["result"] == "ผล"
    assert result(RegisterFile(file.path)) == "ผล"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_folder_that_cannot_be_synced_does_not_prevent_saving(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", failing_for_folders(number))
    write(file, "ผล")
    create(file.path.with_name("other.json"), reference.register())
    assert result(RegisterFile(file.path)) == "ผล"
    (folder,) = [check for check in examine(file) if check.name == "folder"]
    assert folder.good and "cannot sync folders" in folder.facts


def test_disk_error_while_syncing_a_folder_is_reported(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing_for_folders(errno.EIO))
    with pytest.raises(StoreError, match="disk error"):
        write(file, "ผล")
    (folder,) = [check for check in examine(file) if check.name == "folder"]
    assert not folder.good


def failing_for_folders(number: int) -> Callable[[int], None]:
    """Return a stand-in for `os.fsync` that fails for folders."""
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        real(handle)

    return fsync
