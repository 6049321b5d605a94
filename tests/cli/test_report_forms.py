"""`itatui report` by a form, for a round, with every other option."""

from pathlib import Path

import pytest

from itatui.store.create import create
from tests.support.command_line import Run
from tests.support.form_shapes import shapes


@pytest.fixture
def risks(tmp_path: Path) -> str:
    """Return the path of a register with rounds and own fields."""
    path = tmp_path / "risks.json"
    plan = shapes()["plan"].form
    risks = shapes()["follow-up-6"].register
    create(path, risks._replace(fields=(*risks.fields, *plan.fields)))
    return str(path)


def test_form_is_named_by_its_beginning(risks: str, run: Run) -> None:
    printed = run("report", "--form", "follow", "--register", risks, "--width", "160").output()
    assert printed.splitlines()[0].endswith("แบบ บส.4")


def test_reports_of_two_rounds_differ_and_leave_the_register_alone(risks: str, run: Run) -> None:
    before = Path(risks).read_bytes()
    first, half, year = (
        run("report", "--form", "follow-up", "--round", name, "--register", risks).output() for name in ("3", "6", "12")
    )
    assert "25%" in first and "50%" not in first
    assert "50%" in half and "100%" not in half
    assert "100%" in year
    assert run("report", "--form", "follow-up", "--register", risks).output() == year
    assert Path(risks).read_bytes() == before


def test_unknown_form_and_round_are_named_in_a_line(risks: str, run: Run) -> None:
    for option in ("--form", "--round"):
        refused = run("report", option, "nothing", "--register", risks)
        assert refused.code == 2
        assert refused.err.count("\n") == 1
        assert "nothing" in refused.err


def test_filter_applies_to_every_form(risks: str, run: Run) -> None:
    printed = run("report", "--form", "plan", "--unit", "กองช่าง", "--register", risks).output()
    assert "ใช้ระบบขออนุญาต" in printed.replace(" ", "")
    assert "(แสดงเฉพาะมาตรการที่เลือก 1 จาก 3 มาตรการ" in printed


def test_track_without_measures_is_printed_in_a_form_when_asked_for(risks: str, run: Run) -> None:
    run("track", "add", "NEW", "name_th=แบบวัดใหม่", "--register", risks).output()
    assert "แบบวัดใหม่" not in run("report", "--form", "plan", "--register", risks).output()
    assert "แบบวัดใหม่" in run("report", "--form", "plan", "--empty-tracks", "--register", risks).output()


def test_digits_are_those_of_the_form_unless_an_option_says_otherwise(risks: str, run: Run) -> None:
    assert "๒๕๗๐" in run("report", "--form", "calendar", "--register", risks).output()
    assert "2570" in run("report", "--form", "calendar", "--arabic-digits", "--register", risks).output()
    assert "๒๕๗๐" in run("report", "--form", "plan", "--thai-digits", "--register", risks).output()


def test_ascii_borders_of_merged_cells_have_no_other_signs(risks: str, run: Run) -> None:
    printed = run("report", "--form", "follow-up", "--ascii", "--register", risks).output()
    assert not set(printed) & set("─│┌┐└┘├┤┬┴┼═╞╡╪╤╧")
    assert "+" in printed


def test_forms_and_rounds_are_completed(risks: str, run: Run) -> None:
    for metavar, word in (("FORM", "follow-up"), ("ROUND", "6 เดือน")):
        line = f"itatui report --register {risks} --{metavar.lower()} "
        assert word in run("completion", "--words", metavar, f"--line={line}").output()


def test_fields_that_the_register_lacks_are_named_beside_the_table(risks: str, run: Run) -> None:
    printed = run("report", "--form", "e-plan", "--register", risks)
    assert printed.code == 0
    assert "budget_paid" in printed.err and "itatui form add e-plan" in printed.err
    assert "ไม่ใช้งบประมาณ" in printed.out
