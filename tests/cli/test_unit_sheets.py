"""`itatui export --unit`, `export --units`, `import` of sheets, `sheets`: out to the units and back."""

import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from itatui.cli.main import main
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.store import RegisterFile, create
from tests.support.command_line import Run, TerminalStream
from tests.support.filled_sheets import OUTCOME, RESULT, filled, read, sheet
from tests.support.imports import varied

pytest.importorskip("openpyxl", reason="openpyxl of the extra `documents` is not installed")

UNITS = ("กองคลัง", "สำนักปลัด", "กองสาธารณสุขและสิ่งแวดล้อม", "กองช่าง", "ทุกกองงาน")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create a register whose measures belong to five units, and name it in the environment."""
    path = tmp_path / "office" / "register.json"
    create(path, varied())
    monkeypatch.setenv("ITATUI_REGISTER", str(path))
    return path


def returned(name: str, unit: str, *cells: tuple[str, int, str], register: Register | None = None) -> None:
    """Write the sheet of a unit as it comes back, with other texts in its cells."""
    data = sheet(register or varied(), unit, name.rpartition(".")[2])
    Path(name).write_bytes(filled(data, {(ref, column): text for ref, column, text in cells}))


def names_in(folder: str) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(path.name for path in Path(folder).iterdir())


def forked_import(name: str, register: Path, log: Path) -> int:
    """Import a sheet in a process of its own, which begins as a fork, and return its id. Its output goes to a file."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            with log.open("w", encoding="utf-8") as output, redirect_stdout(output), redirect_stderr(output):
                code = main(["--lang", "en", "import", name, "--yes", "--register", str(register)])
        finally:
            os._exit(code)
    return child


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_unit_gets_a_sheet_and_its_report_by_name_of_the_form(path: Path, run: Run, ending: str) -> None:
    answer = run("export", "--unit", "กองคลัง", f"s.{ending}")
    assert answer.out == f"s.{ending}\n" and "--form report" in answer.err
    assert [each.ref for each in read(Path(f"s.{ending}").read_bytes()).sheet.measures] == [
        f"{track}-{number}" for track in ("IIT", "OIT") for number in (1, 2, 3)
    ]
    assert run("export", "--unit", "กองคลัง", "--form", "report", "--yes", f"r.{ending}").out == f"r.{ending}\n"
    assert run("export", "--unit", "กองคลัง", "r.csv", "--yes").out == "r.csv\n"
    assert "no measure of กองคลัง matches" in run("export", "--unit", "กองคลัง", "--track", "EIT", "t.docx").error_line()
    assert "several units match กอง" in run("export", "--unit", "กอง", "t.docx").error_line(2)


def test_same_register_gives_the_same_sheet_on_the_same_day(path: Path, run: Run) -> None:
    run("export", "--unit", "กองคลัง", "a.xlsx", "a.docx")
    run("export", "--unit", "กองคลัง", "b.xlsx", "b.docx")
    for ending in ("xlsx", "docx"):
        assert Path(f"a.{ending}").read_bytes() == Path(f"b.{ending}").read_bytes()


def test_all_units_get_a_sheet_each_and_none_is_overwritten(path: Path, run: Run) -> None:
    out = run("export", "--units", "out", "--format", "docx").output()
    assert out.splitlines()[0] == "out/กองคลัง_2567.docx: กองคลัง, measures: 6"
    assert names_in("out") == sorted(f"{unit}_2567.docx" for unit in UNITS)
    Path("out/กองคลัง_2567.docx").unlink()
    assert "--force" in run("export", "--units", "out", "--format", "docx").error_line()
    assert not Path("out/กองคลัง_2567.docx").exists()
    assert run("export", "--units", "out", "--format", "docx", "--force").code == 0
    assert "name a folder" in run("export", "--units", str(path)).error_line()
    assert (
        "has a unit" in run("export", "--units", "none", "--find", "nothing").error_line() and not Path("none").exists()
    )
    assert "--units FOLDER takes no" in run("export", "--units", "out", "--format", "pdf").error_line(2)


def test_names_of_files_are_safe_and_differ(path: Path, run: Run) -> None:
    first, second, *others = varied().measures
    odd = (first._replace(responsible=("../กอง:1",)), second._replace(responsible=("กอง?1", ".." + "ก" * 300)), *others)
    create(Path("odd.json"), varied()._replace(measures=odd))
    names = [
        line.rpartition(": ")[0] for line in run("export", "--units", "o", "--register", "odd.json").out.splitlines()
    ]
    assert len(names_in("o")) == len(names) and {"_กอง_1_2567.xlsx", "กอง_1_2567.xlsx"} <= set(names_in("o"))


def test_each_sheet_of_a_folder_is_a_change_of_its_own(path: Path, run: Run) -> None:
    Path("in").mkdir()
    returned("in/1.xlsx", "กองคลัง", ("IIT-1", RESULT, "อบรมแล้ว"))
    returned("in/2.docx", "กองช่าง", ("OIT-1", 4, "✓"))
    returned("in/3.xlsx", "ทุกกองงาน")
    Path("in/4.docx").write_bytes(b"PK cut short")
    returned("in/5.xlsx", "กองคลัง", register=varied()._replace(fiscal_year=2566))
    code, out, err = run("import", "in", "--yes")
    assert code == 1 and "in/4.docx: it is damaged" in err and "in/5.xlsx: it is a sheet of fiscal year 2566" in err
    assert "in/3.xlsx (XLSX), ทุกกองงาน: measures changed: 0" in out and "sheets imported: 2" in err
    assert [len(change.edits) for change in RegisterFile(path).history()] == [2, 2]
    run("undo")
    found = RegisterFile(path).load()
    assert found.measures[0].result == "อบรมแล้ว" and found.measures_of("OIT")[0].done == quarters(())


