"""Error lines repeat only the beginning of a long text."""

import json
from pathlib import Path

import pytest

from tests.support.command_line import Run, tables

LONG = [
    "x" * 100_000,
    "ก่" * 50_000,
    "่" * 100_000,
    "字" * 50_000,
    "x" + "\n" * 99_999,
    "x" + "\x1b" * 99_999,
    "ก ข" * 40_000,
]
COMMANDS = [
    ["show", "{}"],
    ["show", "IIT-{}"],
    ["set", "{}", "result=ก"],
    ["set", "IIT-2", "{}"],
    ["set", "IIT-2", "{}=ก"],
    ["set", "IIT-2", "{}=\x07"],
    ["set", "IIT-2", "planned={}"],
    ["set", "IIT-2", "reported_with={}"],
    ["set", "register", "fiscal_year={}"],
    ["set", "IIT-2", "--tick", "{}"],
    ["add", "{}", "activity=ก"],
    ["list", "--track", "{}"],
    ["list", "--unit", "{}"],
    ["list", "--status", "{}"],
    ["list", "--sort", "{}"],
    ["list", "--quarter", "{}"],
    ["list", "--{}"],
    ["list", "--{}=--"],
    ["list", "--late={}"],
    ["list", "{}"],
    ["{}"],
    ["report", "--width", "{}"],
    ["undo", "{}"],
    ["move", "IIT-2", "{}"],
    ["repair", "--apply", "--take", "{}"],
    ["new", "{}"],
    ["new", "2571", "--from", "{}"],
    ["list", "--register", "{}"],
    ["list", "--lang", "{}"],
]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_long_argument_is_shortened(path: Path, run: Run, words: list[str], text: str) -> None:
    before = path.read_bytes()
    answer = run(*(word.replace("{}", text) for word in words))
    assert answer.code in (1, 2) and answer.out == ""
    is_path = {"--from", "--register"} & set(words)
    assert all(len(line) <= (2100 if is_path else 700) for line in answer.err.splitlines())
    assert path.read_bytes() == before


@pytest.mark.parametrize("number", ["9" * 4000, "-" + "9" * 4000])
@pytest.mark.parametrize("command", ["move IIT-2", "undo", "restore", "minutes", "add IIT --position"])
def test_long_number_is_shortened(path: Path, run: Run, command: str, number: str) -> None:
    assert len(run(*command.split(), number).err) < 300


@pytest.mark.parametrize("text", LONG[:4], ids=range(4))
def test_long_name_in_the_file_is_shortened(path: Path, run: Run, text: str) -> None:
    content = tables(path)
    for altered in (
        {**content, text: 1},
        {**content, "measures": {**content["measures"], text: {}}},
        {**content, "measures": {"1": {**content["measures"]["1"], "track": text}}},
    ):
        path.write_text(json.dumps(altered), "utf-8")
        assert len(run("list").error_line()) < 700
    path.write_text(f'{{"{text}": 1, "{text}": 2}}', "utf-8")
    assert len(run("list").error_line()) < 700
