"""`--help`: of all, and of each command with a line that can be typed as it stands."""

import json
import shlex
from importlib import import_module
from pathlib import Path

import pytest

import itatui
from itatui.cli.parser import COMMANDS
from itatui.domain.edits import begin
from itatui.domain.meeting import Meeting
from itatui.store import RegisterFile
from tests.support.command_line import Run, said


def example(name: str) -> str:
    line: str = import_module(f"itatui.cli.commands.{name}").EXAMPLE
    return line


@pytest.mark.parametrize("name", COMMANDS)
def test_each_commands_help_has_its_example(run: Run, name: str) -> None:
    for words in ([name, "--help"], ["-h", name]):
        text = run(*words).told()
        assert COMMANDS[name] in text or words[0] == "-h"
    text = run(name, "--help").told()
    assert text.startswith(f"usage: itatui {name}") and "--register FILE" in text and "--lang" in text
    assert f"example: {example(name)}" in " ".join(text.split())


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"open", "meeting"}))
def test_each_example_can_be_typed(run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    run("new", "2567", "--sample", "--register", "register_2567.json")
    run("set", "OIT-1", "outcome=ก")
    if name == "redo":
        run("undo")
    if name == "minutes":
        RegisterFile(Path(json.loads(run("where", "--json").out)["register"])).apply(begin(Meeting("g1", "2024-05-15")))
    program, *words = shlex.split(example(name).partition(">")[0])
    assert program == "itatui" and run(*words).code == 0


def test_the_help_of_all_names_every_command(run: Run) -> None:
    for words in (["--help"], ["-h"], ["--no-color", "--help"]):
        text = run(*words).told()
        assert all(f"  {name:<9} {does}\n" in text for name, does in COMMANDS.items())


def test_help_is_in_the_language_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(["list", "--help", "--lang", "th"]) == 0
    thai = capsys.readouterr().out
    assert said(["list", "--help", "--lang=en"]) == 0
    assert "list the measures" in capsys.readouterr().out and "list the measures" not in thai


def test_help_does_nothing_else(tmp_path: Path, run: Run) -> None:
    for name in COMMANDS:
        run(name, "--help")
    assert list(tmp_path.iterdir()) == []


def test_the_version(run: Run) -> None:
    assert run("--version").told() == f"itatui {itatui.__version__}\n"
