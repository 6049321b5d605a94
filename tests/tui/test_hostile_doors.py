"""Hostile text in every input, typed or pasted, and in every view."""

import pytest
from textual import events

from itatui.domain.change import Edit
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from itatui.thai import clean
from itatui.tui.dialogs.conflict import ConflictDialog
from itatui.tui.screens.backups import BackupsScreen
from itatui.tui.screens.history import HistoryScreen
from itatui.tui.screens.repairs import RepairsScreen
from tests.support import registers
from tests.support.desk import MIDDLE, Desk, open_screen
from tests.tui.conftest import Make
from tests.tui.test_hostile import EVIL, evil, is_harmless

__all__ = ["evil"]

TYPED = ["\x1b", "\x07", "\x9b", "\x00", "\x7f", "\u202e", "\u2066", "\u2028", "\ufdd0", "\ud800"]
"""Forbidden characters; a keyboard can send the first ones."""
WHO = "\x1b]2;owned\x07[/]\u202e"


async def type_hostile(desk: Desk) -> None:
    """Type each forbidden character as a key."""
    for character in TYPED:
        desk.app.post_message(events.Key("x", character))
    await desk.write("ก")
    await desk.pilot.pause()


async def test_typed_into_a_field(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2", "f7")
        await type_hostile(desk)
        assert desk.main.editor is not None
        assert desk.main.editor.text == "ก"
        assert is_harmless(desk)
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].result == "ก"


async def test_typed_into_the_search_box(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f3")
        await type_hostile(desk)
        await desk.until(lambda: desk.main.filter.text == "ก", "to be narrowed")
        assert is_harmless(desk)


async def test_typed_for_a_new_measure(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("ctrl+n")
        await type_hostile(desk)
        assert is_harmless(desk)
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().measures[1].activity == "ก"


@pytest.mark.parametrize("door", ["f2", "f3", "ctrl+n"])
async def test_hostile_text_is_pasted_harmless(file: RegisterFile, door: str) -> None:
    async with open_screen(file) as desk:
        await desk.press(door)
        await desk.paste(f"{EVIL}\ud800\x1b[201~ ท้าย")
        assert is_harmless(desk)
        assert "ท้าย" in desk.text
        await desk.press("enter", "escape")
        await desk.saved()
        for measure in desk.on_disk().measures:
            assert clean(measure.activity + measure.result)[1] == 0


async def test_shown_in_history_and_backups(evil: RegisterFile) -> None:
    evil.user = Identity(WHO, WHO)
    first = evil.load().measures[0]
    evil.apply(Edit("measure", first.id, "result", first.result, f"{EVIL} ใหม่ \t\x1b[2J"))
    evil.apply(registers.without(evil.load(), 1))
    async with open_screen(evil, MIDDLE) as desk:
        await desk.press("f7")
        await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen) and "1/" in desk.text, "the history")
        for key in ("a", "home", "down", "tab", "end", "tab", "u"):
            await desk.press(key)
            await desk.saved()
            assert is_harmless(desk), key
        assert "␛]2;owned␇[/]‹U+202E›" in desk.text
        assert "␛[2J" in desk.text
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, BackupsScreen) and "1/" in desk.text, "the old registers")
        for key in ("down", "end", "tab", "end", "tab", "enter"):
            await desk.press(key)
            await desk.pilot.pause()
            assert is_harmless(desk), key


async def test_hostile_text_is_harmless_in_repairs(evil: RegisterFile) -> None:
    first = evil.load().measures[0]
    evil.apply(Edit("measure", first.id, "result", first.result, f"{EVIL} เพ่ือ \t\x1b[2J และมคีวาม{EVIL}\nที่"))
    async with open_screen(evil, MIDDLE) as desk:
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, RepairsScreen) and "1/" in desk.text, "the repairs")
        for key in ("down", "tab", "end", "tab", "up", "enter", "a"):
            await desk.press(key)
            assert is_harmless(desk), key
        await desk.saved()
        assert "เพื่อ \t\x1b[2J และมีความ" in desk.on_disk().measures[0].result


async def test_shown_in_the_conflict_dialog(evil: RegisterFile) -> None:
    async with open_screen(evil, MIDDLE) as desk:
        await desk.press("f2", "end")
        await desk.write(" ของฉัน")
        other = RegisterFile(evil.path, Identity(WHO))
        first = other.load().measures[0]
        other.apply(Edit("measure", first.id, "result", first.result, f"{EVIL} ของเขา\t\x1b[2J"))
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.app.screen, ConflictDialog), "to be asked")
        await desk.pilot.pause()
        assert is_harmless(desk)
        assert "␛[2J" in desk.text
        assert "␛]2;owned␇[/]‹U+202E›" in desk.text
        await desk.press("3", "enter")
        await desk.saved()
        assert is_harmless(desk)
        kept = desk.on_disk().measures[0].result
        assert "\x1b[2J" in kept
        assert kept.endswith(" ของฉัน")


async def test_editing_both_texts_of_a_conflict(evil: RegisterFile) -> None:
    async with open_screen(evil) as desk:
        await desk.press("f2", "end")
        await desk.write(" ของฉัน")
        other = RegisterFile(evil.path)
        first = other.load().measures[0]
        other.apply(Edit("measure", first.id, "result", first.result, f"{EVIL} ของเขา\x1b[2J"))
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.main.editor and desk.main.editor.contested, "for the conflict")
        await desk.press("ctrl+s")
        await desk.until(lambda: isinstance(desk.app.screen, ConflictDialog), "to be asked")
        await desk.press("4", "enter")
        await desk.until(lambda: not isinstance(desk.app.screen, ConflictDialog), "the view to go")
        await desk.pilot.pause()
        assert is_harmless(desk)
        assert desk.main.editor is not None
        assert clean(desk.main.editor.text)[1] == 0
        assert "ของเขา[2J" in desk.main.editor.text


async def test_save_errors_are_shown_harmlessly(evil: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    from itatui.store.errors import StoreError

    def fail(*edits: Edit, run: str = "") -> None:
        raise StoreError(f"{EVIL} เต็ม")

    monkeypatch.setattr(evil, "apply", fail)
    async with open_screen(evil, notifications=True) as desk:
        await desk.press("1", "ctrl+q")
        await desk.until(lambda: "เต็ม" in desk.text, "to be asked")
        assert is_harmless(desk)
        assert all(clean(words)[1] == 0 for words in desk.messages)


async def test_the_window_title_is_fixed(make: Make) -> None:
    register = registers.late()._replace(agency=EVIL, agency_short=EVIL, title=EVIL)
    async with open_screen(make(register)) as desk:
        assert desk.app.title == "itatui"
        assert desk.app.sub_title == ""
        assert is_harmless(desk)
