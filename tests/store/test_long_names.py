"""Registers whose names are almost, or exactly, as long as a file system allows."""

import os
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from itatui.store.errors import StoreError
from itatui.store.files.atomic import stray_files
from itatui.store.files.side_names import MAX_NAME_BYTES, side_path
from tests import reference
from tests.support.register_edits import result, write

NAMES = [("ก" * 75)[: (count - 5) // 3] + "x" * ((count - 5) % 3) + ".json" for count in (224, 230, 237, 238, 250, 255)]


@pytest.mark.parametrize("name", NAMES)
def test_long_name_is_saved_shared_and_restored(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    create(path, reference.register())
    file = RegisterFile(path)
    file.enter()
    write(file, "หนึ่ง")
    write(file, "สอง")
    file.leave()
    for damage in (b"{", b"x"):
        path.write_bytes(damage)
        restored = file.restore(1)
        assert restored.aside is not None and restored.aside.read_bytes() == damage
        assert result(RegisterFile(path)) == "หนึ่ง"
    assert all(len(os.fsencode(each.name)) <= MAX_NAME_BYTES for each in tmp_path.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_temporary_files_of_long_names_are_removed(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    create(path, reference.register())
    stray = side_path(path, "x").with_name("." + side_path(path, ".0123456789ab.new").name)
    if len(os.fsencode(stray.name)) <= MAX_NAME_BYTES:
        stray.write_text("half")
        assert stray_files(path) == [stray] or len(os.fsencode(name)) > 236
    write(RegisterFile(path), "ผล")
    assert stray_files(path) == []


def test_long_names_with_the_same_start_have_their_own_files(tmp_path: Path) -> None:
    names = {side_path(tmp_path / ("ก" * 80 + end), ".history").name for end in ("a.json", "b.json", "ab.json")}
    assert len(names) == 3 and all(name.endswith(".history") for name in names)


def test_damaged_copy_is_kept_once_beside_a_long_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / NAMES[-1]
    create(path, reference.register())
    file = RegisterFile(path)
    write(file, "ผล")
    path.write_bytes(b"{")
    with monkeypatch.context() as within:
        within.setattr(os, "replace", _refuse)
        for _time in range(3):
            with pytest.raises(StoreError):
                file.restore(1)
    file.restore(1)
    assert len([each for each in tmp_path.iterdir() if ".damaged-" in each.name]) == 1


def _refuse(*_words: object) -> None:
    raise OSError(28, os.strerror(28))