def test_list_tells_who_has_sent_and_who_has_not(path: Path, run: Run) -> None:
    returned("1.xlsx", "กองคลัง", ("IIT-1", RESULT, "อบรมแล้ว"))
    assert "Sheets of units" not in run("overview").out
    run("import", "1.xlsx", "--yes")
    found = json.loads(run("sheets", "--json").output())
    assert [(each["unit"], each["measures"], each["made"]) for each in found] == [
        ("กองคลัง", 6, "2024-04-02"),
        *((unit, 3, None) for unit in UNITS[1:]),
    ]
    assert "Sheets of units: 1 of 5 have sent" in run("sheets", "--missing").out
    assert "กองคลัง" not in run("sheets", "--missing", "--csv").output()
    assert "1 of 5 have sent" in run("overview").out
    assert "received the sheet of กองคลัง (IIT-1: changed Result)" in run("history").out
    run("undo")
    assert all(each["received"] is None for each in json.loads(run("sheets", "--json").output()))


def test_conflict_is_told_left_and_can_be_kept_behind(path: Path, run: Run) -> None:
    returned("1.xlsx", "กองคลัง", ("OIT-1", RESULT, "ของกองคลัง"), ("OIT-1", OUTCOME, "ดี"))
    run("set", "OIT-1", "result=ของกองช่าง")
    code, out, err = run("import", "1.xlsx", "--yes")
    assert code == 1 and "OIT-1 Result was changed by" in out and "--both" in err
    measure = RegisterFile(path).load().measures_of("OIT")[0]
    assert (measure.result, measure.outcome) == ("ของกองช่าง", "ดี")
    assert run("import", "1.xlsx", "--yes", "--both").code == 0
    assert RegisterFile(path).load().measures_of("OIT")[0].result == "ของกองช่าง\nของกองคลัง"


def test_emptied_cell_needs_its_own_word(path: Path, run: Run) -> None:
    returned("1.xlsx", "กองคลัง", ("IIT-1", RESULT, ""))
    answer = run("import", "1.xlsx", "--yes")
    assert answer.code == 0 and "emptied in the sheet: IIT-1 Result" in answer.out and "--clear" in answer.err
    assert RegisterFile(path).load().measures[0].result
    run("import", "1.xlsx", "--yes", "--clear")
    assert RegisterFile(path).load().measures[0].result == ""


def test_questions_are_asked_on_a_terminal(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    returned("1.xlsx", "กองคลัง", ("IIT-1", RESULT, ""), ("IIT-2", RESULT, "อบรมแล้ว"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for answers, results in (("n\nn\n", [True, False]), ("n\ny\n", [True, True]), ("y\ny\n", [False, True])):
        monkeypatch.setattr(sys, "stdin", TerminalStream(answers))
        run("import", "1.xlsx")
        first, second = RegisterFile(path).load().measures[:2]
        assert [bool(first.result), second.result == "อบรมแล้ว"] == results


def test_closed_register_takes_no_sheet(path: Path, run: Run) -> None:
    returned("1.xlsx", "กองคลัง", ("IIT-1", RESULT, "อบรมแล้ว"))
    create(Path("closed.json"), varied()._replace(closed="2024-09-30 report.pdf"))
    assert "was closed" in run("import", "1.xlsx", "--yes", "--register", "closed.json").err


def test_ten_units_send_at_once_and_nothing_is_lost(path: Path, run: Run, tmp_path: Path) -> None:
    units = [f"กอง{number}" for number in range(1, 11)]
    together = [f"{unit}ร่วมดำเนินการ" for unit in (units[0], units[9])]  # neither text is a part of the other
    first, *others = varied().measures
    mine = [
        first._replace(id=f"m{number}", order=float(number), responsible=(unit,)) for number, unit in enumerate(units)
    ]
    shared = others[-1]._replace(responsible=(units[0], units[9]))
    register = varied()._replace(measures=(*mine, shared))
    shared_path = tmp_path / "ten.json"
    create(shared_path, register)
    for number, unit in enumerate(units):
        cells = [(f"IIT-{number + 1}", RESULT, f"ผลของ{unit}"), (f"IIT-{number + 1}", 4, "✓")]
        cells += [("OIT-1", RESULT, together[number // 9])] if number in (0, 9) else []
        returned(f"{number}.xlsx", unit, *cells, register=register)
    running = [forked_import(f"{number}.xlsx", shared_path, tmp_path / f"{number}.log") for number in range(10)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in running]
    found = RegisterFile(shared_path).load()
    assert [measure.result for measure in found.measures[:10]] == [f"ผลของ{unit}" for unit in units]
    assert all(measure.done == quarters({1}) for measure in found.measures[:10])
    assert found.measures[10].result in together
    assert sorted(codes) == [*[0] * 9, 1]
    assert "OIT-1 Result was changed by" in (tmp_path / f"{codes.index(1)}.log").read_text("utf-8")
    assert len(RegisterFile(shared_path).history()) == 10
    assert "10 of 10 have sent" in run("sheets", "--register", str(shared_path)).out
