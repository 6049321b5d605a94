"""Slips of the hand: prose, held keys and stray keys change nothing silently."""

import pytest

from itatui import locale
from itatui.domain.change import Change
from itatui.domain.filter import Filter
from itatui.store import RegisterFile
from itatui.tui.screens.main.screen import MainScreen
from itatui.tui.terminal.key_pace import ALONE_S, RUN_S
from tests.support import registers
from tests.support.desk import Desk, open_screen
from tests.support.prose import prose
from tests.tui.conftest import Make

PROSE = "ภาพรวมดีขึ้น"
NOTHING = {
    "th": "ปุ่มที่กดต่อเนื่องกันถือเป็นข้อความ จึงไม่มีการแก้ไขใด ๆ กด F2 เพื่อเขียน",
    "en": "Keys in a row are taken for text: nothing was changed. Press F2 to write.",
}
REPEAT_S = 0.03
"""Seconds between two repeats of a held key."""

PLACES: dict[str, tuple[str, ...]] = {
    "tracks": ("left",),
    "a track": ("left", "down"),
    "list": (),
    "marked measures": ("space", "space"),
    "text": ("right",),
    "quarters": ("f4",),
    "register": ("ctrl+r", "end", "up", "up", "up", "up", "up", "up"),
    "meeting": ("f5",),
}
PACES = {"at once": 0.0, "fast": ALONE_S / 2, "average": (ALONE_S + RUN_S) / 2, "slow": RUN_S * 1.25}


async def hold(desk: Desk, key: str, count: int = 12, first: float = 0.5) -> None:
    """Hold a key down: it repeats after a pause."""
    desk.clock.pass_on(2)
    await desk.pilot.press(key)
    await desk.rest(first)
    for _number in range(count):
        await desk.pilot.press(key)
        await desk.rest(REPEAT_S)
    await desk.rest()


def silent(changes: list[Change], told: list[str]) -> list[Change]:
    """Return the changes that are neither text that was being written nor told with the way back."""
    said = [message for message in told if "^Z" in message or "^Y" in message]
    made = [change for change in changes if not change.run]
    begun = [change for change in made if change.edits[0].kind == "meeting" and change.edits[0].field in ("", "at")]
    return made if len(made) - len(begun) > len(said) else []


@pytest.mark.parametrize("thai", [True, False], ids=["Thai", "Latin"])
@pytest.mark.parametrize("pace", list(PACES))
@pytest.mark.parametrize("place", list(PLACES))
async def test_prose_changes_nothing_silently(file: RegisterFile, place: str, pace: str, thai: bool) -> None:
    async with open_screen(file) as desk:
        await desk.press("escape", "escape", "escape", *PLACES[place])
        await desk.write(prose(len(place), 1, thai=thai), PACES[pace])
        await desk.press("escape", "escape", "escape")
        await desk.saved()
        assert silent(file.history(), desk.messages) == []


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("place", ["tracks", "list", "marked measures", "quarters", "meeting"])
async def test_fast_prose_where_nothing_is_written_does_nothing(file: RegisterFile, place: str, language: str) -> None:
    locale.speak(language)
    async with open_screen(file) as desk:
        await desk.press(*PLACES[place])
        desk.messages.clear()  # a meeting begins with a hint
        screen, before = desk.app.screen, desk.main.filter
        for text in (PROSE, "ภายในหน่วยงาน", "hello all"):
            await desk.write(text, PACES["fast"])
        assert desk.messages == [NOTHING[language]] * 3
        assert (desk.app.screen, desk.main.filter) == (screen, before)
        assert desk.editor is None
        await desk.saved()
        assert file.history() == []


@pytest.mark.parametrize("text", [PROSE, "นน้ำ", "4 quarters", " ต่อ", "eel", "?"])
async def test_a_sign_begins_to_write_in_the_text_under_the_cursor(file: RegisterFile, text: str) -> None:
    before = file.load().measures[0].result
    async with open_screen(file) as desk:
        await desk.go_to("result")
        await desk.write(text)
        assert desk.editor is not None
        assert desk.editor.text == before + text
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0] == file.load().measures[0]._replace(result=before + text)
        assert desk.messages == []


