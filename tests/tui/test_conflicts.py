"""Two people at one register: what another program writes while something is typed here."""

import pytest

from itatui.domain.editing import remove_measure, set_field
from itatui.store import RegisterFile
from tests.tui.desk import Desk, sitting

MINE, THEIRS = "ของฉัน", "ของเขา"
TOLD_OF_CONFLICT = "^S"


def write_elsewhere(file: RegisterFile, field: str = "result", text: str = THEIRS, at: int = 0) -> None:
    """Another program writes."""
    other = RegisterFile(file.path)
    other.apply(set_field(other.load().measures[at], field, text))


def remove_elsewhere(file: RegisterFile, at: int = 0) -> None:
    """Another program removes a measure."""
    other = RegisterFile(file.path)
    other.apply(*remove_measure(other.load().measures[at]))


async def type_mine(desk: Desk) -> None:
    await desk.press("f2", "f7")
    await desk.write(MINE)


def contested(desk: Desk) -> bool:
    return desk.main.editor is not None and desk.main.editor.contested


async def test_the_text_is_kept_and_mine_wins_when_i_say_so(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await type_mine(desk)
        write_elsewhere(file)
        await desk.press("escape")
        await desk.until(lambda: contested(desk), "for the conflict")
        await desk.saved()
        assert desk.main.editor is not None
        assert desk.main.editor.text == MINE
        assert desk.main.where == "editor"
        assert any(TOLD_OF_CONFLICT in words for words in desk.told)
        assert desk.on_disk().measures[0].result == THEIRS
        await desk.press("ctrl+s")
        await desk.saved()
        assert desk.on_disk().measures[0].result == MINE
        assert "บันทึกแล้ว" in desk.head


@pytest.mark.parametrize("first", ["ctrl+s", "escape"])
async def test_theirs_wins_when_i_leave_twice(file: RegisterFile, first: str) -> None:
    async with sitting(file) as desk:
        await type_mine(desk)
        write_elsewhere(file)
        await desk.press(first)
        await desk.until(lambda: contested(desk), "for the conflict")
        await desk.saved()
        await desk.press("escape")
        assert desk.main.where == "editor"
        await desk.press("escape")
        assert desk.main.where == "detail"
        await desk.saved()
        assert desk.on_disk().measures[0].result == THEIRS
        assert desk.main.shown[0].result == THEIRS


async def test_a_pause_does_not_decide(file: RegisterFile, pausing: None) -> None:
    async with sitting(file) as desk:
        await desk.press("f2")
        write_elsewhere(file)
        await desk.write("ก")
        await desk.until(lambda: contested(desk), "for the conflict")
        await desk.write("ข")
        await desk.saved()
        assert desk.on_disk().measures[0].result == THEIRS
        assert desk.main.editor is not None
        assert desk.main.editor.text.endswith("กข")


async def test_another_field_is_no_conflict(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await type_mine(desk)
        write_elsewhere(file, "outcome")
        await desk.press("escape")
        await desk.saved()
        first = desk.on_disk().measures[0]
        assert (first.result, first.outcome) == (MINE, THEIRS)
        assert desk.main.where == "detail"
        assert desk.main.shown[0] == first
        assert desk.told == []


async def test_removed_while_it_is_written_in(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await type_mine(desk)
        remove_elsewhere(file)
        await desk.press("ctrl+s")
        await desk.until(lambda: contested(desk), "for the conflict")
        await desk.saved()
        assert len(desk.told) == 1
        assert desk.main.editor is not None
        assert desk.main.editor.text == MINE
        assert MINE in desk.text
        await desk.press("escape", "escape")
        assert desk.main.editor is None
        await desk.saved()
        assert desk.on_disk().measures[0].id == "iit-2567-2"
        assert len(desk.on_disk().measures) == 8


async def test_removed_and_seen_before_anything_is_saved(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await type_mine(desk)
        remove_elsewhere(file)
        await desk.look_again()
        assert desk.main.editor is not None
        assert desk.main.editor.text == MINE
        await desk.press("ctrl+s")
        await desk.until(lambda: contested(desk), "for the conflict")
        await desk.press("escape", "escape")
        assert desk.main.editor is None


async def test_a_tick_that_another_made_too(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        other = RegisterFile(file.path)
        other.apply(set_field(other.load().measures[0], field="done.1", after=False))
        await desk.press("1")
        await desk.saved()
        assert sorted(desk.on_disk().measures[0].done) == [2, 3, 4]
        assert desk.main.register == desk.on_disk()


async def test_the_end_of_the_line_never_overwrites(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await type_mine(desk)
        write_elsewhere(file)
        assert not desk.main.finish()
        assert desk.on_disk().measures[0].result == THEIRS
