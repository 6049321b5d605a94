"""Tables taller than the terminal are shown in a pager; the terminal of these tests has 36 lines."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, Run
from tests.support.raw_terminal import no_answer, raw_terminal

PAGER = "sh -c 'cat >paged.txt; printenv LESS LESSCHARSET >>paged.txt'"


def words(*arguments: str) -> list[str]:
    """Return the command line of itatui."""
    return [sys.executable, "-m", "itatui", *arguments]


def environment(**variables: str) -> dict[str, str]:
    """Return the variables of a process."""
    others = {name: value for name, value in os.environ.items() if name not in {"PAGER", "LESS", "LESSCHARSET"}}
    return {**others, "PYTHONPATH": str(ROOT), **variables}


@pytest.mark.parametrize("command", ["report", "overview --width 40"])
def test_tall_table_is_given_to_the_pager(path: Path, command: str) -> None:
    with raw_terminal(words(*command.split()), environment(PAGER=PAGER), no_answer) as run:
        assert run.wait_for_exit() == 0
    assert "─" not in run.text
    paged = Path("paged.txt").read_text("utf-8")
    assert "└" in paged and paged.endswith("\nRS\nutf-8\n")


@pytest.mark.parametrize("command", ["show", "history", "restore", "list"])
def test_long_lists_and_texts_are_given_to_the_pager(path: Path, run: Run, command: str) -> None:
    for number in range(0 if command == "show" else 38):
        run("add", "IIT", f"activity=มาตรการ {number} " + "ยาว " * 60)
    before = run(*command.split()).output()
    with raw_terminal(words("--lang", "en", *command.split()), environment(PAGER=PAGER), no_answer) as terminal:
        if command == "restore":  # 20 of them fit
            terminal.wait_for("before adding")
        assert terminal.wait_for_exit() == 0
    if command == "restore":
        assert not Path("paged.txt").exists()
        return
    paged = Path("paged.txt").read_text("utf-8")
    assert paged.endswith("\nR\nutf-8\n")
    assert paged.splitlines()[0].split()[:2] == before.splitlines()[0].split()[:2]


@pytest.mark.parametrize("command", ["report", "show"])
def test_a_pager_that_cannot_run_is_told_and_the_answer_printed(path: Path, command: str) -> None:
    for pager in ("no-such-program -x", "sh -c 'exit 127'"):
        variables = environment(PAGER=pager)
        with raw_terminal(words("--lang", "en", *command.split()), variables, no_answer) as terminal:
            assert terminal.wait_for_exit() == 0
        assert "cannot be run" in terminal.text and terminal.text.count("OIT") > 1


@pytest.mark.parametrize("command", ["show", "history", "list", "restore"])
def test_a_pipe_has_no_pager(path: Path, run: Run, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", PAGER)
    run("set", "IIT-2", "result=x")
    assert run(command).output()
    assert not Path("paged.txt").exists()


@pytest.mark.parametrize(
    ("command", "pager"),
    [
        ("report --track IIT", PAGER),
        ("report", "cat"),
        ("report", ""),
        ("report", "no-such-program"),
        ("report", "less 'open"),
        ("list", PAGER),
        ("report --late", PAGER),
    ],
)
def test_answer_is_printed_where_it_fits_or_without_a_pager(path: Path, command: str, pager: str) -> None:
    with raw_terminal(words(*command.split()), environment(PAGER=pager), no_answer) as run:
        assert run.wait_for_exit() == 0
    assert not Path("paged.txt").exists()
    assert ("OIT-3" if command == "list" else "└") in run.text  # the end of the answer


def test_less_shows_the_table_until_it_is_left(path: Path) -> None:
    if shutil.which("less") is None:
        pytest.skip("there is no less here")
    with raw_terminal(words("report"), environment(), no_answer) as run:
        run.wait_for("┌", "╞")
        assert "└" not in run.visible_text
        run.send(b"G")
        run.wait_for("└")
        run.send(b"q")
        assert run.wait_for_exit() == 0
