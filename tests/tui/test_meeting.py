"""The review meeting on the screen: what its keys do, on both layouts, and where it goes on."""

import pytest

from itatui.store import RegisterFile
from itatui.thai import cells
from itatui.tui.commands import COMMANDS
from itatui.tui.keyboard import both_layouts
from itatui.tui.screens.meeting.screen import MeetingScreen
from itatui.tui.styling.themes import MEETING_THEMES, textual_name
from itatui.wording.changes import mended_words
from tests.support import registers
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, sitting
from tests.support.meetings import back, convened
from tests.tui.conftest import Make


def at(desk: Desk, screen: MeetingScreen) -> str:
    """The REF of the measure that the room is at."""
    assert screen.held.measure is not None
    return desk.main.session.register.ref(screen.held.measure)


@pytest.mark.parametrize("keys", [("n", "p"), ("ื", "ย"), ("right", "left")])
async def test_next_and_previous_on_both_layouts(file: RegisterFile, keys: tuple[str, str]) -> None:
    async with sitting(file, MIDDLE) as desk:
        screen = await convened(desk)
        await type_or_press(desk, keys[0])
        assert (at(desk, screen), "2 จาก 9" in desk.text) == ("IIT-2", True)
        await type_or_press(desk, keys[1])
        assert at(desk, screen) == "IIT-1"
        assert file.load().meetings == ()  # who only looks leaves nothing


async def type_or_press(desk: Desk, key: str) -> None:
    """A letter is typed, so that a mark of the Thai layout gets through; another key is pressed."""
    await (desk.write(key) if len(key) == 1 else desk.press(key))


@pytest.mark.parametrize("key", ["2", "/"])
async def test_a_tick_in_the_meeting(make: Make, key: str) -> None:
    file = make(registers.late())
    async with sitting(file) as desk:
        await convened(desk)
        assert "! ล่าช้า: ไตรมาส 2" in desk.text
        await desk.write(key)
        await desk.saved()
        assert "! ล่าช้า: ไตรมาส 2" not in desk.text
        assert desk.on_disk().measures[0].done == {1, 2}
        assert [meeting.date for meeting in desk.on_disk().meetings] == ["2024-05-15"]


@pytest.mark.parametrize("key", ["r", "พ"])
async def test_reviewed_and_not_after_all(file: RegisterFile, key: str) -> None:
    async with sitting(file) as desk:
        screen = await convened(desk)
        await desk.write(key)
        await desk.saved()
        assert "● ทบทวนแล้ว" in desk.text and at(desk, screen) == "IIT-1"
        assert desk.on_disk().meetings[0].reviewed == (screen.held.at,)
        await desk.write(key)
        await desk.saved()
        assert "● ทบทวนแล้ว" not in desk.text and desk.on_disk().meetings[0].reviewed == ()


