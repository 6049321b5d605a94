"""Registers written and read again are equal."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from itatui.domain.register import Register
from itatui.store import SAMPLE, RegisterFile, create, sample
from itatui.store.errors import StoreError
from tests import reference
from tests.support.examples import share
from tests.support.register_edits import beside, by_hand, tables, write
from tests.support.strategies import registers


def test_a_new_file_holds_the_register(path: Path) -> None:
    assert RegisterFile(path).load() == reference.register()


@settings(max_examples=share(40))
@given(registers())
def test_a_new_file_holds_any_register(register: Register) -> None:
    with TemporaryDirectory() as folder:
        create(Path(folder, "r.json"), register)
        assert RegisterFile(Path(folder, "r.json")).load() == register


def test_the_file_is_utf8_with_a_line_for_each_field(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    lines = text.splitlines()
    assert f'      "activity": "{reference.register().measures[0].activity}",' in lines
    assert '      "planned": [1, 2, 3, 4],' in lines
    assert text.endswith("}\n")


def test_a_new_file_has_four_tables(path: Path) -> None:
    found = tables(path)
    assert list(found) == ["register", "tracks", "measures", "history"]
    assert found["register"]["1"]["schema"] == 5
    assert [len(table) for table in found.values()] == [1, 3, 9, 0]


def test_a_bom_and_another_layout_are_read(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(tables(path)).encode())
    assert RegisterFile(path).load() == reference.register()


def test_measures_may_be_in_any_order_in_the_file(path: Path) -> None:
    found = tables(path)
    found["measures"] = dict(reversed(found["measures"].items()))
    by_hand(path, found)
    assert RegisterFile(path).load() == reference.register()


def test_missing_folders_are_created(tmp_path: Path) -> None:
    deep = tmp_path / "กอง" / "งาน" / "r.json"
    create(deep, reference.register())
    assert RegisterFile(deep).load() == reference.register()
    assert beside(deep) == []


def test_an_existing_file_is_not_replaced(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"register\.json already exists"):
        create(path, reference.register()._replace(agency="other"))
    assert path.read_bytes() == before
    assert beside(path) == []


def test_a_dangling_link_is_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(StoreError, match="already exists"):
        create(link, reference.register())
    assert link.is_symlink() and not (tmp_path / "nowhere").exists()


def test_a_file_in_place_of_a_folder_is_reported(path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        create(path / "r.json", reference.register())
    assert "already exists" not in str(caught.value)


def test_an_unchanged_file_gives_the_same_object(file: RegisterFile) -> None:
    first = file.load()
    assert file.load() is first
    written = write(file, "ใหม่")
    assert file.load() is written and written != first


def test_the_sample_is_named_by_its_year() -> None:
    assert f"register_{sample().fiscal_year}.json" == SAMPLE
