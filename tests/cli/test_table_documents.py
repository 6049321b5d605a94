"""`--export` of the commands that print tables: the same table as a document."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import Run
from tests.support.exported import require

COMMANDS = {"evidence": 0, "coverage": 0, "check": 1, "rollup": 0}
"""Commands with their exit codes on the reference register."""
STARTS = {"pdf": b"%PDF", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "html": b"<!DO", "csv": b"\xef\xbb\xbf"}


@pytest.fixture
def command(path: Path, run: Run) -> Callable[..., list[str]]:
    """Return a function that gives the words of a command on the reference register."""
    return lambda name, *words: [name, *([str(path)] if name == "rollup" else []), *words]


@pytest.mark.parametrize("name", COMMANDS)
def test_table_is_written_in_every_format(run: Run, command: Callable[..., list[str]], name: str) -> None:
    require("pdf")
    require("xlsx")
    files = [f"table.{ending}" for ending in STARTS]
    answer = run(*command(name, *(f"--export={file}" for file in files)))
    assert (answer.code, answer.out.splitlines(), answer.err) == (COMMANDS[name], files, "")
    assert all(Path(f"table.{ending}").read_bytes().startswith(start) for ending, start in STARTS.items())


def test_written_table_is_the_printed_one(run: Run, command: Callable[..., list[str]]) -> None:
    run("set", "IIT-1", "evidence=ภาพ | https://example.go.th/a.jpg")
    assert run(*command("evidence", "--verify", "--export", "e.csv", "--thai-digits")).code == 0
    rows = list(csv.reader(io.StringIO(Path("e.csv").read_text("utf-8-sig"))))
    assert rows[1] == ["Measure", "Link or file", "Explanation", "Found"]
    assert rows[2][1] == "https://example.go.th/a.jpg"
    assert run(*command("evidence", "--export", "e.html")).code == 0
    assert '<a href="https://example.go.th/a.jpg">' in Path("e.html").read_text("utf-8")


def test_existing_files_and_other_endings_are_refused_as_by_export(run: Run, command: Callable[..., list[str]]) -> None:
    Path("e.csv").write_text("mine", "utf-8")
    assert "--force" in run(*command("evidence", "--export", "e.csv")).error_line(1)
    assert Path("e.csv").read_text("utf-8") == "mine"
    assert run(*command("evidence", "--export", "e.csv", "--force")).out == "e.csv\n"
    assert "pdf, docx" in run(*command("rollup", "--export", "e.txt")).error_line(2)
    assert run(*command("evidence", "--export", "f.csv", "--json")).code == 2
    assert "no such folder" in run(*command("check", "--export", "none/c.csv")).error_line(1)
