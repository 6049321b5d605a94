"""Sequences that a real terminal sends without a key: the register stays as it is, and nothing is typed."""

import sys
from contextlib import AbstractContextManager
from random import Random

import pytest

from itatui.store import RegisterFile
from tests.support.officer import EDITOR_FOOTER, LIST_FOOTER, SAVED, saved_result
from tests.support.raw_terminal import RawTerminal, no_answer, raw_terminal
from tests.support.terminal_answers import ANSWERS, ODD, random_sequence

F2, FIND, HELP, MEETING, OVERVIEW = b"\x1bOQ", b"\x1bOR", b"\x1bOP", b"\x1b[15~", b"\x1b[17~"
ESC, SAVE, QUIT, REDRAW = b"\x1b", b"\x13", b"\x11", b"\x0c"
ALL = [each.encode() for each in (*ANSWERS, *ODD)]
ROWS = "กิจกรรม\tผลลัพธ์\r1\t2\t3\r"
SAVING, MEETING_HEAD, HELP_HEAD, OVERVIEW_FOOTER = "กำลังบันทึก", "พักประชุม", "ใช้บ่อย", "itatui overview"
NOTHING_PASTED, NOTHING_WRITTEN = "ไม่ได้วางข้อความ", "กด F2 เพื่อเขียน"


def itatui(variables: dict[str, str], typed: bytes = b"") -> AbstractContextManager[RawTerminal]:
    return raw_terminal([sys.executable, "-m", "itatui"], variables, no_answer, typed)


def press(run: RawTerminal, keys: bytes, *texts: str) -> None:
    """Press keys and wait until all texts are written again."""
    run.output = b""
    run.send(keys)
    run.wait_for(*texts)


def go_to(run: RawTerminal, keys: bytes, shown: str) -> None:
    """Wait for the list, and press the keys of a place, if any."""
    run.wait_for(LIST_FOOTER)
    if keys:
        press(run, keys, shown)


def leave(run: RawTerminal) -> None:
    run.send(QUIT)
    assert run.wait_for_exit() == 0


def test_answers_and_keys_waiting_at_the_start_are_thrown_away(variables: dict[str, str], file: RegisterFile) -> None:
    before = file.path.read_bytes()
    with itatui(variables, b"1234" + b"".join(ALL) + F2 + b"abc\x1b]11;rgb:12") as run:
        run.wait_for(LIST_FOOTER)
        run.send(b"34/1234\a")
        press(run, F2, EDITOR_FOOTER)
        leave(run)
    assert file.path.read_bytes() == before


@pytest.mark.parametrize("sign", ["5", "ก", "f"])
def test_escape_and_a_sign_in_one_write_leave_the_text_and_add_nothing(
    variables: dict[str, str], file: RegisterFile, sign: str
) -> None:
    before = saved_result(file, "IIT-1")
    with itatui(variables) as run:
        run.wait_for(LIST_FOOTER)
        press(run, F2, EDITOR_FOOTER)
        run.send(b"hello")
        run.wait_until(lambda: saved_result(file, "IIT-1") == before + "hello")
        press(run, ESC + sign.encode(), NOTHING_WRITTEN)
        leave(run)
    assert saved_result(file, "IIT-1") == before + "hello"


def test_keys_after_the_first_picture_count(variables: dict[str, str], file: RegisterFile) -> None:
    with itatui(variables, b"4") as run:
        run.wait_for("IIT-1")
        run.send(F2 + b"abc")
        run.wait_until(lambda: saved_result(file, "IIT-1").endswith("abc"))
        leave(run)
    assert saved_result(file, "IIT-1").endswith("abc")


@pytest.mark.parametrize(("keys", "shown"), [(b"", LIST_FOOTER), (HELP, HELP_HEAD), (MEETING, MEETING_HEAD)])
def test_answers_change_nothing_where_letters_are_commands(
    variables: dict[str, str], file: RegisterFile, keys: bytes, shown: str
) -> None:
    with itatui(variables) as run:
        go_to(run, keys, shown)
        if keys != HELP:
            wait_until_settled(run, shown)
        before = file.path.read_bytes()
        for answer in ALL:
            run.send(answer)
        for answer in ALL:
            for byte in answer[:40]:  # cut at every byte
                run.send(bytes([byte]))
            run.send(answer[40:])
        if keys == HELP:
            run.send(ESC)
        wait_until_settled(run, LIST_FOOTER if keys == HELP else shown)
        assert file.path.read_bytes() == before
        leave(run)


def wait_until_settled(run: RawTerminal, shown: str) -> None:
    """Wait until everything sent so far has had its effect: a redraw comes behind it, and the save is told."""
    press(run, REDRAW, shown)
    run.wait_until(lambda: SAVING not in run.visible_text or SAVED in run.visible_text)


def test_only_what_is_typed_among_answers_is_written(variables: dict[str, str], file: RegisterFile) -> None:
    chance = Random(2567)
    before = saved_result(file, "IIT-1")
    with itatui(variables) as run:
        run.wait_for(LIST_FOOTER)
        press(run, F2, EDITOR_FOOTER)
        for answer in (*ALL, *(random_sequence(chance).encode() for _number in range(300))):
            run.send(answer)
        run.send(b"abc")
        press(run, SAVE, SAVED)
        leave(run)
    assert saved_result(file, "IIT-1") == before + "abc"


def test_only_what_is_typed_among_answers_is_found(variables: dict[str, str], file: RegisterFile) -> None:
    before = file.path.read_bytes()
    with itatui(variables) as run:
        run.wait_for(LIST_FOOTER)
        run.send(FIND)
        for answer in ALL:
            run.send(answer)
        run.send("ภาครัฐ".encode())
        run.wait_for("ภาครัฐ", "1/9")
        leave(run)
    assert file.path.read_bytes() == before


def test_paste_without_marks_goes_into_the_open_text(variables: dict[str, str], file: RegisterFile) -> None:
    before = file.load().measures
    with itatui(variables) as run:
        run.wait_for(LIST_FOOTER)
        press(run, F2, EDITOR_FOOTER)
        run.send(ROWS.encode())
        run.wait_for("ผลลัพธ์")
        press(run, SAVE, SAVED)
        leave(run)
    after = file.load().measures
    assert after[0].result == before[0].result + ROWS.replace("\r", "\n")
    assert after[0]._replace(result=before[0].result) == before[0] and after[1:] == before[1:]


@pytest.mark.parametrize(
    ("keys", "shown"), [(OVERVIEW, OVERVIEW_FOOTER), (MEETING, MEETING_HEAD)], ids=["overview", "meeting"]
)
def test_paste_without_marks_is_thrown_away_where_nothing_is_written(
    variables: dict[str, str], file: RegisterFile, keys: bytes, shown: str
) -> None:
    with itatui(variables) as run:
        go_to(run, keys, shown)
        wait_until_settled(run, shown)
        before = file.path.read_bytes()
        press(run, ROWS.encode() * 300, NOTHING_PASTED)  # several reads
        wait_until_settled(run, shown)
        assert file.path.read_bytes() == before
        leave(run)


@pytest.mark.parametrize("f5", [b"\x1bOT", b"\x1b[15~"], ids=["VT100+", "xterm"])
def test_function_keys_of_putty(variables: dict[str, str], f5: bytes) -> None:
    with itatui(variables) as run:
        run.wait_for(LIST_FOOTER)
        press(run, f5, MEETING_HEAD)
        leave(run)
