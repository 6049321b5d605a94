"""Texts that would steer a terminal, or break markup, from a file that somebody edited by hand."""

import json

import pytest

from itatui.store import RegisterFile
from itatui.thai import safe
from tests.support import registers
from tests.support.desk import MIDDLE, Desk, sitting
from tests.tui.conftest import Make

EVIL = "[/] [red] $accent \x1b[31m\x1b]52;c;aGk=\x07\x9b31m\u202eที่"
SHOWN = "[/] [red] $accent ␛[31m␛]52;c;aGk=␇‹U+009B›31m‹U+202E›ที่"


def spoilt(value: object) -> object:
    """A document with the hostile text in each of its own texts."""
    if isinstance(value, dict):
        kept = ("id", "track", "reported_with", "code", "schema")
        return {key: each if key in kept else spoilt(each) for key, each in value.items()}
    if isinstance(value, list):
        return [spoilt(each) for each in value]
    return EVIL if isinstance(value, str) else value


@pytest.fixture
def evil(make: Make) -> RegisterFile:
    """A register file with the hostile text in every field."""
    path = make(registers.late()).path
    tables = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({name: spoilt(table) for name, table in tables.items()}), "utf-8")
    return RegisterFile(path)


def harmless(desk: Desk) -> bool:
    """Whether nothing on the screen can steer a terminal."""
    return all(safe(line) == line and "\t" not in line for line in desk.lines)


async def test_it_is_shown_and_does_nothing_anywhere(evil: RegisterFile) -> None:
    assert evil.load().measures[0].activity == EVIL
    async with sitting(evil) as desk:
        assert "[/] [red] $accent ␛[31m" in desk.text
        for keys in (("left",), ("down",), ("enter",), ("right",), ("left",), ("delete",), ("escape",), ("ctrl+n",)):
            await desk.press(*keys)
            assert harmless(desk), keys
        await desk.press("escape", "f8")
        assert harmless(desk)
        assert "[/]" in desk.text


async def test_opening_it_changes_nothing(evil: RegisterFile) -> None:
    before = evil.path.read_bytes()
    async with sitting(evil, MIDDLE) as desk:
        for field in ("activity", "result", "responsible", "outcome"):
            await desk.go_to(field)
            await desk.press("enter")
            assert harmless(desk)
            assert desk.main.editor is not None
            assert safe(desk.main.editor.text) == desk.main.editor.text
            await desk.press("escape")
        await desk.saved()
        assert any(words[0].isdigit() or "ควบคุม" in words for words in desk.told)
    assert evil.path.read_bytes() == before


async def test_it_is_told_of_as_it_is(evil: RegisterFile) -> None:
    async with sitting(evil, notifications=True) as desk:
        desk.main.tell(f"พึงระวัง {EVIL}")
        await desk.until(lambda: "พึงระวัง" in desk.text, "for the notification")
        assert desk.told == [f"พึงระวัง {SHOWN}"]
        assert harmless(desk)


async def test_a_paste_for_a_new_measure_leaves_it_out(evil: RegisterFile) -> None:
    async with sitting(evil) as desk:
        await desk.press("ctrl+n")
        await desk.paste(EVIL)
        await desk.press("enter")
        await desk.saved()
        new = desk.on_disk().measures[1]
        assert new.activity == "[/] [red] $accent [31m]52;c;aGk=31mที่"


async def test_a_paste_into_a_field_says_how_much_was_left_out(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f2", "f7")
        await desk.paste("ก\x1b\x07\x9bข")
        assert desk.main.editor is not None
        assert desk.main.editor.text == "กข"
        assert any("3" in words for words in desk.told)


async def test_a_track_whose_code_is_markup(make: Make) -> None:
    register = registers.late()
    tracks = (register.tracks[0]._replace(code="[/]"), *register.tracks[1:])
    measures = tuple(each._replace(track="[/]") if each.track == "IIT" else each for each in register.measures)
    async with sitting(make(register._replace(tracks=tracks, measures=measures))) as desk:
        assert "[/]-1" in desk.text
        for key in ("left", "down", "enter", "right", "f2", "escape", "escape", "delete", "escape", "ctrl+n", "escape"):
            await desk.press(key)
        await desk.press("1", "ctrl+z")
        await desk.saved()
        assert "[/]-1" in desk.told[-1]
        assert "[/]-1" in desk.text
