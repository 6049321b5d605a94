"""A real PuTTY over SSH: its function keys reach the register, and every Thai mark stands on its letter."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from tests import reference
from tests.support.command_line import ROOT
from tests.terminals import putty
from tests.terminals.display_picture import Picture, display_picture

SIZE = (100, 30)
"""Columns and rows of the window."""
MARKS = "ัิีึืฺุู็่้๊๋์ํ๎"
"""Marks above and below a letter."""
PICTURE = ROOT / "docs" / "pictures" / "putty.png"
"""Picture of the window; `ITATUI_GOLDEN=1` makes it again."""
TOP_LEFT = (1, 1)
"""Pixels of PuTTY's border, left and above."""


@pytest.fixture
def window() -> Callable[..., None]:
    """Run a program in PuTTY."""
    if missing := putty.missing("xdotool", "xwd", "script"):
        pytest.skip(f"there is no {missing}")

    def run(folder: Path, words: list[str], meanwhile: Callable[[str], None]) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "ITATUI_REGISTER": str(folder / "register.json"),
        }
        putty.run(words, SIZE, environment, meanwhile)

    return run


def wait_until(condition: Callable[[], object]) -> None:
    """Wait until a condition is true, a minute at most."""
    for _turn in range(600):
        if condition():
            return
        subprocess.run(["sleep", "0.1"], check=True)
    raise AssertionError("waited in vain")


def test_function_keys_reach_the_program(tmp_path: Path, window: Callable[..., None]) -> None:
    path, output = tmp_path / "register.json", tmp_path / "output"
    create(path, reference.register())

    def written() -> str:
        return output.read_text("utf-8", errors="replace") if output.exists() else ""

    def is_written(effect: str, since: int) -> bool:
        return effect in written()[since:]

    def press(display: str, key: str) -> None:
        words = ["xdotool", "mousemove", "60", "60", "key", key]  # the window under the pointer has the keys
        subprocess.run(words, env={**os.environ, "DISPLAY": display}, check=True)

    def officer(display: str) -> None:
        wait_until(lambda: "IIT-3" in written())
        if os.environ.get("ITATUI_GOLDEN"):
            PICTURE.write_bytes(display_picture(display).png(SIZE[0] * putty.CELL[0], SIZE[1] * putty.CELL[1]))
        for key, effect in (("F11", "Filter"), ("Escape", "Quit"), ("F2", "Save"), ("Z", "saved")):
            seen = len(written())
            press(display, key)
            wait_until(partial(is_written, effect, seen))
        press(display, "F12")

    program = f"{sys.executable} -m itatui --lang en"
    window(tmp_path, ["script", "-q", "-f", "-c", program, str(output)], officer)
    assert RegisterFile(path).load().measures[0].result.endswith("Z")


def test_every_mark_stands_on_its_letter(tmp_path: Path, window: Callable[..., None]) -> None:
    letters = ["ก", *("ก" + mark for mark in MARKS)]
    pictures: list[Picture] = []

    def cell(picture: Picture, column: int) -> bytes:
        width, height = putty.CELL
        return picture.cut(TOP_LEFT[0] + column * width, TOP_LEFT[1], width, height)

    def look(display: str) -> None:
        wait_until(lambda: (tmp_path / "shown").exists())
        wait_until(lambda: any(cell(display_picture(display), 2 * len(letters))))
        pictures.append(display_picture(display))
        (tmp_path / "seen").touch()

    text = " ".join([*letters, "|"])
    done = (
        f"printf '\\033[2J\\033[H%s' '{text}'; touch {tmp_path}/shown; until [ -e {tmp_path}/seen ]; do sleep 0.1; done"
    )
    window(tmp_path, ["sh", "-c", done], look)
    cells = [cell(pictures[0], 2 * place) for place in range(len(letters))]
    assert len(set(cells)) == len(letters), "some letters look alike"
