"""`itatui export` and `print` of a final report: what the check finds is told, and only a yes goes on."""

from pathlib import Path

import pytest

from itatui.cli import publish_question
from itatui.domain.edits import set_field
from itatui.domain.measure import Evidence
from itatui.domain.register import Register
from itatui.domain.signatories import Signatory
from itatui.store import RegisterFile, create
from itatui.store.recent import RecentRegisters
from tests import reference
from tests.support.command_line import Run
from tests.support.exported import require
from tests.support.print_queue import stand_in_for_lp


@pytest.fixture
def ready(path: Path) -> Register:
    """Return a register in which the check finds nothing."""
    file = RegisterFile(path)
    evidence = (Evidence("ภาพกิจกรรม", "https://example.go.th/activity/1.jpg"),)
    file.apply(*(set_field(each, "evidence", evidence) for each in file.load().measures))
    file.apply(*(set_field(each, "outcome", "ประชาชนได้รับบริการภายในเวลาที่ประกาศไว้") for each in file.load().tracks))
    return file.load()


def test_open_points_are_told_and_nothing_is_written(path: Path, run: Run) -> None:
    answer = run("export", "report.csv")
    assert (answer.code, answer.out) == (1, "")
    assert "To fix before publishing: 9, " in answer.err
    assert "there is no evidence: IIT-1, IIT-2, IIT-3, EIT-1 … (9)" in answer.err
    assert "itatui check" in answer.err and "--draft" in answer.err and "--yes" in answer.err
    assert not Path("report.csv").exists()


def test_yes_exports_and_tells_the_open_points_too(path: Path, run: Run) -> None:
    answer = run("export", "report.csv", "--yes")
    assert (answer.code, answer.out) == (0, "report.csv\n")
    assert "To fix before publishing: 9" in answer.err


@pytest.mark.parametrize(("agrees", "code"), [(True, 0), (False, 1)])
def test_the_question_is_asked_on_a_terminal(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, agrees: bool, code: int
) -> None:
    monkeypatch.setattr(publish_question, "agreed", lambda _question: agrees)
    assert run("export", "report.csv").code == code
    assert Path("report.csv").exists() == agrees


@pytest.mark.parametrize(
    ("words", "agrees", "code"),
    [((), False, 1), ((), True, 0), (("--yes",), False, 0), (("--draft",), False, 0), (("--overview",), False, 0)],
    ids=["no", "yes", "--yes", "--draft", "--overview"],
)
def test_a_report_is_put_on_paper_only_when_it_is_meant_to(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], agrees: bool, code: int
) -> None:
    require("pdf")
    stand_in_for_lp(monkeypatch)
    monkeypatch.setattr(publish_question, "agreed", lambda _question: agrees)
    answer = run("print", *words)
    assert (answer.code, Path("paper.pdf").exists()) == (code, code == 0)
    assert ("To fix before publishing: 9" in answer.err) == (words in ((), ("--yes",)))
    assert ("not printed; " in answer.err) == (code == 1)


@pytest.mark.usefixtures("ready")
def test_a_draft_the_overview_and_a_ready_report_are_not_asked_about(run: Run) -> None:
    assert run("export", "report.csv").output() == "report.csv\n"
    create(Path("open.json"), reference.register())
    for words in (["a.csv", "--draft"], ["b.csv", "--overview"]):
        assert run("export", *words, "--register", "open.json").output() == f"{words[0]}\n"


def test_texts_of_the_last_years_register_that_was_opened_are_told(path: Path, run: Run, ready: Register) -> None:
    last = ready._replace(fiscal_year=2566)
    create(Path("last.json"), last)
    assert run("export", "before.csv").output() == "before.csv\n"
    RecentRegisters().opened(RegisterFile(Path("last.json")), last)
    for words in (["export", "report.csv"], ["check"]):
        answer = run(*words)
        assert "repeats that of 2566 word for word" in answer.out + answer.err
        assert answer.code == 1


def test_only_what_is_printed_counts(path: Path, run: Run, ready: Register) -> None:
    file = RegisterFile(path)
    file.apply(set_field(file.load().find("EIT-1"), "evidence", ()))
    assert run("export", "iit.csv", "--track", "IIT").output() == "iit.csv\n"
    assert "evidence" not in run("export", "plan.csv", "--form", "plan").err and Path("plan.csv").exists()
    assert "EIT-1" in run("export", "eit.csv", "--track", "EIT").err
    file.apply(set_field(file.load(), "signatories", (Signatory("ผู้รายงาน"),)))
    assert "ผู้รายงาน" not in run("export", "report.csv").err
