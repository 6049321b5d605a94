"""Registers of an older version: read as they are, backed up, and migrated by the first save."""

from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.domain.form_templates import fill
from itatui.domain.forms import form_of
from itatui.domain.new_register import next_year
from itatui.domain.register import Register
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from itatui.store.format.json_reader import Tables
from itatui.store.format.migrations import MIGRATIONS
from tests import reference
from tests.store.test_strict import line_of
from tests.support.register_edits import beside, by_hand, tables
from tests.support.save_steps import RecordedDisk

GOOD = reference.register()


def older(path: Path) -> None:
    """Turn a register into the fictitious version 0, which called the agency `office`."""
    found = tables(path)
    head = found["register"]["1"]
    head["schema"], head["office"] = 0, head.pop("agency")
    by_hand(path, found)


def of_version(path: Path, version: int) -> None:
    """Turn a register into one as an older itatui wrote it: up to version 3, its tracks have no order."""
    found = tables(path)
    found["register"]["1"]["schema"] = version
    for track in found["tracks"].values() if version < 4 else ():
        del track["order"]
    by_hand(path, found)


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_every_earlier_version_is_read_and_kept_beside_the_first_save(path: Path, version: int) -> None:
    of_version(path, version)
    before, file = path.read_bytes(), RegisterFile(path)
    assert file.load() == GOOD
    file.apply(set_field(GOOD, "title", "one"))
    (kept,) = beside(path)
    assert kept.startswith(f"register.json.version-{version}-") and path.with_name(kept).read_bytes() == before
    assert tables(path)["register"]["1"]["schema"] == 5
    assert RegisterFile(path).load() == GOOD._replace(title="one")


def renamed(found: Tables) -> None:
    """Migrate a register from version 0 to 1."""
    for head in found["register"].values():
        head["agency"] = head.pop("office")


def test_an_older_file_is_read_and_unchanged_until_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MIGRATIONS, 0, renamed)
    older(path)
    before = path.read_bytes()
    assert RegisterFile(path).load() == GOOD
    assert path.read_bytes() == before and beside(path) == []


def test_an_older_file_is_backed_up_and_migrated_by_the_first_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MIGRATIONS, 0, renamed)
    older(path)
    before, file = path.read_bytes(), RegisterFile(path)
    for title in ("one", "two"):
        file.apply(set_field(file.load(), "title", title))
    (kept,) = beside(path)
    assert kept.startswith("register.json.version-0-") and path.with_name(kept).read_bytes() == before
    head = tables(path)["register"]["1"]
    assert (head["schema"], head["agency"]) == (5, GOOD.agency) and "office" not in head
    assert file.restore(2).register == GOOD  # the backup is of the older version


def test_an_older_file_without_migration_is_refused(path: Path) -> None:
    older(path)
    assert "the format version" in line_of(path)


def test_a_failed_save_of_a_migration_leaves_the_older_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MIGRATIONS, 0, renamed)
    older(path)
    before = path.read_bytes()
    with monkeypatch.context() as within:
        RecordedDisk(within, "replace")
        for _time in range(3):
            with pytest.raises(StoreError):
                RegisterFile(path).apply(set_field(GOOD, "title", "one"))
    assert path.read_bytes() == before and len(beside(path)) == 1
    assert RegisterFile(path).load() == GOOD


HEADINGS = {
    "track": "แบบวัด",
    "measures": 'ก "ข" \\ {ค}\nปี 2567',
    "results": "ผล",
    "responsible": "ผู้รับผิดชอบ",
    "outcome": "ผลลัพธ์",
}


def with_headings(path: Path, headings: dict[str, str]) -> None:
    """Turn a register into one of version 3, which kept the headings of the report in the register."""
    of_version(path, 3)
    found = tables(path)
    found["register"]["1"]["columns"] = headings
    by_hand(path, found)


def printed_headings(register: Register) -> list[str]:
    """Return the headings of the form that is printed as the report."""
    return [fill(column.heading, {}) for column in form_of(register).columns]


def test_headings_of_the_report_become_a_form_of_the_registers_own(path: Path) -> None:
    with_headings(path, HEADINGS)
    file = RegisterFile(path)
    assert printed_headings(file.load()) == list(HEADINGS.values())
    file.apply(set_field(file.load(), "title", "one"))
    assert "columns" not in tables(path)["register"]["1"] and list(tables(path)["forms"]) == ["1"]
    assert printed_headings(RegisterFile(path).load()) == list(HEADINGS.values())
    assert file.restore(1).register == RegisterFile(path).load()


def test_headings_as_itatui_brings_them_become_nothing(path: Path) -> None:
    with_headings(path, dict(zip(HEADINGS, printed_headings(GOOD), strict=True)))
    assert RegisterFile(path).load() == GOOD


def test_unknown_headings_survive_the_migration(path: Path) -> None:
    with_headings(path, {**HEADINGS, "sixth": "หมายเหตุ"})
    file = RegisterFile(path)
    file.apply(set_field(file.load(), "title", "one"))
    assert tables(path)["register"]["1"]["columns"] == {"sixth": "หมายเหตุ"}


def test_next_years_form_tells_the_next_year(path: Path) -> None:
    with_headings(path, HEADINGS)
    register = next_year(RegisterFile(path).load(), 2568)
    assert printed_headings(register)[1].endswith("ปี 2568")
