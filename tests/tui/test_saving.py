"""Saving: when a typed text is saved, and when the header says so."""

from pathlib import Path

import pytest

from itatui.store import RegisterFile
from itatui.store.drafts import DraftFolder
from itatui.tui.dialogs.prompts import Answer, Confirm
from itatui.tui.environment import Environment
from itatui.tui.session import save_queue
from tests.support.borders import torn
from tests.support.clashes import result
from tests.support.desk import MIDDLE, NARROW, Desk, open_screen
from tests.support.slow_stores import FailingStore, SlowStore
from tests.tui.conftest import AT_ONCE_S

TEXT = "ได้จัดทำแผนผังที่ชัดเจนแล้ว น้ำใจ"


async def replace_result(desk: Desk, text: str = TEXT) -> None:
    """Open the first result and type another text in its place."""
    await desk.press("f2", "f7")
    await desk.write(text)


async def test_text_is_saved_after_a_pause(file: RegisterFile, pausing: None) -> None:
    async with open_screen(file) as desk:
        await replace_result(desk)
        await desk.until(lambda: result(desk) == TEXT, "for the pause")
        assert desk.editor is not None
        assert desk.main.where == "editor"


async def test_header_says_saved_only_when_the_text_is_on_the_disk(file: RegisterFile) -> None:
    store = SlowStore(file.path)
    async with open_screen(store) as desk:
        await replace_result(desk)
        await desk.press("ctrl+s")
        await desk.until(store.started.is_set)
        assert "กำลังบันทึก…" in desk.head
        assert "บันทึกแล้ว" not in desk.head
        assert result(desk) != TEXT
        store.release.set()
        await desk.saved()
        assert "บันทึกแล้ว 00:00" in desk.head
        assert result(desk) == TEXT


async def test_keys_work_while_the_disk_is_slow(file: RegisterFile) -> None:
    store = SlowStore(file.path)
    async with open_screen(store) as desk:
        await desk.press("1")
        await desk.until(store.started.is_set)
        await desk.press("down", "2", "down")
        assert desk.main.current == desk.main.shown[2].id
        assert [sorted(measure.done) for measure in desk.main.shown[:2]] == [[2, 3, 4], [1, 3, 4]]
        assert "กำลังบันทึก…" in desk.head
        store.release.set()
        await desk.saved()
        assert [sorted(measure.done) for measure in desk.on_disk().measures[:2]] == [[2, 3, 4], [1, 3, 4]]


@pytest.mark.parametrize(
    ("key", "open_field"), [("ctrl+s", "result"), ("escape", ""), ("tab", "outcome"), ("shift+tab", "responsible")]
)
async def test_text_is_saved_by_key(file: RegisterFile, key: str, open_field: str) -> None:
    async with open_screen(file) as desk:
        await replace_result(desk)
        assert result(desk) != TEXT
        await desk.press(key)
        await desk.saved()
        assert result(desk) == TEXT
        assert (desk.editor.field if desk.editor is not None else "") == open_field


