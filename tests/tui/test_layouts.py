"""Every key binding: on both layouts, unique, and never in the way of a text."""

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
from itatui.domain.status import Status
from itatui.store import RegisterFile
from itatui.tui.commands import COMMANDS
from itatui.tui.dialogs.help import keys_of
from itatui.tui.keyboard import KEDMANEE, SHIFTED, both_layouts, bound
from tests.support.desk import open_screen

BoundClass = type[App[object]] | type[Screen[object]] | type[Widget]
NAMES = {
    _character_to_key(character): character
    for character in [*KEDMANEE, *KEDMANEE.values(), *SHIFTED, *SHIFTED.values()]
}
ALONE = {"slash", "minus"}
"""Characters of the keys `2` and `3` on the Thai layout: no action may depend on them alone."""


def classes() -> list[BoundClass]:
    """Return every class with bindings of its own."""
    found: dict[str, BoundClass] = {}
    for module in pkgutil.walk_packages(tui.__path__, "itatui.tui."):
        for cls in vars(importlib.import_module(module.name)).values():
            if isinstance(cls, type) and cls.__module__ == module.name and "BINDINGS" in vars(cls):
                found[cls.__qualname__] = cls
    return list(found.values())


def keys(cls: BoundClass) -> Iterator[Binding]:
    """Yield the bindings of a class, one per key."""
    for _key, binding in BindingsMap(vars(cls)["BINDINGS"]):
        yield binding


CLASSES = pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)


def test_every_class_with_bindings_is_checked() -> None:
    names = {cls.__name__ for cls in classes()}
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
def test_bindings_are_the_same_on_both_layouts(cls: BoundClass) -> None:
    action_of = {binding.key: binding.action for binding in keys(cls)}
    for key, action in action_of.items():
        latin = key.removeprefix("ctrl+")
        if latin in NAMES and latin.isascii() and NAMES[latin] in KEDMANEE and latin not in ALONE:
            for other in both_layouts(key if key.startswith("ctrl+") else NAMES[latin]):
                assert action_of.get(other) == action, (key, other)


@CLASSES
def test_keys_have_one_action(cls: BoundClass) -> None:
    actions: dict[str, set[str]] = {}
    for binding in keys(cls):
        actions.setdefault(binding.key, set()).add(binding.action)
    places = {command.action: command.where for command in COMMANDS}
    for key, meanings in actions.items():
        where = [place for action in meanings for place in places.get(action, "").split()]
        assert len(meanings) == 1 or len(where) == len(set(where)), (key, meanings)


@CLASSES
def test_no_binding_takes_letters_from_a_text(cls: BoundClass) -> None:
    is_text = issubclass(cls, Input | TextArea)
    for binding in keys(cls):
        assert not (binding.key in NAMES and (binding.priority or is_text)), binding.key


@CLASSES
def test_no_action_depends_on_slash_hyphen_or_ctrl_enter(cls: BoundClass) -> None:
    by_action: dict[str, set[str]] = {}
    for binding in keys(cls):
        by_action.setdefault(binding.action, set()).add(binding.key)
    for action, keys_of_action in by_action.items():
        assert keys_of_action - ALONE - {"ctrl+enter", "ctrl+slash", "ctrl+minus"}, action


def test_both_layouts_of_a_key_are_bound() -> None:
    both = [*KEDMANEE.values(), *SHIFTED.values()]
    assert len(set(both)) == len(both)
    assert (KEDMANEE["l"], SHIFTED["L"], KEDMANEE["["], KEDMANEE["]"], SHIFTED["?"]) == ("ส", "ศ", "บ", "ล", "ฦ")
    assert both_layouts("l") == ("l", "ส", "L", "ศ")
    assert both_layouts("2") == ("2", "slash", "๒")
    assert both_layouts("question_mark") == ("question_mark", "ฦ")
    assert both_layouts("m") == ("m", "ท", "M")  # its Thai capital is the question mark, the key of the help
    assert both_layouts("ctrl+q") == ("ctrl+q", "ctrl+ๆ")
    assert bound("escape", "l", "L") == "escape,l,ส,L,ศ"


@pytest.mark.parametrize("character", ["l", "ส", "L", "ศ"])
async def test_letters_with_caps_lock(file: RegisterFile, character: str) -> None:
    async with open_screen(file) as desk:
        await desk.write(character)
        assert Status.LATE in desk.main.filter.statuses


@pytest.mark.parametrize("character", ["2", "/", "๒"])
async def test_quarter_keys_and_thai_digits(file: RegisterFile, character: str) -> None:
    async with open_screen(file) as desk:
        await desk.write(character)
        await desk.saved()
        assert desk.on_disk().measures[0].done == {1, 3, 4}


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+ๆ", "f12"])
async def test_quit_on_the_thai_layout(file: RegisterFile, key: str) -> None:
    async with open_screen(file) as desk:
        await desk.pilot.press(key)
        await desk.until(lambda: desk.app._exit, "the end")


@pytest.mark.parametrize("key", ["ctrl+p", "ctrl+ย"])
async def test_palette_on_the_thai_layout(file: RegisterFile, key: str) -> None:
    async with open_screen(file) as desk:
        await desk.pilot.press(key)
        await desk.until(lambda: desk.app.screen is not desk.main, "the palette")


def test_help_shows_keys_of_both_layouts() -> None:
    by_action = {command.action: keys_of(command) for command in COMMANDS}
    assert by_action["late"] == "L (ส)"
    assert by_action["help"] == "F1, ? (ฦ)"
    assert by_action["tick(2)"] == "2 (/)"
    assert by_action["quarters"] == "F4, T (ะ)"
    assert by_action["undo_entry"] == "Enter, U (◌ี)"
