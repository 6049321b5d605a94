"""What tests of the meeting's screen share: a desk at which a meeting is held."""

from itatui.tui.screens.meeting.screen import MeetingScreen
from tests.support.desk import Desk


async def convened(desk: Desk) -> MeetingScreen:
    """Begins a meeting, or goes on with it, and waits until its page is there."""
    await desk.press("f5")
    await desk.until(lambda: isinstance(desk.app.screen, MeetingScreen), "for the meeting")
    screen = desk.app.screen
    assert isinstance(screen, MeetingScreen)
    await desk.until(lambda: "จาก" in desk.text, "for the page")
    return screen


async def back(desk: Desk, screen: MeetingScreen) -> None:
    """Waits until the meeting is in front again."""
    await desk.until(lambda: desk.app.screen is screen, "to be back in the meeting")
    await desk.pilot.pause()
