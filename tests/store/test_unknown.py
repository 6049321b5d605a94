"""Unknown fields and tables survive; a history edited by hand is checked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itatui.domain.edits import add_measure, move_measure, remove_measure, set_field
from itatui.domain.measure import Measure
from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from tests.support.register_edits import by_hand, measure, tables, write

NOTE = {"ก": [1, None, {"x": "[/] \udc80"}]}


@pytest.fixture
def noted(path: Path) -> Path:
    """Return a register with unknown fields in every table, and an unknown table."""
    found = tables(path)
    for table in ("register", "tracks", "measures"):
        for document in found[table].values():
            document["note"] = NOTE
    found["register"]["1"]["columns"] = {"sixth": "หมายเหตุ"}
    found["minutes"] = {"7": {"note": NOTE}}
    found["empty"] = {}
    path.write_bytes(json.dumps(found).encode())
    return path


def test_unknown_fields_and_tables_survive_every_edit(noted: Path) -> None:
    file, before = RegisterFile(noted), tables(noted)
    write(file, "ผล")
    write(file, after=False, field="done.3")
    write(file, ("กองคลัง",), "responsible")
    file.apply(set_field(file.load().tracks[0], "outcome", "ดี"))
    file.apply(set_field(file.load(), "fiscal_year", 2568))
    file.apply(*move_measure(file.load(), measure(file.load(), "OIT-3"), 1))
    file.apply(*add_measure(file.load(), Measure("new", "EIT", 0, "ใหม่")))
    file.undo()
    file.redo()
    after = tables(noted)
    assert after["minutes"] == before["minutes"] and after["empty"] == {}
    for table in ("register", "tracks", "measures"):
        assert all(after[table][number]["note"] == NOTE for number in before[table])
    assert after["register"]["1"]["columns"] == before["register"]["1"]["columns"]


def test_undo_of_a_removal_restores_unknown_fields(noted: Path) -> None:
    file, before = RegisterFile(noted), tables(noted)["measures"]["5"]
    before["evidence"] = [{"label": "a", "target": "b", "note": NOTE}]
    found = tables(noted)
    found["measures"]["5"] = before
    noted.write_bytes(json.dumps(found).encode())

    def held() -> object:
        return next((each for each in tables(noted)["measures"].values() if each["id"] == before["id"]), None)

    file.apply(*remove_measure(measure(file.load(), "EIT-2")))
    assert held() is None
    assert file.history()[0].edits[0].before == RegisterFile(noted).preview(1).edits[0].after
    file.undo()
    assert held() == before
    file.redo()
    assert held() is None
    file.restore(3)
    assert held() == before
    file.undo()
    file.undo(1)
    assert held() == before


def test_an_edit_writes_only_its_field(noted: Path) -> None:
    before = tables(noted)
    write(RegisterFile(noted), "ผล")
    after = tables(noted)
    assert after["measures"]["2"].pop("result") == "ผล"
    del before["measures"]["2"]["result"], after["history"]["1"]
    assert after == before


def test_a_register_without_a_history_gets_one(path: Path) -> None:
    found = tables(path)
    del found["history"]
    by_hand(path, found)
    file = RegisterFile(path)
    assert file.history() == []
    write(file, "ผล")
    assert [change.number for change in file.history()] == [1]


def edited(**fields: Any) -> dict[str, Any]:
    """Return an entry of the history that sets the result of the first measure, with some fields replaced."""
    edit = {"kind": "measure", "id": "iit-2567-1", "field": "result", "before": "", "after": "now"}
    return {"when": "2024-01-01T00:00:00+07:00", "who": "x", "edits": [{**edit, **fields}]}


WRONG_ENTRIES: dict[str, Any] = {
    "nothing": {},
    "edits text": {"edits": "x"},
    "edits of numbers": {"edits": [1]},
    "edit of nothing": {"edits": [{}]},
    "who number": {**edited(), "who": 1},
    "undoes object": {**edited(), "undoes": {"a": 1}},
    "undoes text": {**edited(), "undoes": "1"},
    "redoes list": {**edited(), "redoes": [1]},
    "kind unknown": edited(kind="planet"),
    "field unknown": edited(field="ไม่มี"),
    "field id": edited(field="id", before="other", after="iit-2567-1"),
    "field a method": edited(field="__class__"),
    "quarter unknown": edited(field="done.9", before=False, after=True),
    "quarter text": edited(field="done.x", before=False, after=True),
    "quarter of a text": edited(field="result.1", before=False, after=True),
    "before number": edited(before=5),
    "before nothing": edited(before=None),
    "before list": edited(before=["a"]),
    "before object": edited(before={"id": "x"}),
    "before list of lists": edited(before=[["a"]]),
    "whole of no track": edited(id="gone", field="", before={"id": "gone", "track": "XIT", "order": 1}, after=None),
    "whole of another id": edited(
        id="gone", field="", before={"id": "eit-2567-1", "track": "IIT", "order": 1}, after=None
    ),
}


@pytest.mark.parametrize("name", WRONG_ENTRIES)
def test_an_invalid_history_breaks_nothing(path: Path, name: str) -> None:
    found = tables(path)
    found["measures"]["1"]["result"] = "now"
    found["history"] = {"1": WRONG_ENTRIES[name]}
    by_hand(path, found)
    before, file = path.read_bytes(), RegisterFile(path)
    attempts: list[Callable[[], object]] = [lambda: file.undo(1), file.undo, file.redo, RegisterFile(path).load]
    for attempt in attempts:
        try:
            attempt()
        except ItatuiError as error:  # any other exception would be a traceback
            assert str(error).isprintable()
            assert path.read_bytes() == before


def test_typing_does_not_extend_an_invalid_entry(path: Path) -> None:
    found = tables(path)
    found["history"] = {"1": {"who": "x"}}
    by_hand(path, found)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="history/1 is not a change"):
        write(RegisterFile(path), "ผล", run="r")
    assert path.read_bytes() == before