async def test_tab_goes_on_writing_in_the_next_text_and_back(file: RegisterFile) -> None:
    first = file.load().measures[0]
    async with open_screen(file) as desk:
        await desk.go_to("result")
        await desk.press("enter")
        await desk.write(f"ก\t{PROSE}")
        await desk.press("shift+tab")
        await desk.write("ข")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0] == first._replace(result=first.result + "กข", outcome=first.outcome + PROSE)


async def test_tab_passes_the_quarters_while_writing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("activity")
        await desk.press("enter", "tab")
        assert desk.editor is not None
        assert desk.editor.field == "responsible"


async def test_behind_the_last_text_come_the_quarters_where_prose_does_nothing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("dropped")
        await desk.press("enter", "tab")
        assert desk.main.place == "quarters"
        await desk.write(PROSE)
        assert desk.messages == [NOTHING["th"]]
        await desk.press("shift+tab")
        await desk.saved()
        assert file.history() == []


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("4",), "IIT-1: ไตรมาส 4 ยังไม่ดำเนินการ"),
        (("down", "]"), "IIT-3: ย้ายแล้ว"),
        (("f4", "up", "space"), ""),
        (("space", "space", "4"), "2 มาตรการ: "),
    ],
)
async def test_every_change_is_told_with_the_way_back(file: RegisterFile, keys: tuple[str, ...], words: str) -> None:
    before = file.load()
    async with open_screen(file) as desk:
        await desk.press(*keys)
        await desk.saved()
        assert len(file.history()) == 1
        (message,) = desk.messages
        assert words.partition(":")[0] in message
        assert message.endswith(" · ^Z เลิกทำ")
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk() == before


