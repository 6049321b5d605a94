"""The probe for ำ by commands, on terminals that answer, answer late, or never; with keys among the reports."""

import json
import sys
from pathlib import Path

import pytest

from tests.support.command_line import run_program
from tests.support.raw_terminal import RawTerminal, Responder, no_answer, raw_terminal

WHOLE, SPLIT = "\u0e33", "\u0e4d\u0e32"
QUESTION = "\x1b7\x1b[6nทำ\x1b[6n\x1b8\x1b[K"
ASKED = QUESTION.encode()
HERE = b"\x1b[9;1R"
TYPED = b"typed\n"
READER = 'read -r go; "$0" -m itatui "$@"; code=$?; echo ended $code; IFS= read -r typed; echo "got<$typed>"'
"""Shell script: wait for a line, run itatui, print the next line of input."""


def answers_with(cells: int) -> Responder:
    """Return a terminal that gives ทำ so many cells."""
    return lambda output: HERE + b"\x1b[9;%dR" % (1 + cells) if ASKED in output else b""


def is_tiocsti_allowed() -> bool:
    """Return whether programs may put keys back. Since Linux 6.2 the kernel can forbid it."""
    allowed = Path("/proc/sys/dev/tty/legacy_tiocsti")
    return not allowed.exists() or allowed.read_text("ascii").strip() == "1"


def words(*arguments: str) -> list[str]:
    return ["/bin/sh", "-c", READER, sys.executable, *arguments]


def command_answer(run: RawTerminal) -> str:
    """Return the command's answer without the probe."""
    assert run.text.count(QUESTION) == 1
    return run.text.replace(QUESTION, "").partition("ended 0")[0].replace("\r\n", "\n").partition("go\n")[2]


@pytest.mark.parametrize("arguments", [("show",), ("report", "--width", "120", "--no-color")], ids=" ".join)
@pytest.mark.parametrize(("cells", "spelling"), [(2, WHOLE), (1, SPLIT), (6, WHOLE)])
def test_sara_am_is_spelled_for_the_terminal(
    variables: dict[str, str], arguments: tuple[str, ...], cells: int, spelling: str
) -> None:
    with raw_terminal(words(*arguments), {**variables, "TERM": "vt100"}, answers_with(cells), b"go\n") as run:
        run.wait_for("ended 0")
    assert spelling in command_answer(run)
    assert ({WHOLE, SPLIT} - {spelling}).pop() not in command_answer(run)


def test_answer_is_printed_on_a_terminal_without_reports(variables: dict[str, str]) -> None:
    with raw_terminal(words("show", "--lang", "en"), variables, no_answer, b"go\n") as run:
        run.wait_for("ended 0")
        run.send(TYPED)
        run.wait_for("got<typed>")
    assert command_answer(run) == run_program("show", environment=variables).output()


@pytest.mark.parametrize("reply", [HERE + b"\x1b[9;2R", HERE], ids=["all", "half"])
def test_late_report_is_not_taken_for_keys(variables: dict[str, str], reply: bytes) -> None:
    with raw_terminal(words("show"), variables, no_answer, b"go\n") as run:
        run.wait_for("OIT-3")  # the answer is printed without waiting for the report
        run.send(b"ty" + reply)
        run.wait_for("ended 0")
        run.send(b"ped\n")
        run.wait_for("got<")
        run.wait_for_exit()
    assert "got<typed>" in run.text and "^[" not in run.text
    assert WHOLE in command_answer(run)


def test_keys_typed_before_are_kept_and_no_probe_is_sent(variables: dict[str, str]) -> None:
    with raw_terminal(words("show"), variables, answers_with(1), b"go\n" + TYPED) as run:
        run.wait_for("ended 0", "got<typed>")
    assert "\x1b[6n" not in run.text and SPLIT not in run.text


def test_keys_among_the_reports_are_kept(variables: dict[str, str]) -> None:
    reply = b"ty" + HERE + b"p" + b"\x1b[9;2R" + b"ed\n"
    with raw_terminal(words("show"), variables, lambda output: reply if ASKED in output else b"", b"go\n") as run:
        run.wait_for("ended 0", "got<")
        run.wait_for_exit()
    assert "got<typed>" in run.text or not is_tiocsti_allowed()
    assert SPLIT in run.text


@pytest.mark.parametrize("arguments", ["show IIT-1 --json", "show | cat", "list </dev/null"])
def test_json_and_pipes_are_not_probed_or_respelled(variables: dict[str, str], arguments: str) -> None:
    with raw_terminal(
        ["/bin/sh", "-c", f'"$0" -m itatui {arguments}', sys.executable], variables, answers_with(1)
    ) as run:
        assert run.wait_for_exit() == 0
    assert "\x1b" not in run.text and SPLIT not in run.text
    assert WHOLE in run.text


def test_configured_spelling_is_used_without_a_probe(variables: dict[str, str]) -> None:
    config = Path(variables["XDG_CONFIG_HOME"], "itatui", "config.toml")
    config.parent.mkdir(parents=True)
    config.write_text('sara_am = "split"\n', "utf-8")
    with raw_terminal(words("show"), variables, answers_with(2), b"go\n") as run:
        run.wait_for("ended 0")
    assert "\x1b" not in run.text and SPLIT in run.text and WHOLE not in run.text


def test_doctor_reports_the_width_and_prints_the_card(variables: dict[str, str]) -> None:
    with raw_terminal(words("doctor", "--lang", "en"), variables, answers_with(1), b"go\n") as run:
        run.wait_for("ended", "│ 5 │")
    assert "ทํา takes 1 of 2 cells" in run.text
    with raw_terminal(words("doctor", "--json"), variables, answers_with(6), b"go\n") as run:
        run.wait_for("ended 1")
    arguments = run.text.replace(QUESTION, "").partition("{")[2].partition("ended")[0]
    found = {finding["name"]: finding for finding in json.loads("{" + arguments)["findings"]}
    assert not found["sara_am"]["good"] and "UTF-8" in found["sara_am"]["cure"]
    assert found["register"]["title"] == "register"  # in English, since Thai is unreadable on this terminal
