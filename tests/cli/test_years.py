"""Years and the agency's name in titles: `itatui new`, `itatui set register`."""

from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import Run


@pytest.mark.parametrize("title", ["ประจำปี พ.ศ. ๒๕๗๐", "FY 2570", "(2570/๒๕๗๐)", "ปี๒๕๗๐และ2570"])
def test_year_follows_in_titles_of_next_years_register(path: Path, run: Run, title: str) -> None:
    run("set", "register", "fiscal_year=2570", f"title={title}", f"subtitle=ก\n{title}").output()
    run("set", "OIT", f"label={title}").output()
    run("new", "2571", "--from", str(path), "--register", "next.json")
    register = RegisterFile(Path("next.json")).load()
    expected = title.replace("2570", "2571").replace("๒๕๗๐", "๒๕๗๑")
    assert (register.title, register.subtitle) == (expected, f"ก\n{expected}")
    assert register.tracks[2].label == expected
    assert expected.split()[-1] in run("report", "--register", "next.json").out


@pytest.mark.parametrize("digits", ["2567", "๒๕๖๗"])
def test_year_follows_in_titles_when_it_is_set(path: Path, run: Run, digits: str) -> None:
    run("set", "register", f"subtitle=ปี {digits} เลขที่ 12567 และ 25670 ต่อจาก 2566").output()
    run("set", "EIT", f"name_th=แบบวัด {digits}").output()
    run("set", "register", "fiscal_year=๒๕๖๙").output()
    register = RegisterFile(path).load()
    new = "2569" if digits == "2567" else "๒๕๖๙"
    assert register.subtitle == f"ปี {new} เลขที่ 12567 และ 25670 ต่อจาก 2566"
    assert (register.fiscal_year, register.tracks[1].name_th) == (2569, f"แบบวัด {new}")
    run("undo")
    assert RegisterFile(path).load().subtitle == f"ปี {digits} เลขที่ 12567 และ 25670 ต่อจาก 2566"


@pytest.mark.parametrize("first", [True, False])
def test_given_title_goes_before_the_followed_one(path: Path, run: Run, first: bool) -> None:
    fields = ["subtitle=ปี 2567", "fiscal_year=2569"]
    run("set", "register", *(fields if first else fields[::-1])).output()
    assert RegisterFile(path).load().subtitle == "ปี 2567"


def test_years_left_in_activities_are_listed(path: Path, run: Run) -> None:
    run("set", "IIT-2", "activity=อบรมตามแผน พ.ศ. ๒๕๖๗").output()
    run("set", "OIT-1", "activity=ทบทวน 2566, 2567").output()
    for answer in (
        run("new", "2568", "--from", str(path), "--register", "next.json"),
        run("set", "register", "fiscal_year=2568"),
    ):
        assert answer.code == 0
        assert answer.err == "itatui: check the year in these activities: IIT-2 (๒๕๖๗), OIT-1 (2566)\n"
    assert RegisterFile(Path("next.json")).load().measures[1].activity == "อบรมตามแผน พ.ศ. ๒๕๖๗"


@pytest.mark.parametrize("words", [["--agency", "อบต.ใหม่"], ["--sample", "--agency", "อบต.ใหม่"]])
def test_agency_of_a_new_register_is_in_the_report(tmp_path: Path, run: Run, words: list[str]) -> None:
    run("new", "2568", *words, "--register", "r.json").output()
    assert "อบต.ใหม่" in run("report", "--register", "r.json").output()


def test_agency_follows_in_titles(path: Path, run: Run) -> None:
    run("set", "register", "agency=อบต.เดิม", "title=รายงานของ อบต.เดิม ปี 2567", "subtitle=ก\nข").output()
    run("new", "2568", "--agency", "อบต.ใหม่", "--from", str(path), "--register", "next.json").output()
    register = RegisterFile(Path("next.json")).load()
    assert (register.title, register.subtitle) == ("รายงานของ อบต.ใหม่ ปี 2568", "ก\nข")
    run("set", "register", "agency=อบต.ใหม่", "fiscal_year=2568").output()
    assert RegisterFile(path).load().title == "รายงานของ อบต.ใหม่ ปี 2568"


def test_lines_of_the_subtitle_are_kept(path: Path, run: Run) -> None:
    run("set", "register", "subtitle=บรรทัดแรก\nบรรทัดสอง\nบรรทัดสาม").output()
    printed = [line.strip() for line in run("report").output().splitlines()]
    assert {"บรรทัดแรก", "บรรทัดสอง", "บรรทัดสาม"} <= set(printed)
    run("new", "2568", "--from", str(path), "--register", "next.json").output()
    assert RegisterFile(Path("next.json")).load().subtitle == "บรรทัดแรก\nบรรทัดสอง\nบรรทัดสาม"
