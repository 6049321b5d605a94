"""Meetings on the screen of a test."""

from itatui.tui.dialogs.minutes_details import MinutesDetailsDialog
from itatui.tui.screens.meeting.screen import MeetingScreen
from tests.support.desk import Desk


async def open_meeting(desk: Desk) -> MeetingScreen:
    """Begin or resume a meeting, and wait for its page."""
    await desk.press("f5")
    await desk.until(lambda: isinstance(desk.app.screen, MeetingScreen), "for the meeting")
    screen = desk.app.screen
    assert isinstance(screen, MeetingScreen)
    await desk.until(lambda: "จาก" in desk.text, "for the page")
    return screen


async def refuse_time(desk: Desk, text: str) -> None:
    """Open the form in a meeting, and accept it with a time that cannot be read."""
    await open_meeting(desk)
    await open_form(desk)
    await desk.press("tab")
    await desk.write(text)
    await desk.press("ctrl+s")
    await desk.until(lambda: f"{text} ไม่ใช่เวลา" in desk.text, "for the refusal")


async def return_to(desk: Desk, screen: MeetingScreen) -> None:
    """Wait until the meeting is in front again."""
    await desk.until(lambda: desk.app.screen is screen, "for the meeting")
    await desk.pilot.pause()


async def open_form(desk: Desk) -> None:
    """Open the form that ends the meeting."""
    await desk.press("f8")
    await desk.until(lambda: isinstance(desk.app.screen, MinutesDetailsDialog), "for the form")
    await desk.until(lambda: "ปิดประชุมหรือไม่" in desk.text, "for its question")
