"""Filters, sort orders, marks and the Go to list, by keys and mouse."""

from collections.abc import Callable

from itatui.domain.filter import Filter, Sort
from itatui.domain.register import Register
from itatui.domain.status import Status
from itatui.store import RegisterFile
from itatui.tui.dialogs.choose import ChoiceList, ChooseDialog
from itatui.tui.screens.printout import PrintedLines, PrintoutScreen
from itatui.tui.widgets.measure_list import MeasureList
from tests.support import registers
from tests.support.desk import Desk, open_screen

Make = Callable[[Register], RegisterFile]


def subtitle(desk: Desk) -> str:
    return str(desk.main.query_one(MeasureList).border_subtitle)


def is_choosing(desk: Desk) -> bool:
    return isinstance(desk.app.screen, ChooseDialog)


def refs(desk: Desk) -> list[str]:
    register = desk.main.register
    assert register is not None
    return [register.ref(measure) for measure in desk.main.shown]


async def test_filters_combine_and_escape_clears_them(make: Make) -> None:
    async with open_screen(make(registers.late()), (120, 36)) as desk:
        everything = refs(desk)
        await desk.press("n", "space")  # late, the first line
        assert desk.main.filter.statuses == {Status.LATE}
        assert is_choosing(desk)
        await desk.press("escape")
        late = refs(desk)
        assert 0 < len(late) < len(everything)
        assert "ช้า" in subtitle(desk)
        assert f"{len(late)}/{len(everything)}" in subtitle(desk)
        assert "Esc" in subtitle(desk)
        await desk.press("n", "end", "up", "enter")  # the last order
        assert desk.main.filter.sort is Sort.UNIT
        assert set(refs(desk)) == set(late)
        await desk.press("escape")
        assert (refs(desk), subtitle(desk)) == (everything, "")


async def test_report_has_the_measures_of_the_list_and_names_the_filter(make: Make) -> None:
    async with open_screen(make(registers.late()), (120, 36)) as desk:
        await desk.press("l", "f8")
        assert isinstance(desk.app.screen, PrintoutScreen)
        report = desk.app.screen.query_one(PrintedLines).table.printout()
        assert any("ช้า" in note for note in report.notes)


async def test_own_unit_is_asked_for_once(make: Make) -> None:
    async with open_screen(make(registers.late()), (120, 36)) as desk:
        await desk.press("m")
        assert is_choosing(desk)
        await desk.press("enter")
        unit = desk.main.filter.unit
        assert unit
        assert all(unit in measure.responsible for measure in desk.main.shown)
        await desk.press("m")
        assert desk.main.filter == Filter()
        await desk.press("m")
        assert desk.main.filter.unit == unit
        assert desk.main.own_unit == unit


async def test_filtered_unit_is_not_kept_as_own(make: Make) -> None:
    async with open_screen(make(registers.late()), (120, 36)) as desk:
        await desk.press("n", *["down"] * 9, "enter")
        assert desk.main.filter.unit
        assert desk.main.own_unit == ""


async def test_marked_measures_are_ticked_as_one_change(make: Make) -> None:
    file = make(registers.late())
    async with open_screen(file, (120, 36)) as desk:
        before = desk.on_disk()
        await desk.press("space", "space", "space")
        assert len(desk.main.marked) == 3
        assert desk.main.current == desk.main.shown[3].id
        await desk.press("1")
        await desk.saved()
        ticked = [m for m in desk.on_disk().measures[:3] if 1 in m.done]
        assert len(ticked) == 3
        assert desk.on_disk().measures[3:] == before.measures[3:]
        assert len(file.history()) == 1
        await desk.press("ctrl+z")
        await desk.until(lambda: desk.on_disk().measures == before.measures)
        await desk.press("escape")
        assert not desk.main.marked


async def test_mark_is_removed_with_its_measure(make: Make) -> None:
    async with open_screen(make(registers.late()), (120, 36)) as desk:
        await desk.press("space", "space", "up", "delete", "y")
        await desk.saved()
        assert len(desk.on_disk().measures) == 8
        await desk.until(lambda: len(desk.main.marked) == 1, "for the mark to be removed")
        assert "เลือก 1" in subtitle(desk)


async def test_all_measures_in_the_list_are_marked_and_assigned(make: Make) -> None:
    file = make(registers.late())
    async with open_screen(file, (120, 36)) as desk:
        await desk.press("l", "a")
        late = desk.main.marked
        assert late == {measure.id for measure in desk.main.shown}
        await desk.press("o")
        await desk.write("กองคลัง, กองช่าง")
        await desk.press("enter")
        await desk.until(lambda: len(file.history()) == 1)
        for measure in desk.on_disk().measures:
            assert (measure.responsible == ("กองคลัง", "กองช่าง")) == (measure.id in late)


async def test_save_and_next_opens_the_same_field(make: Make) -> None:
    async with open_screen(make(registers.late()), (120, 36)) as desk:
        first, second = desk.main.shown[:2]
        await desk.press("g", "8")  # the outcome of this measure
        await desk.press("f2")
        await desk.write("หนึ่ง")
        await desk.press("ctrl+g")
        assert desk.main.current == second.id
        await desk.write("สอง")
        await desk.press("escape")
        await desk.saved()
        register = desk.on_disk()
        for measure, typed in ((first, "หนึ่ง"), (second, "สอง")):
            now = register.measure(measure.id)
            assert now is not None
            assert now.outcome == measure.outcome + typed


async def test_go_to_reaches_panes_and_fields(make: Make) -> None:
    async with open_screen(make(registers.late()), (120, 36)) as desk:
        for number, place in (("1", "tracks"), ("3", "detail"), ("2", "measures")):
            await desk.press("g", number)
            assert desk.main.where == place
            await desk.press("escape")  # in a text, G would be written
        for number, field in (
            ("4", "activity"),
            ("5", "done.1"),
            ("6", "responsible"),
            ("7", "result"),
            ("0", "evidence"),
        ):
            await desk.press("g", number)
            assert desk.detail.position is not None
            assert (desk.main.where, desk.detail.position.field) == ("detail", field)
            await desk.press("escape")
        await desk.press("g", "9")
        assert desk.detail.position is not None
        assert desk.detail.position[:2] == ("track", "outcome")


async def test_mouse_chooses_and_headings_are_skipped(make: Make) -> None:
    async with open_screen(make(registers.late()), (120, 36)) as desk:
        await desk.press("n", "up", "up")
        choices = desk.app.screen.query_one(ChoiceList)
        assert choices.at == 1  # below the first heading
        await desk.press(*["down"] * 9)
        assert choices.at == 11  # over the second
        await desk.pilot.click(ChoiceList, offset=(8, 3))
        await desk.pilot.pause()
        assert desk.main.filter.statuses == {Status.NOT_STARTED}
        assert is_choosing(desk)
        before = desk.main.filter
        await desk.pilot.click(ChoiceList, offset=(8, 11))  # a heading
        await desk.pilot.pause()
        assert desk.main.filter == before
