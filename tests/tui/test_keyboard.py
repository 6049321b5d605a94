"""Command keys on both layouts, the footer, and the help."""

from collections.abc import Callable, Iterable

import pytest
from textual.keys import _character_to_key

from itatui.domain.status import Status
from itatui.locale import LANGUAGES, _, speak
from itatui.store import RegisterFile
from itatui.thai import cells
from itatui.tui.commands import COMMANDS, OFTEN, TASKS, Command, bindings, task_of
from itatui.tui.commands import PLACES as PLACE_NAMES
from itatui.tui.dialogs.decision import DecisionDialog
from itatui.tui.dialogs.help import WRITING, HelpDialog, HelpLines, keys_of
from itatui.tui.screens.history import HistoryScreen
from itatui.tui.screens.printout import PrintoutScreen
from itatui.tui.screens.settings import SettingsScreen
from tests.support.damaged import damaged
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.support.meetings import open_meeting
from tests.tui.conftest import Make

PLACES = {
    "tracks": ("left",),
    "measures": (),
    "detail": ("right",),
    "quarters": ("f4",),
    "editor": ("f2",),
    "find": ("f3",),
}
LAYOUTS = dict(zip("etplhuarsnmogvyi[]1234", "ำะยส้ีฟพหืทนเอัรบลๅ/-ภ", strict=True))
"""Command keys that are characters, and the same keys on the Thai layout."""
CHARACTERS = "".join(LAYOUTS) + "".join(LAYOUTS.values()) + "?"

EFFECTS: dict[str, Callable[[Desk], bool]] = {
    "e": lambda desk: desk.main.where == "editor",
    "t": lambda desk: desk.detail.position is not None and desk.detail.position.field.startswith("done."),
    "p": lambda desk: isinstance(desk.app.screen, PrintoutScreen),
    "h": lambda desk: isinstance(desk.app.screen, HistoryScreen),
    "l": lambda desk: Status.LATE in desk.main.filter.statuses,
    "s": lambda desk: isinstance(desk.app.screen, SettingsScreen),
    "?": lambda desk: isinstance(desk.app.screen, HelpDialog),
}


@pytest.mark.parametrize("character", [*EFFECTS, "ำ", "ะ", "ย", "ส", "้", "ห"])
async def test_command_keys_on_both_layouts(file: RegisterFile, character: str) -> None:
    latin = next((key for key, thai in LAYOUTS.items() if thai == character), character)
    async with open_screen(file) as desk:
        assert not EFFECTS[latin](desk)
        await desk.write(character)
        await desk.pilot.pause()
        assert EFFECTS[latin](desk)


MEETING_LAYOUTS = {"f": "ด", "n": "ื", "d": "ก", "o": "น", "r": "พ", "c": "แ", "x": "ป", "w": "ไ"}
WIDE_ENOUGH = (170, 36)
"""A screen with room for every command in the footer."""


def test_every_command_has_keys_on_both_layouts() -> None:
    for command in COMMANDS:
        for key in command.keys:
            if len(key) == 1:
                assert _character_to_key((LAYOUTS | MEETING_LAYOUTS)[key]) in command.all_keys()


@pytest.mark.parametrize("place", list(PLACES))
def test_keys_are_unique_within_a_place(place: str) -> None:
    keys = [key for command in COMMANDS if command.keys_in(place) for key in command.all_keys()]
    assert len(keys) > 3
    assert len(keys) == len(set(keys))


def test_no_letter_key_works_over_a_text() -> None:
    signs = {_character_to_key(character) for character in CHARACTERS}
    over = {key for binding in bindings() if binding.priority for key in binding.key.split(",")}
    assert "ctrl+s" in over
    assert not over & signs


