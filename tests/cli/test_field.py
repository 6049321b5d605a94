"""The register's own fields: made by `itatui field`, then read and written by every command as built-in ones are."""

import json
from pathlib import Path
from typing import Any

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import Run

FIELDS = {
    "budget": ("kind=money", "heading_th=งบประมาณ (บาท)", "heading_en=Budget"),
    "progress": ("kind=percent", "heading_en=Progress", "by_round=yes"),
    "state": ("kind=choice", "choices=ตามแผน, ล่าช้ากว่าแผน"),
    "proof": ("kind=links",),
    "deadline": ("kind=date",),
    "people": ("kind=number",),
    "dimension": ("kind=line", "of=track"),
}


@pytest.fixture(autouse=True)
def fields(path: Path, run: Run) -> None:
    """Add a field of each kind."""
    for name, words in FIELDS.items():
        assert run("field", "add", name, *words).output() == f"{name}\n"


def value(run: Run, name: str, ref: str = "IIT-2") -> Any:
    return json.loads(run("show", ref, "--json").output())[name]


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("budget=๕๐,๐๐๐ บาท", 50000, "Budget: 50,000"),
        ("budget=1200.50", 1200.5, "Budget: 1,200.50"),
        ("progress=60 %", 60, "Progress: 60%"),
        ("progress.2=ร้อยละ 40", 40, "Progress, quarter 2: 40%"),
        ("state=ตามแผน", "ตามแผน", "state: ตามแผน"),
        ("proof=คำสั่ง | https://a.go.th/1", "คำสั่ง | https://a.go.th/1", "proof: คำสั่ง | https://a.go.th/1"),
        ("deadline=15 ม.ค. 2568", "2025-01-15", "deadline: 15/1/2568"),
        ("people=-1,234", -1234, "people: -1,234"),
    ],
)
def test_a_value_is_understood_shown_traced_and_undone(run: Run, typed: str, kept: Any, shown: str) -> None:
    name, _equals, _text = typed.partition("=")
    run("set", "IIT-2", typed).output()
    assert value(run, name) == kept
    assert f"  {shown}\n" in run("show", "IIT-2").output()
    assert run("history", "IIT-2").output().splitlines()[0].endswith(f"IIT-2: wrote {shown.partition(':')[0]}")
    assert run("undo").code == 0
    assert value(run, name) in ("", None)
    assert run("redo").code == 0
    assert value(run, name) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "budget=ห้าหมื่น",
        "budget=-1",
        "budget=1.234",
        "progress=140%",
        "progress.1=x",
        "progress.5=1",
        "budget.1=1",
        "state=อื่น",
        "deadline=31/2/2568",
        "people=1.2.3",
        "dimension=ก",
    ],
)
def test_a_wrong_value_is_refused_in_a_line(path: Path, run: Run, typed: str) -> None:
    before = path.read_bytes()
    run("set", "IIT-2", typed).error_line(2)
    assert path.read_bytes() == before


def test_own_fields_are_searched_and_added_with_a_measure(run: Run) -> None:
    ref = run("add", "EIT", "activity=ก", "budget=50000", "state=ตามแผน").output().strip()
    assert run("list", "--find", "50,000").output().startswith(ref)
    assert run("list", "--find", "ตามแผน").output().startswith(ref)


def test_a_field_of_a_track_belongs_to_tracks(run: Run) -> None:
    run("set", "IIT", "dimension=มิติที่ 1").output()
    assert value(run, "dimension", "IIT") == "มิติที่ 1"
    assert "  dimension: มิติที่ 1\n" in run("show", "IIT").output()


def test_a_field_with_values_is_removed_only_when_sure_and_undo_brings_them_back(path: Path, run: Run) -> None:
    run("set", "IIT-2", "budget=5", "progress.1=6").output()
    assert "--yes" in run("field", "remove", "budget").error_line(2)
    assert run("field", "remove", "budget", "--yes").code == 0
    assert "budget" not in json.loads(run("show", "IIT-2", "--json").output())
    run("set", "IIT-2", "budget=1").error_line(2)
    run("history").output()
    assert run("undo").code == 0
    assert value(run, "budget") == 5
    assert run("field", "remove", "people").code == 0
    assert "people" not in {field.name for field in RegisterFile(path).load().fields}


def test_a_field_is_changed_and_moved(run: Run) -> None:
    run("field", "set", "state", "heading_en=State", "choices=ก, ข, ค").output()
    run("set", "IIT-2", "state=ค").output()
    assert "  State: ค\n" in run("show", "IIT-2").output()
    run("field", "move", "state", "1").output()
    assert json.loads(run("field", "--json").output())[0]["name"] == "state"


@pytest.mark.parametrize(
    "words",
    [
        ("add", "budget", "kind=money"),
        ("add", "result"),
        ("add", "งบ"),
        ("add", "Budget2"),
        ("add", "a.1"),
        ("add", "late"),
        ("add", "x", "kind=colour"),
        ("add", "x", "of=meeting"),
        ("add", "x", "kind=choice"),
        ("add", "x", "choices=ก"),
        ("add", "x", "by_round=perhaps"),
        ("set", "budget"),
        ("set", "budget", "kind=text"),
        ("set", "state", "choices="),
        ("remove", "nothing"),
        ("move", "budget"),
        ("move", "budget", "99"),
    ],
)
def test_a_refused_change_of_fields_changes_nothing(path: Path, run: Run, words: tuple[str, ...]) -> None:
    before = path.read_bytes()
    run("field", *words).error_line(2)
    assert path.read_bytes() == before


def test_two_users_write_different_own_fields_of_one_measure(path: Path) -> None:
    from tests.support.register_edits import edit, measure

    here, there = RegisterFile(path), RegisterFile(path)
    mine, theirs = edit(here, "5", "budget"), edit(there, "6", "progress.1")
    here.apply(mine)
    both = measure(there.apply(theirs))
    assert (both.more.get("budget"), both.more.get("progress.1")) == ("5", "6")


def test_next_year_keeps_the_fields_and_the_plan(path: Path, run: Run, tmp_path: Path) -> None:
    run("set", "IIT-2", "budget=5", "progress=6").output()
    run("new", "2568", "--from", str(path), "--register", str(tmp_path / "next.json")).output()
    measure = json.loads(run("show", "IIT-2", "--json", "--register", str(tmp_path / "next.json")).output())
    assert (measure["budget"], measure["progress"]) == (5, None)
