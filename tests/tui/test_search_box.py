"""Find as one types, and the late ones only."""

import pytest

from itatui.domain.search import Match
from itatui.store import RegisterFile
from itatui.tui.widgets.measure_list import MeasureList
from itatui.tui.widgets.pane import Pane
from itatui.tui.widgets.search_box import SearchBox
from tests.support import registers
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, sitting
from tests.tui.conftest import Make


@pytest.mark.parametrize("spelling", ["ที่มีประสิทธิภาพ", "ท่ีมีประสิทธิภาพ"])
async def test_found_however_it_is_spelt(file: RegisterFile, spelling: str) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write(spelling)
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        assert [measure.id for measure in desk.main.shown] == ["eit-2567-1"]
        assert "1/9" in desk.text
        await desk.press("enter")
        assert desk.main.where == "measures"
        assert not desk.main.query(SearchBox)
        assert desk.main.current == "eit-2567-1"
        await desk.press("escape")
        assert len(desk.main.shown) == 9
        assert desk.main.current == "eit-2567-1"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_nothing_found(file: RegisterFile, size: tuple[int, int]) -> None:
    async with sitting(file, size) as desk:
        before = desk.on_disk()
        await desk.press("f3")
        await desk.write("ไม่มีคำนี้แน่")
        await desk.until(lambda: not desk.main.shown, "the list to narrow")
        assert "ไม่มีมาตรการ" in desk.text
        await desk.press("enter", "1", "delete", "down", "f4")
        assert desk.app.screen is desk.main
        await desk.press("escape", "escape")
        assert len(desk.main.shown) == 9
        assert desk.on_disk() == before


async def test_escape_shows_everything_again(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write("คู่มือ")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        await desk.press("escape")
        assert (len(desk.main.shown), desk.main.where) == (9, "measures")
        assert desk.main.filter.text == ""


async def test_what_is_found_is_what_the_report_says(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write("ที่มีประสิทธิภาพ")
        await desk.press("enter", "f8")
        await desk.pilot.pause()
        assert "EIT" in desk.text
        assert "IIT" not in desk.text


@pytest.mark.parametrize("sign", ["l", "ส"])
async def test_the_late_ones_only(make: Make, sign: str) -> None:
    async with sitting(make(registers.late())) as desk:
        await desk.write(sign)
        assert [measure.id for measure in desk.main.shown] == ["iit-2567-1", "iit-2567-3"]
        await desk.write("2")
        await desk.saved()
        assert [measure.id for measure in desk.main.shown] == ["iit-2567-3"]  # it is late no longer
        assert desk.main.current == "iit-2567-3"
        await desk.write(sign)
        assert len(desk.main.shown) == 9


async def test_a_paste_with_control_characters(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.paste("\x1b]52;c;\x07คู่มือ\x9b")
        assert desk.main.query_one(SearchBox).value == "]52;c;คู่มือ"


def _found(desk: Desk, pane: str) -> list[str]:
    """What is shown as found in a pane: the runs of a line in that look."""
    look = desk.main.query_one(f"#{pane}", Pane).style("match")
    region = desk.main.query_one(f"#{pane}").region
    strips = desk.app.screen._compositor.render_strips()
    lines = [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]
    return [segment.text for line in lines for segment in line if segment.style == look]


async def test_what_was_found_is_shown_where_it_stands_in_whole_letters(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write("ช่องทาง")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        await desk.press("enter", "down")
        assert desk.main.current == "eit-2567-1"
        assert _found(desk, "measures") == ["ช่องทาง"]
        assert _found(desk, "detail").count("ช่องทาง") >= 2
        await desk.press("escape")
        assert len(desk.main.shown) == 9
        assert _found(desk, "measures") == _found(desk, "detail") == []


async def test_a_match_is_shown_over_the_end_of_a_line_and_however_it_is_spelt(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write("รับเร่ืองร้องเรียน")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        assert "".join(_found(desk, "measures")) == "รับเรื่องร้องเรียน"
        assert desk.main.match.tones


async def test_without_tone_marks_when_nothing_has_them_and_the_list_says_so(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f3")
        await desk.write("ชองทาง")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        assert "4/9  ไม่นับวรรณยุกต์" in desk.text
        assert "ช่องทาง" in _found(desk, "measures")
        await desk.press("home", "delete")
        await desk.write("ช่")
        await desk.until(lambda: desk.main.match.tones, "what has the tone marks")
        assert "วรรณยุกต์" not in desk.text


async def test_only_measures_with_a_match_in_their_lines_are_drawn_again(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        pane = desk.main.query_one(MeasureList)
        redrawn: list[int] = []
        pane.redraw = lambda row, count=1, width=0: redrawn.append(row)  # type: ignore[method-assign]
        desk.main.match = Match("กระบวนงาน")
        desk.main.match = Match("คู่มือ")
        rows = [at * 2 for at, each in enumerate(desk.main.shown) if "กระบวนงาน" in each.activity]
        rows += [
            at * 2 for at, each in enumerate(desk.main.shown) if "กระบวนงาน" in each.activity or "คู่มือ" in each.activity
        ]
        assert sorted(redrawn) == sorted(rows)
        assert 0 < len(rows) < 9


async def test_the_detail_is_scrolled_to_what_was_found(file: RegisterFile) -> None:
    async with sitting(file, MIDDLE) as desk:
        await desk.press("f3")
        await desk.write("พัฒนาการที่ดีขึ้น")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        await desk.press("enter")
        assert "".join(_found(desk, "detail")) == "พัฒนาการที่ดีขึ้น"
        await desk.press("escape", "home", "f3")
        await desk.write("แผนผังแสดง")
        await desk.press("enter")
        assert "".join(_found(desk, "detail")).startswith("แผนผังแสดง")