async def test_two_quarters_ticked_one_after_another(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.write("34")
        await desk.saved()
        assert desk.on_disk().measures[0].done == file.load().measures[0].done
        assert file.load().measures[0].done == {1, 2}
        assert len([message for message in desk.messages if "^Z" in message]) == 2


async def test_a_single_message_is_in_sight(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        await desk.press("3", "4", "down", "1")
        await desk.until(lambda: "IIT-2" in desk.text.partition("^Z")[0], "the message")
        assert desk.text.count("^Z") == desk.foot.count("^Z") + 1


@pytest.mark.parametrize("chosen", [1, 2, 3])
async def test_add_from_the_tracks_to_the_track_that_is_chosen(file: RegisterFile, chosen: int) -> None:
    async with open_screen(file) as desk:
        await desk.press("left", *["down"] * chosen, "ctrl+n")
        await desk.write("งานใหม่")
        await desk.press("enter")
        await desk.saved()
        code = file.load().tracks[chosen - 1].code
        assert desk.on_disk().measures_of(code)[-1].activity == "งานใหม่"


@pytest.mark.parametrize("find", ["", "ไม่มีในรายการ"])
async def test_add_from_the_tracks_to_an_empty_list(make: Make, find: str) -> None:
    async with open_screen(make(registers.empty())) as desk:
        desk.main.session.set_filter(Filter(text=find))
        await desk.press("left", "down", "down", "ctrl+n")
        await desk.write("งานแรก")
        await desk.press("enter")
        await desk.saved()
        assert [measure.track for measure in desk.on_disk().measures] == [desk.on_disk().tracks[1].code]


@pytest.mark.parametrize("key", ["enter", "f2", "e"])
async def test_a_held_key_writes_nothing_into_the_text_that_it_opens(file: RegisterFile, key: str) -> None:
    async with open_screen(file) as desk:
        await hold(desk, key)
        await desk.press("f2")
        await desk.write("กข")
        assert desk.editor is not None
        await desk.press("escape")
        await desk.saved()
        (change,) = file.history()
        assert str(change.edits[0].after) == str(change.edits[0].before) + "กข"


@pytest.mark.parametrize("keys", [("right",), ("right", "down", "enter", "escape")])
async def test_enter_held_on_a_text_opens_it_once(file: RegisterFile, keys: tuple[str, ...]) -> None:
    async with open_screen(file) as desk:
        await desk.press(*keys)
        await desk.go_to("result")
        await hold(desk, "enter")
        assert desk.editor is not None
        assert desk.editor.text == file.load().measures[0].result


async def test_enter_held_in_a_dialog_does_nothing_behind_it(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("ctrl+n")
        await desk.write("งานใหม่")
        await hold(desk, "enter")
        assert isinstance(desk.app.screen, MainScreen)
        assert desk.main.where == "measures"
        await desk.saved()
        assert len(file.history()) == 1


@pytest.mark.parametrize("key", ["n", "g", "o", "ctrl+n"])
async def test_a_held_key_does_nothing_in_the_dialog_that_it_opens(file: RegisterFile, key: str) -> None:
    async with open_screen(file) as desk:
        await hold(desk, key)
        assert desk.app.screen is not desk.main
        await desk.press("escape")
        assert desk.app.screen is desk.main
        await desk.saved()
        assert file.history() == []


@pytest.mark.parametrize(("keys", "key"), [((), "4"), (("f4",), "space"), (("f4",), "enter"), (("f5",), "2")])
async def test_a_held_key_ticks_once(file: RegisterFile, keys: tuple[str, ...], key: str) -> None:
    async with open_screen(file) as desk:
        await desk.press(*keys)
        await hold(desk, key)
        await desk.saved()
        assert len([change for change in file.history() if change.edits[0].kind == "measure"]) == 1


async def test_enter_held_in_a_meeting_reviews_a_single_measure(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f5")
        await hold(desk, "enter")
        await desk.saved()
        (meeting,) = desk.on_disk().meetings
        assert len(meeting.reviewed) == 1


@pytest.mark.parametrize("key", ["f2", "e"])
async def test_letters_typed_at_once_behind_an_opening_key_are_written(file: RegisterFile, key: str) -> None:
    async with open_screen(file) as desk:
        await desk.press(key)
        await desk.pilot.pause()
        await desk.write(f"{PROSE}eee")
        assert desk.editor is not None
        assert desk.editor.text == file.load().measures[0].result + f"{PROSE}eee"


async def test_the_meeting_tells_its_changes(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f5")
        desk.messages.clear()  # the hint at its beginning
        await desk.press("4", "enter", "r", "d")
        await desk.write("ติดตามผล")
        await desk.press("ctrl+s", "c")
        await desk.keys_done()
        await desk.saved()
        assert ["^Z" in message for message in desk.messages] == [True] * 5
        assert len(file.history()) == 6  # the meeting began with the first


async def test_tab_in_a_meeting_goes_on_writing(file: RegisterFile) -> None:
    first = file.load().measures[0]
    async with open_screen(file) as desk:
        await desk.press("f5", "f2")
        await desk.write(f"ก\t{PROSE}")
        await desk.press("tab")
        assert desk.editor is None
        await desk.write(PROSE)
        await desk.saved()
        assert desk.on_disk().measures[0] == first._replace(result=first.result + "ก", outcome=first.outcome + PROSE)
        assert desk.messages[-1] == NOTHING["th"]


async def test_messages_about_the_same_paste_are_shown_together(file: RegisterFile) -> None:
    async with open_screen(file, notifications=True) as desk:
        await desk.press("f2")
        await desk.paste("ก\x01เพ่ือ")
        await desk.until(lambda: len(desk.messages) > 1, "both messages")
        first, second = desk.messages
        await desk.until(lambda: second.split("\n")[0] in desk.text, "the second message")
        assert first in desk.text
