"""The dialog of a decision: the unit responsible, and due dates as people type them."""

import pytest

from itatui.store import RegisterFile
from itatui.tui.dialogs.choose import ChooseDialog
from itatui.tui.dialogs.decision import DecisionDialog
from tests.support.desk import MIDDLE, NARROW, Desk, open_screen
from tests.support.meetings import open_meeting

SIZES = [MIDDLE, NARROW]


async def decide(desk: Desk) -> None:
    """Open the dialog in a meeting on 15 May 2024."""
    await open_meeting(desk)
    await desk.write("d")
    await desk.until(lambda: isinstance(desk.app.screen, DecisionDialog) and "F4" in desk.text, "for the dialog")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("typed", "understood", "iso"),
    [
        ("+14", "วันพุธที่ 29 พฤษภาคม 2567", "2024-05-29"),
        ("สิ้นไตรมาส 3", "วันอาทิตย์ที่ 30 มิถุนายน 2567", "2024-06-30"),
        ("20/5/67", "วันจันทร์ที่ 20 พฤษภาคม 2567", "2024-05-20"),
    ],
)
async def test_a_date_is_shown_as_it_is_understood(
    file: RegisterFile, size: tuple[int, int], typed: str, understood: str, iso: str
) -> None:
    async with open_screen(file, size) as desk:
        await decide(desk)
        await desk.write("ส่งหลักฐาน")
        await desk.press("tab", "tab")
        await desk.write(typed)
        await desk.until(lambda: understood in desk.text, "for the date")
        await desk.press("enter")
        await desk.saved()
        assert [decision.due for decision in desk.on_disk().decisions] == [iso]


async def test_a_text_that_is_no_date_and_a_past_day_are_told_while_typing(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await decide(desk)
        await desk.press("tab", "tab")
        await desk.write("สิ้น")
        await desk.until(lambda: "ยังไม่เป็นวันที่" in desk.text, "for the words under the field")
        await desk.press("ctrl+w")
        await desk.write("14/5/2567")
        await desk.until(lambda: "14 พฤษภาคม 2567 ผ่านมาแล้ว" in desk.text, "for the words under the field")


async def test_f4_offers_dates(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await decide(desk)
        await desk.write("ส่งหลักฐาน")
        await desk.press("f4")
        await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog) and "สิ้นไตรมาส 4" in desk.text, "for dates")
        await desk.press("2")
        await desk.until(lambda: "วันอาทิตย์ที่ 30 มิถุนายน 2567" in desk.text, "for the date")
        await desk.press("enter")
        await desk.saved()
        assert [decision.due for decision in desk.on_disk().decisions] == ["2024-06-30"]


async def test_typing_replaces_the_proposed_units(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await decide(desk)
        await desk.write("ส่งหลักฐาน")
        await desk.press("tab")
        await desk.write("กองคลัง")
        await desk.press("ctrl+s")
        await desk.saved()
        assert [decision.who for decision in desk.on_disk().decisions] == ["กองคลัง"]


async def test_the_measures_units_are_proposed(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await decide(desk)
        await desk.write("ส่งหลักฐาน")
        await desk.press("ctrl+s")
        await desk.saved()
        assert [decision.who for decision in desk.on_disk().decisions] == ["สำนักปลัด, ทุกกองงาน"]
