"""The search box and the filter for late measures."""

import pytest

from itatui.domain.search import Match
from itatui.store import RegisterFile
from itatui.tui.widgets.measure_list import MeasureList
from itatui.tui.widgets.pane import Pane
from itatui.tui.widgets.search_box import SearchBox
from tests.support import registers
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.tui.conftest import Make


@pytest.mark.parametrize("spelling", ["ที่มีประสิทธิภาพ", "ท่ีมีประสิทธิภาพ"])
async def test_a_match_is_found_in_either_spelling(file: RegisterFile, spelling: str) -> None:
    async with open_screen(file) as desk:
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
async def test_keys_of_measures_do_nothing_where_none_matches(file: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size) as desk:
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


async def test_escape_clears_the_search(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f3")
        await desk.write("คู่มือ")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        await desk.press("escape")
        assert (len(desk.main.shown), desk.main.where) == (9, "measures")
        assert desk.main.filter.text == ""


async def test_the_report_contains_the_matches(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f3")
        await desk.write("ที่มีประสิทธิภาพ")
        await desk.press("enter", "f8")
        await desk.pilot.pause()
        assert "EIT" in desk.text
        assert "IIT" not in desk.text


@pytest.mark.parametrize("sign", ["l", "ส"])
async def test_only_late_measures_are_listed(make: Make, sign: str) -> None:
    async with open_screen(make(registers.late())) as desk:
        await desk.write(sign)
        assert [measure.id for measure in desk.main.shown] == ["iit-2567-1", "iit-2567-3"]
        await desk.write("2")
        await desk.saved()
        assert [measure.id for measure in desk.main.shown] == ["iit-2567-3"]  # the other is no longer late
        assert desk.main.current == "iit-2567-3"
        await desk.write(sign)
        assert len(desk.main.shown) == 9


async def test_control_characters_are_dropped_from_a_paste(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f3")
        await desk.paste("\x1b]52;c;\x07คู่มือ\x9b")
        assert desk.main.query_one(SearchBox).value == "]52;c;คู่มือ"


def _matches(desk: Desk, pane: str) -> list[str]:
    """Return the text highlighted in a pane, one per span."""
    style = desk.main.query_one(f"#{pane}", Pane).style("match")
    region = desk.main.query_one(f"#{pane}").region
    strips = desk.app.screen._compositor.render_strips()
    lines = [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]
    return [segment.text for line in lines for segment in line if segment.style == style]


async def test_matches_are_highlighted_in_list_and_detail(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f3")
        await desk.write("ช่องทาง")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        await desk.press("enter", "down")
        assert desk.main.current == "eit-2567-1"
        assert set(_matches(desk, "measures")) == {"ช่องทาง"}
        assert _matches(desk, "detail").count("ช่องทาง") >= 2
        await desk.press("escape")
        assert len(desk.main.shown) == 9
        assert _matches(desk, "measures") == _matches(desk, "detail") == []


async def test_a_match_across_lines_is_highlighted(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f3")
        await desk.write("รับเร่ืองร้องเรียน")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        assert "".join(_matches(desk, "measures")) == "รับเรื่องร้องเรียน"
        assert desk.main.match.tones


async def test_tone_marks_are_ignored_if_nothing_else_matches(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f3")
        await desk.write("ชองทาง")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        assert "4/9  ไม่นับวรรณยุกต์" in desk.text
        assert "ช่องทาง" in _matches(desk, "measures")
        await desk.press("home", "delete")
        await desk.write("ช่")
        await desk.until(lambda: desk.main.match.tones, "what has the tone marks")
        assert "วรรณยุกต์" not in desk.text


async def test_only_measures_with_a_visible_match_are_redrawn(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        pane = desk.main.query_one(MeasureList)
        redrawn: list[int] = []
        pane.redraw = lambda row, count=1, width=0: redrawn.append(row)  # type: ignore[method-assign]
        desk.main.match = Match("กระบวนงาน")
        desk.main.match = Match("คู่มือ")
        texts = [each.activity for each in desk.main.shown]
        matching = [at for at, each in enumerate(texts) if "กระบวนงาน" in each or "คู่มือ" in each]
        refs = [desk.main.session.register.ref(each) for each in desk.main.shown]
        top = pane.region.y + pane.gutter.top
        places = {
            at: next(y for y, line in enumerate(desk.lines) if refs[at] in line[pane.region.x : pane.region.x + 10])
            - top
            for at in range(len(refs))
        }
        assert set(redrawn) == {places[at] for at in matching}
        assert 0 < len(matching) < 9


async def test_the_detail_scrolls_to_the_match(file: RegisterFile) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await desk.press("f3")
        await desk.write("พัฒนาการที่ดีขึ้น")
        await desk.until(lambda: len(desk.main.shown) < 9, "the list to narrow")
        await desk.press("enter")
        assert "".join(_matches(desk, "detail")) == "พัฒนาการที่ดีขึ้น"
        await desk.press("escape", "home", "f3")
        await desk.write("แผนผังแสดง")
        await desk.press("enter")
        assert "".join(_matches(desk, "detail")).startswith("แผนผังแสดง")
