"""`itatui form`: forms listed, shown, adapted, added, moved, removed; signatories; what doctor says of forms."""

import io
import json
from pathlib import Path

import pytest

from itatui.domain.forms import SHIPPED, shipped_text
from itatui.store import RegisterFile
from tests.support.command_line import Run
from tests.support.register_edits import by_hand, tables

MINE = 'name = "mine"\nlabel_th = "ของเรา"\nlabel_en = "Ours"\n[[columns]]\nheading = "กิจกรรม"\nholds = "activity"\n'
ASKS = MINE + '[[fields]]\nname = "budget"\nkind = "money"\n[[fields]]\nname = "risk_code"\n'


@pytest.fixture
def form(path: Path, tmp_path: Path) -> Path:
    """Return a file with a form."""
    file = tmp_path / "mine.toml"
    file.write_text(MINE, "utf-8")
    return file


def names(run: Run) -> list[str]:
    return [each["name"] for each in json.loads(run("form", "--json").output())]


def test_forms_are_listed_with_their_owner(run: Run, form: Path) -> None:
    run("form", "add", str(form)).output()
    assert run("form").output().splitlines()[:2] == [
        "mine             own      Ours",
        "report           itatui   Report",
    ]
    assert names(run) == ["mine", *SHIPPED]
    (plan,) = json.loads(run("form", "list", "pl", "--json").output())
    assert (plan["own"], plan["rows"], plan["missing_fields"]) == (False, "measure", ["indicator", "budget"])


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.usefixtures("path")
def test_a_form_is_shown_as_it_was_written(run: Run, name: str) -> None:
    assert run("form", "show", name).output() == shipped_text(name)


def test_a_form_of_itatui_is_adapted(run: Run, path: Path, tmp_path: Path) -> None:
    adapted = tmp_path / "calendar.toml"
    adapted.write_text(run("form", "show", "calendar").output().replace("ปฏิทิน", "ตาราง"), "utf-8")
    assert run("form", "add", str(adapted)).output() == "calendar\n"
    assert "ตารางการดำเนินการ" in run("form", "show", "calendar").output()
    assert run("form", "remove", "calendar").code == 0
    assert run("form", "show", "calendar").output() == shipped_text("calendar")
    assert run("undo").code == 0
    assert RegisterFile(path).load().forms[0].text == adapted.read_text("utf-8")


def test_the_fields_of_a_form_are_added_only_when_sure(run: Run, path: Path, form: Path) -> None:
    form.write_text(ASKS, "utf-8")
    before = path.read_bytes()
    assert run("form", "add", str(form)).error_line(2) == (
        f"itatui: mine asks for fields that the register lacks (budget, risk_code); to add them too: "
        f"itatui form add {form} --yes"
    )
    assert path.read_bytes() == before
    assert run("form", "add", str(form), "--yes").output() == "mine\n"
    assert [field.name for field in RegisterFile(path).load().fields] == ["budget", "risk_code"]
    assert "field budget: added, field risk_code: added, form mine: added" in run("history").output()
    assert run("undo").code == 0
    register = RegisterFile(path).load()
    assert (register.fields, register.forms) == ((), ())


def test_a_form_of_itatui_is_copied_with_its_fields(run: Run, path: Path) -> None:
    assert run("form", "add", "e-plan", "--yes").output() == "e-plan\n"
    register = RegisterFile(path).load()
    assert register.forms[0].text == shipped_text("e-plan") and len(register.fields) == 4


def test_a_form_comes_from_standard_input(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(MINE))
    assert run("form", "add", "-").output() == "mine\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run("form", "add", "-").error_line(2) == "itatui: standard input is empty"
    monkeypatch.setattr("sys.stdin", io.StringIO("x"))
    assert run("form", "add", "-").error_line(2).startswith("itatui: standard input: not TOML")
    assert len(RegisterFile(path).load().forms) == 1


def test_damaged_letters_of_a_form_are_fixed(run: Run, path: Path, form: Path) -> None:
    form.write_text(MINE.replace("ของเรา", "เพ่ือ"), "utf-8")
    answer = run("form", "add", str(form))
    assert (answer.code, answer.out) == (0, "mine\n") and "damaged letters fixed: 1" in answer.err
    assert "เพื่อ" in RegisterFile(path).load().forms[0].text


