"""The files of `share/`: current, complete, and readable as man pages."""

import os
import re
import shutil
import subprocess

import pytest

from itatui.cli.parser import COMMANDS, actions_of, whole_parser
from itatui.thai import cells
from tests.support.fixtures import language_restored as language_restored
from tools.share.__main__ import MANUALS, SHARE, contents

WIDTHS = (60, 80, 132)
"""Cells."""
STYLE = re.compile("\x1b\\[[0-9;]*m|.\x08")


def test_files_are_current() -> None:
    stored = {str(path.relative_to(SHARE)): path.read_text("utf-8") for path in SHARE.rglob("*") if path.is_file()}
    assert stored == contents(), "run: python -m tools.share"


def shown(path: str, width: int) -> tuple[str, str]:
    """Return a page as `man` shows it, and its warnings."""
    if shutil.which("man") is None:
        pytest.skip("there is no man here")
    words = ["man", "--warnings", "-E", "UTF-8", "-l", str(SHARE / path)]
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "MANWIDTH": str(width), "MANPAGER": "cat"}
    environment["MAN_KEEP_FORMATTING"] = "1"  # otherwise it drops Thai marks in a pipe
    done = subprocess.run(words, env=environment, capture_output=True, check=True)
    return STYLE.sub("", done.stdout.decode()), done.stderr.decode()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", MANUALS.values())
def test_man_shows_the_page_without_warnings(path: str, width: int) -> None:
    text, warnings = shown(path, width)
    assert warnings == ""
    assert "\u2010" not in text, "a word is hyphenated"


@pytest.mark.parametrize("path", MANUALS.values())
def test_page_has_every_command_and_option(path: str) -> None:
    text, _warnings = shown(path, 132)
    parser, commands = whole_parser()
    options = [word for each in (parser, *commands.values()) for act in actions_of(each) for word in act.option_strings]
    assert [word for word in options if word not in text] == []
    assert [name for name in COMMANDS if f"\n   {name}\n       itatui {name}" not in text] == []


def test_page_says_that_the_headings_of_the_report_are_data() -> None:
    text, _warnings = shown(MANUALS["en"], 132)
    assert "such as the report's headings, stay as they are" in text


def test_thai_page_breaks_lines_between_words() -> None:
    text, _warnings = shown(MANUALS["th"], 60)
    assert "มาตรการส่งเสริมคุณธรรมและความโปร่งใส" in re.sub(r"\s", "", text)
    lines = [line for line in text.splitlines() if "ตัวอย่าง:" not in line]
    assert [line for line in lines if cells(line) > 60] == []
    assert all(name in lines for name in ("ชื่อ", "คำอธิบาย", "ตัวเลือก"))
