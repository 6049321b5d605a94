"""Texts typed in dialogs: kept as drafts, offered again, and dropped when they are confirmed."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from itatui.domain.edits import remove_measure
from itatui.locale import _
from itatui.store import RegisterFile
from itatui.store.config import SettingsFile
from itatui.store.recent import RecentRegisters
from itatui.tui.session.save_state import SaveState
from tests.support.draft_desk import TEXT, WAYS, kept, leave_dialog, open_dialog, opened, texts, type_in
from tests.support.slow_stores import FailingStore, SlowStore

NOTE = "เก็บไว้จากครั้งก่อน"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set an empty home."""
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


class Door(NamedTuple):
    """A dialog with a text: the keys that open it from the main screen, and the start of its field."""

    keys: tuple[str, ...]
    before: str = ""


DOORS = {
    "add": Door(("down", "ctrl+n")),
    "assign": Door(("down", "o")),
    "assign marked": Door(("space", "space", "o")),
    "decide": Door(("f5", "d")),
    "setting": Door(("s", "down", "down", "down", "down", "down", "enter")),
}


def settings(home: Path) -> dict[str, Any]:
    return {"settings": SettingsFile(home / "config" / "itatui" / "config.toml")}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("door", DOORS)
async def test_a_typed_text_is_offered_again(file: RegisterFile, folder: Path, home: Path, door: str, way: str) -> None:
    before = file.load()
    async with opened(file, folder, **settings(home)) as desk:
        await open_dialog(desk, *DOORS[door].keys)
        await type_in(desk)
        await WAYS[way](desk)
    assert file.load().measures == before.measures
    assert file.load().decisions == before.decisions
    async with opened(file, folder, **settings(home)) as desk:
        await open_dialog(desk, *DOORS[door].keys)
        assert texts(desk)[0] == TEXT
        assert NOTE in desk.text
        await desk.press("ctrl+r")
        assert texts(desk)[0] == DOORS[door].before
        assert NOTE not in desk.text
        await desk.until(lambda: kept(folder) == [], "for the draft to go")


@pytest.mark.parametrize("door", DOORS)
async def test_a_text_is_on_the_disk_without_leaving_the_dialog(
    file: RegisterFile, folder: Path, home: Path, pausing: None, door: str
) -> None:
    async with opened(file, folder, **settings(home)) as desk:
        await open_dialog(desk, *DOORS[door].keys)
        await type_in(desk)
        await desk.until(lambda: [TEXT in draft.values() for draft in kept(folder)] == [True], "for the disk")
        await type_in(desk, "อีก")
        await desk.until(lambda: [TEXT + "อีก" in draft.values() for draft in kept(folder)] == [True], "for more")


@pytest.mark.parametrize("door", DOORS)
async def test_a_confirmed_text_leaves_no_draft(file: RegisterFile, folder: Path, home: Path, door: str) -> None:
    async with opened(file, folder, **settings(home)) as desk:
        await open_dialog(desk, *DOORS[door].keys)
        await type_in(desk)
        assert not desk.app.drafts.finish(0) or kept(folder)
        await desk.press("f2")
        await desk.saved()
        await desk.until(lambda: kept(folder) == [], "for the draft to go")
        assert desk.app.drafts.left() == []


@pytest.mark.parametrize("door", ["add", "decide"])
async def test_an_untouched_dialog_leaves_no_draft(file: RegisterFile, folder: Path, door: str) -> None:
    async with opened(file, folder) as desk:
        await open_dialog(desk, *DOORS[door].keys)
        desk.messages.clear()  # a meeting begins with a hint
        await desk.write("  ")
        await desk.press("escape")
        assert desk.messages == []
    assert kept(folder) == []


async def test_a_draft_in_another_place_is_not_offered(file: RegisterFile, folder: Path) -> None:
    async with opened(file, folder) as desk:
        await open_dialog(desk, "down", "o")
        await type_in(desk)
        await leave_dialog(desk, "escape")
        await open_dialog(desk, "down", "o")
        assert texts(desk) == [""]
        await leave_dialog(desk, "escape")
        await open_dialog(desk, "up", "o")
        assert texts(desk) == [TEXT]


async def test_a_confirmed_text_is_not_offered_while_it_is_being_saved(file: RegisterFile, folder: Path) -> None:
    store = SlowStore(file.path)
    async with opened(store, folder) as desk:
        await open_dialog(desk, "ctrl+n")
        await type_in(desk)
        await leave_dialog(desk, "enter")
        await open_dialog(desk, "ctrl+n")
        assert texts(desk) == [""]
        assert [draft["text"] for draft in kept(folder)] == [TEXT] or not desk.app.drafts.finish()
        store.release.set()
        await desk.saved()
        await desk.until(lambda: kept(folder) == [], "for the draft to go")


async def test_the_next_measure_is_kept_while_the_one_before_is_being_saved(file: RegisterFile, folder: Path) -> None:
    store = SlowStore(file.path)
    async with opened(store, folder) as desk:
        await open_dialog(desk, "ctrl+n")
        await type_in(desk)
        await desk.press("ctrl+n")
        await type_in(desk, "งานถัดไป")
        for text in desk.app.drafts.texts:
            text.keep()
        store.release.set()
        await desk.saved()
        assert desk.on_disk().measures[1].activity == TEXT
        await desk.until(lambda: [draft["text"] for draft in kept(folder)] == ["งานถัดไป"], "for the draft")


async def test_a_text_survives_a_full_disk(file: RegisterFile, folder: Path) -> None:
    async with opened(FailingStore(file.path), folder) as desk:
        await open_dialog(desk, "ctrl+n")
        await type_in(desk)
        await desk.press("enter")
        await desk.until(lambda: "บันทึกไม่ได้" in desk.head, "for the failure")
    async with opened(file, folder) as desk:
        await open_dialog(desk, "ctrl+n")
        assert texts(desk) == [TEXT]


