"""The tracks as tabs above the list, at 70 to 109 columns."""

import pytest

from itatui.store import RegisterFile
from itatui.tui.widgets.measure_list import MeasureList
from itatui.tui.widgets.track_list import TrackList
from tests.support.desk import MIDDLE, open_screen

ROW = 1
"""Line of the screen with the tabs."""


async def test_tabs_stand_in_a_line_with_the_figures(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        assert desk.main.query_one(TrackList).size.height == 1
        assert desk.lines[ROW].split()[:8] == ["▌ทั้งหมด", "9", "IIT", "3", "EIT", "3", "OIT", "3"]
        assert "คืบหน้า 100%" in desk.lines[ROW]


async def test_arrows_choose_a_tab_and_down_goes_to_the_list(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await desk.press("shift+tab", "right", "right")
        assert (desk.main.where, desk.main.track) == ("tracks", "EIT")
        assert "▌EIT 3" in desk.lines[ROW]
        await desk.press("left")
        assert desk.main.track == "IIT"
        await desk.press("end")
        assert desk.main.track == "OIT"
        await desk.press("down")
        assert (desk.main.where, desk.main.track) == ("measures", "OIT")
        assert len(desk.main.shown) == 3


async def test_a_click_chooses_a_tab(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await desk.pilot.click(offset=(desk.lines[ROW].index("OIT") + 1, ROW))
        assert desk.main.track == "OIT"


@pytest.mark.parametrize("columns", [80, 90, 100, 109])
async def test_texts_of_the_list_have_28_cells_and_more(file: RegisterFile, columns: int) -> None:
    async with open_screen(file, (columns, 24)) as desk:
        measures = desk.main.query_one(MeasureList)
        assert all(measures.plan(measure).room >= 28 for measure in desk.main.shown)


async def test_tabs_become_a_list_on_a_wide_terminal(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await desk.pilot.resize_terminal(120, 36)
        await desk.pilot.pause()
        assert desk.main.query_one(TrackList).size.height > 9
        await desk.press("shift+tab", "down")
        assert desk.main.track == "IIT"
        await desk.pilot.resize_terminal(*MIDDLE)
        await desk.pilot.pause()
        assert "▌IIT 3" in desk.lines[ROW]
