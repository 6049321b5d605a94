"""Limits on size and number of parts, and a late error of the lock."""

import errno
import os
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from itatui.store.format.json_reader import MAX_BYTES
from tests.support.register_edits import beside, result, write


def test_file_with_too_many_parts_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr("itatui.store.format.json_reader.MAX_PARTS", 200)
    with pytest.raises(StoreError, match="too many values for a register"):
        RegisterFile(path).load()
    with pytest.raises(StoreError, match="too many values for a register"):
        RegisterFile(path).undo()
    assert path.read_bytes() == before and beside(path) == []


def test_file_of_nested_lists_is_refused_before_parsing(path: Path) -> None:
    path.write_bytes(b"[" + b"[]," * 2_000_000 + b"[]]")
    with pytest.raises(StoreError, match="too many values for a register"):
        RegisterFile(path).load()


def test_register_with_too_many_parts_is_not_saved(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.path.read_bytes()
    monkeypatch.setattr("itatui.store.format.json_reader.MAX_PARTS", sum(map(before.count, (b",", b"[", b"{"))) + 100)
    with pytest.raises(StoreError, match="could not be read back"):
        write(file, ("ก",) * 200, "responsible")
    assert file.path.read_bytes() == before and beside(file.path) == []
    write(file, "ก")


def test_oversized_backup_is_not_offered(file: RegisterFile) -> None:
    for title in ("one", "two"):
        file.apply(set_field(file.load(), "title", title))
    newest, _older = sorted((file.path.parent / f"{file.path.name}.past").iterdir(), reverse=True)
    with newest.open("ab") as padded:
        padded.write(b" " * MAX_BYTES)
    file.path.write_bytes(b"torn")
    with pytest.raises(StoreError) as caught:
        RegisterFile(file.path).load()
    assert "itatui restore 2 " in str(caught.value)


def test_save_succeeds_if_closing_the_lock_fails(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    close = os.close

    def fail_on_lock(handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        close(handle)
        if path.suffix == ".lock":
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "close", fail_on_lock)
    write(file, "ใหม่")
    assert result(RegisterFile(file.path)) == "ใหม่"
