"""The minutes: their details asked at the end of the meeting, kept while typed, edited afterwards."""

from datetime import datetime

import pytest

from itatui.domain.edits import begin, set_field
from itatui.domain.meeting import Meeting
from itatui.store import RegisterFile
from itatui.tui.dialogs.minutes_details import MinutesDetailsDialog
from itatui.tui.screens.minutes import MinutesScreen
from tests.support.borders import torn
from tests.support.clashes import SOMCHAI, choose, choosing
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.support.meetings import open_form, open_meeting, refuse_time, return_to

BEFORE = Meeting(
    "000",
    "2024-04-01",
    closed="2024-04-01T11:00:00+07:00",
    no="1/2567",
    place="ห้องประชุม 1",
    chair="ประธาน ก",
    note_taker="ผู้จด ข",
    present="ประธาน ก, ปลัด\nผู้จด ข, นักวิเคราะห์",
)


async def minutes_shown(desk: Desk) -> None:
    await desk.until(lambda: isinstance(desk.app.screen, MinutesScreen), "for the minutes")
    await desk.until(lambda: "รายงานการประชุมทบทวน" in desk.text, "for their title")


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE, (200, 60)], ids=["60x20", "80x24", "120x36", "200x60"])
async def test_form_fits_with_its_keys_and_its_refusal(file: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size) as desk:
        await refuse_time(desk, "25.00")
        for words in ("ปิดประชุมหรือไม่", "ครั้งที่", "สถานที่ประชุม", "ผู้มาประชุม (บรรทัดละคน", "^S: ปิดประชุม", "Esc: กลับ"):
            assert words in desk.text
        assert torn(desk.app, desk.lines) == []
        assert desk.app.focused is not None and desk.app.focused.id == "detail_began"


async def test_accepted_form_ends_the_meeting_with_what_it_shows(file: RegisterFile) -> None:
    file.apply(begin(BEFORE))
    async with open_screen(file) as desk:
        await open_meeting(desk)
        await desk.press("r")
        await open_form(desk)
        await desk.press("tab")
        await desk.write("๙.๑๕ น.")  # replaces the proposal
        await desk.press("enter", "enter", "enter", "enter")
        await desk.write("ผู้จด ค")
        await desk.press("enter", "ctrl+end", "enter")
        await desk.write("ค")
        await desk.press("ctrl+s")
        await minutes_shown(desk)
        await desk.saved()
        ended = desk.on_disk().meetings[-1]
        assert ended.closed and (ended.no, ended.began, ended.place) == ("2/2567", "09:15", "ห้องประชุม 1")
        assert (ended.chair, ended.note_taker, ended.present) == ("ประธาน ก", "ผู้จด ค", f"{BEFORE.present}\nค")
        assert len(desk.on_disk().meetings) == 2 and len(file.history()[-1].edits) >= 6  # one change, one undo


