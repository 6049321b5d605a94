"""`itatui print`: the PDF reaches the printer byte for byte, and what is said where nothing can be printed."""

from pathlib import Path

import pytest

from tests.support.command_line import Run
from tests.support.exported import require
from tests.support.print_queue import QUEUE, print_queue, stand_in_for_lp


@pytest.fixture(autouse=True)
def with_pdf(path: Path) -> None:
    require("pdf")
    assert path.exists()


def test_pdf_reaches_the_printer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("export", "same.pdf", "--draft", "--no-attachment").code == 0
    with print_queue(monkeypatch) as printer:
        answer = run("print", "--draft", "--printer", QUEUE)
        assert (answer.code, answer.err) == (0, "")
        assert f"request id is {QUEUE}-1" in answer.out
        assert printer.paper() == Path("same.pdf").read_bytes()


def test_unknown_printer_is_refused_in_the_words_of_lp(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_queue(monkeypatch):
        answer = run("print", "--draft", "--printer", "nowhere")
        assert answer.code == 1
        assert "lp: " in answer.err
        assert "itatui export report.pdf" in answer.err


def test_printer_copies_title_and_paper_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in_for_lp(monkeypatch)
    answer = run("print", "--printer", "$(id) x", "--copies", "3", "--draft")
    assert answer.out == "request id is office-7 (1 file(s))\n"
    assert answer.err == "itatui: lp: a word of its own\n"
    *words, path = Path("arguments").read_text("utf-8").splitlines()
    assert words[:5] == ["-d", "$(id) x", "-n", "3", "-t"]
    assert words[6:] == ["-o", "media=A4", "--"]
    assert Path("mode").read_text("utf-8") == "700\n"
    assert not Path(path).exists()
    assert b"EmbeddedFile" not in Path("paper.pdf").read_bytes()


def test_exit_code_of_lp_is_passed_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in_for_lp(monkeypatch, 5)
    assert run("print", "--draft").code == 5


def test_without_lp_the_way_to_a_pdf_is_told(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "itatui export report.pdf" in run("print", "--draft").error_line(1)


@pytest.mark.parametrize("copies", ["0", "-1", "1000", "many"])
def test_wrong_number_of_copies_is_refused(run: Run, copies: str) -> None:
    assert run("print", f"--copies={copies}").code == 2