async def test_enter_marks_and_goes_on_and_undo_takes_the_mark_back(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        screen = await convened(desk)
        await desk.press("enter", "enter")
        await desk.saved()
        assert at(desk, screen) == "IIT-3" and len(desk.on_disk().meetings[0].reviewed) == 2
        await desk.press("ctrl+z")
        await desk.saved()
        assert len(desk.on_disk().meetings[0].reviewed) == 1


@pytest.mark.parametrize(
    ("typed", "due"),
    [("15/1/2568", "2025-01-15"), ("2568-01-15", "2025-01-15"), ("15 ม.ค. 2568", "2025-01-15"), ("", "")],
)
async def test_a_decision(file: RegisterFile, typed: str, due: str) -> None:
    async with sitting(file) as desk:
        screen = await convened(desk)
        await desk.write("ก")  # D, with the Thai layout on
        await desk.until(lambda: "มติเรื่อง IIT-1" in desk.text, "for the question")
        await desk.write("ส่งหลักฐานที่เว็บไซต์")
        await desk.press("enter", "enter")
        await desk.write(typed)
        await desk.press("enter")
        await back(desk, screen)
        await desk.saved()
        (decision,) = desk.on_disk().decisions
        assert (decision.text, decision.due, decision.done) == ("ส่งหลักฐานที่เว็บไซต์", due, False)
        assert decision.who == "สำนักปลัด, ทุกกองงาน" and decision.measure == screen.held.at
        await desk.press("pagedown")
        await desk.press("c")
        await desk.until(lambda: desk.on_disk().decisions[0].done, "for it to be carried out")


async def test_a_day_that_is_none_is_said_to_be_none(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        screen = await convened(desk)
        await desk.press("d")
        await desk.write("x")
        await desk.press("enter", "enter")
        await desk.write("31/2/2568")
        await desk.press("enter")
        await desk.until(lambda: "31/2/2568 ไม่ใช่วันที่" in desk.text, "for the word about the day")
        await desk.press("escape")
        await back(desk, screen)
        assert file.load().decisions == ()


@pytest.mark.parametrize(("key", "field"), [("f2", "result"), ("o", "outcome")])
async def test_writing_in_the_meeting(file: RegisterFile, key: str, field: str) -> None:
    async with sitting(file) as desk:
        screen = await convened(desk)
        before = getattr(file.load().measures[0], field)
        await desk.press(key)
        await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
        await desk.write("ที่ประชุม 1d")
        await desk.press("escape")
        await desk.saved()
        assert getattr(desk.on_disk().measures[0], field) == before + "ที่ประชุม 1d"
        assert desk.editor is None and desk.app.screen is screen


async def test_writing_goes_on_in_the_next_measure(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await convened(desk)
        before = [measure.outcome for measure in file.load().measures[:2]]
        await desk.press("o")
        for text, key in (("หนึ่ง", "ctrl+g"), ("สอง", "escape")):
            await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
            await desk.write(text)
            await desk.press(key)
        await desk.saved()
        written = [measure.outcome for measure in desk.on_disk().measures[:2]]
        assert written == [before[0] + "หนึ่ง", before[1] + "สอง"]


async def test_it_is_said_what_was_mended_of_a_paste(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await convened(desk)
        await desk.press("o")
        await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
        await desk.paste("เพ่ือ")
        assert desk.editor is not None
        assert desk.editor.text == "เพื่อ"
        await desk.until(lambda: mended_words(1) in desk.told, "to be told")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["beside each other", "below each other"])
@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
async def test_a_quarter_is_ticked_by_the_mouse(file: RegisterFile, size: tuple[int, int], quarter: int) -> None:
    async with sitting(file, size) as desk:
        await convened(desk)
        before = desk.on_disk().measures[0].done
        name = f"ไตรมาส {quarter}"
        row = next(row for row, line in enumerate(desk.lines) if name in line and row)
        line = desk.lines[row]
        await desk.pilot.click(offset=(cells(line[: line.index(name)]) + 2, row))
        await desk.saved()
        assert desk.on_disk().measures[0].done == before ^ {quarter}
        await desk.pilot.click(offset=(4, 2))  # its number
        await desk.saved()
        assert desk.on_disk().measures[0].done == before ^ {quarter}


async def test_what_is_typed_is_saved_when_the_line_drops(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await convened(desk)
        await desk.press("right", "d")
        await desk.write("ตามผล")
        desk.main.session.finish()
        assert [decision.text for decision in desk.on_disk().decisions] == ["ตามผล"]


async def test_a_meeting_goes_on_where_it_stopped(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        screen = await convened(desk)
        await desk.press("enter", "right", "right", "right")
        stopped = screen.held.at
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().meetings[0].at == stopped
    async with sitting(file) as desk:
        screen = await convened(desk)
        assert (screen.held.at, at(desk, screen)) == (stopped, "EIT-2")


async def test_without_having_gone_elsewhere_it_goes_on_at_the_next(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await convened(desk)
        await desk.press("enter", "enter", "escape")
        await desk.saved()
        assert desk.on_disk().meetings[0].at == ""
    async with sitting(file) as desk:
        assert at(desk, await convened(desk)) == "IIT-3"


async def test_the_late_ones_only(make: Make) -> None:
    async with sitting(make(registers.late())) as desk:
        screen = await convened(desk)
        await desk.press("f3")
        await desk.until(lambda: "เลือกมาตรการ" in desk.text, "for the list")
        await desk.press("down", "enter")
        await back(desk, screen)
        await desk.until(lambda: "1 จาก 2" in desk.text, "for the late ones")
        await desk.press("right")
        assert at(desk, screen) == "IIT-3"
        await desk.press("1", "2")  # late no more, and still there while it is looked at
        await desk.saved()
        assert at(desk, screen) == "IIT-3"


async def test_it_is_ended_and_its_minutes_are_shown(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        screen = await convened(desk)
        await desk.press("enter", "f8")
        await desk.until(lambda: desk.app.screen is not screen, "for the question")
        await desk.press("y")
        await desk.until(lambda: "รายงานการประชุมทบทวน" in desk.text, "for the minutes")
        await desk.saved()
        assert desk.on_disk().meetings[0].closed
        await desk.press("escape")
        assert desk.app.screen is desk.main
        assert (await convened(desk)).held.meeting.id != desk.on_disk().meetings[0].id


async def test_dark_and_light_and_back_to_what_it_was(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        before = desk.app.theme
        await convened(desk)
        assert desk.app.theme == textual_name(MEETING_THEMES[0])
        await desk.write("t")
        assert desk.app.theme == textual_name(MEETING_THEMES[1])
        await desk.write("ะ")
        assert desk.app.theme == textual_name(MEETING_THEMES[0])
        await desk.press("escape")
        assert desk.app.theme == before


async def test_long_texts_page(file: RegisterFile) -> None:
    async with sitting(file, MIDDLE) as desk:
        await convened(desk)
        assert "หน้า 1/2" in desk.text and "ผู้รับผิดชอบ  " not in desk.text
        await desk.press("space")
        assert "หน้า 2/2" in desk.text and "ผู้รับผิดชอบ  " in desk.text
        await desk.press("pageup")
        assert "หน้า 1/2" in desk.text


def test_every_key_of_the_meeting_has_one_meaning() -> None:
    here = [command for command in COMMANDS if "long" in command.where.split()]
    keys = [key for command in here for each in command.keys for key in both_layouts(each)]
    assert len(keys) == len(set(keys))
