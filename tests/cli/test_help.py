"""`--help`, in general and for each command, with an example that runs as it stands."""

import json
import shlex
from pathlib import Path

import pytest

import itatui
from itatui.cli.parser import COMMANDS, module_of
from itatui.domain.edits import begin
from itatui.domain.meeting import Meeting
from itatui.store import RegisterFile
from tests import reference
from tests.support.command_line import Run, exit_code_of
from tests.support.exported import require
from tests.support.print_queue import stand_in_for_lp
from tools.intake.manners import MANNERS

EXIT_CODES = {"check": 1}
"""Exit codes of the examples that find something to do."""


def example(name: str) -> str:
    return module_of(name).EXAMPLE


@pytest.mark.parametrize("name", COMMANDS)
def test_command_help_has_an_example(run: Run, name: str) -> None:
    for words in ([name, "--help"], ["-h", name]):
        text = run(*words).output()
        assert COMMANDS[name] in text or words[0] == "-h"
    text = run(name, "--help").output()
    assert text.startswith(f"usage: itatui {name}") and "--register FILE" in text and "--lang" in text
    assert f"example: {example(name)}" in " ".join(text.split())


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"open", "meeting"}))
def test_example_runs_as_it_stands(run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    run("new", "2567", "--sample", "--register", "register_2567.json")
    run("set", "OIT-1", "outcome=ก")
    if name == "redo":
        run("undo")
    if name == "import":
        Path("report_2567.docx").write_bytes(MANNERS["word-track-typed.docx"](reference.register()))
    if name == "minutes":
        RegisterFile(Path(json.loads(run("where", "--json").out)["register"])).apply(begin(Meeting("g1", "2024-05-15")))
    if name in ("export", "print"):
        require("pdf")
        stand_in_for_lp(monkeypatch)
    program, *words = shlex.split(example(name).partition(">")[0])
    assert program == "itatui" and run(*words).code == EXIT_CODES.get(name, 0)


def test_general_help_names_every_command(run: Run) -> None:
    for words in (["--help"], ["-h"], ["--no-color", "--help"]):
        text = run(*words).output()
        assert all(f"  {name:<10} {summary}\n" in text for name, summary in COMMANDS.items())


def test_help_is_in_the_chosen_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(["list", "--help", "--lang", "th"]) == 0
    thai = capsys.readouterr().out
    assert exit_code_of(["list", "--help", "--lang=en"]) == 0
    assert "list the measures" in capsys.readouterr().out and "list the measures" not in thai


def test_help_creates_no_file(tmp_path: Path, run: Run) -> None:
    for name in COMMANDS:
        run(name, "--help")
    assert list(tmp_path.iterdir()) == []


def test_version_is_printed(run: Run) -> None:
    assert run("--version").output() == f"itatui {itatui.__version__}\n"
