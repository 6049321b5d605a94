"""No word is cut in the footer, the tracks or a title, at any size and in both languages."""

from pathlib import Path

import pytest

from itatui.locale import _, speak
from itatui.store.config import SettingsFile
from itatui.tui.environment import Environment
from itatui.tui.screens.backups import BackupsScreen
from itatui.tui.screens.history import HistoryScreen
from itatui.tui.screens.main.screen import MainScreen
from itatui.tui.screens.meeting.screen import MeetingScreen
from itatui.tui.screens.minutes import MinutesScreen
from itatui.tui.screens.printout import PrintoutScreen
from itatui.tui.screens.repairs import RepairsScreen
from itatui.tui.screens.settings import SettingsScreen
from itatui.tui.screens.setup.screen import SetupScreen
from itatui.tui.screens.welcome import WelcomeScreen
from itatui.tui.widgets.footer import Footer
from tests.support.borders import torn
from tests.support.damaged import damaged
from tests.support.desk import open_screen
from tests.support.whole_words import LANGUAGES, SIZES, cut_commands, cut_titles, cut_tracks
from tests.tui.conftest import Make

pytestmark = pytest.mark.usefixtures("own_home")

WAYS = {
    "tracks": (("left",), MainScreen),
    "measures": ((), MainScreen),
    "detail": (("right",), MainScreen),
    "quarters": (("f4",), MainScreen),
    "editor": (("f2",), MainScreen),
    "search": (("f3",), MainScreen),
    "selection": (("space", "space"), MainScreen),
    "late": (("l",), MainScreen),
    "meeting": (("f5",), MeetingScreen),
    "minutes": (("f5", "r", "f6"), MinutesScreen),
    "report": (("f8",), PrintoutScreen),
    "overview": (("f6",), PrintoutScreen),
    "history": (("1", "f7"), HistoryScreen),
    "backups": (("1", "f7", "r"), BackupsScreen),
    "repairs": (("r",), RepairsScreen),
    "settings": (("s",), SettingsScreen),
    "register": (("ctrl+r",), SetupScreen),
    "welcome": (("ctrl+o",), WelcomeScreen),
}
"""Keys from the start to each screen, and its class."""


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
@pytest.mark.parametrize("name", WAYS)
async def test_no_word_is_cut(make: Make, tmp_path: Path, name: str, size: tuple[int, int], spoken: str) -> None:
    keys, screen = WAYS[name]
    speak(spoken)
    environment = Environment(settings=SettingsFile(tmp_path / "config.toml"))
    async with open_screen(make(damaged()), size, environment=environment) as desk:
        for key in keys:
            await desk.press(key)
            await desk.saved()
        await desk.until(lambda: isinstance(desk.app.screen, screen), f"for {name}")
        await desk.until(lambda: _("reading…") not in desk.text, "for the list")
        await desk.printed()
        await desk.pilot.pause()
        assert (cut_titles(desk), cut_commands(desk), cut_tracks(desk)) == ([], [], []), desk.text
        assert torn(desk.app, desk.lines) == []


async def test_a_cut_title_and_a_cut_command_are_found(make: Make) -> None:
    async with open_screen(make(damaged()), (60, 20)) as desk:
        desk.main.query_one("#measures").border_title = "ชื่อ" * 40
        desk.main.query_one(Footer).where = "nowhere"
        await desk.pilot.pause()
        assert cut_titles(desk) != [] and cut_commands(desk) == ["nothing"]
