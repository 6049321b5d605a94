"""The filter options of `list`, `show` and `report`."""

import json
from pathlib import Path

import pytest

from tests.support.command_line import Run, by_hand


def refs(run: Run, *words: str) -> list[str]:
    return [line.split()[0] for line in run("list", *words).output().splitlines()]


def test_filters_by_status_unit_and_quarter_and_sorts(path: Path, run: Run) -> None:
    by_hand(path, done=[1], result="", responsible=["กองคลัง"])
    assert refs(run, "--status", "no-result") == ["IIT-2"]
    assert refs(run, "--status", "late,no-evidence", "--unit", "คลัง") == ["IIT-2"]
    assert refs(run, "--sort", "status")[0] == "IIT-2"
    assert refs(run, "--sort", "due")[0] == "IIT-2"
    assert len(refs(run, "--quarter", "๔")) == 9
    assert "IIT-2" not in refs(run, "--status", "done")
    shown = json.loads(run("show", "IIT", "--unit", "กองคลัง", "--json").output())
    assert [measure["ref"] for measure in shown["measures"]] == ["IIT-2"]


def test_report_names_its_filter(path: Path, run: Run) -> None:
    by_hand(path, done=[1], responsible=["กองคลัง"])
    text = run("report", "--status", "late", "--unit", "คลัง", "--quarter", "2").output()
    assert "(แสดงเฉพาะมาตรการที่เลือก 1 จาก 9 มาตรการ: late · คลัง · quarter 2)" in text


def test_mine_filters_by_the_configured_unit(path: Path, run: Run, tmp_path: Path) -> None:
    assert "unit" in run("list", "--mine").error_line(2)
    by_hand(path, responsible=["กองคลัง"])
    config = tmp_path / "config" / "itatui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('unit = "กองคลัง"\n', encoding="utf-8")
    assert refs(run, "--mine") == ["IIT-2"]


@pytest.mark.parametrize(
    ("words", "known_values"),
    [
        (("--status", "lat"), "no-evidence"),
        (("--sort", "size"), "number, due, status, unit"),
        (("--quarter", "5"), "1, 2, 3"),
        (("--unit", "กองช่าง"), "สำนักปลัด"),
    ],
)
def test_unknown_value_is_refused_with_the_known_values(
    path: Path, run: Run, words: tuple[str, str], known_values: str
) -> None:
    for command in ("list", "show", "report"):
        assert known_values in run(command, *words).error_line(2)


def test_filters_and_sorts_by_own_fields(path: Path, run: Run) -> None:
    run("field", "add", "budget", "kind=money")
    run("field", "add", "note", "kind=text")
    run("set", "IIT-1", "budget=50,000", "note=รอ อนุมัติ")
    run("set", "IIT-2", "budget=9000")
    assert refs(run, "--sort", "budget")[:3] == ["IIT-2", "IIT-1", "IIT-3"]
    assert refs(run, "--field", "budget=๕๐,๐๐๐") == ["IIT-1"]
    assert refs(run, "--field", "note=อนุมัติ") == ["IIT-1"]
    assert len(refs(run, "--field", "budget=")) == 7


@pytest.mark.parametrize(
    "words", [("--sort", "nothing"), ("--field", "cost=1"), ("--field", "budget=มาก"), ("--field", "budget")]
)
def test_unknown_field_or_value_is_refused(path: Path, run: Run, words: tuple[str, str]) -> None:
    run("field", "add", "budget", "kind=money")
    assert run("list", *words).error_line(2)