async def test_command_letters_are_text_in_an_editor(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        before = desk.on_disk()
        await desk.press("f2", "f7")
        await desk.write(CHARACTERS)
        assert desk.main.editor is not None
        assert desk.main.editor.text == CHARACTERS
        await desk.press("f3", "f4", "f8", "ctrl+n", "f10")
        assert desk.app.screen is desk.main
        assert desk.main.where == "editor"
        await desk.press("escape")
        await desk.saved()
        first, *others = before.measures
        assert desk.on_disk().measures == (first._replace(result=CHARACTERS), *others)


def _titles(commands: Iterable[Command], place: str) -> set[tuple[str, str]]:
    return {(command.key(place), _(command.title)) for command in commands if command.keys_in(place)}


@pytest.mark.parametrize("place", list(PLACES))
async def test_the_footer_shows_the_commands_of_the_place(file: RegisterFile, place: str) -> None:
    async with open_screen(file, WIDE_ENOUGH) as desk:
        await desk.press("4")  # something to undo
        await desk.saved()
        await desk.press(*PLACES[place])
        assert desk.main.place == place
        shown = {(key, title) for key, title in _titles(COMMANDS, place) if f" {key} {title} " in desk.foot}
        assert shown == _titles((each for each in COMMANDS if each.foot), place)


@pytest.mark.parametrize(
    ("shown", "key"), [("F1", "?"), ("F2", "e"), ("F4", "t"), ("F7", "h"), ("F8", "p"), ("L", "l")]
)
async def test_a_click_in_the_footer_runs_the_command(file: RegisterFile, shown: str, key: str) -> None:
    async with open_screen(file, WIDE_ENOUGH) as desk:
        at = cells(desk.foot[: desk.foot.index(f" {shown} ") + 1])
        await desk.pilot.click("#foot", offset=(at + 1, 0))
        await desk.until(lambda: EFFECTS[key](desk), shown)


TALL = (120, 160)
"""A screen with room for the whole help."""


@pytest.mark.parametrize(("place", "shown"), [("editor", True), ("find", True), ("measures", False)])
async def test_help_lists_editing_keys_in_text_inputs_only(file: RegisterFile, place: str, shown: bool) -> None:
    async with open_screen(file, TALL) as desk:
        await desk.press(*PLACES[place], "f1")
        await desk.until(lambda: "คำสั่งในส่วนอื่น" in desk.text, "for the help")
        here = desk.text.partition("คำสั่งในส่วนอื่น")[0]
        assert [keys in here and _(words) in here for keys, words in WRITING] == [shown] * len(WRITING)


@pytest.mark.parametrize("place", ["measures", "detail", "editor"])
async def test_help_lists_every_command(file: RegisterFile, place: str) -> None:
    async with open_screen(file, TALL) as desk:
        await desk.press(*PLACES[place], "f1")
        await desk.until(lambda: "คำสั่งในส่วนอื่น" in desk.text, "for the help")
        here, _there, elsewhere = desk.text.partition("คำสั่งในส่วนอื่น")
        for command in COMMANDS:
            if command.is_offered(place):
                assert (keys_of(command, place) or "^P") in here
                assert _(command.help)[:20] in here
            else:
                assert keys_of(command) in elsewhere
                assert _(PLACE_NAMES[command.where.split()[0]]) in elsewhere
        await desk.press("escape")
        assert not desk.app.screen.query("#help")
        assert desk.main.where == place


def test_every_command_serves_a_task() -> None:
    assert [command.action for command in COMMANDS if not task_of(command)] == []
    known = {command.action for command in COMMANDS}
    assert set(OFTEN) <= known
    assert {action for actions in TASKS.values() for action in actions} <= known
    assert len(OFTEN) == 12


@pytest.mark.parametrize("key", ["f1", "ctrl+p"])
async def test_the_commands_used_most_come_first(file: RegisterFile, key: str) -> None:
    async with open_screen(file, TALL) as desk:
        await desk.press(key)
        await desk.until(lambda: "คำสั่งในส่วนอื่น" in desk.text, "for the help")
        helps = {command.action: _(command.help) for command in COMMANDS if command.is_offered("measures")}
        places = [desk.text.index(helps[action]) for action in OFTEN]
        assert places == sorted(places)
        assert all(desk.text.index(helps[action]) > max(places) for action in helps if action not in OFTEN)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
@pytest.mark.parametrize(
    "typed", ["ล่าช้า เฉพาะ", "late only", "ลา\u0e48ช้า เฉพาะ".replace("า\u0e48", "\u0e48า"), "LATE  only"]
)
async def test_typing_narrows_the_help_and_enter_runs_the_command(
    file: RegisterFile, size: tuple[int, int], typed: str
) -> None:
    async with open_screen(file, size) as desk:
        await desk.press("f1")
        await desk.until(lambda: "ใช้บ่อย" in desk.text, "for the help")
        await desk.write(typed)
        await desk.until(lambda: "แสดงเฉพาะมาตรการที่ล่าช้า" in desk.text and "แก้ไขช่อง" not in desk.text, "for the command")
        await desk.press("enter")
        await desk.until(lambda: Status.LATE in desk.main.session.filter.statuses, "for the filter")


async def test_enter_runs_nothing_before_a_command_is_chosen(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        before = desk.on_disk()
        await desk.press("f1")
        await desk.until(lambda: "ใช้บ่อย" in desk.text, "for the help")
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.main, "for the list")
        assert desk.main.where == "measures"
        assert desk.on_disk() == before


async def test_a_command_of_another_screen_says_where_it_works(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f1")
        await desk.until(lambda: "ใช้บ่อย" in desk.text, "for the help")
        await desk.write("มติเก่าสุด")
        await desk.until(lambda: "(ประชุม F5)" in desk.text, "for the place")
        await desk.press("enter")
        await desk.until(lambda: "คำสั่งนี้ใช้ได้ที่: ประชุม F5" in "\n".join(desk.messages), "for the words")
        assert isinstance(desk.app.screen, HelpDialog)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_help_cuts_nothing(file: RegisterFile, size: tuple[int, int], language: str) -> None:
    async with open_screen(file, size) as desk:
        speak(language)
        await desk.press("f1")
        await desk.until(lambda: _("Type to search commands") in desk.text, "for the help")
        lines = desk.app.screen.query_one(HelpLines)
        for row, line in enumerate(lines._lines):
            drawn = lines.draw_line(row).text
            assert line.words in drawn and line.keys in drawn


async def test_a_click_runs_a_command(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f1")
        await desk.until(lambda: "ใช้บ่อย" in desk.text, "for the help")
        row = next(number for number, line in enumerate(desk.lines) if "แสดงเฉพาะมาตรการที่ล่าช้า" in line)
        await desk.pilot.click(offset=(60, row))
        await desk.until(lambda: Status.LATE in desk.main.session.filter.statuses, "for the filter")


FRONT_SCREENS = {"past": ("f7",), "restoring": ("f7", "r"), "repairing": ("r",), "settings": ("s",)}
"""Keys that open the screens with a list and the detail of its row, by their place."""


@pytest.mark.parametrize("key", ["f1", "?"])
@pytest.mark.parametrize("place", list(FRONT_SCREENS))
async def test_the_screens_in_front_have_help(make: Make, place: str, key: str) -> None:
    async with open_screen(make(damaged()), TALL) as desk:
        await desk.press("4")
        await desk.saved()
        await desk.press(*FRONT_SCREENS[place])
        await desk.until(lambda: getattr(desk.app.screen, "PLACE", "") == place, "for the screen")
        assert "F1" in desk.foot
        screen = desk.app.screen
        await desk.write(key) if key == "?" else await desk.press(key)
        await desk.until(lambda: "คำสั่งในส่วนอื่น" in desk.text, "for the help")
        here = desk.text.partition("คำสั่งในส่วนอื่น")[0]
        for command in COMMANDS:
            if command.is_offered(place):
                assert keys_of(command, place) in here
                assert _(command.help)[:20] in here
        await desk.press("escape")
        assert desk.app.screen is screen


async def test_the_help_of_the_meeting_runs_its_commands(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_meeting(desk)
        await desk.press("ctrl+p")
        await desk.until(lambda: "พิมพ์เพื่อค้นหาคำสั่ง" in desk.text, "for the help")
        await desk.write("มติ ผู้รับผิดชอบ")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, DecisionDialog), "for the decision")
