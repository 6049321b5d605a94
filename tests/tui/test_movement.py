"""Movement by keys: in the list, the tracks and the detail, and between panes."""

import pytest

from itatui.store import RegisterFile
from itatui.tui.widgets.measure_list import MeasureList
from tests import reference
from tests.support import registers
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.tui.conftest import Make


def row(desk: Desk) -> int:
    """Return the row of the cursor, from 0."""
    return [measure.id for measure in desk.main.shown].index(desk.main.current)


async def test_cursor_moves_in_the_list(make: Make) -> None:
    async with open_screen(make(registers.many(100)), MIDDLE) as desk:
        seen = []
        for key in ("down", "down", "up", "end", "down", "pageup", "home", "up", "pagedown", "pagedown"):
            await desk.press(key)
            seen.append(row(desk))
            assert desk.main.current_measure() is not None
            assert f"IIT-{row(desk) + 1} " in desk.text  # the cursor stays in view
        page = desk.main.query_one(MeasureList).size.height // 2 - 1
        assert seen == [1, 2, 1, 99, 99, 99 - page, 0, 0, page, 2 * page]
        assert desk.main.detailed == desk.main.current


@pytest.mark.parametrize("key", ["down", "end", "pagedown", "1"])
async def test_key_draws_no_more_lines_in_a_long_list(make: Make, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    counts = {}
    drawn: list[int] = []
    draw = MeasureList.draw_line

    def record_row(self: MeasureList, row: int) -> object:
        drawn.append(row)
        return draw(self, row)

    monkeypatch.setattr(MeasureList, "draw_line", record_row)
    for count in (100, 10_000):
        register = registers.many(count)
        path = make(register).path
        async with open_screen(RegisterFile(path), WIDE) as desk:
            first = len(drawn)
            drawn.clear()
            await desk.press(key)
            await desk.saved()
            counts[count] = first, len(drawn)
        drawn.clear()
        path.unlink()
    assert 0 < counts[10_000][1] <= counts[100][1]
    assert 0 < counts[10_000][0] <= 2 * WIDE[1]


async def test_opening_draws_only_visible_rows(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[int] = []
    draw = MeasureList.draw_line

    def record_row(self: MeasureList, row: int) -> object:
        rows.append(row)
        return draw(self, row)

    monkeypatch.setattr(MeasureList, "draw_line", record_row)
    async with open_screen(make(registers.many(10_000))):
        assert 0 < max(rows) < WIDE[1]


async def test_track_list_filters_the_measures(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("left")
        seen = [desk.main.track]
        for key in ("down", "down", "down", "down", "home", "up", "end"):
            await desk.press(key)
            seen.append(desk.main.track)
            codes = {measure.track for measure in desk.main.shown}
            assert codes == ({desk.main.track} if desk.main.track else {"IIT", "EIT", "OIT"})
        assert seen == ["", "IIT", "EIT", "OIT", "OIT", "", "", "OIT"]
        assert "มาตรการ OIT" in desk.text
        await desk.press("enter")
        assert desk.main.where == "measures"
        assert desk.main.current == "oit-2567-1"


async def test_tab_goes_through_fields_and_panes(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        fields = len(desk.detail._detail.positions)
        await desk.press("tab")
        for place in range(fields):
            assert (desk.main.where, desk.detail._at) == ("detail", place)
            await desk.press("tab")
        assert desk.main.where == "tracks"
        await desk.press("tab")
        assert desk.main.where == "measures"
        await desk.press("shift+tab")
        assert desk.main.where == "tracks"
        await desk.press("shift+tab")
        assert (desk.main.where, desk.detail._at) == ("detail", fields - 1)
        for _field in range(fields):
            await desk.press("shift+tab")
        assert desk.main.where == "measures"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_enter_goes_in_and_escape_goes_out(file: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size) as desk:
        await desk.press("left")
        places = [desk.main.where]
        for key in ("enter", "enter", "enter", "escape", "escape", "escape", "right", "left", "left"):
            await desk.press(key)
            places.append(desk.main.where)
        assert places == [
            *("tracks", "measures", "detail", "editor"),
            *("detail", "measures", "measures", "detail", "measures", "tracks"),
        ]
        assert desk.on_disk() == reference.register()


async def test_resize_keeps_the_typed_text(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("down", "down", "f2")
        await desk.write("น้ำใจ")
        assert desk.editor is not None
        text, at = desk.editor.text, desk.editor.cursor_location
        for size in (MIDDLE, NARROW, WIDE):
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            assert desk.main.where == "editor"
            assert (desk.editor.text, desk.editor.cursor_location) == (text, at)
            assert row(desk) == 2
            assert "น้ำใจ" in desk.text
            assert desk.detail.region.contains_region(desk.editor.region)
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[2].result == text


async def test_large_screen_shows_whole_texts(file: RegisterFile) -> None:
    async with open_screen(file, (200, 60)) as desk:
        last = desk.main.shown[-1]
        squeezed = "".join("".join(line.split("││")[1].split()) for line in desk.lines if line.count("││") == 2)
        assert "…" not in squeezed
        assert "".join(last.activity.split()) in squeezed.replace("●", "")
        await desk.press("end")
        assert desk.main.current == last.id
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert any(desk.main.register.ref(last) in line for line in desk.lines if desk.main.register)


async def test_home_and_end_go_to_the_ends_of_the_quarters_then_of_the_fields(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f4")
        fields = []
        for key in ("home", "end", "home", "home", "end"):
            await desk.press(key)
            assert desk.detail.position is not None
            fields.append(desk.detail.position.field)
        assert fields[:3] == ["done.1", "done.4", "done.1"]
        assert fields[3:] == ["activity", "dropped"]
