"""`itatui import`: documents into the register, after a preview, as one change."""

import json
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from tests import reference
from tests.support.command_line import Run, TerminalStream, run_program
from tests.support.form_shapes import shapes
from tests.support.imports import empty, varied
from tools.intake.manners import MANNERS
from tools.intake.truth import items


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create a register without measures, and name it in the environment."""
    path = tmp_path / "r.json"
    create(path, empty())
    monkeypatch.setenv("ITATUI_REGISTER", str(path))
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "รายงาน.docx"
    path.write_bytes(MANNERS["word-track-typed.docx"](varied()))
    return path


def test_document_is_imported_as_one_change(register: Path, document: Path, run: Run) -> None:
    code, out, err = run("import", str(document), "--yes", "--all")
    assert code == 0 and "measures added: 9, changed: 3, left as they are: 0" in out
    assert "undo with: itatui undo" in err
    assert items(RegisterFile(register).load()) == items(varied())
    assert run("undo").code == 0
    assert RegisterFile(register).load() == empty()


def test_second_import_changes_nothing(register: Path, document: Path, run: Run) -> None:
    run("import", str(document), "--yes", "--all")
    before = register.read_bytes()
    code, out, err = run("import", str(document), "--yes", "--all")
    assert code == 0 and "left as they are: 9" in out and "holds all of it already" in err
    assert register.read_bytes() == before


def test_dry_run_shows_the_measures_and_changes_nothing(register: Path, document: Path, run: Run) -> None:
    before = register.read_bytes()
    out = run("import", str(document), "--dry-run").out
    assert all(f"{track}-{number}: added" in out for track in ("IIT", "EIT", "OIT") for number in (1, 2, 3))
    assert "กองคลัง · Quarter 2 – 3" in out
    assert register.read_bytes() == before


def test_guesses_are_told_and_left_out(register: Path, document: Path, run: Run) -> None:
    code, out, err = run("import", str(document), "--yes")
    assert code == 0 and out.count("guessed and left out: ") == 3 and "add --all" in err
    assert not any(measure.result for measure in RegisterFile(register).load().measures_of("OIT"))


def test_import_without_a_terminal_needs_a_decision(register: Path, document: Path, run: Run) -> None:
    before = register.read_bytes()
    assert "--yes" in run("import", str(document)).error_line(2)
    assert register.read_bytes() == before


def test_several_documents_are_one_change(register: Path, tmp_path: Path, run: Run) -> None:
    names = ("word-measure-merged.docx", "excel-merged.xlsx", "csv-tis-620.csv")
    for name in names:
        (tmp_path / name).write_bytes(MANNERS[name](varied()))
    code, out, _err = run("import", *names, "--yes")
    assert code == 0 and out.count("measures added: 9,") == 1 and out.count("left as they are: 9") == 2
    assert len(RegisterFile(register).history()) == 1


def test_standard_input_is_imported(register: Path) -> None:
    answer = run_program("import", "-", "--yes", "--all", typed=reference.extracted().encode())
    assert answer.code == 0 and answer.out.startswith("standard input (text): measures added: 9")
    assert "damaged letters fixed: 19" in answer.out and "itatui repair" in answer.err
    assert len(RegisterFile(register).load().measures) == 9


def test_json_tells_columns_and_edits(register: Path, document: Path, run: Run) -> None:
    found = json.loads(run("import", str(document), "--dry-run", "--json").out)
    (about,) = found["documents"]
    assert [column["role"] for column in about["columns"]] == ["track", "activity", "result", "responsible", "outcome"]
    assert (about["added"], about["format"], len(about["guesses"])) == (9, "DOCX", 3)
    assert len([edit for edit in found["edits"] if edit["kind"] == "measure"]) == 9


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it holds no table"),
        (b"PK\x03\x04 cut short", "damaged or cut short"),
        (b"\xd0\xcf\x11\xe0 old", "old Word or Excel file"),
        ("ไม่มีตาราง".encode(), "it holds no table"),
        ("ก\tข\nค\tง".encode(), "no headings of measures"),
    ],
)
def test_document_that_cannot_be_read_is_refused_in_a_line(
    register: Path, tmp_path: Path, run: Run, content: bytes, words: str
) -> None:
    (tmp_path / "d").write_bytes(content)
    before = register.read_bytes()
    line = run("import", "d", "--yes").error_line()
    assert line.startswith("itatui: d: ") and words in line and "nothing was changed" in line
    assert register.read_bytes() == before


def test_file_that_is_not_there_is_refused_in_a_line(register: Path, run: Run) -> None:
    assert "no such file" in run("import", "nowhere.docx", "--yes").error_line()
    assert "folder" in run("import", ".", "--yes").error_line()


def test_one_bad_document_keeps_the_others_out(register: Path, document: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "d").write_bytes(b"PK")
    before = register.read_bytes()
    assert run("import", str(document), "d", "--yes").code == 1
    assert register.read_bytes() == before


def test_track_is_named_for_a_table_without_one(register: Path, tmp_path: Path, run: Run) -> None:
    table = "ที่\tกิจกรรม\tผู้รับผิดชอบ\n1\tจัดอบรม\tกองคลัง\n2\tจัดทำคู่มือ\tกองช่าง\n"
    (tmp_path / "t.txt").write_text(table, encoding="utf-8")
    assert "no track is named" in run("import", "t.txt", "--yes").out
    assert RegisterFile(register).load().measures == ()
    assert run("import", "t.txt", "--yes", "--track", "eit").code == 0
    found = RegisterFile(register).load()
    assert [(found.ref(each), each.activity, each.responsible) for each in found.measures] == [
        ("EIT-1", "จัดอบรม", ("กองคลัง",)),
        ("EIT-2", "จัดทำคู่มือ", ("กองช่าง",)),
    ]


def test_questions_are_asked_on_a_terminal(
    register: Path, document: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", TerminalStream("y\ny\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    run("import", str(document))
    assert items(RegisterFile(register).load()) == items(varied())


def test_column_is_read_as_the_field_that_is_named(register: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.txt").write_text("กลุ่ม\tงาน\tเสร็จ\nIIT\tจัดอบรม\t/\n", encoding="utf-8")
    assert "no headings of measures" in run("import", "t.txt", "--yes").error_line()
    assert "track, number, ref, activity" in run("import", "t.txt", "--yes", "--column", "งาน=x").error_line(2)
    columns = [word for pair in ("กลุ่ม=track", "งาน=activity", "เสร็จ=done.2") for word in ("--column", pair)]
    assert run("import", "t.txt", "--yes", *columns).code == 0
    (measure,) = RegisterFile(register).load().measures
    assert (measure.track, measure.activity, set(measure.done)) == ("IIT", "จัดอบรม", {2})


def test_export_by_an_own_form_is_read_by_the_form(tmp_path: Path, run: Run) -> None:
    shape = shapes()["e-plan"]
    path = tmp_path / "own.json"
    create(path, shape.register)
    assert run("export", "plan.csv", "--form", "e-plan", "--yes", "--register", str(path)).code == 0
    run("set", "D1-1", "budget_paid=", "--register", str(path))
    assert run("import", "plan.csv", "--yes", "--form", "e-plan", "--register", str(path)).code == 0
    assert [each.more.get("budget_paid") for each in RegisterFile(path).load().measures] == [
        each.more.get("budget_paid") for each in shape.register.measures
    ]
    assert "there is no form" in run(
        "import", "plan.csv", "--dry-run", "--form", "none", "--register", str(path)
    ).error_line(2)
