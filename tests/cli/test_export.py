"""`itatui export`: the format by the ending, every option of the report, and files that are not overwritten."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from itatui.domain.edits import begin
from itatui.domain.meeting import Meeting
from itatui.store import RegisterFile
from tests.support.command_line import ROOT, Run
from tests.support.exported import require


@pytest.fixture
def folder(path: Path, tmp_path: Path) -> Path:
    """Return the folder in which commands run, with a register named in the environment."""
    assert path.exists()
    return tmp_path


def exported(run: Run, *words: str) -> str:
    """Export a CSV and return its text."""
    assert run("export", "report.csv", "--force", "--yes", *words).code == 0
    return Path("report.csv").read_text(encoding="utf-8-sig")


def test_each_file_is_in_the_format_of_its_ending(folder: Path, run: Run) -> None:
    require("pdf")
    require("xlsx")
    answer = run("export", "--yes", "a.pdf", "a.docx", "a.xlsx", "a.html", "a.CSV")
    assert answer.out.splitlines() == ["a.pdf", "a.docx", "a.xlsx", "a.html", "a.CSV"]
    starts = [(folder / name).read_bytes()[:4] for name in answer.out.splitlines()]
    assert starts == [b"%PDF", b"PK\x03\x04", b"PK\x03\x04", b"<!DO", b"\xef\xbb\xbf\xe0"]


def test_another_ending_is_refused(folder: Path, run: Run) -> None:
    line = run("export", "report.txt").error_line(2)
    assert "report.txt" in line
    assert "pdf, docx, xlsx, html, csv" in line


def test_a_file_must_be_named(folder: Path, run: Run) -> None:
    assert "itatui export report.pdf" in run("export").error_line(2)


def test_existing_file_is_kept_without_force(folder: Path, run: Run) -> None:
    (folder / "report.csv").write_text("mine", "utf-8")
    assert "--force" in run("export", "new.csv", "report.csv").error_line(1)
    assert (folder / "report.csv").read_text("utf-8") == "mine"
    assert not (folder / "new.csv").exists()
    assert exported(run).startswith("แบบวัด")


def test_register_is_never_overwritten(path: Path, folder: Path, run: Run) -> None:
    (folder / "report.csv").symlink_to(path)
    before = path.read_bytes()
    assert "register itself" in run("export", "report.csv", "--force").error_line(1)
    assert path.read_bytes() == before


def test_filter_form_and_digits_are_those_of_the_report(folder: Path, run: Run) -> None:
    assert "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก" not in exported(run, "--track", "IIT")
    assert "แสดงเฉพาะมาตรการที่เลือก 3 จาก 9" in exported(run, "--track", "IIT")
    assert "ไตรมาส ๑" in exported(run, "--form", "calendar")
    assert "๒๕๖๗" in exported(run, "--thai-digits")
    assert "there is no form nothing" in run("export", "x.csv", "--form", "nothing").error_line(2)


def test_overview_is_exported(folder: Path, run: Run) -> None:
    assert "Tracks by quarter" in exported(run, "--overview")


def test_minutes_are_exported_by_number_and_date(path: Path, folder: Path, run: Run) -> None:
    assert "no meeting has been held" in run("export", "m.csv", "--minutes").error_line(1)
    RegisterFile(path).apply(begin(Meeting("g1", "2024-05-15")))
    for words in (["--minutes", "1"], ["--minutes", "15/5/2567"], ["--minutes"]):
        assert "Decisions" in exported(run, *words)
    assert run("export", "--minutes", "minutes.csv").out == "minutes.csv\n"
    assert "2024-05-15" in run("export", "m.csv", "--minutes", "16/5/2567").error_line(2)


def test_standard_output_needs_a_format(folder: Path, run: Run) -> None:
    assert "--format" in run("export", "-").error_line(2)
    assert run("export", "same.csv", "--draft").code == 0
    words = [sys.executable, "-m", "itatui", "export", "--format", "csv", "--draft", "-"]
    ran = subprocess.run(words, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    assert ran.stdout == Path(folder, "same.csv").read_bytes()
    assert ran.stderr == b""


def test_pdf_tells_that_it_holds_the_register(folder: Path, run: Run) -> None:
    require("pdf")
    assert "--no-attachment" in run("export", "a.pdf", "--draft").err
    assert run("export", "b.pdf", "--draft", "--no-attachment").err == ""


def test_export_imports_no_textual_and_no_unneeded_library(folder: Path) -> None:
    code = (
        "import sys; from itatui.cli.main import main; main(['export', 'r.html', 'r.docx', 'r.csv', '--draft']);"
        "print({name for name in sys.modules} & {'textual', 'fpdf', 'openpyxl', 'uharfbuzz', 'rich'})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True, text=True)
    assert ran.stdout.splitlines()[-1] == "set()"
