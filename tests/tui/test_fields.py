"""Each kind of field: typed text and saved value."""

import pytest

from itatui.store import RegisterFile
from tests.support import registers
from tests.support.desk import Desk, open_screen
from tests.tui.conftest import Make

FIRST = ("iit-2567-1", "iit-2567-2", "iit-2567-3")


async def write_in(desk: Desk, field: str, text: str) -> None:
    """Open a field of the current measure and type another text in its place."""
    await desk.go_to(field)
    await desk.press("enter", "f7", "delete")
    for number, line in enumerate(text.split("\n")):
        if number:
            await desk.press("enter")
        await desk.write(line)


async def test_text_of_two_paragraphs(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await write_in(desk, "outcome", "ย่อหน้าที่หนึ่ง\nย่อหน้าที่สอง")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].outcome == "ย่อหน้าที่หนึ่ง\nย่อหน้าที่สอง"
        assert "ย่อหน้าที่สอง" in desk.text


async def test_units_are_separated_by_commas(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await write_in(desk, "responsible", "กองคลัง ,  กองช่าง,")
        await desk.press("enter")  # ends a field of one line
        await desk.saved()
        assert desk.editor is None
        assert desk.main.where == "detail"
        assert desk.on_disk().measures[0].responsible == ("กองคลัง", "กองช่าง")
        assert "กองคลัง, กองช่าง" in desk.text


@pytest.mark.parametrize(
    ("field", "keys", "value"),
    [
        ("responsible", ("space", "enter"), ("สำนักปลัด",)),
        ("reported_with", ("down", "enter"), FIRST[1]),
    ],
)
async def test_value_is_chosen_from_a_list(
    file: RegisterFile, field: str, keys: tuple[str, ...], value: object
) -> None:
    async with open_screen(file) as desk:
        await desk.go_to(field)
        await desk.press("enter")
        assert "F4 เลือก" in desk.foot
        await desk.press("f4", *keys)
        await desk.press("enter")
        await desk.saved()
        assert getattr(desk.on_disk().measures[0], field) == value


async def test_list_is_offered_only_where_there_is_one(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2", "f4")
        assert desk.editor is not None
        assert "F4" not in desk.foot


async def test_list_of_measures_leaves_out_those_without_a_result_of_their_own(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("end", "up", "up")
        await desk.go_to("reported_with")
        await desk.press("enter", "f4")  # OIT-2 is reported with it
        assert "OIT-3  " not in desk.text.partition("รายงานร่วมกับ ─")[2].partition("Enter")[0]


async def test_tab_stops_at_the_evidence(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("outcome", kind="track")
        await desk.press("enter", "tab")
        assert desk.editor is None
        assert desk.detail.position is not None
        assert (desk.main.where, desk.detail.position.field) == ("detail", "evidence")


async def test_result_is_reported_with_another_measure(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await write_in(desk, "reported_with", "iit-2")
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().measures[0].reported_with == FIRST[1]
        assert "IIT-2" in desk.text


@pytest.mark.parametrize("wrong", ["IIT-9", "ไม่มี", "EIT-1", "IIT-1", "IIT"])
async def test_wrong_ref_is_reported_and_the_text_kept(file: RegisterFile, wrong: str) -> None:
    async with open_screen(file) as desk:
        await write_in(desk, "reported_with", wrong)
        await desk.press("enter")
        assert len(desk.messages) == 1
        assert desk.editor is not None
        assert desk.editor.text == wrong
        await desk.press("f7", "delete")
        await desk.write("IIT-3")
        await desk.press("enter")
        await desk.saved()
        assert desk.editor is None
        assert desk.on_disk().measures[0].reported_with == FIRST[2]


async def test_wrong_ref_is_dropped_at_the_second_escape(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        before = desk.on_disk()
        await write_in(desk, "reported_with", "IIT-9")
        await desk.press("escape")
        assert desk.main.where == "editor"
        await desk.press("escape")
        assert desk.main.where == "detail"
        await desk.saved()
        assert desk.on_disk() == before


async def test_outcome_of_a_track_is_edited_from_its_measure(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("right")
        assert desk.detail.go_to("track", "outcome")
        await desk.press("enter", "f7")
        await desk.write("คะแนนดีขึ้น")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().tracks[0].outcome == "คะแนนดีขึ้น"
        assert desk.on_disk().measures == file.load().measures


@pytest.mark.parametrize("field", ["name_th", "name_en", "label", "outcome"])
async def test_fields_of_a_track_without_measures(make: Make, field: str) -> None:
    async with open_screen(make(registers.empty())) as desk:
        await desk.press("left", "down", "shift+tab")
        assert desk.main.where == "detail"
        assert desk.detail.go_to("track", field)
        await desk.press("enter", "f7")
        await desk.write("ชื่อใหม่")
        await desk.press("escape")
        await desk.saved()
        assert getattr(desk.on_disk().tracks[0], field) == "ชื่อใหม่"


async def test_outcome_is_edited_from_the_track_list(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("left", "down", "down", "f2", "f7")
        await desk.write("คะแนนดีขึ้น")
        await desk.press("escape")
        await desk.saved()
        assert [track.outcome == "คะแนนดีขึ้น" for track in desk.on_disk().tracks] == [False, True, False]


async def test_opening_and_leaving_fields_changes_nothing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        for field in ("activity", "result", "responsible", "outcome", "evidence", "reported_with"):
            await desk.go_to(field)
            await desk.press("enter", "escape")
        await desk.saved()
        assert file.history() == []
