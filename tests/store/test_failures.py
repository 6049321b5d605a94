"""Disk errors at each step of a save: a one-line error, a whole file, no stray files, and the next save succeeds."""

from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from itatui.store.config import Config, save
from itatui.store.errors import StoreError
from tests import reference
from tests.support.register_edits import beside, edit, result, tables, write
from tests.support.save_steps import STEPS, RecordedDisk


def refused(file: RegisterFile, patch: pytest.MonkeyPatch, step: str) -> str:
    """Save while a step fails, and return the error message."""
    with patch.context() as within:
        RecordedDisk(within, step)
        with pytest.raises(StoreError) as caught:
            write(file, "ใหม่")
    line = str(caught.value)
    assert line.isprintable() and line.startswith(f"{file.path}: the disk is full; ")
    return line


@pytest.mark.parametrize("step", STEPS)
def test_failed_save_leaves_old_or_new_file_whole(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    old = result(file)
    refused(file, monkeypatch, step)
    assert beside(file.path) == []
    for opened in (file, RegisterFile(file.path)):
        assert result(opened) == ("ใหม่" if step == "fsync folder" else old)
        assert len(opened.history()) == (step == "fsync folder")


@pytest.mark.parametrize("step", STEPS)
def test_next_save_succeeds(file: RegisterFile, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    refused(file, monkeypatch, step)
    write(file, "อีก")
    assert result(RegisterFile(file.path)) == "อีก"
    assert tables(file.path)["history"][str(len(file.history()))]["edits"][0]["after"] == "อีก"


def test_repeated_save_syncs_the_folder_that_failed(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    same_edit = edit(file, "ใหม่")
    refused(file, monkeypatch, "fsync folder")
    disk = RecordedDisk(monkeypatch)
    file.apply(same_edit)  # has no effect on the file, but must sync the folder
    assert "fsync folder" in [step for step, _on in disk.seen]


def test_failure_after_replacing_does_not_claim_nothing_changed(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = refused(file, monkeypatch, "fsync folder")
    assert "nothing was changed" not in line


@pytest.mark.parametrize("step", ["open", "write", "fsync file", "link"])
def test_new_file_is_whole_or_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "office" / "register.json"
    with monkeypatch.context() as within:
        RecordedDisk(within, step)
        with pytest.raises(StoreError, match="the disk is full"):
            create(path, reference.register())
    assert list(path.parent.iterdir()) == []
    create(path, reference.register())
    assert RegisterFile(path).load() == reference.register()


@pytest.mark.parametrize("step", ["open", "write", "fsync file", "replace"])
def test_failed_save_keeps_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "itatui" / "config.toml"
    save(path, Config("en"))
    before = path.read_bytes()
    with monkeypatch.context() as within:
        RecordedDisk(within, step)
        with pytest.raises(StoreError, match="the disk is full"):
            save(path, Config("th"))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_file_in_place_of_backup_folder_prevents_saving(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    file.path.with_name("register.json.past").write_text("in the way")
    with pytest.raises(StoreError):
        write(file, "ผล")
    assert file.path.read_bytes() == before and beside(file.path) == []


def test_oversized_register_is_not_saved(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.path.read_bytes()
    monkeypatch.setattr("itatui.store.saves.MAX_BYTES", len(before) + 1000)
    with pytest.raises(StoreError, match="larger than"):
        write(file, "ก" * 1000)
    assert file.path.read_bytes() == before and beside(file.path) == []
    write(file, "ก")


def test_unreadable_text_is_not_saved(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    with pytest.raises(StoreError, match="could not be read back"):
        write(file, "\ud83d\ude00")  # two surrogates, which JSON joins
    assert file.path.read_bytes() == before
    assert result(file) == reference.register().measures[1].result
