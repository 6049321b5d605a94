"""The form of a new measure: proposals, one key to save, the next one, refusals, and the list of units."""

import pytest

from itatui.domain.quarters import ALL, quarters
from itatui.store import RegisterFile
from itatui.tui.dialogs.choose import ChooseDialog
from itatui.tui.dialogs.measure_form import MeasureForm
from itatui.tui.dialogs.prompts import Answer
from itatui.tui.keyboard import both_layouts
from itatui.tui.widgets.quarter_boxes import QuarterBoxes
from tests.support import registers
from tests.support.borders import torn
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.tui.conftest import Make

UNITS = ("สำนักปลัด", "ทุกกองงาน")


async def open_form(desk: Desk, *keys: str) -> None:
    await desk.press(*keys, "ctrl+n")
    await desk.until(lambda: isinstance(desk.app.screen, MeasureForm), "for the form")


def units_field(desk: Desk) -> Answer:
    return desk.app.screen.query_one("#new_units", Answer)


async def test_enter_saves_activity_units_and_plan_as_one_change(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        before = desk.on_disk()
        await open_form(desk)
        await desk.write("จัดอบรมเรื่องน้ำใจ")
        await desk.press("enter")
        await desk.saved()
        new, first = desk.on_disk().measures[1], before.measures[0]
        assert (new.activity, new.responsible, new.planned) == ("จัดอบรมเรื่องน้ำใจ", first.responsible, first.planned)
        assert len(file.history()) == 1
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures == before.measures


async def test_first_measure_is_planned_in_all_quarters(make: Make) -> None:
    async with open_screen(make(registers.empty())) as desk:
        await open_form(desk)
        await desk.write("งานแรก")
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().measures[0].planned == ALL


async def test_the_next_measure_follows_with_one_key(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_form(desk)
        await desk.write("งานหนึ่ง")
        await desk.press("ctrl+n")
        await desk.until(lambda: "บันทึกแล้ว: IIT-2" in desk.text, "for the word")
        assert "มาตรการใหม่ IIT-3" in desk.text
        await desk.write("งานสอง")
        await desk.press("tab")
        await desk.write("กองคลัง")
        await desk.press("tab", "1", *both_layouts("ctrl+n")[1:])
        await desk.write("งานสาม")
        await desk.press("enter")
        await desk.saved()
        found = desk.on_disk().measures[1:4]
        assert [measure.activity for measure in found] == ["งานหนึ่ง", "งานสอง", "งานสาม"]
        assert [measure.responsible for measure in found] == [found[0].responsible, ("กองคลัง",), ("กองคลัง",)]
        assert [measure.planned for measure in found[1:]] == [quarters([2, 3, 4])] * 2
        assert len(file.history()) == 3


@pytest.mark.parametrize("keys", ["24", "/ภ", "๒๔"])
async def test_quarters_are_ticked_on_both_layouts(file: RegisterFile, keys: str) -> None:
    async with open_screen(file) as desk:
        await open_form(desk)
        await desk.write("งาน")
        await desk.press("tab", "tab")
        for key in keys:
            await desk.write(key)
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().measures[1].planned == quarters([1, 3])


async def test_space_ticks_the_quarter_under_the_cursor(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_form(desk)
        await desk.press("shift+tab", "right", "space")
        assert desk.app.screen.query_one(QuarterBoxes).ticked == quarters([1, 3, 4])


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
@pytest.mark.parametrize("key", ["enter", "ctrl+n", "ctrl+s"])
async def test_form_without_an_activity_is_refused_in_sight(
    file: RegisterFile, key: str, size: tuple[int, int]
) -> None:
    async with open_screen(file, size) as desk:
        await open_form(desk)
        await desk.press("tab", key)
        assert isinstance(desk.app.screen, MeasureForm)
        assert "โปรดระบุมาตรการหรือกิจกรรมก่อน" in desk.text
        assert "^N: บันทึกแล้วเพิ่มต่อ" in desk.text
        assert torn(desk.app, desk.lines) == []
        await desk.press("escape")
        assert file.history() == []


async def test_units_are_ticked_in_a_list(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_form(desk)
        await desk.write("งาน")
        await desk.press("tab")
        await desk.write("กองช่าง")
        await desk.press("f4")
        await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the list")
        assert "กองช่าง" in desk.text
        await desk.press("up", "space", "up", "space", "enter")
        assert units_field(desk).text.startswith("กองช่าง, ")
        await desk.press("enter")
        await desk.saved()
        assert set(desk.on_disk().measures[1].responsible) == {"กองช่าง", *UNITS}


async def test_enter_alone_takes_the_unit_under_the_cursor(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_form(desk)
        await desk.press("tab", "delete", "f4", "enter")
        await desk.until(lambda: isinstance(desk.app.screen, MeasureForm), "for the form")
        assert units_field(desk).text in UNITS
        before = units_field(desk).text
        await desk.press("f4", "enter")
        assert units_field(desk).text == before


async def test_no_list_of_units_while_none_is_known(make: Make) -> None:
    async with open_screen(make(registers.empty())) as desk:
        await open_form(desk)
        await desk.press("f4")
        assert isinstance(desk.app.screen, MeasureForm)
        assert "ยังไม่มีชื่อส่วนงาน" in desk.text


async def test_pasted_lines_take_units_and_plan_of_the_form(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await open_form(desk)
        await desk.paste("1. จัดอบรม\n2. จัดประชุม\n3. ทำคู่มือ\n")
        await desk.until(lambda: "3 บรรทัด" in desk.text, "for the question")
        await desk.press("y")
        await desk.until(lambda: "มาตรการใหม่ 3 รายการ: IIT-2 – IIT-4" in desk.text, "for the form")
        await desk.press("tab")
        await desk.write("กองคลัง")
        await desk.press("tab", "4", "enter")
        await desk.saved()
        new = desk.on_disk().measures[1:4]
        assert [measure.activity for measure in new] == ["จัดอบรม", "จัดประชุม", "ทำคู่มือ"]
        assert {(measure.responsible, measure.planned) for measure in new} == {(("กองคลัง",), quarters([1, 2, 3]))}
        assert len(file.history()) == 1


async def test_units_of_the_marked_measures_are_chosen_from_the_list(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("space", "space", "o", "f4")
        await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the list")
        await desk.press("enter", "enter")
        await desk.saved()
        assert [len(measure.responsible) for measure in desk.on_disk().measures[:3]] == [1, 1, 2]


@pytest.mark.parametrize("keys", [("f4", "up", "space"), ("f4", "up", "left", "enter")])
async def test_plan_of_all_marked_measures_is_one_change(file: RegisterFile, keys: tuple[str, ...]) -> None:
    async with open_screen(file) as desk:
        before = desk.on_disk()
        await desk.press(*["space"] * 5, *keys)
        await desk.saved()
        changed = [now.planned for was, now in zip(before.measures, desk.on_disk().measures, strict=True) if was != now]
        assert len(changed) == 5
        assert len(set(changed)) == 1
        assert len(file.history()) == 1
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures == before.measures
