"""Control characters and markup in a register file that was edited by hand."""

import json
from typing import Any

import pytest

from itatui.store import RegisterFile
from itatui.thai import safe
from tests.support import registers
from tests.support.desk import MIDDLE, Desk, open_screen
from tests.tui.conftest import Make

EVIL = "[/] [red] $accent \x1b[31m\x1b]52;c;aGk=\x07\x9b31m\u202eที่"
SHOWN = "[/] [red] $accent ␛[31m␛]52;c;aGk=␇‹U+009B›31m‹U+202E›ที่"


def with_hostile_texts(value: object) -> object:
    """Return a document with every text replaced by the hostile one."""
    if isinstance(value, dict):
        keys_kept = ("id", "track", "reported_with", "code", "schema")
        return {key: item if key in keys_kept else with_hostile_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_hostile_texts(item) for item in value]
    return EVIL if isinstance(value, str) else value


@pytest.fixture
def evil(make: Make) -> RegisterFile:
    """A register file with the hostile text in every field but that of its closing."""
    path = make(registers.late()).path
    tables: Any = with_hostile_texts(json.loads(path.read_text("utf-8")))
    tables["register"]["1"]["closed"] = ""  # a closed register refuses changes
    path.write_text(json.dumps(tables), "utf-8")
    return RegisterFile(path)


def is_harmless(desk: Desk) -> bool:
    """Test that no line on the screen can control a terminal."""
    return all(safe(line) == line and "\t" not in line for line in desk.lines)


async def test_hostile_text_is_shown_harmlessly(evil: RegisterFile) -> None:
    assert evil.load().measures[0].activity == EVIL
    async with open_screen(evil) as desk:
        assert "[/] [red] $accent ␛[31m" in desk.text
        for keys in (("left",), ("down",), ("enter",), ("right",), ("left",), ("delete",), ("escape",), ("ctrl+n",)):
            await desk.press(*keys)
            assert is_harmless(desk), keys
        await desk.press("escape", "f8")
        assert is_harmless(desk)
        assert "[/]" in desk.text


async def test_opening_hostile_text_changes_nothing(evil: RegisterFile) -> None:
    before = evil.path.read_bytes()
    async with open_screen(evil, MIDDLE) as desk:
        for field in ("activity", "result", "responsible", "outcome"):
            await desk.go_to(field)
            await desk.press("enter")
            assert is_harmless(desk)
            assert desk.main.editor is not None
            assert safe(desk.main.editor.text) == desk.main.editor.text
            await desk.press("escape")
        await desk.saved()
        assert any(words[0].isdigit() or "ควบคุม" in words for words in desk.messages)
    assert evil.path.read_bytes() == before


async def test_hostile_text_in_a_notification(evil: RegisterFile) -> None:
    async with open_screen(evil, notifications=True) as desk:
        desk.main.tell(f"พึงระวัง {EVIL}")
        await desk.until(lambda: "พึงระวัง" in desk.text, "for the notification")
        assert desk.messages == [f"พึงระวัง {SHOWN}"]
        assert is_harmless(desk)


async def test_control_characters_are_dropped_from_a_new_measure(evil: RegisterFile) -> None:
    async with open_screen(evil) as desk:
        await desk.press("ctrl+n")
        await desk.paste(EVIL)
        await desk.press("enter")
        await desk.saved()
        new = desk.on_disk().measures[1]
        assert new.activity == "[/] [red] $accent [31m]52;c;aGk=31mที่"


async def test_dropped_characters_are_counted(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2", "f7")
        await desk.paste("ก\x1b\x07\x9bข")
        assert desk.main.editor is not None
        assert desk.main.editor.text == "กข"
        assert any("3" in words for words in desk.messages)


async def test_a_track_code_that_looks_like_markup(make: Make) -> None:
    register = registers.late()
    tracks = (register.tracks[0]._replace(code="[/]"), *register.tracks[1:])
    measures = tuple(item._replace(track="[/]") if item.track == "IIT" else item for item in register.measures)
    async with open_screen(make(register._replace(tracks=tracks, measures=measures))) as desk:
        assert "[/]-1" in desk.text
        for key in ("left", "down", "enter", "right", "f2", "escape", "escape", "delete", "escape", "ctrl+n", "escape"):
            await desk.press(key)
        await desk.press("1", "ctrl+z")
        await desk.saved()
        assert "[/]-1" in desk.messages[-1]
        assert "[/]-1" in desk.text
