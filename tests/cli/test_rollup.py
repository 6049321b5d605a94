"""`itatui rollup`: many registers in one table, damaged ones among them."""

import csv
import io
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from itatui.cli.output import today
from itatui.cli.register_readers import read_registers
from itatui.domain.rollup import RollupOptions
from itatui.store import config
from itatui.store.format.documents import tables_of
from tests import reference
from tests.support.command_line import ROOT, Run, run_program
from tests.support.raw_terminal import no_answer, raw_terminal
from tests.support.registers import late
from tools.rollup.agencies import DAMAGES, make_registers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two provinces, of two registers and of one."""
    folder = tmp_path / "ita"
    first, second = folder / "จังหวัด 01", folder / "จังหวัด 02"
    for path, register in (
        (first / "a.json", reference.register()),
        (first / "b.json", late()._replace(agency="อบต.ก", fiscal_year=2568)),
        (second / "c.json", reference.register()._replace(agency="=อบต.ข")),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(tables_of(register), ensure_ascii=False), "utf-8")
    return folder


def lines_of(run: Run, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("rollup", "--json", *words).output().splitlines()]


def test_each_register_has_a_line_and_all_have_a_sum(folder: Path, run: Run) -> None:
    rows = [line.split("│")[1:-1] for line in run("rollup", str(folder), "--width", "160").output().splitlines()]
    cells = [[cell.strip() for cell in row] for row in rows if len(row) > 1 and row[1].strip().isdigit()]
    assert [row[1:3] for row in cells] == [["1", "9"], ["1", "9"], ["1", "9"], ["3", "27"]]
    assert cells[-1][0] == "All" and cells[0][3] == "100% (36/36)"


def test_json_has_an_object_a_line_with_progress_late_missing_and_findings(folder: Path, run: Run) -> None:
    first, second, _third = lines_of(run, str(folder))
    assert first == {
        "file": str(folder / "จังหวัด 01" / "a.json"),
        "agency": reference.register().agency,
        "year": 2567,
        "measures": 9,
        "planned": 36,
        "done": 36,
        "late": 0,
        "dropped": 0,
        "no_result": 0,
        "no_outcome": 0,
        "no_evidence": 9,
        "must": 9,
        "should": 2,
        "ready": 0,
        "percent": 100,
    }
    assert (second["agency"], second["year"], second["no_result"]) == ("อบต.ก", 2568, 1)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("folder", ["จังหวัด 01", "จังหวัด 02"]),
        ("year", [2567, 2568]),
        ("unit", ["สำนักปลัด", "ทุกกองงาน"]),
        ("agency", [reference.register().agency, "อบต.ก", "=อบต.ข"]),
    ],
)
def test_lines_are_grouped(folder: Path, run: Run, by: str, names: list[Any]) -> None:
    lines = lines_of(run, str(folder), "--by", by)
    found = [Path(line[by]).name if by == "folder" else line[by] for line in lines]
    assert found == names
    if by != "unit":  # a measure may have several units
        assert sum(line["measures"] for line in lines) == 27
    assert sum(line["registers"] for line in lines) == (6 if by == "unit" else 3)


def test_findings_are_those_of_the_check(path: Path, run: Run) -> None:
    run("set", "register", "scores=1 = 10")
    findings = json.loads(run("check", "--json").out)["findings"]
    (line,) = lines_of(run, str(path))
    for severity in ("must", "should"):
        assert line[severity] == len([each for each in findings if each["severity"] == severity])
    assert "low-score-without-measure" in {each["rule"] for each in findings}


def test_csv_is_read_by_spreadsheets_and_has_no_formula(folder: Path, run: Run) -> None:
    text = run("rollup", str(folder), "--csv").output()
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["agency"] for row in rows] == [reference.register().agency, "อบต.ก", "'=อบต.ข"]
    assert [row["measures"] for row in rows] == ["9", "9", "9"]


@pytest.fixture
def damaged(folder: Path) -> dict[str, str]:
    """Damage a register in each of the ten ways. Return the ways by path."""
    good = (folder / "จังหวัด 01" / "a.json").read_bytes()
    paths = {str(folder / "จังหวัด 03" / f"{number}.json"): way for number, way in enumerate(DAMAGES)}
    for path, way in paths.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_bytes(DAMAGES[way](good))
    assert len(paths) == 10
    return paths


@pytest.mark.parametrize("kind", [[], ["--json"], ["--csv"], ["--by", "folder"]])
def test_damaged_files_are_named_and_counted_and_stop_nothing(
    folder: Path, damaged: dict[str, str], run: Run, kind: list[str]
) -> None:
    found = run("rollup", str(folder), *kind)
    assert found.code == 1
    lines = found.err.splitlines()
    assert lines[-1] == "itatui: damaged files: 10 of 13"
    assert sorted(path for path in damaged if any(path in line for line in lines)) == sorted(damaged)
    assert len(lines) == 11
    if kind == ["--json"]:
        answers = [json.loads(line) for line in found.out.splitlines()]
        assert {each["file"] for each in answers if "damaged" in each} == set(damaged)
        assert len([each for each in answers if "damaged" not in each]) == 3


def test_nothing_is_written(folder: Path, damaged: dict[str, str], run: Run) -> None:
    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}

    before = state()
    run("rollup", str(folder))
    assert state() == before


def test_files_and_folders_may_be_mixed_and_hidden_ones_are_left_out(folder: Path, run: Run) -> None:
    hidden = folder / ".backups"
    hidden.mkdir()
    (folder / "จังหวัด 02" / "c.json").rename(hidden / "c.json")
    (folder / "notes.txt").write_text("ไม่ใช่ทะเบียน", "utf-8")
    assert len(lines_of(run, str(folder))) == 2
    assert len(lines_of(run, str(folder / "จังหวัด 02"), str(hidden / "c.json"))) == 1


def test_backups_are_no_registers_of_their_own(folder: Path, run: Run) -> None:
    run("--register", str(folder / "จังหวัด 01" / "a.json"), "set", "IIT-1", "result=เสร็จแล้ว")
    assert [path.suffix for path in folder.rglob("*.past/*")] == [".json"]
    assert len(lines_of(run, str(folder))) == 3


def test_a_missing_folder_is_refused(run: Run) -> None:
    assert run("rollup", "absent").error_line() == "itatui: absent: no such file or folder"


def test_processes_give_the_answers_of_one_in_the_order_of_the_files(tmp_path: Path, run: Run) -> None:
    make_registers(tmp_path / "many", 120, 3)
    found = run("rollup", str(tmp_path / "many"), "--json")
    answers = [json.loads(line) for line in found.out.splitlines()]
    assert [each["file"] for each in answers] == sorted(each["file"] for each in answers)
    paths = [Path(each["file"]) for each in answers]
    where = config.config_path()
    by = RollupOptions(today(), config.rules(where), config.indicators(where))
    alone = [line for path in paths for reading in read_registers([path], by) for line in reading.lines]
    assert [line.done for line in alone] == [each["done"] for each in answers if "damaged" not in each]


def test_made_registers_are_the_same_each_time(tmp_path: Path) -> None:
    one, other = make_registers(tmp_path / "a", 60, 2), make_registers(tmp_path / "b", 60, 2)
    assert list(one.values()) == list(other.values()) == ["empty"]
    name = "จังหวัด 01/register_00003.json"
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_words_of_files_never_reach_the_terminal_raw(folder: Path) -> None:
    path = folder / "จังหวัด 01" / "\x1b[31mx.json"
    path.write_bytes(b"{}")
    found = run_program("rollup", str(folder))
    assert "\x1b" not in found.out + found.err and found.code == 1


def test_a_bar_on_a_terminal_is_gone_at_the_end(folder: Path) -> None:
    command = [sys.executable, "-m", "itatui", "rollup", str(folder), "--json"]
    with raw_terminal(command, {**os.environ, "PYTHONPATH": str(ROOT)}, no_answer) as run:
        assert run.wait_for_exit() == 0
    bar, gone, _rest = run.text.rpartition("\r\x1b[K")
    assert gone and "1/3" in bar and run.text.count('"agency"') == 3


def test_duckdb_gives_the_answer_of_the_rollup(tmp_path: Path, run: Run) -> None:
    """Run the query of the documentation, on registers of which some are damaged."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb, a wheel of 25 MB, is not installed")
    folder, listed = tmp_path / "many", tmp_path / "agencies.jsonl"
    make_registers(folder, 1000, 3)
    found = run("rollup", str(folder), "--json")
    listed.write_text(found.out, "utf-8")
    (query,) = re.findall("```sql\n(.*?)```", (ROOT / "docs" / "command-line.md").read_text("utf-8"), re.DOTALL)
    query = query.replace("/srv/ita", str(folder)).replace("agencies.jsonl", str(listed))
    answers = [each for each in map(json.loads, found.out.splitlines()) if "damaged" not in each]
    sums = tuple(sum(each[name] for each in answers) for name in ("measures", "planned", "done"))
    assert duckdb.sql(query).fetchall() == [(len(answers), *sums)]
    assert len(answers) == 990


def test_a_register_counts_whatever_its_history_holds(folder: Path, run: Run) -> None:
    path = folder / "จังหวัด 01" / "a.json"
    path.write_text(path.read_text("utf-8").replace('"history": {}', '"history": {"1": {"edits": 3}}'), "utf-8")
    assert len(lines_of(run, str(folder))) == 3
