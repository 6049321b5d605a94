"""`itatui coverage`, scores and indicators."""

import json
from pathlib import Path

from itatui.store import RegisterFile
from tests.support.command_line import Run


def test_indicators_are_printed_with_scores_and_measures(path: Path, run: Run) -> None:
    run("set", "register", "scores=1 = 92.40; 2 = 81.75; 10 = 68")
    run("set", "IIT-2", "indicators=1, 2")
    out = run("coverage", "--width", "110").output()
    assert "! 81.75, below 85" in out and "Low scores without a measure: 10" in out
    rows = json.loads(run("coverage", "--json").output())
    assert len(rows) == 10
    assert [row["code"] for row in rows if row["low"]] == ["2", "10"]
    assert rows[1]["measures"] == ["IIT-2"]
    assert json.loads(run("show", "IIT-2", "--json").output())["indicators"] == "1, 2"
    found = run("check", "--json")
    assert [each["details"]["code"] for each in json.loads(found.out)["findings"] if each["field"] == "scores"] == [
        "10"
    ]


def test_scores_are_undone_and_refused_like_any_field(path: Path, run: Run) -> None:
    run("set", "register", "scores=1 = 92.40")
    assert RegisterFile(path).load().scores == "1 = 92.40"
    run("set", "register", "scores=1 = many").error_line(2)
    run("undo")
    assert RegisterFile(path).load().scores == ""


def test_an_agency_has_its_own_indicators(path: Path, run: Run, tmp_path: Path) -> None:
    own = tmp_path / "config" / "itatui" / "indicators.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text('line = 90\n[[indicator]]\ncode = "s1"\nth = "ความโปร่งใส"\n', "utf-8")
    run("set", "register", "scores=s1 = 89")
    (row,) = json.loads(run("coverage", "--json").output())
    assert (row["code"], row["low"]) == ("s1", True)
    own.write_text("line = 'x'\n", "utf-8")
    assert "indicators.toml" in run("coverage").error_line()


def test_next_years_register_keeps_indicators_and_asks_for_new_scores(path: Path, run: Run, tmp_path: Path) -> None:
    run("set", "register", "scores=1 = 92.40")
    run("set", "IIT-2", "indicators=1")
    target = tmp_path / "next.json"
    run("new", "2568", "--from", str(path), "--register", str(target))
    register = RegisterFile(target).load()
    assert (register.scores, register.measures[1].more.get("indicators")) == ("", "1")
