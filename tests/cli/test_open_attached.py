"""`itatui open report.pdf`: the register attached to a report, as a new register."""

from pathlib import Path

import pytest

from itatui.cli.commands import open as open_command
from itatui.domain.edits import begin, decide, set_field
from itatui.domain.meeting import Decision, Meeting
from itatui.store import RegisterFile
from tests.support.command_line import Run, tables
from tests.support.exported import require


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[RegisterFile]:
    """Return a list of the registers that the screen would show."""
    found: list[RegisterFile] = []
    monkeypatch.setattr(open_command, "require_screen", lambda _arguments: None)

    def show(_arguments: object, file: RegisterFile) -> int:
        found.append(file)
        return 0

    monkeypatch.setattr(open_command, "show_screen", show)
    return found


@pytest.fixture
def pdf(path: Path, run: Run) -> Path:
    """Return the PDF of a register with a history, a meeting and a decision."""
    require("pdf")
    pytest.importorskip("pypdfium2", reason="pypdfium2 of the extra `documents` is not installed")
    file = RegisterFile(path)
    file.apply(set_field(file.load().measures[0], "result", "ผลใหม่"))
    file.apply(begin(Meeting("g1", "2024-05-15")))
    file.apply(decide(Decision("d1", "g1", file.load().measures[0].id, "ความลับ")))
    assert run("export", "report.pdf", "--yes").code == 0
    return Path("report.pdf")


def test_register_is_the_same_without_history_meetings_and_decisions(
    path: Path, pdf: Path, run: Run, opened: list[RegisterFile]
) -> None:
    answer = run("open", str(pdf))
    assert answer.code == 0
    (file,) = opened
    assert str(file.path) in answer.err
    assert file.path.name == "report.json"
    original, copy = RegisterFile(path).load(), file.load()
    assert copy == original._replace(meetings=(), decisions=())
    assert not tables(file.path).get("history")
    assert "ความลับ" not in file.path.read_text("utf-8")


def test_second_opening_makes_another_register(pdf: Path, run: Run, opened: list[RegisterFile]) -> None:
    run("open", str(pdf))
    run("open", str(pdf))
    assert [file.path.name for file in opened] == ["report.json", "report-2.json"]


def test_file_is_named_with_the_option(pdf: Path, run: Run, opened: list[RegisterFile]) -> None:
    run("open", str(pdf), "--register", "mine.json")
    assert [file.path.name for file in opened] == ["mine.json"]
    assert "already exists" in run("open", str(pdf), "--register", "mine.json").error_line(1)


def test_other_files_are_refused(pdf: Path, run: Run, opened: list[RegisterFile]) -> None:
    Path("text.pdf").write_text("no PDF", "utf-8")
    assert "text.pdf" in run("open", "text.pdf").error_line(1)
    assert run("export", "--overview", "overview.pdf").code == 0
    assert "no register is attached" in run("open", "overview.pdf").error_line(1)
    assert run("open", "missing.pdf").error_line(1) == "itatui: missing.pdf: no such file or folder"
    assert opened == []


def test_damaged_pdf_is_refused_in_a_line(pdf: Path, run: Run, opened: list[RegisterFile]) -> None:
    data = pdf.read_bytes()
    for part in (data[: len(data) // 2], data[:100], data.replace(b"stream", b"strxam")):
        Path("damaged.pdf").write_bytes(part)
        assert "damaged.pdf" in run("open", "damaged.pdf").error_line(1)
    assert opened == []
