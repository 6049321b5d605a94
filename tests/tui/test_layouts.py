"""Every key of every screen and pane: on both layouts, by its place, and never in the way of a text."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.keys import _character_to_key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from itatui import tui
from itatui.domain.standing import Standing
from itatui.store import RegisterFile
from itatui.tui.commands import COMMANDS
from itatui.tui.dialogs.help import keys_of
from itatui.tui.keyboard import KEDMANEE, SHIFTED, both_layouts, bound
from tests.support.desk import sitting

Bound = type[App[object]] | type[Screen[object]] | type[Widget]
NAMES = {_character_to_key(sign): sign for sign in [*KEDMANEE, *KEDMANEE.values(), *SHIFTED, *SHIFTED.values()]}
ALONE = {"slash", "minus"}
"""What `2` and `3` send with the Thai layout on: no command may hang on these signs themselves."""


def classes() -> list[Bound]:
    """Every class of the screen that has keys of its own."""
    found: dict[str, Bound] = {}
    for module in pkgutil.walk_packages(tui.__path__, "itatui.tui."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and thing.__module__ == module.name and "BINDINGS" in vars(thing):
                found[thing.__qualname__] = thing
    return list(found.values())


def keys(thing: Bound) -> Iterator[Binding]:
    """Its own bindings, one a key."""
    for _key, binding in BindingsMap(vars(thing)["BINDINGS"]):
        yield binding


CLASSES = pytest.mark.parametrize("thing", classes(), ids=lambda thing: thing.__name__)


def test_all_screens_are_looked_at() -> None:
    names = {thing.__name__ for thing in classes()}
    assert names >= {
        "ItatuiApp",
        "MainScreen",
        "MeasureList",
        "TrackList",
        "MeasureDetail",
        "SearchBox",
        "FieldEditor",
        "HelpDialog",
        "Ask",
        "Confirm",
        "HistoryScreen",
    }


@CLASSES
def test_a_key_does_the_same_on_both_layouts(thing: Bound) -> None:
    does = {binding.key: binding.action for binding in keys(thing)}
    for key, action in does.items():
        latin = key.removeprefix("ctrl+")
        if latin in NAMES and latin.isascii() and NAMES[latin] in KEDMANEE and latin not in ALONE:
            for other in both_layouts(key if key.startswith("ctrl+") else NAMES[latin]):
                assert does.get(other) == action, (key, other)


@CLASSES
def test_no_key_has_two_meanings(thing: Bound) -> None:
    actions: dict[str, set[str]] = {}
    for binding in keys(thing):
        actions.setdefault(binding.key, set()).add(binding.action)
    places = {command.action: command.where for command in COMMANDS}
    for key, meant in actions.items():
        where = [place for action in meant for place in places.get(action, "").split()]
        assert len(meant) == 1 or len(where) == len(set(where)), (key, meant)


@CLASSES
def test_no_sign_is_taken_from_a_text(thing: Bound) -> None:
    is_text = issubclass(thing, Input | TextArea)
    for binding in keys(thing):
        assert not (binding.key in NAMES and (binding.priority or is_text)), binding.key


@CLASSES
def test_nothing_hangs_on_a_slash_a_hyphen_or_ctrl_enter(thing: Bound) -> None:
    by_action: dict[str, set[str]] = {}
    for binding in keys(thing):
        by_action.setdefault(binding.action, set()).add(binding.key)
    for action, its in by_action.items():
        assert its - ALONE - {"ctrl+enter", "ctrl+slash", "ctrl+minus"}, action


def test_the_table_is_the_keyboard() -> None:
    both = [*KEDMANEE.values(), *SHIFTED.values()]
    assert len(set(both)) == len(both)
    assert (KEDMANEE["l"], SHIFTED["L"], KEDMANEE["["], KEDMANEE["]"], SHIFTED["?"]) == ("ส", "ศ", "บ", "ล", "ฦ")
    assert both_layouts("l") == ("l", "ส", "L", "ศ")
    assert both_layouts("2") == ("2", "slash", "๒")
    assert both_layouts("question_mark") == ("question_mark", "ฦ")
    assert both_layouts("m") == ("m", "ท", "M")  # with Shift it is the question mark, which asks for help
    assert both_layouts("ctrl+q") == ("ctrl+q", "ctrl+ๆ")
    assert bound("escape", "l", "L") == "escape,l,ส,L,ศ"


@pytest.mark.parametrize("sign", ["l", "ส", "L", "ศ"])
async def test_a_letter_with_caps_lock_on(file: RegisterFile, sign: str) -> None:
    async with sitting(file) as desk:
        await desk.write(sign)
        assert Standing.LATE in desk.main.filter.standings


@pytest.mark.parametrize("sign", ["2", "/", "๒"])
async def test_a_quarter_by_its_key_and_by_the_number_in_thai(file: RegisterFile, sign: str) -> None:
    async with sitting(file) as desk:
        await desk.write(sign)
        await desk.saved()
        assert desk.on_disk().measures[0].done == {1, 3, 4}


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+ๆ", "f12"])
async def test_leaving_with_the_thai_layout_on(file: RegisterFile, key: str) -> None:
    async with sitting(file) as desk:
        await desk.pilot.press(key)
        await desk.until(lambda: desk.app._exit, "the end")


@pytest.mark.parametrize("key", ["ctrl+p", "ctrl+ย"])
async def test_the_palette_with_the_thai_layout_on(file: RegisterFile, key: str) -> None:
    async with sitting(file) as desk:
        await desk.pilot.press(key)
        await desk.until(lambda: desk.app.screen is not desk.main, "the palette")


def test_the_help_has_the_signs_of_both() -> None:
    by_action = {command.action: keys_of(command) for command in COMMANDS}
    assert by_action["late"] == "L (ส)"
    assert by_action["help"] == "F1, ? (ฦ)"
    assert by_action["tick(2)"] == "2 (/)"
    assert by_action["quarters"] == "F4, T (ะ)"
    assert by_action["undo_entry"] == "Enter, U (◌ี)"
