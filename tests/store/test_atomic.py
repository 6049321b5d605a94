"""Order of the steps of a save, on which surviving a power cut depends."""

import os
import re
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from itatui.store.config import Config, save
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
