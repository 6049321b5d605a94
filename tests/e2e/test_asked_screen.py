"""What a terminal is asked of ำ by the screen: the picture does not wait, no key is lost, nothing else is respelled."""

import base64
import re
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.officer import EDITOR, LIST, SAVED, result
from tests.support.raw_terminal import Answer, Line, line

WHOLE, SPLIT = "\u0e33", "\u0e4d\u0e32"
QUESTION = "\x1b[2Hทำ\x1b[6n\x1b[2K"
TWO, ONE = b"\x1b[2;3R", b"\x1b[2;2R"
"""Where the cursor is behind ทำ in a terminal that gives it two cells, and in one that gives it one."""
F2, DOWN, SELECT_LEFT, COPY, SAVE, QUIT = b"\x1bOQ", b"\x1b[B", b"\x1b[1;2D", b"\x03", b"\x13", b"\x11"


def answers(reply: bytes) -> Answer:
    return lambda wrote: reply if QUESTION.encode() in wrote else b""


@pytest.fixture
def there(environment: dict[str, str], file: RegisterFile) -> dict[str, str]:
    return {**environment, "TERM": "xterm-256color", "ITATUI_REGISTER": str(file.path)}


def opened(there: dict[str, str], answer: Answer, typed: bytes = b"") -> AbstractContextManager[Line]:
    return line([sys.executable, "-m", "itatui"], there, answer, typed)


@pytest.mark.parametrize("reply", [b"", TWO, b"\x1b[2;7R"], ids=["never", "two", "no UTF-8"])
def test_all_stays_whole(there: dict[str, str], reply: bytes) -> None:
    with opened(there, answers(reply)) as run:
        run.sees(LIST, "IIT-3")
        run.type(F2)
        run.sees(EDITOR)
        run.type(QUIT)
        assert run.end() == 0
    assert run.text.count(QUESTION) == 1
    assert run.text.count(WHOLE) > 5 and SPLIT not in run.text


def test_what_was_drawn_is_drawn_again_and_what_comes_is_split(there: dict[str, str]) -> None:
    with opened(there, answers(ONE)) as run:
        run.sees(LIST, "จัดทํา")
        run.wrote = b""
        run.type(DOWN * 4)
        run.sees("อํานวย")
        run.type(QUIT)
        assert run.end() == 0
    assert WHOLE not in run.text


def test_what_is_copied_and_what_is_saved_stay_whole(there: dict[str, str], file: RegisterFile) -> None:
    with opened(there, answers(ONE)) as run:
        run.sees(LIST, "จัดทํา")
        run.type(F2)
        run.sees(EDITOR)
        run.type("ทำ".encode())
        run.until(lambda: WHOLE in result(file, "IIT-1"))
        run.type(SELECT_LEFT + COPY)
        run.until(lambda: re.search("\x1b]52;c;[^\a]*\a", run.text))
        run.type(QUIT)
        assert run.end() == 0
    copied = re.findall("\x1b]52;c;([^\a]*)\a", run.text)[-1]
    assert SPLIT not in base64.b64decode(copied).decode() and WHOLE in base64.b64decode(copied).decode()
    assert SPLIT not in result(file, "IIT-1")


def test_an_answer_among_keys_is_an_answer_and_the_keys_are_keys(there: dict[str, str], file: RegisterFile) -> None:
    before = result(file, "IIT-1")
    with opened(there, answers(b"")) as run:
        run.sees(LIST)
        run.type(F2)
        run.sees(EDITOR)
        run.type(b"abc" + ONE + b"def")
        run.sees("จัดทํา")
        run.type(SAVE)
        run.sees(SAVED)
        run.type(QUIT)
        assert run.end() == 0
    assert sorted(result(file, "IIT-1").replace(before, "")) == [*"abcdef"]


def test_keys_typed_ahead_of_the_start_are_keys(there: dict[str, str], file: RegisterFile) -> None:
    with opened(there, answers(ONE), F2 + b"abc") as run:
        run.sees(EDITOR, "abc", "จัดทํา")
        run.type(QUIT)
        assert run.end() == 0
    assert "abc" in result(file, "IIT-1")


@pytest.mark.parametrize(("said", "spelling"), [("whole", WHOLE), ("split", SPLIT)])
def test_what_the_configuration_says_is_not_asked(there: dict[str, str], said: str, spelling: str) -> None:
    config = Path(there["XDG_CONFIG_HOME"], "itatui", "config.toml")
    config.parent.mkdir(parents=True)
    config.write_text(f'sara_am = "{said}"\n', "utf-8")
    with opened(there, answers(ONE)) as run:
        run.sees(LIST, f"จัดท{spelling}")
        run.type(QUIT)
        assert run.end() == 0
    assert "\x1b[6n" not in run.text
    assert ({WHOLE, SPLIT} - {spelling}).pop() not in run.text
