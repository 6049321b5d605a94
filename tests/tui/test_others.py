"""Changes of the file by other programs while the screen is open."""

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from tests.support import registers
from tests.support.desk import open_screen


async def test_change_elsewhere_appears_and_disturbs_nothing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("down", "f2", "f7")
        await desk.write("กำลังพิมพ์")
        assert desk.editor is not None
        text, at = desk.editor.text, desk.editor.cursor_location
        other = RegisterFile(file.path)
        other.apply(set_field(other.load().measures[0], "activity", "เขาแก้ไขแล้ว"))
        other.apply(set_field(other.load().measures[1], "activity", "สั้น"))
        other.apply(registers.without(other.load(), 8))
        await desk.poll()
        assert "เขาแก้ไขแล้ว" in desk.text
        assert len(desk.main.shown) == 8
        assert desk.main.current == "iit-2567-2"
        assert desk.main.where == "editor"
        assert (desk.editor.text, desk.editor.cursor_location) == (text, at)
        assert "กำลังพิมพ์" in desk.text
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[1].result == text
        assert desk.on_disk().measures[1].activity == "สั้น"


async def test_removed_current_measure_is_replaced_by_another(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("down")
        other = RegisterFile(file.path)
        other.apply(registers.without(other.load(), 1))
        await desk.poll()
        assert desk.main.current_measure() is not None
        assert len(desk.main.shown) == 8
        await desk.press("1")
        await desk.saved()
        assert desk.main.register == desk.on_disk()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"register": 1}'])
async def test_damaged_file_is_reported_once(file: RegisterFile, damage: str) -> None:
    good = file.path.read_text("utf-8")
    async with open_screen(file) as desk:
        file.path.write_text(damage, "utf-8")
        for _poll in range(4):
            await desk.poll()
        assert len(desk.messages) == 1
        assert file.path.name in desk.messages[0]
        assert len(desk.main.shown) == 9
        await desk.press("down")
        assert desk.main.current == "iit-2567-2"
        file.path.write_text(good, "utf-8")
        await desk.poll()
        assert len(desk.messages) == 1
        await desk.press("1")
        await desk.saved()
        assert sorted(desk.on_disk().measures[1].done) == [2, 3, 4]
        assert file.path.read_text("utf-8") != good
