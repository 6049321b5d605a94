"""Whatever the disk refuses: one line, a file that is whole, nothing left lying about, and the next save works."""

from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from itatui.store.config import Config, save
from itatui.store.errors import StoreError
from tests import reference
from tests.support.register_edits import beside, edit, result, tables, write
from tests.support.save_steps import STEPS, RegisterStorage


def refused(file: RegisterFile, patch: pytest.MonkeyPatch, step: str) -> str:
    """The line with which a save is refused when this step fails."""
    with patch.context() as within:
        RegisterStorage(within, step)
        with pytest.raises(StoreError) as caught:
            write(file, "ใหม่")
    line = str(caught.value)
    assert line.isprintable() and line.startswith(f"{file.path}: the disk is full; ")
    return line


@pytest.mark.parametrize("step", STEPS)
def test_the_file_is_the_old_or_the_new_whole(file: RegisterFile, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    old = result(file)
    refused(file, monkeypatch, step)
    assert beside(file.path) == []
    for opened in (file, RegisterFile(file.path)):
        assert result(opened) == ("ใหม่" if step == "fsync folder" else old)
        assert len(opened.history()) == (step == "fsync folder")


@pytest.mark.parametrize("step", STEPS)
def test_the_next_save_works(file: RegisterFile, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    refused(file, monkeypatch, step)
    write(file, "อีก")
    assert result(RegisterFile(file.path)) == "อีก"
    assert tables(file.path)["history"][str(len(file.history()))]["edits"][0]["after"] == "อีก"


def test_a_save_again_after_the_folder_failed_is_on_the_disk(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = edit(file, "ใหม่")
    refused(file, monkeypatch, "fsync folder")
    disk = RegisterStorage(monkeypatch)
    file.apply(again)  # nothing is left to write, but whoever says "saved" must have had the folder forced
    assert "fsync folder" in [step for step, _on in disk.seen]


def test_it_is_not_said_that_nothing_was_changed_when_it_was(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = refused(file, monkeypatch, "fsync folder")
    assert "nothing was changed" not in line


@pytest.mark.parametrize("step", ["open", "write", "fsync file", "link"])
def test_a_new_file_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "office" / "register.json"
    with monkeypatch.context() as within:
        RegisterStorage(within, step)
        with pytest.raises(StoreError, match="the disk is full"):
            create(path, reference.register())
    assert list(path.parent.iterdir()) == []
    create(path, reference.register())
    assert RegisterFile(path).load() == reference.register()


@pytest.mark.parametrize("step", ["open", "write", "fsync file", "replace"])
def test_the_configuration_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "itatui" / "config.toml"
    save(path, Config("en"))
    before = path.read_bytes()
    with monkeypatch.context() as within:
        RegisterStorage(within, step)
        with pytest.raises(StoreError, match="the disk is full"):
            save(path, Config("th"))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_past_in_whose_place_a_file_stands(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    file.path.with_name("register.json.past").write_text("in the way")
    with pytest.raises(StoreError):
        write(file, "ผล")
    assert file.path.read_bytes() == before and beside(file.path) == []


def test_what_would_be_too_large_is_not_written(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.path.read_bytes()
    monkeypatch.setattr("itatui.store.storage.MAX_BYTES", len(before) + 1000)
    with pytest.raises(StoreError, match="larger than"):
        write(file, "ก" * 1000)
    assert file.path.read_bytes() == before and beside(file.path) == []
    write(file, "ก")


def test_what_would_not_read_back_is_not_written(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    with pytest.raises(StoreError, match="does not read back"):
        write(file, "\ud83d\ude00")  # two halves, which JSON makes one
    assert file.path.read_bytes() == before
    assert result(file) == reference.register().measures[1].result
