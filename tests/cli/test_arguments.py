"""The arguments themselves: empty values, order, `--`."""

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from itatui.cli.parser import COMMANDS
from tests.support.command_line import Run

NEEDED = {"new": ["2571"], "set": ["IIT-1", "result=x"], "add": ["IIT", "activity=x"], "remove": ["IIT-1"]}
"""Arguments with which a command that changes files would otherwise succeed."""


def files(folder: Path) -> dict[Path, bytes]:
    """Return every file below a folder with its content."""
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def options_with_value(run: Run, command: str) -> list[str]:
    """Return the options of a command that its help shows with a value."""
    return re.findall(r"^ +(--[a-z-]+) (?:[A-Z]+|\{)", run(command, "--help").out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("value", ["", " ", "\t"])
def test_empty_option_is_refused_and_nothing_is_touched(
    path: Path, tmp_path: Path, run: Run, command: str, value: str
) -> None:
    before = files(tmp_path)
    options = options_with_value(run, command)
    assert {"--register", "--lang"} <= set(options)
    words = NEEDED.get(command, [])
    for option in options:
        for typed in ([option, value], [f"{option}={value}"]):
            assert option in run(command, *words, *typed).error_line(2)
            if option in {"--register", "--lang"}:  # they may stand before the command too
                assert option in run(*typed, command, *words).error_line(2)
    assert files(tmp_path) == before


@pytest.mark.parametrize("words", [["show", ""], ["history", ""], ["set", "", "result=x"], ["add", "", "activity=x"]])
def test_empty_ref_is_refused(path: Path, tmp_path: Path, run: Run, words: list[str]) -> None:
    before = files(tmp_path)
    run(*words).error_line(2)
    assert files(tmp_path) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_dashes_as_a_value_are_refused(path: Path, tmp_path: Path, run: Run, command: str) -> None:
    before = files(tmp_path)
    for option in options_with_value(run, command):
        assert option in run(command, *NEEDED.get(command, []), f"{option}=--").error_line(2)
    assert files(tmp_path) == before


@pytest.mark.parametrize("status", [",", ", ,"])
def test_list_of_no_status_is_refused(path: Path, run: Run, status: str) -> None:
    run("list", "--status", status).error_line(2)


@pytest.mark.parametrize("numbers", [",", ", ,"])
def test_list_of_no_suggestion_is_refused(path: Path, tmp_path: Path, run: Run, numbers: str) -> None:
    before = files(tmp_path)
    run("repair", "--apply", "--take", numbers).error_line(2)
    assert files(tmp_path) == before


@pytest.mark.parametrize("quarters", [",", ", ,", "-"])
def test_list_of_no_quarter_is_refused(path: Path, tmp_path: Path, run: Run, quarters: str) -> None:
    before = files(tmp_path)
    run("set", "IIT-1", "--untick", quarters, "result=x").error_line(2)
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "words",
    [
        "set IIT-2 --untick 3 result=abc outcome=d",
        "set --untick 3 IIT-2 result=abc outcome=d",
        "set IIT-2 result=abc --untick 3 outcome=d",
        "--no-color set --plan 1 IIT-2 result=abc --untick 3 outcome=d",
        "set IIT-2 result=abc outcome=d --untick=3",
    ],
)
def test_options_and_fields_are_taken_in_any_order(path: Path, run: Run, words: str) -> None:
    run(*shlex.split(words)).output()
    shown = run("show", "IIT-2").output()
    assert "abc" in shown and "Outcome: d" in shown
    assert run("list", "--track", "IIT").output().splitlines()[1][9:16] == "● ● ! ●"


@pytest.mark.parametrize(
    "words",
    [
        "add EIT --plan 1-2 activity=x responsible=y",
        "add --plan 1-2 EIT activity=x responsible=y",
        "add EIT activity=x --plan 1-2 responsible=y --position 1",
    ],
)
def test_measure_is_added_with_options_between_fields(path: Path, run: Run, words: str) -> None:
    ref = run(*shlex.split(words)).output().strip()
    assert f"{ref}  x\n" in run("show", ref).output()


def test_optional_arguments_keep_their_defaults(path: Path, run: Run) -> None:
    assert "IIT-1" in run("show", "--track", "IIT").output()
    assert run("show", "IIT-2", "--register", str(path)).output() == run("show", "IIT-2").output()
    assert "no such change" in run("undo", "--register", str(path)).error_line()


def test_examples_of_the_help_are_valid(path: Path, run: Run) -> None:
    for command in ("set", "add", "list", "show"):
        example: str = import_module(f"itatui.cli.commands.{command}").EXAMPLE
        assert run(*shlex.split(example)[1:]).code == 0
