"""Conflicts: a removed measure, the end of the program, and pictures of the dialog."""

import pytest

from itatui.domain.change import WHOLE
from itatui.store import RegisterFile
from itatui.thai import clean
from itatui.tui.dialogs.prompts import Confirm
from tests.support import registers
from tests.support.clashes import (
    MINE,
    THEIRS,
    choose,
    choosing,
    clash,
    contested,
    remove_elsewhere,
    result,
    type_mine,
    write_elsewhere,
)
from tests.support.desk import MIDDLE, NARROW, WIDE, open_screen
from tests.support.picture import check_picture
from tests.support.slow_stores import SlowStore
from tests.tui.conftest import Make


@pytest.mark.parametrize("polled", [False, True], ids=["before a poll", "after a poll"])
@pytest.mark.parametrize("key", ["ctrl+s", "escape"])
async def test_removed_measure_is_brought_back(file: RegisterFile, key: str, polled: bool) -> None:
    async with open_screen(file) as desk:
        before = desk.on_disk().measures[0]
        await type_mine(desk)
        remove_elsewhere(file)
        if polled:
            await desk.poll()
            await desk.poll()
            assert len([words for words in desk.messages if "ผู้อื่นลบมาตรการนี้แล้ว" in words]) == 1
        await desk.press(key)
        await desk.until(lambda: choosing(desk) or contested(desk), "for the conflict")
        if not choosing(desk):
            await desk.press("ctrl+s")
            await desk.until(lambda: choosing(desk), "for the dialog")
        assert "somchai" in desk.text
        assert MINE in desk.text
        await choose(desk, "1")
        assert desk.on_disk().measures[0] == before._replace(result=MINE)
        assert desk.main.current == before.id
        assert desk.editor is None


async def test_removed_measure_is_let_go(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await type_mine(desk)
        remove_elsewhere(file)
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "for the dialog")
        await desk.write("2")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the confirmation")
        assert MINE in desk.text
        await desk.press("n")
        await desk.until(lambda: choosing(desk), "for the dialog again")
        await desk.write("2")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the confirmation")
        await desk.press("y")
        await desk.saved()
        assert desk.editor is None
        assert desk.app.screen is desk.main
        assert desk.main.session.conflicts.waiting == []
        assert len(desk.on_disk().measures) == 8


async def test_changed_measure_is_not_removed(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        write_elsewhere(file)
        await desk.press("delete", "y")
        await desk.until(lambda: len(desk.messages) > 1, "for the message")
        await desk.saved()
        assert desk.messages[1:] == ["ผู้อื่นแก้ไขมาตรการนี้ในระหว่างนั้น จึงไม่มีการเปลี่ยนแปลงใด ๆ"]
        assert result(desk) == THEIRS
        assert desk.main.register == desk.on_disk()
        assert desk.main.unseen
        await desk.press("home", "delete", "y")
        await desk.saved()
        assert len(desk.on_disk().measures) == 8


@pytest.mark.parametrize("when", ["typing", "asked", "later", "queued"])
async def test_finish_keeps_both_texts(file: RegisterFile, when: str) -> None:
    store = SlowStore(file.path)
    async with open_screen(store) as desk:
        if when == "typing":
            await type_mine(desk)
            write_elsewhere(file)
        elif when == "queued":
            await type_mine(desk)
            write_elsewhere(file)
            await desk.press("tab", "enter")
            store.release.set()
            await desk.saved()
            assert not choosing(desk)
        else:
            store.release.set()
            await clash(desk, file)
            if when == "later":
                await desk.press("escape")
                assert contested(desk)
        store.release.set()
        assert desk.main.session.finish()
        assert result(desk) == f"{THEIRS}\n{MINE}"
        assert desk.main.session.finish()
        assert result(desk) == f"{THEIRS}\n{MINE}"


async def test_finish_brings_a_removed_measure_back(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        before = desk.on_disk().measures[0]
        await type_mine(desk)
        remove_elsewhere(file)
        assert desk.main.session.finish()
        assert desk.on_disk().measures[0] == before._replace(result=MINE)


async def test_choice_can_be_undone(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await clash(desk, file)
        await choose(desk, "3")
        await desk.press("ctrl+z")
        await desk.saved()
        assert result(desk) == THEIRS
        assert [edit.field for change in file.history() for edit in change.edits if edit.field != WHOLE]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["120x36", "80x24", "60x20"])
@pytest.mark.usefixtures("standing_clock")
async def test_conflict_equals_its_picture(make: Make, size: tuple[int, int]) -> None:
    file = make(registers.late())
    async with open_screen(file, size) as desk:
        before = result(desk)
        await desk.press("f2", "end")
        await desk.write(" และได้ทำน้ำดื่มแจกผู้ที่มาอบรม")
        write_elsewhere(file, text=before.replace("ทบทวน", "พิจารณา").replace(" วิเคราะห์", "") + " แล้วเสร็จ")
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "for the dialog")
        await desk.press("down", "down")
        check_picture(desk.app, "conflict")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120x36", "60x20"])
@pytest.mark.usefixtures("standing_clock")
async def test_picture_with_a_removed_measure(make: Make, size: tuple[int, int]) -> None:
    file = make(registers.late())
    async with open_screen(file, size) as desk:
        await desk.press("f2", "end")
        await desk.write(" และได้ทำน้ำดื่มแจกผู้ที่มาอบรม")
        remove_elsewhere(file)
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "for the dialog")
        check_picture(desk.app, "conflict-gone")


async def test_long_text_scrolls(file: RegisterFile) -> None:
    async with open_screen(file, NARROW) as desk:
        await desk.press("f2", "end")
        await desk.paste(" ยาวมาก" * 200 + "ท้ายสุด")
        write_elsewhere(file)
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "for the dialog")
        for _page in range(60):
            if "ท้ายสุด" in desk.text:
                break
            await desk.press("pagedown")
        assert "ท้ายสุด" in desk.text
        assert clean(desk.text)[1] == 0
