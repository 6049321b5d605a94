"""Pastes without marks: told from keys that were typed one after another, and kept out of everything but texts."""

import pytest

from itatui.store import RegisterFile
from itatui.tui.terminal.raw_paste import is_paste
from tests.support.desk import open_screen
from tests.support.input_stream import InputStream

TOLD = "ไม่ได้วางข้อความ โปรดเปิดช่องที่จะเขียนก่อน (F2)"
ROWS = "กิจกรรม\tผลลัพธ์\r1\t2\t3\r"


@pytest.mark.parametrize(
    "text",
    [ROWS, "text\ttext\rtext\r", "1\t2\t3", "a b\nc d", "ab\r\ncd\r\n", "ข้อความ" * 20, "ข้อความ" * 20 + "\r"],
    ids=ascii,
)
def test_text_with_breaks_or_long_text_is_a_paste(text: str) -> None:
    assert is_paste(text)


@pytest.mark.parametrize(
    "text",
    [
        *("hello", "hello\t", "ภาครัฐ\r", "\rhello", "สำนักปลัด\r\r", "4\t4", "a\r", "\t\t\t\t\t\t", "\r" * 500),
        *("x" * 500, "  \r  \r  ", "ข้อความ" * 10, "ข้อความ" * 10 + "\t"),
    ],
    ids=ascii,
)
def test_typed_ahead_and_held_keys_are_not_a_paste(text: str) -> None:
    assert not is_paste(text)


def test_reads_without_a_pause_are_one_paste() -> None:
    stream = InputStream()
    stream.send(ROWS, "ข้อ", "ความ\r", "x")
    assert (stream.keys, stream.pastes) == ([], [])
    stream.wait(0.1)
    stream.send("4")
    assert (stream.keys, stream.pastes) == (["4"], [ROWS + "ข้อความ\rx"])


def test_keys_around_a_paste_keep_their_order() -> None:
    stream = InputStream()
    stream.send(f"\x1bOQ{ROWS}\x13\x1b[B")
    names = [getattr(event, "key", "paste") for event in stream.events]
    assert names == ["f2", "paste", "ctrl+s", "down"]


def test_answer_within_a_paste_is_dropped() -> None:
    stream = InputStream()
    stream.send("text\tte\x1b[>0;1cxt\rtext\r")
    stream.wait(0.1)
    assert stream.pastes == ["text\ttext\rtext\r"] and stream.keys == []


async def test_paste_where_nothing_is_written_is_told_and_changes_nothing(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        before = file.path.read_bytes()
        await desk.press("f6")
        await desk.paste(ROWS)
        assert desk.messages == [TOLD]
        await desk.saved()
        assert file.path.read_bytes() == before
        await desk.press("escape", "f5")
        await desk.saved()
        before = file.path.read_bytes()
        await desk.paste(ROWS)
        await desk.until(lambda: desk.messages.count(TOLD) > 1)
        await desk.saved()
        assert file.path.read_bytes() == before


async def test_paste_into_a_text_is_not_told(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        await desk.press("f2")
        await desk.paste("กข\tค")
        assert desk.messages == []
        await desk.press("escape", "f3")
        await desk.paste("กข")
        assert desk.messages == []