async def test_a_change_of_a_field_survives_a_full_disk(file: RegisterFile, folder: Path) -> None:
    before = file.load().measures[0].result
    async with opened(FailingStore(file.path), folder) as desk:
        await desk.press("f2")
        await desk.write("ต่อ")
        await desk.press("ctrl+s")
        await desk.until(lambda: "บันทึกไม่ได้" in desk.head, "for the failure")
        await desk.until(lambda: kept(folder) != [], "for the draft")
    async with opened(file, folder) as desk:
        await desk.press("f2")
        assert desk.editor is not None
        assert desk.editor.text == before + "ต่อ"
        await desk.press("escape")
        await desk.saved()
    assert file.load().measures[0].result == before + "ต่อ"
    assert kept(folder) == []


async def test_the_next_start_names_the_drafts(file: RegisterFile, folder: Path) -> None:
    async with opened(file, folder) as desk:
        await open_dialog(desk, "down", "ctrl+n")
        await type_in(desk)
    async with opened(file, folder) as desk:
        await desk.until(lambda: any("IIT-3" in message for message in desk.messages), "for the word")


async def test_the_draft_of_a_removed_measure_is_not_named(file: RegisterFile, folder: Path) -> None:
    async with opened(file, folder) as desk:
        await open_dialog(desk, "o")
        await type_in(desk)
    file.apply(*remove_measure(file.load().measures[0]))
    async with opened(file, folder) as desk:
        await open_dialog(desk, "o")
        assert texts(desk) == [""]
        assert desk.messages == []


async def test_two_registers_keep_their_own_drafts(file: RegisterFile, folder: Path, tmp_path: Path) -> None:
    other = RegisterFile(tmp_path / "other.json")
    other.path.write_bytes(file.path.read_bytes())
    for store, text in ((file, "ที่หนึ่ง"), (other, "ที่สอง")):
        async with opened(store, folder) as desk:
            await open_dialog(desk, "ctrl+n")
            await type_in(desk, text)
    for store, text in ((file, "ที่หนึ่ง"), (other, "ที่สอง")):
        async with opened(store, folder) as desk:
            await open_dialog(desk, "ctrl+n")
            assert texts(desk) == [text]


async def test_without_a_folder_drafts_last_as_long_as_the_program(file: RegisterFile, folder: Path) -> None:
    folder.write_text("a file", "utf-8")
    async with opened(file, folder) as desk:
        await open_dialog(desk, "ctrl+n")
        await type_in(desk)
        desk.app.drafts.finish()
        await desk.until(lambda: "ไม่ได้เก็บร่าง" in desk.head, "for the head to tell")
        await leave_dialog(desk, "escape")
        assert desk.messages[-1] == "ข้อความอยู่ที่นี่จนกว่าจะออกจากโปรแกรมเท่านั้น"
        await open_dialog(desk, "ctrl+n")
        assert texts(desk) == [TEXT]


async def test_without_a_folder_the_end_saves_a_new_measure(file: RegisterFile, folder: Path) -> None:
    folder.write_text("a file", "utf-8")
    async with opened(file, folder) as desk:
        await open_dialog(desk, "ctrl+n")
        await type_in(desk)
        assert desk.app.finish() is True
    assert file.load().measures[1].activity == TEXT
    assert desk.app.drafts.lost() == []


async def test_without_a_folder_the_end_names_a_text_that_has_no_place_in_the_register(
    file: RegisterFile, folder: Path, home: Path
) -> None:
    folder.write_text("a file", "utf-8")
    async with opened(file, folder, **settings(home)) as desk:
        await open_dialog(desk, *DOORS["setting"].keys)
        await type_in(desk)
        assert desk.app.finish() is True
    assert [draft.texts["text"] for draft in desk.app.drafts.lost()] == [TEXT]


async def test_the_head_tells_how_far_a_dialogs_text_has_come(
    file: RegisterFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(file, folder) as desk:
        await desk.press("1")
        await desk.saved()
        await open_dialog(desk, "ctrl+n")
        assert "บันทึกแล้ว" in desk.head
        await type_in(desk)
        assert desk.main.session.save_status.state is SaveState.SAVING
        assert "บันทึกแล้ว" not in desk.head
        desk.app.drafts.finish()
        await desk.until(lambda: "เก็บร่าง" in desk.head, "for the draft")


# The welcome screen ------------------------------------------------------------------------------


async def test_agency_and_year_survive_the_end(folder: Path, home: Path) -> None:
    shelf = {"shelf": RecentRegisters()}
    async with opened(None, folder, **shelf) as desk:
        await desk.pilot.press("down", "enter")
        await desk.pilot.pause()
        await type_in(desk, "อบต.ใหม่")
        await desk.pilot.press("enter", "tab")
        await type_in(desk, "2599")
    async with opened(None, folder, **shelf) as desk:
        await desk.pilot.press("down", "enter")
        await desk.rest()  # a key that follows at once would be the same, held
        await desk.until(lambda: texts(desk) == ["อบต.ใหม่", "", "2599"], "for the texts")
        await desk.pilot.press("ctrl+s")
        await desk.until(lambda: desk.app._main is not None, "for the register")
        await desk.until(lambda: kept(folder) == [], "for the drafts to go")


async def test_the_language_and_the_palette_leave_a_dialog_as_it_is(file: RegisterFile, folder: Path) -> None:
    async with opened(file, folder) as desk:
        await open_dialog(desk, "ctrl+n")
        await type_in(desk)
        await desk.press("ctrl+p")
        await desk.until(lambda: _("Close this first: Esc") in "\n".join(desk.messages), "for the words")
        assert texts(desk) == [TEXT]
