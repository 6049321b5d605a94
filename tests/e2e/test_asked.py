"""What a terminal is asked of ำ by a command: by one that answers, late, never; with keys among the answers."""

import json
import sys
from pathlib import Path

import pytest

from itatui.store import RegisterFile
from tests.support.command_line import shell
from tests.support.raw_terminal import Answer, Line, line

WHOLE, SPLIT = "\u0e33", "\u0e4d\u0e32"
QUESTION = "\x1b7\x1b[6nทำ\x1b[6n\x1b8\x1b[K"
ASKED = QUESTION.encode()
HERE = b"\x1b[9;1R"
TYPED = b"typed\n"
READER = 'read -r go; "$0" -m itatui "$@"; code=$?; echo ended $code; IFS= read -r typed; echo "got<$typed>"'
"""A shell that waits for a line, runs itatui, and tells what line it is given next."""


def takes(cells: int) -> Answer:
    """A terminal that gives ทำ so many cells."""
    return lambda wrote: HERE + b"\x1b[9;%dR" % (1 + cells) if ASKED in wrote else b""


def never(wrote: bytes) -> bytes:
    """A terminal that does not answer."""
    return b""


@pytest.fixture
def there(environment: dict[str, str], file: RegisterFile) -> dict[str, str]:
    return {**environment, "TERM": "xterm-256color", "ITATUI_REGISTER": str(file.path)}


def kernel_takes_keys_back() -> bool:
    """Whether a program may put keys into its terminal: since Linux 6.2 that can be forbidden."""
    allowed = Path("/proc/sys/dev/tty/legacy_tiocsti")
    return not allowed.exists() or allowed.read_text("ascii").strip() == "1"


def words(*said: str) -> list[str]:
    return ["/bin/sh", "-c", READER, sys.executable, *said]


def plain(run: Line) -> str:
    """What itatui answered, without the question."""
    assert run.text.count(QUESTION) == 1
    return run.text.replace(QUESTION, "").partition("ended 0")[0].replace("\r\n", "\n").partition("go\n")[2]


@pytest.mark.parametrize("said", [("show",), ("report", "--width", "120", "--no-color")], ids=" ".join)
@pytest.mark.parametrize(("cells", "spelling"), [(2, WHOLE), (1, SPLIT), (6, WHOLE)])
def test_it_is_spelled_as_the_terminal_takes_it(
    there: dict[str, str], said: tuple[str, ...], cells: int, spelling: str
) -> None:
    with line(words(*said), {**there, "TERM": "vt100"}, takes(cells), b"go\n") as run:
        run.sees("ended 0")
    assert spelling in plain(run)
    assert ({WHOLE, SPLIT} - {spelling}).pop() not in plain(run)


def test_a_terminal_that_never_answers_has_its_answer_all_the_same(there: dict[str, str]) -> None:
    with line(words("show", "--lang", "en"), there, never, b"go\n") as run:
        run.sees("ended 0")
        run.type(TYPED)
        run.sees("got<typed>")
    assert plain(run) == shell("show", environment=there).told()


@pytest.mark.parametrize("reply", [HERE + b"\x1b[9;2R", HERE], ids=["all", "half"])
def test_a_late_answer_is_not_taken_for_typed(there: dict[str, str], reply: bytes) -> None:
    with line(words("show"), there, never, b"go\n") as run:
        run.sees("OIT-3")  # the answer goes out before the terminal has answered
        run.type(b"ty" + reply)
        run.sees("ended 0")
        run.type(b"ped\n")
        run.sees("got<")
        run.end()
    assert "got<typed>" in run.text and "^[" not in run.text
    assert WHOLE in plain(run)


def test_keys_typed_before_are_kept_and_nothing_is_asked(there: dict[str, str]) -> None:
    with line(words("show"), there, takes(1), b"go\n" + TYPED) as run:
        run.sees("ended 0", "got<typed>")
    assert "\x1b[6n" not in run.text and SPLIT not in run.text


def test_keys_among_the_answers_are_kept(there: dict[str, str]) -> None:
    reply = b"ty" + HERE + b"p" + b"\x1b[9;2R" + b"ed\n"
    with line(words("show"), there, lambda wrote: reply if ASKED in wrote else b"", b"go\n") as run:
        run.sees("ended 0", "got<")
        run.end()
    assert "got<typed>" in run.text or not kernel_takes_keys_back()
    assert SPLIT in run.text


@pytest.mark.parametrize("said", ["show IIT-1 --json", "show | cat", "list </dev/null"])
def test_none_is_asked_for_json_or_a_pipe(there: dict[str, str], said: str) -> None:
    with line(["/bin/sh", "-c", f'"$0" -m itatui {said}', sys.executable], there, takes(1)) as run:
        assert run.end() == 0
    assert "\x1b" not in run.text and SPLIT not in run.text
    assert WHOLE in run.text


def test_what_the_configuration_says_is_not_asked(there: dict[str, str]) -> None:
    config = Path(there["XDG_CONFIG_HOME"], "itatui", "config.toml")
    config.parent.mkdir(parents=True)
    config.write_text('sara_am = "split"\n', "utf-8")
    with line(words("show"), there, takes(2), b"go\n") as run:
        run.sees("ended 0")
    assert "\x1b" not in run.text and SPLIT in run.text and WHOLE not in run.text


def test_the_doctor_tells_and_draws_its_card(there: dict[str, str]) -> None:
    with line(words("doctor", "--lang", "en"), there, takes(1), b"go\n") as run:
        run.sees("ended", "│ 5 │")
    assert "ทํา takes 1 of 2 cells" in run.text
    with line(words("doctor", "--json"), there, takes(6), b"go\n") as run:
        run.sees("ended 1")
    said = run.text.replace(QUESTION, "").partition("{")[2].partition("ended")[0]
    found = {one["name"]: one for one in json.loads("{" + said)["findings"]}
    assert not found["sara_am"]["good"] and "UTF-8" in found["sara_am"]["cure"]
    assert found["register"]["title"] == "register"  # in English: nobody could read Thai here