def test_forms_are_moved(run: Run, form: Path) -> None:
    run("form", "add", str(form)).output()
    run("form", "add", "calendar").output()
    run("form", "move", "calendar", "๑").output()
    assert names(run)[:2] == ["calendar", "mine"]
    run("form", "add", str(form), "--position", "1").output()
    assert names(run)[:2] == ["mine", "calendar"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["show"], "name the form: itatui form show FORM"),
        (["show", "x"], "there is no form x; choose from: mine, report, plan, follow-up, calendar, e-plan"),
        (["remove", "plan"], "plan is a form of itatui, not of this register; a copy to adapt: itatui form add plan"),
        (["move", "mine"], "name the new position: itatui form move FORM 1"),
        (["move", "mine", "3"], "there is no position 3: choose from 1 to 1"),
        (["add", "bad.toml"], "bad.toml: columns[2].holds: there is no resutl; did you mean result?"),
        (["add", "mine.toml", "--position", "5"], "there is no position 5: choose from 1 to 1"),
    ],
)
def test_wrong_words_are_refused_in_a_line(run: Run, path: Path, form: Path, words: list[str], line: str) -> None:
    run("form", "add", str(form)).output()
    form.with_name("bad.toml").write_text(MINE + '[[columns]]\nheading = "ข"\nholds = "resutl"\n', "utf-8")
    before = path.read_bytes()
    assert run("form", *words).error_line(2) == f"itatui: {line}"
    assert path.read_bytes() == before


@pytest.mark.usefixtures("path")
def test_a_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    assert run("form", "add", "none.toml").error_line() == "itatui: none.toml: no such file or folder"
    assert run("form", "add", str(tmp_path)).error_line() == f"itatui: {tmp_path}: it is a folder, not a file"
    (tmp_path / "latin.toml").write_bytes(b"\xff")
    assert run("form", "add", "latin.toml").error_line() == "itatui: latin.toml: not UTF-8"


def test_doctor_names_a_form_that_reads_no_more(run: Run, path: Path, form: Path) -> None:
    form.write_text(ASKS.replace('"activity"', '"budget"'), "utf-8")
    run("form", "add", str(form), "--yes").output()
    assert "✓ good  forms: mine" in run("doctor").out
    run("field", "remove", "budget")
    assert "✗ bad   forms: mine asks for fields that the register lacks: budget → add them with: " in run("doctor").out
    found = tables(path)
    found["forms"]["1"]["text"] = ASKS.replace('"activity"', '"resutl"')
    by_hand(path, found)
    line = "✗ bad   forms: form mine: columns[1].holds: there is no resutl; did you mean result? → save it with: "
    assert line in run("doctor").out
    assert (
        run("form")
        .output()
        .splitlines()[0]
        .endswith("✗ form mine: columns[1].holds: there is no resutl; did you mean result?")
    )
    assert "error" in json.loads(run("form", "show", "mine", "--json").output())


def test_signatories_are_set_and_shown(run: Run, path: Path) -> None:
    run("set", "register", "signatories=ผู้รายงาน: นางสาวกานดา ใจดี, ปลัด; ผู้ตรวจสอบ:").output()
    register = json.loads(run("show", "--json").output())
    assert register["signatories"] == [
        {"role": "ผู้รายงาน", "name": "นางสาวกานดา ใจดี", "position": "ปลัด"},
        {"role": "ผู้ตรวจสอบ", "name": "", "position": ""},
    ]
    assert "  Signatories: ผู้รายงาน: นางสาวกานดา ใจดี, ปลัด\n" in run("show").output()
    assert "wrote Signatories" in run("history", "register").output()
    before = path.read_bytes()
    run("set", "register", "signatories=นางสาวกานดา ใจดี, ปลัด").error_line(2)
    assert path.read_bytes() == before


def test_another_year_is_told_in_the_forms_too(run: Run, path: Path, form: Path) -> None:
    form.write_text(MINE.replace("กิจกรรม", "กิจกรรม ปี 2567"), "utf-8")
    run("form", "add", str(form)).output()
    run("set", "register", "fiscal_year=2568").output()
    assert "กิจกรรม ปี 2568" in run("form", "show", "mine").output()
    assert run("undo").code == 0
    assert RegisterFile(path).load().forms[0].text == form.read_text("utf-8")


def test_names_of_forms_are_completed(run: Run, form: Path) -> None:
    run("form", "add", str(form)).output()
    shown = run("completion", "--words", "FORM", "--line=itatui form show ").output().split("\n")
    assert [line.split("\t")[0] for line in shown if line] == ["mine", *SHIPPED]
    added = run("completion", "--words", "FORM", "--line=itatui form add ").output()
    assert "mine.toml\t" in added
