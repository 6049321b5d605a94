"""The bordered table in a real terminal: its right border stands at one column, by the terminal's own measure."""

import sys
from datetime import date
from pathlib import Path

import pytest

from itatui.report.build import build
from itatui.report.formats.terminal import lines
from itatui.store import RegisterFile
from tests import reference
from tests.support.terminal import Server

WIDTHS = (60, 80, 100, 120, 160, 200)
BESIDE = 10
MARKED = """\
import sys
for line in open(sys.argv[1], encoding="utf-8"):
    print(line.removesuffix("\\n"), "\\033[", int(sys.argv[2]) + 1, "G#", sep="")
"""
"""Prints each line of a file, and a sign in the column after the width that the line should have."""


def table(width: int) -> list[str]:
    return lines(build(reference.register(), today=date.today()), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_printed_as_it_is(server: Server, file: RegisterFile, width: int) -> None:
    told = table(width)
    words = ("report", "--width", str(width), "--register", str(file.path))
    terminal = server.itatui(*words, size=(width + BESIDE, len(told) + 2))
    assert terminal.code() == 0
    terminal.until(lambda: terminal.lines[: len(told)] == [line.rstrip() for line in told])
    assert terminal.lines[len(told) :] == ["", ""]


@pytest.mark.parametrize("width", WIDTHS)
def test_its_right_border_is_straight(server: Server, tmp_path: Path, width: int) -> None:
    told = table(width)
    printed = tmp_path / "printed.txt"
    printed.write_text("".join(f"{line}\n" for line in told), "utf-8")
    words = (sys.executable, "-X", "utf8", "-c", MARKED, str(printed), str(width))
    terminal = server.open(*words, size=(width + BESIDE, len(told) + 2))
    assert terminal.code() == 0
    terminal.until(lambda: terminal.lines[: len(told)] == [f"{line}#" for line in told])
