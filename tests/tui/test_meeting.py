"""The review meeting: its keys on both layouts, and where it resumes."""

import pytest

from itatui.store import RegisterFile
from itatui.thai import cells
from itatui.tui.commands import COMMANDS
from itatui.tui.keyboard import both_layouts
from itatui.tui.screens.meeting.screen import MeetingScreen
from itatui.tui.styling.themes import MEETING_THEMES, textual_name
from itatui.tui.widgets.footer import Footer
from itatui.wording.changes import repaired_words
from tests.support import registers
from tests.support.clashes import MINE, THEIRS, choose, clash, contested, result, write_elsewhere
from tests.support.contrast import read
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.support.meetings import open_form, open_meeting, return_to
from tests.tui.conftest import Make


def ref(desk: Desk, screen: MeetingScreen) -> str:
    """Return the REF of the measure in discussion."""
    assert screen.held.measure is not None
    return desk.main.session.register.ref(screen.held.measure)


@pytest.mark.parametrize("keys", [("n", "p"), ("ื", "ย"), ("right", "left")])
async def test_next_and_previous_on_both_layouts(file: RegisterFile, keys: tuple[str, str]) -> None:
    async with open_screen(file, MIDDLE) as desk:
        screen = await open_meeting(desk)
        await type_or_press(desk, keys[0])
        assert (ref(desk, screen), "2 จาก 9" in desk.text) == ("IIT-2", True)
        await type_or_press(desk, keys[1])
        assert ref(desk, screen) == "IIT-1"
        assert file.load().meetings == ()  # looking makes no meeting


async def type_or_press(desk: Desk, key: str) -> None:
    """Type a single letter, so that Thai marks get through; press any other key."""
    await (desk.write(key) if len(key) == 1 else desk.press(key))


@pytest.mark.parametrize("key", ["2", "/"])
async def test_quarter_is_ticked(make: Make, key: str) -> None:
    file = make(registers.late())
    async with open_screen(file) as desk:
        await open_meeting(desk)
        assert "! ล่าช้า: ไตรมาส 2" in desk.text
        await desk.write(key)
        await desk.saved()
        assert "! ล่าช้า: ไตรมาส 2" not in desk.text
        assert desk.on_disk().measures[0].done == {1, 2}
        assert [meeting.date for meeting in desk.on_disk().meetings] == ["2024-05-15"]


@pytest.mark.parametrize("key", ["r", "พ"])
async def test_review_is_toggled(file: RegisterFile, key: str) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await desk.write(key)
        await desk.saved()
        assert "● ทบทวนแล้ว" in desk.text and ref(desk, screen) == "IIT-1"
        assert desk.on_disk().meetings[0].reviewed == {screen.held.at}
        await desk.write(key)
        await desk.saved()
        assert "● ทบทวนแล้ว" not in desk.text and desk.on_disk().meetings[0].reviewed == frozenset()


