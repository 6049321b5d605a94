"""When what was typed is saved, and when the screen says so."""

import pytest

from itatui.store import RegisterFile
from itatui.tui.dialogs.prompts import Confirm
from itatui.tui.session import save_queue
from tests.support.borders import torn
from tests.support.desk import MIDDLE, NARROW, Desk, sitting
from tests.support.slow_stores import Failing, Slow
from tests.tui.conftest import AT_ONCE

TEXT = "ได้จัดทำแผนผังที่ชัดเจนแล้ว น้ำใจ"


def result(desk: Desk) -> str:
    """The first measure's result, as the file has it."""
    return desk.on_disk().measures[0].result


async def write_anew(desk: Desk, text: str = TEXT) -> None:
    """Opens the result and types a text in place of what is there."""
    await desk.press("f2", "f7")
    await desk.write(text)


async def test_a_pause_in_the_typing_saves(file: RegisterFile, pausing: None) -> None:
    async with sitting(file) as desk:
        await write_anew(desk)
        await desk.until(lambda: result(desk) == TEXT, "for the pause")
        assert desk.editor is not None
        assert desk.main.where == "editor"


async def test_nothing_is_said_to_be_saved_before_it_is(file: RegisterFile) -> None:
    keeper = Slow(file.path)
    async with sitting(keeper) as desk:
        await write_anew(desk)
        await desk.press("ctrl+s")
        await desk.until(keeper.began.is_set)
        assert "กำลังบันทึก…" in desk.head
        assert "บันทึกแล้ว" not in desk.head
        assert result(desk) != TEXT
        keeper.let.set()
        await desk.saved()
        assert "บันทึกแล้ว 00:00" in desk.head
        assert result(desk) == TEXT


async def test_the_screen_goes_on_while_the_disk_is_slow(file: RegisterFile) -> None:
    keeper = Slow(file.path)
    async with sitting(keeper) as desk:
        await desk.press("1")
        await desk.until(keeper.began.is_set)
        await desk.press("down", "2", "down")
        assert desk.main.current == desk.main.shown[2].id
        assert [sorted(measure.done) for measure in desk.main.shown[:2]] == [[2, 3, 4], [1, 3, 4]]
        assert "กำลังบันทึก…" in desk.head
        keeper.let.set()
        await desk.saved()
        assert [sorted(measure.done) for measure in desk.on_disk().measures[:2]] == [[2, 3, 4], [1, 3, 4]]


@pytest.mark.parametrize("keys", [("ctrl+s",), ("escape",), ("tab",), ("shift+tab",)], ids="".join)
async def test_keys_that_save(file: RegisterFile, keys: tuple[str, ...]) -> None:
    async with sitting(file) as desk:
        await write_anew(desk)
        assert result(desk) != TEXT
        await desk.press(*keys)
        await desk.saved()
        assert result(desk) == TEXT
        assert (desk.editor is not None) is (keys == ("ctrl+s",))


