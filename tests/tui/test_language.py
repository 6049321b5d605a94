"""Ctrl+T changes the language everywhere at once: each picture is then that of a start in the other language."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.locale import language, speak
from itatui.store import RegisterFile
from itatui.store.config import SettingsFile
from itatui.store.recent import RecentRegisters
from itatui.tui.app import ItatuiApp
from itatui.tui.environment import Environment
from itatui.tui.messages import MESSAGE_S
from tests.support import damaged, registers
from tests.support.clashes import choosing, write_elsewhere
from tests.support.desk import MIDDLE, TODAY, WIDE, Desk, open_screen
from tests.tui.conftest import Make

MAIN: dict[str, tuple[str, ...]] = {
    "list": (),
    "tracks": ("left",),
    "detail": ("right", "down"),
    "editor": ("f2",),
    "search box": ("f3",),
    "search": ("f3", "I", "T", "A"),
    "nothing found": ("f3", "x", "x", "x", "enter"),
    "new measure": ("ctrl+n", "a"),
    "new measure, kept text": ("ctrl+n", "a", "escape", "ctrl+n"),
    "first letter": ("right", "down", "x"),
    "late": ("l",),
    "assignment": ("o", "a"),
    "removal": ("delete",),
    "help": ("f1",),
    "report": ("f8",),
    "report of some": ("l", "f8"),
    "overview": ("f6",),
    "overview, its help": ("f6", "f1"),
    "history": ("f7",),
    "history, its help": ("f7", "f1"),
    "history of all": ("f7", "a"),
    "backups": ("f7", "r"),
    "restoring": ("f7", "r", "down", "enter"),
    "settings": ("s",),
    "a setting": ("s", "end"),
    "a setting, asked": ("s", "end", "enter"),
    "register": ("ctrl+r", "end"),
    "register, a line": ("ctrl+r", "down", "enter"),
    "register, a field": ("ctrl+r", *["down"] * 8, "ctrl+n", "ctrl+s"),
    "register, help": ("ctrl+r", "f1"),
    "to track": ("v",),
    "filter": ("n",),
    "places": ("g",),
    "palette": ("ctrl+p",),
    "other registers": ("ctrl+o", "home"),
    "other registers, asked": ("ctrl+o", "down", "enter"),
    "meeting": ("f5",),
    "meeting, editor": ("f5", "f2"),
    "meeting, decision": ("f5", "d", "a"),
    "meeting, kept decision": ("f5", "d", "a", "escape", "d"),
    "meeting, no decision": ("f5", "d", "ctrl+s"),
    "meeting, wrong day": ("f5", "d", "a", "tab", "tab", "x", "ctrl+s"),
    "meeting, agenda": ("f5", "f3"),
    "meeting, help": ("f5", "f1"),
    "meeting, end": ("f5", "f8"),
    "meeting, wrong time": ("f5", "f8", "tab", "x", "ctrl+s"),
    "minutes": ("f5", "f8", "ctrl+s"),
    "minutes, details": ("f5", "f8", "ctrl+s", "f2"),
}
"""Keys that open everything with words."""
WELCOME: dict[str, tuple[str, ...]] = {
    "first row": (),
    "second row": ("down",),
    "agency": ("down", "enter", "a"),
    "refused year": ("down", "enter", "a", "enter", "enter", "a", "enter"),
    "source": ("down", "down", "enter", "a"),
    "path": ("down", "down", "down", "enter", "a"),
}


pytestmark = pytest.mark.usefixtures("own_home")


@asynccontextmanager
async def opened(
    file: RegisterFile | None, keys: tuple[str, ...], size: tuple[int, int], tmp_path: Path
) -> AsyncIterator[Desk]:
    """Run the program and press keys."""
    environment = Environment(settings=SettingsFile(tmp_path / "config.toml"), shelf=RecentRegisters())
    app = ItatuiApp(file, today=TODAY, environment=environment)
    desk = Desk(app, tmp_path)
    async with app.run_test(size=size):
        await desk.pilot.pause()
        for key in keys:
            await press(desk, key)
        yield desk


async def press(desk: Desk, key: str) -> list[str]:
    """Press a key that is meant alone, and return the picture; unlike `Desk.press`, also without a register."""
    await desk.rest()
    await desk.pilot.press(key)
    await desk.rest()
    return await settled(desk)


async def settled(desk: Desk) -> list[str]:
    """Wait until everything that runs in the background is shown; return the picture."""
    await desk.app.workers.wait_for_complete()
    before: list[str] = []
    while before != desk.lines:
        before = desk.lines
        for _turn in range(3):
            await desk.pilot.pause(0.02)
    return before


async def follows_the_language(
    file: RegisterFile | None, keys: tuple[str, ...], size: tuple[int, int], tmp_path: Path
) -> None:
    begun = file.path.read_bytes() if file else b""
    async with opened(file, keys, size, tmp_path) as desk:
        thai = await settled(desk)
        changed = await press(desk, "ctrl+t")
        assert language() == "en"
        assert await press(desk, "ctrl+t") == thai
        await press(desk, "ctrl+t")
    speak("en")
    if file and file.path.read_bytes() != begun:  # the keys have ended a meeting: its number would be taken
        file.path.write_bytes(begun)
    async with opened(file, keys, size, tmp_path) as desk:
        assert changed == await settled(desk)
    assert changed != thai


@pytest.mark.parametrize("place", MAIN)
async def test_words_of_every_place_follow_the_language(make: Make, tmp_path: Path, place: str) -> None:
    file = make(registers.late())
    for text in ("หนึ่ง", "สอง"):
        file.apply(set_field(file.load().measures[0], "result", text))
    await follows_the_language(file, MAIN[place], WIDE if place != "meeting" else MIDDLE, tmp_path)


@pytest.mark.parametrize("place", WELCOME)
async def test_words_of_the_welcome_screen_follow_the_language(tmp_path: Path, place: str) -> None:
    await follows_the_language(None, WELCOME[place], WIDE, tmp_path)


@pytest.mark.parametrize("keys", [("r",), ("r", "down"), ("r", "tab")], ids=" ".join)
async def test_words_of_the_repairs_follow_the_language(make: Make, tmp_path: Path, keys: tuple[str, ...]) -> None:
    await follows_the_language(make(damaged.damaged()), keys, WIDE, tmp_path)


@pytest.mark.parametrize("is_removed", [False, True])
async def test_words_of_a_conflict_follow_the_language(file: RegisterFile, tmp_path: Path, is_removed: bool) -> None:
    from tests.support.clashes import remove_elsewhere

    pictures = []
    async with opened(file, ("f2", "x"), WIDE, tmp_path) as desk:
        if is_removed:
            remove_elsewhere(file)
        else:
            write_elsewhere(file)
        await desk.pilot.press("escape")
        await desk.until(lambda: choosing(desk), "to be asked")
        for _time in range(3):
            pictures.append("\n".join(await settled(desk)))
            await press(desk, "ctrl+t")
        speak("th")
    thai, english, again = pictures
    assert again == thai
    for words in ("Before", "Mine", "Enter: confirm"):
        assert words in english and words not in thai
    assert ("Discard" in english) == is_removed


async def until_told(desk: Desk, new: str, old: str) -> None:
    await desk.until(lambda: new in desk.text and old not in desk.text, "for the message")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("4",), {"th": "^Z เลิกทำ", "en": "^Z to undo"}),
        (("4", "ctrl+z"), {"th": "^Y ทำซ้ำ", "en": "^Y to redo"}),
        (("a", "b"), {"th": "กด F2 เพื่อเขียน", "en": "Press F2 to write"}),
    ],
    ids=["tick", "undo", "prose"],
)
async def test_a_message_in_sight_follows_the_language(
    file: RegisterFile, keys: tuple[str, ...], words: dict[str, str]
) -> None:
    async with open_screen(file, notifications=True) as desk:
        if keys == ("a", "b"):
            await desk.write("".join(keys))
        else:
            await desk.press(*keys)
            await desk.saved()
        for language in ("th", "en", "th"):
            speak(language)
            desk.app._redraw_texts()
            await until_told(desk, words[language], words["en" if language == "th" else "th"])


async def test_a_message_is_shown_in_one_language_when_languages_change_faster_than_it_is_drawn(
    file: RegisterFile,
) -> None:
    async with open_screen(file, notifications=True) as desk:
        await desk.press("4")
        await desk.saved()
        for language in ("th", "en", "th", "en"):
            speak(language)
            desk.app._redraw_texts()
        try:
            await until_told(desk, "^Z to undo", "^Z เลิกทำ")
        finally:
            speak("th")


async def test_a_message_hides_no_keys_of_the_next_screen(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        await desk.press("4")
        await desk.saved()
        await until_told(desk, "^Z เลิกทำ", "^Z to undo")
        await desk.press("f1")
        await desk.until(lambda: "^Z เลิกทำ" not in desk.lines[-2], "for the message to go")
        assert "Esc: กลับ" in desk.text


async def test_a_message_about_the_key_that_opens_a_list_stays(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        await desk.press("m")
        await until_told(desk, "โปรดเลือกส่วนงานของท่าน", "^Z to undo")
        assert "กรองรายการ" in desk.text


async def test_a_message_that_is_gone_stays_away(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        await desk.press("4")
        await desk.until(lambda: "^Z" in desk.text.partition("\n")[2], "for the message")
        await desk.rest(MESSAGE_S)
        count = len(desk.messages)
        await desk.press("ctrl+t")
        assert len(desk.messages) == count