async def test_enter_reviews_and_turns_and_undo_takes_the_review_back(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await desk.press("enter", "enter")
        await desk.saved()
        assert ref(desk, screen) == "IIT-3" and len(desk.on_disk().meetings[0].reviewed) == 2
        await desk.press("ctrl+z")
        await desk.saved()
        assert len(desk.on_disk().meetings[0].reviewed) == 1


@pytest.mark.parametrize(
    ("typed", "due"),
    [("15/1/2568", "2025-01-15"), ("2568-01-15", "2025-01-15"), ("15 ม.ค. 2568", "2025-01-15"), ("", "")],
)
async def test_decision_is_noted_and_settled(file: RegisterFile, typed: str, due: str) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await desk.write("ก")  # D, with the Thai layout on
        await desk.until(lambda: "มติเรื่อง IIT-1" in desk.text, "for the question")
        await desk.write("ส่งหลักฐานที่เว็บไซต์")
        await desk.press("enter", "enter")
        await desk.write(typed)
        await desk.press("enter")
        await return_to(desk, screen)
        await desk.saved()
        (decision,) = desk.on_disk().decisions
        assert (decision.text, decision.due, decision.done) == ("ส่งหลักฐานที่เว็บไซต์", due, False)
        assert decision.who == "สำนักปลัด, ทุกกองงาน" and decision.measure == screen.held.at
        await desk.press("pagedown")
        await desk.press("c")
        await desk.until(lambda: desk.on_disk().decisions[0].done, "for the decision to be settled")


async def test_invalid_day_is_reported(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await desk.press("d")
        await desk.write("x")
        await desk.press("enter", "enter")
        await desk.write("31/2/2568")
        await desk.press("enter")
        await desk.until(lambda: "31/2/2568 ไม่ใช่วันที่" in desk.text, "for the message about the day")
        await desk.press("escape")
        await return_to(desk, screen)
        assert file.load().decisions == ()


@pytest.mark.parametrize(("key", "field"), [("f2", "result"), ("o", "outcome")])
async def test_field_is_edited(file: RegisterFile, key: str, field: str) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        before = getattr(file.load().measures[0], field)
        await desk.press(key)
        await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
        await desk.write("ที่ประชุม 1d")
        await desk.press("escape")
        await desk.saved()
        assert getattr(desk.on_disk().measures[0], field) == before + "ที่ประชุม 1d"
        assert desk.editor is None and desk.app.screen is screen


async def test_save_and_next_opens_the_same_field(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_meeting(desk)
        before = [measure.outcome for measure in file.load().measures[:2]]
        await desk.press("o")
        for text, key in (("หนึ่ง", "ctrl+g"), ("สอง", "escape")):
            await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
            await desk.write(text)
            await desk.press(key)
        await desk.saved()
        written = [measure.outcome for measure in desk.on_disk().measures[:2]]
        assert written == [before[0] + "หนึ่ง", before[1] + "สอง"]


async def test_repair_of_a_paste_is_reported(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_meeting(desk)
        await desk.press("o")
        await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
        await desk.paste("เพ่ือ")
        assert desk.editor is not None
        assert desk.editor.text == "เพื่อ"
        await desk.until(lambda: repaired_words(1) in desk.messages, "for the message")


async def test_quitting_saves_the_open_field_and_the_place(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await desk.press("right", "right", "f2", "f7")
        await desk.until(lambda: desk.editor is not None and desk.editor.has_focus, "for the editor")
        await desk.write("ที่ประชุม")
        await desk.press("ctrl+q")
        await desk.until(lambda: desk.app._exit, "to quit")
        assert desk.main.session.finish()
        register = desk.on_disk()
        assert (register.measures[2].result, register.meetings[0].at) == ("ที่ประชุม", screen.held.at)


@pytest.mark.parametrize(("key", "kept"), [("1", MINE), ("2", THEIRS), ("3", f"{THEIRS}\n{MINE}")])
async def test_conflict_is_settled_in_the_meeting(file: RegisterFile, key: str, kept: str) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await clash(desk, file)
        await choose(desk, key)
        await return_to(desk, screen)
        assert (result(desk), desk.editor) == (kept, None)
        await desk.until(lambda: screen.query_one(Footer).where in ("meeting", "long"), "for the footer")


async def test_postponed_conflict_stays_in_the_editor(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await clash(desk, file)
        await desk.press("escape")
        await return_to(desk, screen)
        assert contested(desk)
        assert desk.main.session.finish()
        assert result(desk) == f"{THEIRS}\n{MINE}"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["side by side", "below each other"])
@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
async def test_quarter_is_ticked_by_mouse(file: RegisterFile, size: tuple[int, int], quarter: int) -> None:
    async with open_screen(file, size) as desk:
        await open_meeting(desk)
        before = desk.on_disk().measures[0].done
        name = f"ไตรมาส {quarter}"
        row = next(row for row, line in enumerate(desk.lines) if name in line and row)
        line = desk.lines[row]
        await desk.pilot.click(offset=(cells(line[: line.index(name)]) + 2, row))
        await desk.saved()
        assert desk.on_disk().measures[0].done == before ^ {quarter}
        await desk.pilot.click(offset=(4, 2))  # the REF
        await desk.saved()
        assert desk.on_disk().measures[0].done == before ^ {quarter}


async def test_finish_saves_a_decision_being_typed(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_meeting(desk)
        await desk.press("right", "d")
        await desk.write("ตามผล")
        desk.main.session.finish()
        assert [decision.text for decision in desk.on_disk().decisions] == ["ตามผล"]


async def test_stopped_meeting_resumes_at_its_measure(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await desk.press("enter", "right", "right", "right")
        stopped = screen.held.at
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().meetings[0].at == stopped
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        assert (screen.held.at, ref(desk, screen)) == (stopped, "EIT-2")


async def test_meeting_resumes_at_the_next_measure(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_meeting(desk)
        await desk.press("enter", "enter", "escape")
        await desk.saved()
        assert desk.on_disk().meetings[0].at == ""
    async with open_screen(file) as desk:
        assert ref(desk, await open_meeting(desk)) == "IIT-3"


async def test_agenda_of_late_measures(make: Make) -> None:
    async with open_screen(make(registers.late()), MIDDLE) as desk:
        screen = await open_meeting(desk)
        await desk.press("f3")
        await desk.until(lambda: "เลือกมาตรการ" in desk.text, "for the list")
        await desk.press("down", "enter")
        await return_to(desk, screen)
        await desk.until(lambda: "1 จาก 2" in desk.text, "for the late ones")
        await desk.press("right")
        assert ref(desk, screen) == "IIT-3"
        await desk.press("1", "2")  # no longer late, but still in discussion
        await desk.saved()
        assert ref(desk, screen) == "IIT-3"


async def test_ended_meeting_shows_its_minutes(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_meeting(desk)
        await desk.press("enter")
        await open_form(desk)
        await desk.press("ctrl+s")
        await desk.until(lambda: "รายงานการประชุมทบทวน" in desk.text, "for the minutes")
        await desk.saved()
        assert desk.on_disk().meetings[0].closed
        await desk.press("escape")
        assert desk.app.screen is desk.main
        assert (await open_meeting(desk)).held.meeting.id != desk.on_disk().meetings[0].id


async def test_theme_is_toggled_and_restored(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        before = desk.app.theme
        await open_meeting(desk)
        assert desk.app.theme == textual_name(MEETING_THEMES[0])
        await desk.write("t")
        assert desk.app.theme == textual_name(MEETING_THEMES[1])
        await desk.write("ะ")
        assert desk.app.theme == textual_name(MEETING_THEMES[0])
        await desk.press("escape")
        assert desk.app.theme == before


async def test_long_texts_have_pages(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await open_meeting(desk)
        assert "หน้า 1/2" in desk.text and "ผู้รับผิดชอบ  " not in desk.text
        await desk.press("space")
        assert "หน้า 2/2" in desk.text and "ผู้รับผิดชอบ  " in desk.text
        await desk.press("pageup")
        assert "หน้า 1/2" in desk.text


def test_keys_are_unambiguous() -> None:
    here = [command for command in COMMANDS if "long" in command.where.split()]
    keys = [key for command in here for each in command.keys for key in both_layouts(each)]
    assert len(keys) == len(set(keys))


async def test_what_others_changed_during_a_meeting_has_the_colours_of_the_screen_behind_it(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        before = grounds(desk)
        await open_meeting(desk)
        write_elsewhere(file, "done.4", text=False)
        await desk.poll()
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.main, "for the list")
        await desk.pilot.pause()
        assert grounds(desk) == before


def grounds(desk: Desk) -> set[str]:
    """Return the colours behind the texts in sight."""
    return {style.bgcolor.name for _text, style in read(desk.app) if style.bgcolor is not None}
