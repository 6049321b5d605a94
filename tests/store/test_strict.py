"""Files that are not registers: refused in a line that names the file, which stays unchanged."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itatui.domain.edits import set_field
from itatui.resources import resource
from itatui.store import SAMPLE, RegisterFile
from itatui.store.errors import StoreError
from tests import reference
from tests.support.register_edits import beside, by_hand, tables

GOOD = reference.register()


def line_of(path: Path) -> str:
    """Return the line of refusal, the same for readers and writers."""
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    said = []
    attempts: list[Callable[[], object]] = [
        lambda: RegisterFile(path).load(),
        lambda: RegisterFile(path).apply(set_field(GOOD, "title", "another")),
        lambda: RegisterFile(path).undo(),
    ]
    for attempt in attempts:
        with pytest.raises(StoreError) as caught:
            attempt()
        said.append(str(caught.value))
    assert len(set(said)) == 1
    assert said[0].isprintable() and str(path) in said[0]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)
    assert beside(path) == []
    return said[0]


NO_REGISTER = {
    "empty": b"",
    "blank": b" \n\t",
    "text": "ไม่ใช่ทะเบียน".encode(),
    "half": b'{"register": ',
    "null": b"null",
    "list": b"[]",
    "string": b'"register"',
    "no tables": b"{}",
    "tail": b"{} {}",
    "Infinity": b'{"register": {"1": {"schema": Infinity}}}',
    "-Infinity": b'{"register": {"1": {"schema": -Infinity}}}',
    "NaN": b'{"register": {"1": {"schema": NaN}}}',
    "twice": b'{"register": {"1": {"schema": 1, "schema": 1}}}',
    "twice spaced": b'{"register": {"1": {"schema" : 1, "schema"\n\t: 1}}}',
    "twice escaped": b'{"register": {"1": {"schema": 1, "\\u0073chema": 1}}}',
    "twice deep": b'{"register": {"1": {"a": "\\":", "b": [[{"c": 1, "d": ":", "c": 1}]]}}}',
    "twice a number": b'{"register": {"1": {}, "1": {}}}',
    "twice a table": b'{"register": {}, "register": {}}',
    "hostile key": b'{"a\\u001b]52;c;x\\u0007\\nb": 1}',
    "hostile key twice": b'{"a\\u001b[31m\\n": 1, "a\\u001b[31m\\n": 1}',
    "table of lists": b'{"register": {"1": []}}',
    "table a list": b'{"register": [{"schema": 1}]}',
    "id 01": b'{"register": {"01": {"schema": 1}}}',
    "id 0": b'{"register": {"0": {"schema": 1}}}',
    "id -1": b'{"register": {"-1": {"schema": 1}}}',
    "id 1.0": b'{"register": {"1.0": {"schema": 1}}}',
    "id nothing": b'{"register": {"": {"schema": 1}}}',
    "id Thai": '{"register": {"๑": {"schema": 1}}}'.encode(),
    "id endless": b'{"register": {"' + b"9" * 5000 + b'": {"schema": 1}}}',
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "deep, closed": b"[" * 100_000 + b"]" * 100_000,
    "long number": b'{"register": {"1": {"schema": ' + b"9" * 10_000 + b"}}}",
    "huge float": b'{"register": {"1": {"schema": 1e999}}}',
    "not UTF-8": b'{"register": {"1": {"agency": "\xff"}}}',
    "Thai of Windows": '{"register": {"1": {"agency": "ไทย"}}}'.encode("cp874"),
    "UTF-16": '{"register": {}}'.encode("utf-16"),
    "raw control": b'{"register": {"1": {"agency": "\x1b"}}}',
    "overlong": b'{"\xc0\xaf": {}}',
    "surrogate bytes": b'{"\xed\xa0\x80": {}}',
}


@pytest.mark.parametrize("name", NO_REGISTER)
def test_invalid_bytes_are_refused(path: Path, name: str) -> None:
    path.write_bytes(NO_REGISTER[name])
    assert "itatui new" in line_of(path)


@pytest.mark.parametrize("part", range(0, resource("data", SAMPLE).stat().st_size - 2, 500))
def test_a_torn_file_is_refused(path: Path, part: int) -> None:
    path.write_bytes(path.read_bytes()[:part])
    line_of(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"it is a folder, not a file; nothing was changed"):
        RegisterFile(tmp_path).load()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.json: no such file or folder; .*Check the name.*itatui new"):
        RegisterFile(tmp_path / "none.json").load()


def test_circular_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(StoreError):
        RegisterFile(tmp_path / "a").load()


def first(table: str, **fields: Any) -> Callable[[Any], object]:
    """Set these fields in the first document of a table."""
    return lambda found: found[table]["1"].update(fields)


WRONG: dict[str, Callable[[Any], object]] = {
    "newer": first("register", schema=5),
    "no schema": lambda found: found["register"]["1"].pop("schema"),
    "schema 0": first("register", schema=0),
    "schema true": first("register", schema=True),
    "schema text": first("register", schema="1"),
    "no year": lambda found: found["register"]["1"].pop("fiscal_year"),
    "year text": first("register", fiscal_year="2567"),
    "year Gregorian": first("register", fiscal_year=2024),
    "agency null": first("register", agency=None),
    "columns": first("register", schema=3, columns="x"),
    "column": first("register", schema=3, columns={"track": 1}),
    "two registers": lambda found: found["register"].update({"2": found["register"]["1"]}),
    "no register": lambda found: found.pop("register"),
    "no track": lambda found: found["tracks"].pop("1"),
    "unknown track": first("measures", track="XIT"),
    "unknown hostile track": first("measures", track="\x1b[31m\n"),
    "track twice": first("tracks", code="EIT"),
    "track twice in another case": first("tracks", code="eit"),
    "code empty": first("tracks", code=""),
    "code spaced": first("tracks", code="I T"),
    "code hyphened": first("tracks", code="I-T"),
    "label number": first("tracks", label=1),
    "id twice": first("measures", id="iit-2567-2"),
    "id empty": first("measures", id=""),
    "id number": first("measures", id=1),
    "order text": first("measures", order="1"),
    "order true": first("measures", order=True),
    "order none": lambda found: found["measures"]["1"].pop("order"),
    "activity list": first("measures", activity=["a"]),
    "responsible text": first("measures", responsible="สำนักปลัด"),
    "responsible numbers": first("measures", responsible=[1]),
    "quarter 5": first("measures", planned=[5]),
    "quarter 0": first("measures", done=[0]),
    "quarter true": first("measures", done=[True]),
    "quarter 1.0": first("measures", done=[1.0]),
    "quarter text": first("measures", done=["1"]),
    "quarters five": first("measures", done=[1, 2, 3, 4, 4]),
    "quarters text": first("measures", done="1-4"),
    "evidence texts": first("measures", evidence=["https://example.org"]),
    "evidence object": first("measures", evidence={}),
    "evidence number": first("measures", evidence=[{"label": "a", "target": 1}]),
}


@pytest.mark.parametrize("name", WRONG)
def test_invalid_documents_are_refused(path: Path, name: str) -> None:
    found = tables(path)
    WRONG[name](found)
    by_hand(path, found)
    line_of(path)


def test_a_newer_schema_is_named(path: Path) -> None:
    found = tables(path)
    found["register"]["1"]["schema"] = 7
    by_hand(path, found)
    assert "newer itatui (format version 7)" in line_of(path)


@pytest.mark.parametrize("order", ["1e999", "-1e999", "1" + "0" * 400])
def test_an_infinite_order_is_refused(path: Path, order: str) -> None:
    path.write_text(path.read_text("utf-8").replace('"order": 1024.0', f'"order": {order}', 1), "utf-8")
    line_of(path)


def test_a_huge_number_in_an_unknown_field_is_refused(path: Path) -> None:
    text = json.dumps(tables(path)).replace('"schema": 4', '"schema": 4, "note": 1e999')
    path.write_text(text, "utf-8")
    line_of(path)


def test_the_newest_good_backup_is_suggested(path: Path) -> None:
    file = RegisterFile(path)
    for title in ("one", "two", "three"):
        file.apply(set_field(file.load(), "title", title))
    newest, _second, _oldest = sorted((path.parent / f"{path.name}.past").iterdir(), reverse=True)
    newest.unlink()
    newest.write_bytes(b"torn")
    path.write_bytes(b"torn")
    line = line_of(path)
    assert line.endswith(f"itatui restore 2 --register {path}")
