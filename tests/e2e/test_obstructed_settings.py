"""The screen where no setting can be kept: it opens with the defaults, and says what it could not keep."""

import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.officer import LIST_FOOTER
from tests.support.raw_terminal import no_answer, raw_terminal

ITATUI = [sys.executable, "-m", "itatui"]
CTRL_T, ENTER, DOWN, ESCAPE, QUIT = b"\x14", b"\r", b"\x1b[B", b"\x1b", b"\x11"


@pytest.fixture
def variables(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    (tmp_path / "config").write_text("no folder", "utf-8")
    return {**environment, "TERM": "xterm-256color"}


def test_language_that_cannot_be_kept_is_told(variables: dict[str, str], file: RegisterFile) -> None:
    with raw_terminal([*ITATUI, "--register", str(file.path)], variables, no_answer) as run:
        run.wait_for("จึงใช้ค่าตั้งต้น", "IIT-1", LIST_FOOTER)
        run.send(CTRL_T)
        run.wait_for("F2 Edit", "setting is not")
        run.send(QUIT)
        assert run.wait_for_exit() == 0


def test_setting_that_cannot_be_kept_holds_until_the_end(variables: dict[str, str], file: RegisterFile) -> None:
    with raw_terminal([*ITATUI, "--lang", "en", "--register", str(file.path)], variables, no_answer) as run:
        run.wait_for("IIT-1", "F2 Edit")
        run.send(b"s")
        run.wait_for("Language", "Colours")
        run.send(DOWN + ENTER)
        run.wait_for("Dark", "setting is not")
        run.send(b"\x1b")
        run.wait_until(lambda: "Colours" not in run.screen_text and "F2" in run.screen_text)
        run.send(QUIT)
        assert run.wait_for_exit() == 0


def test_sample_opens_where_it_cannot_become_the_default(variables: dict[str, str], tmp_path: Path) -> None:
    with raw_terminal([*ITATUI, "--lang", "en"], variables, no_answer) as run:
        run.wait_for("Create a register")
        run.send(DOWN + ENTER)
        run.wait_for("Name of your agency", "Fiscal year (Buddhist Era)")
        run.send("อบต.ทดสอบ\t\t\x172571\r".encode())
        run.wait_for("New register", "not kept")
        run.send(ESCAPE)
        run.wait_for("^N Add")
        run.send(QUIT)
        assert run.wait_for_exit() == 0
    made = tmp_path / "data" / "itatui"
    assert [each.name for each in made.glob("*.json")] == ["register_2571.json"]
