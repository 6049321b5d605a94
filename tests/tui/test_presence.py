"""Presence of other users, and the marks of their unseen changes."""

import re

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from tests.support import registers
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.support.picture import check_picture
from tests.tui.conftest import Make

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE], ids=["120x36", "80x24"])


def open_elsewhere(file: RegisterFile, who: str = "somchai") -> RegisterFile:
    """Open the register as another user."""
    other = RegisterFile(file.path, Identity(who))
    other.enter()
    return other


def change_elsewhere(file: RegisterFile, at: int, text: str = "เขาแก้ไขแล้ว", field: str = "activity") -> None:
    other = RegisterFile(file.path, Identity("somchai"))
    other.apply(set_field(other.load().measures[at], field, text))


def unseen_refs(desk: Desk) -> list[str]:
    """Return the REFs of the measures marked as changed."""
    return re.findall(r"│(\w+-\d+) +\*", desk.text)


async def test_arrival_is_reported_once_and_shown_in_the_header(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        assert "+" not in desk.head
        other = open_elsewhere(file)
        for _poll in range(3):
            await desk.poll()
        assert "+ somchai" in desk.head
        assert [message for message in desk.messages if "somchai" in message] == desk.messages
        assert len(desk.messages) == 1
        other.leave()
        await desk.poll()
        assert "+" not in desk.head


async def test_earlier_user_is_reported(file: RegisterFile) -> None:
    other = open_elsewhere(file)
    async with open_screen(file) as desk:
        await desk.poll()
        assert "somchai" in desk.messages[0]
        assert [person.who for person in other.others()] == [file.who]
    assert other.others() == ()
    other.leave()


async def test_finish_leaves_the_register(file: RegisterFile) -> None:
    other = open_elsewhere(file)
    async with open_screen(file) as desk:
        assert len(other.others()) == 1
        desk.main.session.finish()
        assert other.others() == ()
    other.leave()


@pytest.mark.parametrize(("size", "shown"), [(WIDE, "+ malee, somchai"), (MIDDLE, "+2"), (NARROW, "+2")])
async def test_users_are_counted_on_a_narrow_screen(file: RegisterFile, size: tuple[int, int], shown: str) -> None:
    others = [open_elsewhere(file, who) for who in ("malee", "somchai")]
    async with open_screen(file, size) as desk:
        await desk.press("1")
        await desk.saved()
        await desk.poll()
        assert shown in desk.head
        assert "บันทึกแล้ว 00:00" in desk.head
    for other in others:
        other.leave()


async def test_name_with_control_characters_is_escaped(file: RegisterFile) -> None:
    other = open_elsewhere(file, "\x1b]0;x\x07[/]")
    async with open_screen(file) as desk:
        await desk.poll()
        assert "+ ␛]0;x␇[/]" in desk.head
        assert "\x1b" not in "".join(desk.messages)
    other.leave()


async def test_change_is_marked_until_it_was_in_view(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        change_elsewhere(file, 2)
        change_elsewhere(file, 4, field="result")
        await desk.poll()
        assert unseen_refs(desk) == ["IIT-3", "EIT-2"]
        assert "*แก้ไข 2" in desk.text
        await desk.poll()
        await desk.press("1")
        await desk.saved()
        assert unseen_refs(desk) == ["IIT-3", "EIT-2"]
        await desk.press("down", "down")
        await desk.poll()
        assert unseen_refs(desk) == ["IIT-3", "EIT-2"]
        await desk.poll()
        assert unseen_refs(desk) == ["EIT-2"]
        change_elsewhere(file, 2, "อีกครั้ง")
        await desk.poll()
        assert unseen_refs(desk) == ["IIT-3", "EIT-2"]


async def test_own_change_is_not_marked(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("down", "1", "up", "ctrl+z")
        await desk.saved()
        await desk.press("ctrl+y")
        await desk.saved()
        await desk.poll()
        assert desk.main.unseen == frozenset()


async def test_narrow_screen_counts_only_the_detail_as_in_view(file: RegisterFile) -> None:
    async with open_screen(file, NARROW) as desk:
        change_elsewhere(file, 0)
        for _poll in range(3):
            await desk.poll()
        assert desk.main.unseen
        await desk.press("right")
        await desk.poll()
        await desk.poll()
        assert not desk.main.unseen


async def test_change_elsewhere_moves_nothing(make: Make) -> None:
    file = make(registers.many(200))
    async with open_screen(file) as desk:
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
            change_elsewhere(file, at, "สั้น")
        await desk.poll()
        assert len(desk.main.shown) == 199
        now = (desk.main.current, pane.top, desk.detail.top, editor.text, editor.cursor_location, editor.region)  # type: ignore[attr-defined]
        assert now == before
        assert desk.main.where == "editor"


@SIZES
async def test_others_equal_their_picture(make: Make, size: tuple[int, int]) -> None:
    file = make(registers.late())
    other = open_elsewhere(file)
    async with open_screen(file, size) as desk:
        change_elsewhere(file, 3)
        await desk.poll()
        check_picture(desk.app, "company")
    other.leave()
