"""A measure that cannot be carried out: no longer late, and said to be so wherever it is shown."""

import json
from pathlib import Path

import pytest

from tests.support.command_line import Run

REASON = "งบประมาณไม่เพียงพอ"


@pytest.fixture(autouse=True)
def dropped(path: Path, run: Run) -> None:
    """Say of IIT-2, of which nothing was done, that it cannot be carried out."""
    run("set", "IIT-2", "--untick", "1-4", "result=", "evidence=").output()
    assert run("list", "--late").out.startswith("IIT-2 ")
    run("set", "IIT-2", f"dropped={REASON}").output()


def test_dropped_measure_is_not_late(run: Run) -> None:
    assert run("list", "--late").output() == ""
    line = run("list", "--status", "dropped").output()
    assert line.startswith("IIT-2    – – – –  ") and line.endswith(f"(cannot be done: {REASON})\n")
    measure = json.loads(run("show", "IIT-2", "--json").output())
    assert (measure["status"], measure["late"], measure["dropped"]) == ("dropped", [], REASON)


def test_show_overview_report_and_minutes_name_the_reason(run: Run) -> None:
    assert f"  Cannot be done: {REASON}\n" in run("show", "IIT-2").output()
    overview = run("overview", "--width", "160").output()
    assert "Cannot be done: 1 measure" in overview and REASON in overview
    found = json.loads(run("overview", "--json").output())
    assert found["late"] == [] and [each["ref"] for each in found["dropped"]] == ["IIT-2"]
    assert found["tracks"][0]["dropped"] == 1
    report = "".join(run("report", "--width", "200").output().split())
    assert f"ไม่สามารถดำเนินการได้:{REASON}" in report and "ยังไม่ดำเนินการ" not in report


def test_undo_makes_it_late_again(run: Run) -> None:
    assert run("undo").code == 0
    assert run("list", "--late").out.startswith("IIT-2 ")


def test_dropped_measure_is_planned_again_next_year(run: Run, path: Path, tmp_path: Path) -> None:
    run("new", "2568", "--from", str(path), "--register", str(tmp_path / "next.json")).output()
    measure = json.loads(run("show", "IIT-2", "--json", "--register", str(tmp_path / "next.json")).output())
    assert measure["dropped"] == ""