async def test_empty_form_ends_the_meeting_with_dotted_lines(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_meeting(desk)
        await desk.press("r")
        await open_form(desk)
        for _field in ("no", "began", "ended"):
            await desk.press("delete", "tab")
        await desk.press("f2")
        await minutes_shown(desk)
        await desk.saved()
        ended = desk.on_disk().meetings[-1]
        assert ended.closed and (ended.no, ended.began, ended.place, ended.present) == ("", "", "", "")
        assert "เริ่มประชุมเวลา ............ น." in desk.text


async def test_escape_returns_to_the_meeting_and_keeps_only_what_was_typed(file: RegisterFile) -> None:
    file.apply(begin(BEFORE))
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await desk.press("right")
        await open_form(desk)
        await desk.press("tab", "tab", "tab")
        await desk.write("ห้องใหม่")
        await desk.press("escape")
        await return_to(desk, screen)
        await desk.saved()
        kept = desk.on_disk().meetings[-1]
        assert (kept.closed, kept.place, kept.chair, kept.no) == ("", "ห้องใหม่", "", "")
        await open_form(desk)
        assert "ห้องใหม่" in desk.text and "ประธาน ก" in desk.text


async def test_untouched_form_left_by_escape_makes_no_meeting(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await open_form(desk)
        await desk.press("escape")
        await return_to(desk, screen)
        await desk.saved()
        assert desk.on_disk().meetings == ()


async def test_unreadable_time_is_let_go_by_a_second_escape(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await open_form(desk)
        await desk.write("7/2567")
        await desk.press("tab")
        await desk.write("เช้า")
        await desk.press("escape")
        await desk.until(lambda: "เช้า ไม่ใช่เวลา" in desk.text, "for the refusal")
        await desk.press("escape")
        await return_to(desk, screen)
        await desk.saved()
        assert desk.on_disk().meetings[-1].no == "7/2567"


async def test_end_of_the_program_keeps_a_form_being_typed(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_meeting(desk)
        await open_form(desk)
        await desk.write("3/2567")
        assert desk.main.session.finish()
        (meeting,) = desk.on_disk().meetings
        assert (meeting.no, meeting.closed) == ("3/2567", "")


async def test_enter_on_the_last_measure_offers_to_end(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        for _measure in screen.held.agenda:
            assert desk.app.screen is screen
            await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, MinutesDetailsDialog), "for the form")
        assert "ทบทวนแล้ว 9 จาก 9 มาตรการ" in desk.text


async def test_details_are_edited_in_the_minutes(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await open_meeting(desk)
        await desk.press("r")
        await open_form(desk)
        await desk.press("ctrl+s")
        await minutes_shown(desk)
        await desk.press("f2")
        await desk.until(lambda: isinstance(desk.app.screen, MinutesDetailsDialog), "for the form")
        await desk.press("tab", "tab", "tab")
        await desk.write("ห้องประชุมใหญ่")
        await desk.press("ctrl+s")
        await minutes_shown(desk)
        await desk.until(lambda: "ณ ห้องประชุมใหญ่" in desk.text, "for the place")
        await desk.press("ctrl+z")
        await desk.until(lambda: "ณ ........" in desk.text, "for the undo")


async def test_minutes_so_far_or_of_the_last_meeting(file: RegisterFile) -> None:
    file.apply(begin(BEFORE))
    async with open_screen(file, MIDDLE) as desk:
        screen = await open_meeting(desk)
        await desk.press("f6")
        await minutes_shown(desk)
        assert "ครั้งที่ 1/2567" in desk.text
        await desk.press("escape")
        await return_to(desk, screen)
        await desk.press("r", "f6")
        await minutes_shown(desk)
        assert "ครั้งที่ ............" in desk.text and "15 พฤษภาคม 2567" in desk.text


async def test_detail_changed_elsewhere_is_asked_about_and_the_others_are_saved(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        await desk.press("r")
        await desk.saved()
        await open_form(desk)
        await desk.write("5/2567")
        await desk.press("tab", "tab", "tab")
        await desk.write("ของท่าน")
        other = RegisterFile(file.path, SOMCHAI)
        other.apply(set_field(other.load().meetings[0], "place", "ของเขา"))
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "to be asked")
        assert "ของเขา" in desk.text and "ของท่าน" in desk.text
        await choose(desk, "1")
        await return_to(desk, screen)
        await desk.saved()
        (meeting,) = desk.on_disk().meetings
        assert (meeting.no, meeting.place) == ("5/2567", "ของท่าน")


async def test_meeting_begins_at_the_time_of_the_clock(file: RegisterFile) -> None:
    before = datetime.now().strftime("%H:%M")
    async with open_screen(file) as desk:
        screen = await open_meeting(desk)
        assert before <= screen.held.meeting.began or screen.held.meeting.began == "00:00"


async def test_wide_terminal_is_told_how_to_enlarge_letters_once(file: RegisterFile) -> None:
    async with open_screen(file, WIDE) as desk:
        screen = await open_meeting(desk)
        assert [words for words in desk.messages if "PuTTY" in words]
        await desk.press("r", "escape")
        await desk.until(lambda: desk.app.screen is not screen, "to leave")
        told = len(desk.messages)
        await open_meeting(desk)
        assert not [words for words in desk.messages[told:] if "PuTTY" in words]
    async with open_screen(file, MIDDLE) as desk:
        await open_meeting(desk)
        assert not [words for words in desk.messages if "PuTTY" in words]
