"""Others at the same register: who they are, and what they changed until it was looked at."""

import re

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from tests.support import registers
from tests.support.borders import torn
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, sitting
from tests.support.picture import looks_as_before
from tests.tui.conftest import Make

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE], ids=["120x36", "80x24"])


def comes(file: RegisterFile, who: str = "somchai") -> RegisterFile:
    """Somebody else opens the register."""
    other = RegisterFile(file.path, Identity(who))
    other.enter()
    return other


def writes(file: RegisterFile, at: int, text: str = "เขาแก้ไขแล้ว", field: str = "activity") -> None:
    other = RegisterFile(file.path, Identity("somchai"))
    other.apply(set_field(other.load().measures[at], field, text))


def marked(desk: Desk) -> list[str]:
    """The measures with a mark by their numbers."""
    return re.findall(r"│(\w+-\d+) +\*", desk.text)


async def test_who_comes_is_told_once_and_stands_in_the_head(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        assert "+" not in desk.head
        other = comes(file)
        for _look in range(3):
            await desk.look_again()
        assert "+ somchai" in desk.head
        assert [words for words in desk.told if "somchai" in words] == desk.told
        assert len(desk.told) == 1
        other.leave()
        await desk.look_again()
        assert "+" not in desk.head


async def test_who_was_there_before_is_told_too(file: RegisterFile) -> None:
    other = comes(file)
    async with sitting(file) as desk:
        await desk.look_again()
        assert "somchai" in desk.told[0]
        assert [person.who for person in other.others()] == [file.who]
    assert other.others() == ()
    other.leave()


async def test_the_end_of_the_line_says_that_one_is_gone(file: RegisterFile) -> None:
    other = comes(file)
    async with sitting(file) as desk:
        assert len(other.others()) == 1
        desk.main.session.finish()
        assert other.others() == ()
    other.leave()


@pytest.mark.parametrize(("size", "shown"), [(WIDE, "+ malee, somchai"), (MIDDLE, "+2"), (NARROW, "+2")])
async def test_many_on_a_narrow_screen_are_counted(file: RegisterFile, size: tuple[int, int], shown: str) -> None:
    people = [comes(file, who) for who in ("malee", "somchai")]
    async with sitting(file, size) as desk:
        await desk.press("1")
        await desk.saved()
        await desk.look_again()
        assert shown in desk.head
        assert "บันทึกแล้ว 00:00" in desk.head
    for person in people:
        person.leave()


async def test_a_name_is_no_command_to_the_terminal(file: RegisterFile) -> None:
    other = comes(file, "\x1b]0;x\x07[/]")
    async with sitting(file) as desk:
        await desk.look_again()
        assert "+ ␛]0;x␇[/]" in desk.head
        assert "\x1b" not in "".join(desk.told)
    other.leave()


async def test_what_another_changed_is_marked_until_it_was_looked_at(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        writes(file, 2)
        writes(file, 4, field="result")
        await desk.look_again()
        assert marked(desk) == ["IIT-3", "EIT-2"]
        assert "*แก้ไข 2" in desk.text
        await desk.look_again()
        await desk.press("1")
        await desk.saved()
        assert marked(desk) == ["IIT-3", "EIT-2"]
        await desk.press("down", "down")
        await desk.look_again()
        assert marked(desk) == ["IIT-3", "EIT-2"]
        await desk.look_again()
        assert marked(desk) == ["EIT-2"]
        writes(file, 2, "อีกครั้ง")
        await desk.look_again()
        assert marked(desk) == ["IIT-3", "EIT-2"]


async def test_what_one_did_oneself_is_not_marked(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("down", "1", "up", "ctrl+z")
        await desk.saved()
        await desk.press("ctrl+y")
        await desk.saved()
        await desk.look_again()
        assert desk.main.unseen == frozenset()


async def test_on_a_narrow_screen_only_the_detail_counts_as_looked_at(file: RegisterFile) -> None:
    async with sitting(file, NARROW) as desk:
        writes(file, 0)
        for _look in range(3):
            await desk.look_again()
        assert desk.main.unseen
        await desk.press("right")
        await desk.look_again()
        await desk.look_again()
        assert not desk.main.unseen


async def test_their_change_moves_nothing(make: Make) -> None:
    file = make(registers.many(200))
    async with sitting(file) as desk:
        await desk.press("pagedown", "pagedown", "f2", "f7")
        await desk.write("กำลังพิมพ์")
        await desk.press("left", "left")
        editor, pane = desk.editor, desk.main.query_one("#measures")
        assert editor is not None
        before = (desk.main.current, pane.top, desk.detail.top, editor.text, editor.cursor_location, editor.region)  # type: ignore[attr-defined]
        other = RegisterFile(file.path, Identity("somchai"))
        register = other.load()
        other.apply(registers.without(register, 199))
        for at in (0, 26, 60):
            writes(file, at, "สั้น")
        await desk.look_again()
        assert len(desk.main.shown) == 199
        now = (desk.main.current, pane.top, desk.detail.top, editor.text, editor.cursor_location, editor.region)  # type: ignore[attr-defined]
        assert now == before
        assert desk.main.where == "editor"


@SIZES
async def test_how_it_looks(make: Make, size: tuple[int, int]) -> None:
    file = make(registers.late())
    other = comes(file)
    async with sitting(file, size) as desk:
        writes(file, 3)
        await desk.look_again()
        assert torn(desk.app, desk.lines) == []
        looks_as_before(f"company-{size[0]}x{size[1]}", desk.lines)
    other.leave()
