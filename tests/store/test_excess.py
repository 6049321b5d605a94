"""Files that would take too much memory to read, and errors that come too late to matter."""

import errno
import os
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from itatui.store.format.json_reader import MAX_BYTES
from tests.support.register_edits import beside, result, write


def test_a_file_of_too_many_parts_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr("itatui.store.format.json_reader.MAX_PARTS", 200)
    with pytest.raises(StoreError, match="more parts than a register can have"):
        RegisterFile(path).load()
    with pytest.raises(StoreError, match="more parts than a register can have"):
        RegisterFile(path).undo()
    assert path.read_bytes() == before and beside(path) == []


def test_a_file_of_nothing_but_lists_is_refused_before_they_are_made(path: Path) -> None:
    path.write_bytes(b"[" + b"[]," * 2_000_000 + b"[]]")
    with pytest.raises(StoreError, match="more parts than a register can have"):
        RegisterFile(path).load()


def test_what_would_have_too_many_parts_is_not_written(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.path.read_bytes()
    monkeypatch.setattr("itatui.store.format.json_reader.MAX_PARTS", sum(map(before.count, (b",", b"[", b"{"))) + 100)
    with pytest.raises(StoreError, match="does not read back"):
        write(file, ("ก",) * 200, "responsible")
    assert file.path.read_bytes() == before and beside(file.path) == []
    write(file, "ก")


def test_a_generation_too_large_is_no_cure(file: RegisterFile) -> None:
    for title in ("one", "two"):
        file.apply(set_field(file.load(), "title", title))
    newest, _older = sorted((file.path.parent / f"{file.path.name}.past").iterdir(), reverse=True)
    with newest.open("ab") as padded:
        padded.write(b" " * MAX_BYTES)
    file.path.write_bytes(b"torn")
    with pytest.raises(StoreError) as caught:
        RegisterFile(file.path).load()
    assert "itatui restore 2 " in str(caught.value)


def test_a_save_is_not_denied_because_the_lock_closes_badly(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = os.close

    def badly(handle: int) -> None:
        of = Path(f"/proc/self/fd/{handle}").readlink()
        close(handle)
        if of.suffix == ".lock":
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "close", badly)
    write(file, "ใหม่")
    assert result(RegisterFile(file.path)) == "ใหม่"
