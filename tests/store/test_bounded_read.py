"""Files that are too large, too deeply nested or not regular are refused without reading or waiting."""

import json
import os
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from itatui.store.format.json_reader import MAX_BYTES
from tests import reference
from tests.support.register_edits import tables

GOOD = reference.register()


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 2**31])
def test_oversized_file_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    with path.open("r+b") as sparse:
        sparse.truncate(size)
    with monkeypatch.context() as within:
        within.delattr(os, "read")
        with pytest.raises(StoreError, match="larger than 32 MB"):
            RegisterFile(path).load()
    assert path.stat().st_size == size


def test_file_growing_while_read_is_refused_at_the_limit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itatui.store.format.bounded_read.MAX_BYTES", path.stat().st_size)
    assert RegisterFile(path).load() == GOOD
    real, parts = os.read, [b" " * 50]
    monkeypatch.setattr(os, "read", lambda handle, size: parts.pop() if parts else real(handle, size))
    with pytest.raises(StoreError, match="larger than"):
        RegisterFile(path).load()


def test_pipe_is_refused_without_waiting(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)
    for act in (RegisterFile(path).load, lambda: RegisterFile(path).apply(set_field(GOOD, "title", "another"))):
        with pytest.raises(StoreError, match="not a regular file"):
            act()
    assert path.is_fifo()


@pytest.mark.parametrize("name", ["/dev/null", "/dev/zero", "/dev/tty"])
def test_device_is_refused_without_opening(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "open")
    with pytest.raises(StoreError, match="not a regular file"):
        RegisterFile(Path(name)).load()


@pytest.mark.parametrize("field", ["planned", "evidence", "note"])
@pytest.mark.parametrize("depth", [100, 500, 900, *range(930, 1000, 5), 5000])
def test_any_nesting_depth_is_saved_or_reported(path: Path, field: str, depth: int) -> None:
    text = json.dumps(tables(path))
    path.write_text(
        text.replace('{"id":', f'{{"{field}": {"[" * depth + "]" * depth}, "id":', 1).replace(
            f', "{field}": []', "", 1
        ),
        "utf-8",
    )
    before = path.read_bytes()
    try:
        file = RegisterFile(path)
        file.apply(set_field(file.load(), "title", "another"))
    except StoreError as error:
        assert path.read_bytes() == before and str(error).isprintable()
    else:
        assert field == "note" and RegisterFile(path).load().title == "another"