async def test_text_is_saved_by_a_click_into_the_list(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await replace_result(desk)
        row = next(y for y, line in enumerate(desk.lines) if "IIT-3" in line)
        await desk.pilot.click(offset=(30, row))
        await desk.saved()
        assert result(desk) == TEXT
        assert (desk.editor, desk.main.where) == (None, "measures")
        assert desk.main.current == desk.main.shown[2].id
        await desk.until(lambda: desk.main.detailed == desk.main.current, "for the detail to follow")


async def test_text_is_saved_on_quitting(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await replace_result(desk)
        await desk.press("ctrl+q")
        await desk.until(lambda: not desk.app.is_running or desk.app._exit, "to quit")
        assert result(desk) == TEXT
        assert desk.app.return_code == 0


async def fail_to_quit(desk: Desk) -> None:
    """Type a text that cannot be saved, quit, and wait for the question."""
    await replace_result(desk)
    await desk.press("ctrl+q")
    await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
    await desk.pilot.pause()
    assert "the disk is full [/] today" in desk.text
    assert "IIT-1: แก้ไขสรุปผล" in desk.text
    assert not desk.app._exit


@pytest.mark.parametrize("key", ["n", "enter", "escape"])
async def test_quitting_unsaved_can_be_cancelled(file: RegisterFile, key: str) -> None:
    store = FailingStore(file.path)
    async with open_screen(store) as desk:
        await fail_to_quit(desk)
        await desk.press(key)
        assert desk.app.screen is desk.main
        assert not desk.app._exit
        assert desk.main.shown[0].result == TEXT
        store.full = False
        await desk.saved()
        assert result(desk) == TEXT


@pytest.mark.parametrize("key", ["y", "ั"])
async def test_quitting_unsaved_loses_the_text_when_confirmed(file: RegisterFile, key: str) -> None:
    store = FailingStore(file.path)
    async with open_screen(store) as desk:
        before = result(desk)
        await fail_to_quit(desk)
        await desk.write(key)
        await desk.until(lambda: desk.app._exit, "to quit")
        assert not desk.main.session.finish()
        assert result(desk) == before


async def ask_to_quit(desk: Desk) -> str:
    """Quit, and return the question."""
    await desk.press("ctrl+q")
    await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
    await desk.pilot.pause()
    return desk.text


@pytest.mark.parametrize("ticked", [False, True])
async def test_quitting_unsaved_says_that_a_typed_text_is_kept(
    file: RegisterFile, tmp_path: Path, ticked: bool
) -> None:
    kept = Environment(drafts=DraftFolder(tmp_path / "drafts"))
    async with open_screen(FailingStore(file.path), environment=kept) as desk:
        await replace_result(desk)
        await desk.press("escape", "escape")
        if ticked:
            await desk.press("1")
        words = await ask_to_quit(desk)
        assert ("เก็บไว้ให้ครั้งหน้าแล้ว" in words) is not ticked
        assert ("ได้เฉพาะข้อความที่พิมพ์" in words) is ticked
        assert ("ออกโดยไม่บันทึก" in words) is ticked
        desk.main.session.drafts.close()


async def test_quitting_unsaved_without_texts_says_that_it_is_lost(file: RegisterFile) -> None:
    async with open_screen(FailingStore(file.path)) as desk:
        await desk.press("1")
        assert "ยืนยันออกโดยไม่บันทึกหรือไม่" in await ask_to_quit(desk)


async def test_quitting_retries_a_failed_save(file: RegisterFile) -> None:
    store = FailingStore(file.path)
    async with open_screen(store) as desk:
        await desk.press("1")
        await desk.until(lambda: store.attempts, "for the first attempt")
        store.full = False
        await desk.press("ctrl+q")
        await desk.until(lambda: desk.app._exit, "to quit")
        assert sorted(desk.on_disk().measures[0].done) == [2, 3, 4]


async def test_many_unsaved_changes_are_counted(file: RegisterFile) -> None:
    async with open_screen(FailingStore(file.path), MIDDLE) as desk:
        for _measure in range(8):
            await desk.press("1", "down")
        await desk.press("ctrl+q")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
        await desk.pilot.pause()
        assert "และอีก 3 รายการ" in desk.text
        assert torn(desk.app, desk.lines) == []


async def test_finish_saves_a_new_measure_being_typed(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("down", "ctrl+n")
        await desk.write("น้ำดื่มที่จัดให้")
        await desk.until(lambda: desk.app.screen.query_one(Answer).text == "น้ำดื่มที่จัดให้", "for the last letter")
        assert desk.main.session.finish()
        assert desk.main.session.finish()
        measures = desk.on_disk().measures
        assert measures[2].activity == "น้ำดื่มที่จัดให้"
        assert len(measures) == 10


async def test_finish_adds_no_measure_without_text(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    async with open_screen(file) as desk:
        await desk.press("ctrl+n")
        await desk.write("  ")
        assert desk.main.session.finish()
        await desk.press("escape", "ctrl+n")
        await desk.write("ไม่เอา")
        await desk.press("escape")
        assert desk.main.session.finish()
    assert file.path.read_bytes() == before


async def test_finish_saves_the_open_field(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await replace_result(desk)
        assert desk.main.session.finish()
        assert result(desk) == TEXT


async def test_finish_saves_the_queue(file: RegisterFile) -> None:
    store = FailingStore(file.path)
    async with open_screen(store) as desk:
        await desk.press("1")
        await desk.until(lambda: store.attempts, "for the first attempt")
        await replace_result(desk)
        assert not desk.main.session.finish()
        assert not desk.main.session.finish()
        store.full = False
        assert desk.main.session.finish()
        assert result(desk) == TEXT
        assert sorted(desk.on_disk().measures[0].done) == [2, 3, 4]


async def test_failed_save_is_reported_kept_and_retried(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save_queue, "RETRY_DELAY_S", AT_ONCE_S)
    store = FailingStore(file.path)
    async with open_screen(store) as desk:
        await replace_result(desk)
        await desk.press("escape")
        await desk.until(lambda: store.attempts > 2, "for another attempt")
        assert "บันทึกไม่ได้ กำลังลองใหม่" in desk.head
        assert desk.messages == ["the disk is full [/] today"]
        assert desk.main.current_measure() == desk.main.shown[0]
        assert desk.main.shown[0].result == TEXT
        store.full = False
        await desk.until(lambda: "บันทึกแล้ว 00:00" in desk.head, "for the last attempt")
        await desk.saved()
        assert result(desk) == TEXT


async def test_failed_save_is_retried_by_key(file: RegisterFile) -> None:
    store = FailingStore(file.path)
    async with open_screen(store, NARROW) as desk:
        await replace_result(desk)
        await desk.press("ctrl+s")
        await desk.until(lambda: "the disk is full [/] today" in desk.messages)
        store.full = False
        await desk.press("ctrl+s")
        await desk.saved()
        assert result(desk) == TEXT
