"""Closing the register on the screen, what a closed one refuses, and opening it again with a reason."""

from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.tui.screens.setup.screen import SetupScreen
from tests.support import registers
from tests.support.desk import Desk, open_screen
from tests.support.year import year_environment
from tests.tui.conftest import Make

pytestmark = pytest.mark.usefixtures("own_home")

WAY = "กด Y แล้วเลือก “เปิดอีกครั้ง”"


@pytest.fixture
def closed(make: Make) -> RegisterFile:
    """Return a register that was closed on 1 November 2024."""
    file = make(registers.late())
    file.apply(set_field(file.load(), "closed", "2024-11-01"))
    return file


async def test_the_register_is_closed_with_the_published_file_and_opened_with_a_reason(
    file: RegisterFile, tmp_path: Path
) -> None:
    (file.path.parent / "รายงาน.pdf").write_bytes(b"%PDF-1.7 report")
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await desk.press("y", "6")
        await desk.write("ไม่มี.pdf")
        await desk.press("enter")
        await desk.until(lambda: "ไม่มี.pdf" in "".join(desk.messages), "for the refusal")
        assert not desk.on_disk().closed
        await desk.press("y", "6", "ctrl+r")
        await desk.write("รายงาน.pdf")
        await desk.press("enter")
        await desk.until(lambda: desk.main.session.register.closed, "for the end")
        await desk.saved()
        assert desk.on_disk().closed.startswith("2024-05-15 รายงาน.pdf sha256:")
        assert "ปิดแล้ว" in desk.head and WAY in desk.messages[-1]
        await desk.press("y", "6", "enter")
        assert "ต้องให้เหตุผล" in desk.messages[-1]
        await desk.press("y", "6")
        await desk.write("แก้คำผิด")
        await desk.press("enter")
        await desk.saved()
        assert (desk.on_disk().closed, desk.on_disk().reopened) == ("", "แก้คำผิด")
        assert "ปิดแล้ว" not in desk.head


async def test_every_key_that_would_change_a_closed_register_says_how_to_open_it(closed: RegisterFile) -> None:
    async with open_screen(closed) as desk:
        before = closed.path.read_bytes()
        silent = []
        for key in ("f2", "ctrl+n", "1", "delete", "o", "v", "]", "ctrl+z", "ctrl+y", "f5"):
            desk.messages.clear()
            await desk.press(key)
            if WAY not in "".join(desk.messages) or desk.app.screen is not desk.main:
                silent.append(key)
        await desk.press("f4")
        for key in ("space", "home"):
            await desk.press(key)
        assert silent == []
        assert " F2 " not in desk.foot and " ^N " not in desk.foot
        await desk.saved()
        assert closed.path.read_bytes() == before


async def test_letters_and_pastes_write_nothing_into_a_closed_register(closed: RegisterFile) -> None:
    async with open_screen(closed) as desk:
        await desk.go_to("result")
        await desk.write("ก")
        assert desk.editor is None and WAY in desk.messages[-1]
        await desk.press("escape")
        desk.messages.clear()
        await desk.paste("จัดอบรม\nตรวจสอบ")
        await desk.until(lambda: WAY in "".join(desk.messages), "for the words")


async def test_the_shape_of_a_closed_register_stays(closed: RegisterFile) -> None:
    async with open_screen(closed) as desk:
        await desk.press("ctrl+r", "down")
        assert isinstance(desk.app.screen, SetupScreen)
        await desk.press("enter", "ctrl+n")
        assert isinstance(desk.app.screen, SetupScreen)
        assert WAY in desk.messages[-1]


async def test_a_text_typed_while_somebody_else_closes_the_register_is_kept(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("outcome")
        await desk.press("f2")
        await desk.write("มีผู้เข้าร่วม")
        other = RegisterFile(file.path)
        other.apply(set_field(other.load(), "closed", "2024-05-15"))
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.main.session.register.closed, "for the other")
        assert desk.editor is not None and desk.editor.text == "มีผู้เข้าร่วม"
        await desk.press("escape")
        assert await drafts(desk)
        assert desk.on_disk().measures[0].outcome == ""


async def drafts(desk: Desk) -> bool:
    """Return whether the text of the field is kept."""
    place = desk.main.session.own_drafts.place("measure outcome", desk.main.current)
    return desk.main.session.drafts.find(place) is not None
