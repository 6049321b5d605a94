"""Command keys on both layouts, the footer, and the help."""

from collections.abc import Callable, Iterable

import pytest
from textual.keys import _character_to_key

from itatui.domain.status import Status
from itatui.locale import _
from itatui.store import RegisterFile
from itatui.thai import cells
from itatui.tui.commands import COMMANDS, Command, bindings
from itatui.tui.dialogs.help import WRITING, HelpDialog, keys_of
from itatui.tui.screens.history import HistoryScreen
from itatui.tui.screens.printout import PrintoutScreen
from itatui.tui.screens.settings import SettingsScreen
from tests.support.desk import Desk, open_screen

PLACES = {
    "tracks": ("left",),
    "measures": (),
    "detail": ("right",),
    "quarters": ("f4",),
    "editor": ("f2",),
    "find": ("f3",),
}
LAYOUTS = dict(zip("etplhuarsnmog[]1234", "ำะยส้ีฟพหืทนเบลๅ/-ภ", strict=True))
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


MEETING_LAYOUTS = {"n": "ื", "d": "ก", "o": "น", "r": "พ", "c": "แ", "x": "ป"}
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


@pytest.mark.parametrize(("place", "shown"), [("editor", True), ("find", True), ("measures", False)])
async def test_help_lists_editing_keys_in_text_inputs_only(file: RegisterFile, place: str, shown: bool) -> None:
    async with open_screen(file, (120, 120)) as desk:
        await desk.press(*PLACES[place], "f1")
        await desk.pilot.pause()
        here = desk.text.partition("คำสั่งในส่วนอื่น")[0]
        assert [keys in here and _(words) in here for keys, words in WRITING] == [shown] * len(WRITING)


@pytest.mark.parametrize("place", ["measures", "detail", "editor"])
async def test_help_lists_every_command(file: RegisterFile, place: str) -> None:
    async with open_screen(file, (120, 120)) as desk:
        await desk.press(*PLACES[place], "f1")
        await desk.pilot.pause()
        assert isinstance(desk.app.screen, HelpDialog)
        places = {command.action: place if command.keys_in(place) else "" for command in COMMANDS}
        missing = [each.action for each in COMMANDS if keys_of(each, places[each.action]) not in desk.text]
        assert missing == []
        here, _there, elsewhere = desk.text.partition("คำสั่งในส่วนอื่น")
        for command in COMMANDS:
            if command.keys_in(place):
                assert keys_of(command, place) in here
            else:
                assert keys_of(command) in elsewhere
        await desk.press("escape")
        assert not desk.app.screen.query("#help")
        assert desk.main.where == place
