"""Line ends in what is typed and pasted: measures of their own, breaks of a long text, or spaces."""

import pytest

from itatui.store import RegisterFile
from itatui.tui.dialogs.measure_form import MeasureForm
from itatui.tui.dialogs.prompts import Confirm
from tests.support.desk import MIDDLE, Desk, open_screen
from tests.support.pasted_measures import accept, paste_measure

ENDS = pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029", "\x85"], ids=ascii)


async def paste_new(desk: Desk, text: str, typed: str = "") -> None:
    """Paste lines into the question for a new measure."""
    await desk.press("ctrl+n")
    await desk.write(typed)
    await desk.paste(text)
    await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
    await desk.pilot.pause()


def activities(desk: Desk) -> list[str]:
    return [measure.activity for measure in desk.on_disk().measures_of("IIT")]


@ENDS
async def test_pasted_lines_become_measures_after_a_question(file: RegisterFile, end: str) -> None:
    async with open_screen(file) as desk:
        before = activities(desk)
        await paste_new(desk, end.join(["1. จัดอบรม", "2. จัดประชุม", "", "3. ทำคู่มือ"]))
        assert "3 บรรทัด" in desk.text
        assert "จัดประชุม" in desk.text
        await desk.press("y", "enter")
        await desk.saved()
        assert activities(desk) == [before[0], "จัดอบรม", "จัดประชุม", "ทำคู่มือ", *before[1:]]
        assert desk.main.current_measure() == desk.on_disk().measures[1]
        assert any("3" in message and "^Z" in message for message in desk.messages)
        await desk.press("ctrl+z")
        await desk.saved()
        assert activities(desk) == before


async def test_many_lines_keep_their_order(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        before = activities(desk)
        lines = [f"กิจกรรม ก{number}" for number in range(40)]
        await paste_new(desk, "\n".join(lines))
        await desk.press("y", "enter")
        await desk.saved()
        assert activities(desk) == [before[0], *lines, *before[1:]]


@ENDS
async def test_no_makes_a_single_measure_with_spaces(file: RegisterFile, end: str) -> None:
    async with open_screen(file) as desk:
        await paste_new(desk, f"จัดอบรม{end}จัดประชุม{end}", "และ ")
        await desk.press("n")
        await desk.until(lambda: isinstance(desk.app.screen, MeasureForm), "for the text")
        assert await accept(desk) == "และ จัดอบรม จัดประชุม"


async def test_escape_goes_back_to_the_text(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await paste_new(desk, "จัดอบรม\nจัดประชุม", "พิมพ์ไว้")
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.app.screen, MeasureForm), "for the text")
        await desk.write("แล้ว")
        assert await accept(desk) == "พิมพ์ไว้แล้ว"


async def test_a_single_pasted_line_asks_nothing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        assert await paste_measure(desk, "\r\nจัดอบรม\tทุกปี\r\n") == "จัดอบรม ทุกปี"


async def test_table_lines_are_measures_with_spaces_for_tabs(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await paste_new(desk, "จัดอบรม\tสำนักปลัด\r\nจัดประชุม\tกองคลัง\r\n")
        await desk.press("y", "enter")
        await desk.saved()
        assert activities(desk)[1:3] == ["จัดอบรม สำนักปลัด", "จัดประชุม กองคลัง"]


@ENDS
async def test_pasted_break_stays_in_a_long_text(file: RegisterFile, end: str) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2")
        await desk.paste(f"ประชุมแล้ว{end}ทำคู่มือแล้ว")
        await desk.press("escape")
        await desk.saved()
        assert "ประชุมแล้ว\nทำคู่มือแล้ว" in desk.on_disk().measures[0].result


async def test_ctrl_j_breaks_the_line_of_a_long_text(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2")
        await desk.write("ประชุม")
        await desk.press("ctrl+j")
        await desk.write("อบรม")
        await desk.press("escape")
        await desk.saved()
        assert "ประชุม\nอบรม" in desk.on_disk().measures[0].result


@pytest.mark.parametrize("pasted", [False, True], ids=["typed", "pasted"])
async def test_break_is_a_space_where_there_is_one_line(file: RegisterFile, pasted: bool) -> None:
    async with open_screen(file) as desk:
        await desk.press("o")
        if pasted:
            await desk.paste("สำนัก\nปลัด")
        else:
            await desk.write("สำนัก")
            await desk.press("ctrl+j")
            await desk.write("ปลัด")
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().measures[0].responsible == ("สำนัก ปลัด",)
