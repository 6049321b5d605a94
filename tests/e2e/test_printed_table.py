"""The printed table in a real terminal: the right border is straight by the terminal's own measure."""

import sys
from datetime import date
from pathlib import Path

import pytest

from itatui.report.build import build
from itatui.report.formats.plain_text import lines
from itatui.store import RegisterFile
from tests import reference
from tests.support.terminal import Server

WIDTHS = (60, 80, 100, 120, 160, 200)
EXTRA_WIDTH = 10
MARKED = """\
import sys
for line in open(sys.argv[1], encoding="utf-8"):
    print(line.removesuffix("\\n"), "\\033[", int(sys.argv[2]) + 1, "G#", sep="")
"""
"""Print each line of a file, followed by a sign in the column behind the line's expected width."""


def table(width: int) -> list[str]:
    return lines(build(reference.register(), today=date.today()), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_report_command_prints_the_expected_table(server: Server, file: RegisterFile, width: int) -> None:
    expected = table(width)
    words = ("report", "--width", str(width), "--register", str(file.path))
    terminal = server.itatui(*words, size=(width + EXTRA_WIDTH, len(expected) + 2))
    assert terminal.exit_code() == 0
    terminal.wait_until(lambda: terminal.lines[: len(expected)] == [line.rstrip() for line in expected])
    assert terminal.lines[len(expected) :] == ["", ""]


@pytest.mark.parametrize("width", WIDTHS)
def test_right_border_is_straight(server: Server, tmp_path: Path, width: int) -> None:
    expected = table(width)
    printed = tmp_path / "printed.txt"
    printed.write_text("".join(f"{line}\n" for line in expected), "utf-8")
    words = (sys.executable, "-X", "utf8", "-c", MARKED, str(printed), str(width))
    terminal = server.open(*words, size=(width + EXTRA_WIDTH, len(expected) + 2))
    assert terminal.exit_code() == 0
    terminal.wait_until(lambda: terminal.lines[: len(expected)] == [f"{line}#" for line in expected])
