"""Results by quarter, beside that of the year; rounds of the register."""

import json
from pathlib import Path

import pytest

from itatui.domain.quarters import quarters
from itatui.domain.rounds import Round, find_round, parse_rounds, round_text, year_result
from itatui.errors import UsageError
from itatui.store import RegisterFile
from tests.support.command_line import Run
from tests.support.register_edits import edit, measure

ROUNDS = (Round("6 เดือน", quarters({1, 2})), Round("12 เดือน", quarters({3, 4})))


def test_results_of_rounds_differ_and_the_year_joins_them(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=", "result.1=ก", "result.2=ข", "result.4=ค").output()
    found = measure(RegisterFile(path).load())
    assert [round_text(found, each.quarters) for each in ROUNDS] == ["ก\nข", "ค"]
    assert year_result(found) == "ก\nข\nค"
    assert run("list", "--status", "no-result").output() == ""
    assert "ข" in run("report").output()
    run("set", "IIT-2", "result=ทั้งปี").output()
    assert year_result(measure(RegisterFile(path).load())) == "ทั้งปี"


def test_results_by_quarter_are_shown_found_and_undone(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result.3=อบรมแล้ว", "--register", str(path)).output()
    assert "  Result, quarter 3: อบรมแล้ว\n" in run("show", "IIT-2").output()
    assert run("list", "--find", "อบรมแล้ว").output().startswith("IIT-2")
    assert run("undo").code == 0
    assert json.loads(run("show", "IIT-2", "--json").output())["result.3"] == ""


def test_damage_in_a_result_by_quarter_is_repaired(path: Path, run: Run) -> None:
    file = RegisterFile(path)
    file.apply(edit(file, "เพ่ือการอบรม", "result.1"))
    assert run("repair", "IIT-2", "--apply").code == 0
    assert measure(RegisterFile(path).load()).more.get("result.1") == "เพื่อการอบรม"


def test_results_of_two_quarters_merge(path: Path) -> None:
    here, there = RegisterFile(path), RegisterFile(path)
    mine, theirs = edit(here, "ก", "result.1"), edit(there, "ข", "result.2")
    here.apply(mine)
    assert year_result(measure(there.apply(theirs))._replace(result="")) == "ก\nข"


def test_rounds_are_data_of_the_register(path: Path, run: Run) -> None:
    run("set", "register", "rounds=6 เดือน = ๑-๒; 12 เดือน = 3,4").output()
    assert RegisterFile(path).load().rounds == ROUNDS
    run("set", "register", "rounds=6 เดือน").error_line(2)
    run("set", "register", "rounds=ก=1;ก=2").error_line(2)
    told = run("set", "register", "rounds=ก = 1 = 2").error_line(2)
    assert "one on each line, or separated by ;" in told
    assert run("undo").code == 0
    assert RegisterFile(path).load().rounds == ()


def test_a_round_is_found_by_the_beginning_of_its_name() -> None:
    assert find_round(ROUNDS, "6") == find_round(ROUNDS, "๖ เดือน") == ROUNDS[0]
    for text in ("", "3", "เดือน"):
        with pytest.raises(UsageError):
            find_round(ROUNDS, text)


@pytest.mark.parametrize("between", ["\n\n", ";", ",", ", "])
def test_rounds_are_separated_by_lines_semicolons_or_commas(between: str) -> None:
    for first in ("1-2", "1, 2", "1,2"):
        assert parse_rounds(f"6 เดือน = {first}{between}12 เดือน = 3 – 4") == ROUNDS
    assert parse_rounds("ไตรมาส 1, 2 = 1, 2") == (Round("ไตรมาส 1, 2", quarters({1, 2})),)


@pytest.mark.parametrize("text", ["ก = 1 = 2", "= 1", "ก =", "6 months", "ก = 1; ข", "a = 1 = 2, ข = 3"])
def test_text_that_is_no_round_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="= 1-2"):
        parse_rounds(text)


def test_a_report_for_a_round_without_rounds_tells_how_to_make_them(path: Path, run: Run) -> None:
    assert "itatui set register rounds=" in run("report", "--round", "6", "--register", str(path)).error_line(2)


def test_a_round_of_the_whole_year_prints_what_was_typed_for_the_year(path: Path, run: Run) -> None:
    run("set", "register", "rounds=6 เดือน = 1-2, 12 เดือน = 1-4", "--register", str(path)).output()
    run("set", "IIT-2", "result=ทั้งปีแล้ว").output()
    assert "ทั้งปีแล้ว" in run("report", "--round", "12").output()
    assert "ทั้งปีแล้ว" not in run("report", "--round", "6").output()
    run("set", "IIT-2", "result.1=ไตรมาสแรก").output()
    yearly = run("report", "--round", "12").output()
    assert "ไตรมาสแรก" in yearly and "ทั้งปีแล้ว" not in yearly
