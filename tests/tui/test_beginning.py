"""An empty register, its first measure, and the first keys on a narrow screen."""

from itatui.store import RegisterFile
from tests import reference
from tests.support.desk import NARROW, open_screen
from tests.tui.conftest import Make


async def test_first_measure_of_an_empty_register(make: Make) -> None:
    file = make(reference.register()._replace(measures=()))
    async with open_screen(file) as desk:
        assert "ไม่มีมาตรการ" in desk.text
        await desk.press("ctrl+n")
        await desk.write("จัดทำแผนที่ดี")
        await desk.press("enter")
        await desk.saved()
        assert "จัดทำแผนที่ดี" in desk.text
        assert [measure.activity for measure in desk.on_disk().measures] == ["จัดทำแผนที่ดี"]
        assert "1/0" not in desk.text


async def test_keys_in_an_empty_register_change_nothing(make: Make) -> None:
    empty = reference.register()._replace(measures=(), tracks=())
    async with open_screen(make(empty)) as desk:
        for key in ("f2", "f4", "delete", "1", "[", "f8", "escape", "left", "down", "f2", "right", "right", "tab"):
            await desk.press(key)
        assert desk.on_disk() == empty


async def test_result_is_opened_from_a_narrow_list(file: RegisterFile) -> None:
    async with open_screen(file, NARROW) as desk:
        await desk.press("f2")
        assert desk.editor is not None
        assert (desk.editor.field, desk.main.where) == ("result", "editor")
        assert "ผลลัพธ์ของมาตรการนี้" in desk.text  # the next field stays in view


async def test_quarters_are_reached_from_a_narrow_list(file: RegisterFile) -> None:
    async with open_screen(file, NARROW) as desk:
        await desk.press("f4")
        assert desk.detail.position is not None
        assert desk.detail.position.field == "done.3"
