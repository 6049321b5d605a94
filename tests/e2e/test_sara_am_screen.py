"""The probe for ำ by the screen: the picture does not wait, no key is lost, nothing but the screen is respelled."""

import base64
import re
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.officer import EDITOR_FOOTER, LIST_FOOTER, SAVED, saved_result
from tests.support.raw_terminal import RawTerminal, Responder, raw_terminal

WHOLE, SPLIT = "\u0e33", "\u0e4d\u0e32"
QUESTION = "\x1b[2Hทำ\x1b[6n\x1b[2K"
TWO, ONE = b"\x1b[2;3R", b"\x1b[2;2R"
"""Cursor position reports behind ทำ: from a terminal that gives it two cells, and from one that gives it one."""
F2, DOWN, SELECT_LEFT, COPY, SAVE, QUIT = b"\x1bOQ", b"\x1b[B", b"\x1b[1;2D", b"\x03", b"\x13", b"\x11"


def answers(reply: bytes) -> Responder:
    return lambda output: reply if QUESTION.encode() in output else b""


def open_itatui(
    variables: dict[str, str], answer: Responder, typed: bytes = b""
) -> AbstractContextManager[RawTerminal]:
    return raw_terminal([sys.executable, "-m", "itatui"], variables, answer, typed)


@pytest.mark.parametrize("reply", [b"", TWO, b"\x1b[2;7R"], ids=["never", "two", "no UTF-8"])
def test_sara_am_stays_whole(variables: dict[str, str], reply: bytes) -> None:
    with open_itatui(variables, answers(reply)) as run:
        run.wait_for(LIST_FOOTER, "IIT-3")
        run.send(F2)
        run.wait_for(EDITOR_FOOTER)
        run.send(QUIT)
        assert run.wait_for_exit() == 0
    assert run.text.count(QUESTION) == 1
    assert run.text.count(WHOLE) > 5 and SPLIT not in run.text


def test_picture_is_redrawn_and_later_text_is_split(variables: dict[str, str]) -> None:
    with open_itatui(variables, answers(ONE)) as run:
        run.wait_for(LIST_FOOTER, "จัดทํา")
        run.output = b""
        run.send(DOWN * 4)
        run.wait_for("อํานวย")
        run.send(QUIT)
        assert run.wait_for_exit() == 0
    assert WHOLE not in run.text


def test_copied_and_saved_text_stays_whole(variables: dict[str, str], file: RegisterFile) -> None:
    with open_itatui(variables, answers(ONE)) as run:
        run.wait_for(LIST_FOOTER, "จัดทํา")
        run.send(F2)
        run.wait_for(EDITOR_FOOTER)
        run.send("ทำ".encode())
        run.wait_until(lambda: WHOLE in saved_result(file, "IIT-1"))
        run.send(SELECT_LEFT + COPY)
        run.wait_until(lambda: re.search("\x1b]52;c;[^\a]*\a", run.text))
        run.send(QUIT)
        assert run.wait_for_exit() == 0
    copied = re.findall("\x1b]52;c;([^\a]*)\a", run.text)[-1]
    assert SPLIT not in base64.b64decode(copied).decode() and WHOLE in base64.b64decode(copied).decode()
    assert SPLIT not in saved_result(file, "IIT-1")


def test_report_among_keys_is_recognized_and_no_key_is_lost(variables: dict[str, str], file: RegisterFile) -> None:
    before = saved_result(file, "IIT-1")
    with open_itatui(variables, answers(b"")) as run:
        run.wait_for(LIST_FOOTER)
        run.send(F2)
        run.wait_for(EDITOR_FOOTER)
        run.send(b"abc" + ONE + b"def")
        run.wait_for("จัดทํา")
        run.send(SAVE)
        run.wait_for(SAVED)
        run.send(QUIT)
        assert run.wait_for_exit() == 0
    assert sorted(saved_result(file, "IIT-1").replace(before, "")) == [*"abcdef"]


@pytest.mark.parametrize(("configured", "spelling"), [("whole", WHOLE), ("split", SPLIT)])
def test_configured_spelling_is_used_without_a_probe(variables: dict[str, str], configured: str, spelling: str) -> None:
    config = Path(variables["XDG_CONFIG_HOME"], "itatui", "config.toml")
    config.parent.mkdir(parents=True)
    config.write_text(f'sara_am = "{configured}"\n', "utf-8")
    with open_itatui(variables, answers(ONE)) as run:
        run.wait_for(LIST_FOOTER, f"จัดท{spelling}")
        run.send(QUIT)
        assert run.wait_for_exit() == 0
    assert "\x1b[6n" not in run.text
    assert ({WHOLE, SPLIT} - {spelling}).pop() not in run.text