async def test_the_click_into_the_list_saves(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await write_anew(desk)
        await desk.pilot.click("#measures", offset=(10, 5))
        await desk.saved()
        assert result(desk) == TEXT
        assert (desk.editor, desk.main.where) == (None, "measures")
        assert desk.main.current == desk.main.shown[2].id
        await desk.until(lambda: desk.main.detailed == desk.main.current, "the detail to follow")


async def test_quitting_saves(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await write_anew(desk)
        await desk.press("ctrl+q")
        await desk.until(lambda: not desk.app.is_running or desk.app._exit, "to quit")
        assert result(desk) == TEXT
        assert desk.app.return_code == 0


async def cannot_leave(desk: Desk) -> None:
    """Writes, wants to leave, and is asked whether to lose it."""
    await write_anew(desk)
    await desk.press("ctrl+q")
    await desk.until(lambda: isinstance(desk.app.screen, Confirm), "to be asked")
    await desk.pilot.pause()
    assert "the disk is full [/] today" in desk.text
    assert "IIT-1: แก้ไขสรุปผล" in desk.text
    assert not desk.app._exit


@pytest.mark.parametrize("key", ["n", "enter", "escape"])
async def test_quitting_while_nothing_can_be_saved_may_be_thought_better_of(file: RegisterFile, key: str) -> None:
    keeper = Failing(file.path)
    async with sitting(keeper) as desk:
        await cannot_leave(desk)
        await desk.press(key)
        assert desk.app.screen is desk.main
        assert not desk.app._exit
        assert desk.main.shown[0].result == TEXT
        keeper.full = False
        await desk.saved()
        assert result(desk) == TEXT


@pytest.mark.parametrize("key", ["y", "ั"])
async def test_quitting_while_nothing_can_be_saved_loses_it_when_one_says_so(file: RegisterFile, key: str) -> None:
    keeper = Failing(file.path)
    async with sitting(keeper) as desk:
        before = result(desk)
        await cannot_leave(desk)
        await desk.write(key)
        await desk.until(lambda: desk.app._exit, "to leave")
        assert not desk.main.session.finish()
        assert result(desk) == before


async def test_quitting_tries_once_more_first(file: RegisterFile) -> None:
    keeper = Failing(file.path)
    async with sitting(keeper) as desk:
        await desk.press("1")
        await desk.until(lambda: keeper.tries, "the first try")
        keeper.full = False
        await desk.press("ctrl+q")
        await desk.until(lambda: desk.app._exit, "to leave")
        assert sorted(desk.on_disk().measures[0].done) == [2, 3, 4]


async def test_many_that_cannot_be_saved_are_counted(file: RegisterFile) -> None:
    async with sitting(Failing(file.path), MIDDLE) as desk:
        for _measure in range(8):
            await desk.press("1", "down")
        await desk.press("ctrl+q")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "to be asked")
        await desk.pilot.pause()
        assert "และอีก 3 รายการ" in desk.text
        assert torn(desk.app, desk.lines) == []


async def test_the_end_of_the_line_saves_a_new_measure_that_is_typed(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("down", "ctrl+n")
        await desk.write("น้ำดื่มที่จัดให้")
        assert desk.main.session.finish()
        assert desk.main.session.finish()
        measures = desk.on_disk().measures
        assert measures[2].activity == "น้ำดื่มที่จัดให้"
        assert len(measures) == 10


async def test_the_end_of_the_line_adds_nothing_that_was_not_typed(file: RegisterFile) -> None:
    before = file.path.read_bytes()
    async with sitting(file) as desk:
        await desk.press("ctrl+n")
        await desk.write("  ")
        assert desk.main.session.finish()
        await desk.press("escape", "ctrl+n")
        await desk.write("ไม่เอา")
        await desk.press("escape")
        assert desk.main.session.finish()
    assert file.path.read_bytes() == before


async def test_the_end_of_the_line_saves_what_is_typed(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await write_anew(desk)
        assert desk.main.session.finish()
        assert result(desk) == TEXT


async def test_the_end_of_the_line_saves_what_waits(file: RegisterFile) -> None:
    keeper = Failing(file.path)
    async with sitting(keeper) as desk:
        await desk.press("1")
        await desk.until(lambda: keeper.tries, "the first try")
        await write_anew(desk)
        assert not desk.main.session.finish()
        keeper.full = False
        assert desk.main.session.finish()
        assert result(desk) == TEXT


async def test_a_save_that_fails_is_said_and_kept_and_made_by_itself(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_queue, "RETRY_DELAY_S", AT_ONCE)
    keeper = Failing(file.path)
    async with sitting(keeper) as desk:
        await write_anew(desk)
        await desk.press("escape")
        await desk.until(lambda: keeper.tries > 2, "another try")
        assert "บันทึกไม่ได้ กำลังลองใหม่" in desk.head
        assert desk.told == ["the disk is full [/] today"]
        assert desk.main.current_measure() == desk.main.shown[0]
        assert desk.main.shown[0].result == TEXT
        keeper.full = False
        await desk.until(lambda: "บันทึกแล้ว 00:00" in desk.head, "the last try")
        await desk.saved()
        assert result(desk) == TEXT


async def test_a_save_that_failed_is_made_by_hand(file: RegisterFile) -> None:
    keeper = Failing(file.path)
    async with sitting(keeper, NARROW) as desk:
        await write_anew(desk)
        await desk.press("ctrl+s")
        await desk.until(lambda: "the disk is full [/] today" in desk.told)
        keeper.full = False
        await desk.press("ctrl+s")
        await desk.saved()
        assert result(desk) == TEXT
