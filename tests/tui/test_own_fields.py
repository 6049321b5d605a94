"""The register's own fields, rounds and tracks on the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from itatui.domain.change import WHOLE, Edit
from itatui.domain.edits import set_field
from itatui.domain.own_field import OwnField
from itatui.domain.own_field_edits import add_own_field, remove_own_field
from itatui.domain.quarters import quarters
from itatui.domain.rounds import Round
from itatui.domain.track_edits import remove_track
from itatui.store import RegisterFile
from itatui.tui.screens.main.filter_actions import jump_targets, toggle_choice
from itatui.tui.widgets.measure_detail import MeasureDetail
from tests.support.clashes import choose, choosing, write_elsewhere
from tests.support.desk import MIDDLE, WIDE, Desk, open_screen

BUDGET = OwnField("budget", "measure", "money", "งบประมาณ (บาท)")


def with_budget(file: RegisterFile) -> None:
    """Give the register a field of its own, and rounds."""
    file.apply(*add_own_field(file.load(), BUDGET))
    file.apply(set_field(file.load(), "rounds", (Round("6 เดือน", quarters({1, 2})),)))


async def test_an_own_field_is_written_in_the_detail(file: RegisterFile) -> None:
    with_budget(file)
    async with open_screen(file) as desk:
        await desk.press("enter")
        assert desk.main.query_one(MeasureDetail).go_to("measure", "budget") is not None
        await desk.press("f2")
        await desk.write("๕๐,๐๐๐")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("budget") == "50000"
        assert "50,000" in desk.text


async def test_a_wrong_value_of_an_own_field_stays_in_its_editor(file: RegisterFile) -> None:
    with_budget(file)
    async with open_screen(file) as desk:
        await desk.press("enter")
        desk.main.query_one(MeasureDetail).go_to("measure", "budget")
        await desk.press("f2")
        await desk.write("มาก")
        await desk.press("escape")
        assert desk.main.where == "editor" and desk.editor is not None and desk.editor.text == "มาก"
        assert desk.on_disk().measures[0].more.get("budget") == ""


async def test_results_by_quarter_are_written_in_the_detail_of_a_register_with_rounds(file: RegisterFile) -> None:
    assert "measure result.1" not in dict(jump_targets(file.load()))
    with_budget(file)
    assert {"measure result.1", "measure budget"} <= set(dict(jump_targets(file.load())))
    async with open_screen(file) as desk:
        await desk.press("enter")
        assert desk.main.query_one(MeasureDetail).go_to("measure", "result.2") is not None
        await desk.press("f2")
        await desk.write("อบรมแล้ว")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("result.2") == "อบรมแล้ว"


async def test_a_track_and_a_field_removed_elsewhere_leave_the_screen_usable(file: RegisterFile) -> None:
    with_budget(file)
    async with open_screen(file) as desk:
        desk.main.session.set_filter(desk.main.session.filter._replace(track="EIT"))
        other = RegisterFile(file.path)
        other.apply(*remove_track(other.load(), other.load().tracks[1]))
        field = other.load().fields[0]
        other.apply(Edit("field", field.name, WHOLE, field, None))
        await desk.poll()
        assert len(desk.main.shown) == 6 and desk.main.current_measure() is not None
        await desk.press("down", "enter", "tab", "escape")
        assert desk.main.register == desk.on_disk()


WAY = OwnField("way", "measure", "choice", "การจัดการความเสี่ยง", choices=("ลด", "ยอมรับ"))
PROOF = OwnField("proof", "measure", "links", "เอกสาร")
LEADER = OwnField("leader", "track", "line", "ผู้รับผิดชอบหลัก")


def with_fields(file: RegisterFile, *fields: OwnField) -> None:
    for field in fields:
        file.apply(*add_own_field(file.load(), field))


@asynccontextmanager
async def at_field(file: RegisterFile, field: OwnField) -> AsyncIterator[Desk]:
    """Give the register a field of its own, and put the cursor on it in the detail."""
    with_fields(file, field)
    async with open_screen(file) as desk:
        await desk.go_to(field.name)
        yield desk


async def test_enter_on_a_choice_opens_its_list(file: RegisterFile) -> None:
    async with at_field(file, WAY) as desk:
        await desk.press("enter")
        await desk.until(lambda: "ยอมรับ" in desk.text, "for the choices")
        await desk.press("down", "down", "enter")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("way") == "ยอมรับ"
        await desk.press("enter", "home", "enter")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("way") == ""


async def test_a_typed_choice_may_be_taken_from_the_list(file: RegisterFile) -> None:
    async with at_field(file, WAY) as desk:
        await desk.write("ลอ")
        await desk.press("escape")
        assert desk.editor is not None and desk.editor.text == "ลอ" and desk.messages, "a wrong choice stays"
        await desk.press("f4", "down", "enter", "escape")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("way") == "ลด"


async def test_links_of_an_own_field_have_lines_and_are_copied(file: RegisterFile) -> None:
    async with at_field(file, PROOF) as desk:
        await desk.press("f2")
        await desk.write("คำสั่ง | https://example.go.th/1")
        await desk.press("enter")
        await desk.write("https://example.go.th/2")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("proof").count("\n") == 1
        await desk.press("ctrl+c")
        assert "https://example.go.th/1" in desk.messages[-1]


async def test_a_field_of_a_track_is_written_beside_its_names(file: RegisterFile) -> None:
    with_fields(file, LEADER)
    assert ("track leader", "ผู้รับผิดชอบหลัก") in jump_targets(file.load())
    async with open_screen(file) as desk:
        await desk.press("left", "down")
        desk.main.go_to_pane("detail")
        await desk.pilot.pause()
        assert desk.detail.go_to("track", "leader")
        await desk.press("f2")
        await desk.write("สำนักปลัด")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().tracks[0].more.get("leader") == "สำนักปลัด"


async def test_the_list_is_filtered_and_sorted_by_own_fields(file: RegisterFile) -> None:
    with_fields(file, BUDGET, WAY)
    first, second, *_rest = file.load().measures
    file.apply(set_field(first, "budget", "900"), set_field(second, "budget", "1000"), set_field(second, "way", "ลด"))
    async with open_screen(file) as desk:
        desk.main.session.set_filter(desk.main.session.filter._replace(sort_field="budget"))
        assert [measure.id for measure in desk.main.shown[:2]] == [first.id, second.id]
        await desk.press("n")
        await desk.until(lambda: "การจัดการความเสี่ยง" in desk.text, "for the choices")
        await desk.press("end", "escape")
        toggle_choice(desk.main, "own way ลด")
        assert [measure.id for measure in desk.main.shown] == [second.id]
        await desk.pilot.pause()
        assert "การจัดการความเสี่ยง: ลด" in desk.text
        await desk.press("f8")
        await desk.until(lambda: "การจัดการความเสี่ยง: ลด" in desk.text, "for the report on what is listed")


def remove_field(file: RegisterFile) -> None:
    """Remove the own field, and its values, as another user."""
    other = RegisterFile(file.path)
    other.apply(*remove_own_field(other.load(), other.load().fields[0]))


def remove_first_track(file: RegisterFile) -> None:
    """Remove the first track with its measures, as another user."""
    other = RegisterFile(file.path)
    other.apply(*remove_track(other.load(), other.load().tracks[0]))


REMOVALS = {"measure budget": remove_field, "track outcome": remove_first_track}
polled = pytest.mark.parametrize("polled", [True, False], ids=["while it is written", "before it is saved"])
every_removal = pytest.mark.parametrize("place", list(REMOVALS))


@polled
@every_removal
async def test_a_text_whose_field_is_removed_elsewhere_is_kept_and_returns_with_it(
    file: RegisterFile, place: str, polled: bool
) -> None:
    with_budget(file)
    kind, _space, field = place.partition(" ")
    async with open_screen(file) as desk:
        await desk.press("enter")
        assert desk.detail.go_to(kind, field) is not None
        await desk.press("f2", "ctrl+end")
        assert desk.editor is not None
        await desk.write("555")
        text = desk.editor.text
        REMOVALS[place](file)
        if polled:
            await desk.poll()
        else:
            await desk.press("ctrl+s")
        await desk.until(lambda: desk.editor is None, "for the editor to close")
        await desk.until(lambda: any("เก็บข้อความ" in message for message in desk.messages), "for the words")
        await desk.saved()
        assert desk.main.where == "detail"
        await desk.press("escape", "down", "up", "enter", "escape")
        assert desk.main.register == desk.on_disk()
        other = RegisterFile(file.path)
        other.undo(len(other.history()))
        await desk.poll()
        desk.main.session.set_filter(desk.main.session.filter._replace(track=""))
        await desk.press("home")
        await desk.go_to(field, kind)
        await desk.press("f2")
        assert desk.editor is not None and desk.editor.text == text


async def test_a_closed_text_whose_track_is_removed_is_kept_and_nothing_waits_for_a_choice(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("enter")
        assert desk.detail.go_to("track", "outcome") is not None
        await desk.press("f2", "ctrl+end")
        await desk.write("555")
        remove_first_track(file)
        await desk.press("escape")
        await desk.until(lambda: any("เก็บข้อความ" in message for message in desk.messages), "for the words")
        await desk.saved()
        assert desk.main.session.conflicts.waiting == []
        draft = desk.main.session.drafts.find(desk.main.session.own_drafts.place("track outcome", "IIT"))
        assert draft is not None and draft.texts["text"].endswith("555")


async def test_two_values_of_an_own_field_are_shown_side_by_side(file: RegisterFile) -> None:
    async with at_field(file, BUDGET) as desk:
        await desk.press("f2")
        await desk.write("500")
        write_elsewhere(file, "budget", "900")
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "to be asked")
        await desk.pilot.pause()
        assert "งบประมาณ (บาท)" in desk.text and "900" in desk.text
        await choose(desk, "2")
        assert desk.on_disk().measures[0].more.get("budget") in ("500", "900")
        assert desk.main.session.conflicts.waiting == []


async def test_history_and_text_fixes_name_an_own_field_by_its_heading(file: RegisterFile) -> None:
    with_fields(file, OwnField("problem", "measure", "text", "ปัญหาที่พบ"))
    file.apply(set_field(file.load().measures[0], "problem", "เพ่ือทบทวน"))
    async with open_screen(file) as desk:
        await desk.press("f7")
        await desk.until(lambda: "ปัญหาที่พบ" in desk.text, "for the history")
        await desk.press("escape", "r")
        await desk.until(lambda: "ปัญหาที่พบ" in desk.text, "for the text fixes")
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("problem") == "เพื่อทบทวน"


async def test_a_date_is_found_as_it_is_shown(file: RegisterFile) -> None:
    with_fields(file, OwnField("start", "measure", "date", "วันที่เริ่ม"))
    file.apply(set_field(file.load().measures[4], "start", "2027-01-15"))
    async with open_screen(file) as desk:
        await desk.press("f3")
        await desk.write("๑๕/๑/๒๕๗๐")
        await desk.press("enter")
        await desk.until(lambda: len(desk.main.shown) == 1, "for the measure")
        assert desk.main.shown[0].id == file.load().measures[4].id


async def test_a_filter_by_a_field_that_is_removed_ends(file: RegisterFile) -> None:
    with_fields(file, WAY)
    async with open_screen(file) as desk:
        toggle_choice(desk.main, "own way ลด")
        assert desk.main.shown == ()
        other = RegisterFile(file.path)
        other.apply(*remove_own_field(other.load(), other.load().fields[0]))
        await desk.poll()
        assert len(desk.main.shown) == 9


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
async def test_tab_goes_on_writing_in_the_measures_of_a_chosen_track(file: RegisterFile, size: tuple[int, int]) -> None:
    with_fields(file, OwnField("item", "measure", "line", "ข้อ"), OwnField("due", "measure", "line", "กำหนด"))
    async with open_screen(file, size) as desk:
        desk.main.session.set_filter(desk.main.session.filter._replace(track="EIT"))
        await desk.go_to("item")
        await desk.write("1.1")
        await desk.press("tab")
        assert desk.editor is not None and desk.editor.field == "due"
        assert desk.detail.position is not None and desk.detail.position.field == "due"
        await desk.write("มี.ค.")
        await desk.press("escape")
        await desk.saved()
        (measure, *_rest) = desk.on_disk().measures_of("EIT")
        assert (measure.more.get("item"), measure.more.get("due")) == ("1.1", "มี.ค.")
