"""The report and the overview on the screen: they follow the register and keep their place."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from itatui.domain.filter import Filter
from itatui.report.first_page import first_page
from itatui.report.formats.plain_text import lines
from itatui.report.model import Report
from itatui.store import RegisterFile
from itatui.thai import cells
from itatui.tui.screens import printed_page, printout
from itatui.tui.screens.history import HistoryScreen
from itatui.tui.screens.printed_page import Layout
from itatui.tui.screens.printed_tables import ReportTable
from itatui.tui.screens.printout import STEP, PrintedLines, PrintoutScreen
from tests.support import registers
from tests.support.clashes import remove_elsewhere, write_elsewhere
from tests.support.desk import MIDDLE, NARROW, PRESS_S, WIDE, Desk, open_screen
from tests.tui.conftest import Make

HELD_LIMIT_S = 10
"""Seconds after which a held printer goes on: a test that has failed must end."""
TABLES = pytest.mark.parametrize("key", ["f6", "f8"])


def pane(desk: Desk) -> PrintedLines:
    return desk.app.screen.query_one(PrintedLines)


async def tell(desk: Desk) -> None:
    """Let the screen see what was written elsewhere."""
    await desk.poll()
    await desk.printed()
    await desk.pilot.pause()


@TABLES
async def test_open_table_follows_changes_by_others(make: Make, key: str) -> None:
    file = make(registers.late())
    async with open_screen(file) as desk:
        await desk.press(key)
        assert "พายเรือ" not in desk.text
        write_elsewhere(file, "activity", "พายเรือทวนน้ำ")
        await tell(desk)
        assert "พายเรือทวนน้ำ" in desk.text.replace(" ", "")
        assert isinstance(desk.app.screen, PrintoutScreen)


async def test_open_report_follows_its_filter(make: Make) -> None:
    file = make(registers.late())
    async with open_screen(file) as desk:
        desk.main.session.set_filter(Filter(track="IIT"))
        await desk.press("f8")
        assert "1 จาก" not in desk.text
        remove_elsewhere(file, 0)
        remove_elsewhere(file, 0)
        await tell(desk)
        await desk.press("end")
        assert "1 จาก 7" in desk.text


async def test_open_overview_follows_the_date(make: Make) -> None:
    async with open_screen(make(registers.late())) as desk:
        await desk.press("f6")
        before = desk.text
        desk.main.session._fixed_today = date(2024, 7, 1)
        await tell(desk)
        assert desk.text != before
        await desk.press("end")
        assert "30 ก.ย." in desk.text


async def test_undo_elsewhere_on_the_screen_is_followed(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("1", "f6")
        ticked = desk.text
        desk.main.session.past.undo()
        await desk.saved()
        await desk.printed()
        assert desk.text != ticked


@pytest.mark.parametrize(("at", "text"), [(0, "สั้น"), (0, "ยาว " * 200), (8, "สั้น"), (8, "ยาว " * 200)])
async def test_a_change_out_of_sight_moves_nothing(make: Make, at: int, text: str) -> None:
    register = registers.many(40)
    tracks = [register.tracks[number % 3].code for number in range(40)]
    file = make(
        register._replace(measures=tuple(m._replace(track=t) for m, t in zip(register.measures, tracks, strict=True)))
    )
    async with open_screen(file, MIDDLE) as desk:
        await desk.press("f6", *["pagedown"] * 2)
        shown = desk.lines[1:-2]
        write_elsewhere(file, "evidence", (), at=at)
        await tell(desk)
        assert desk.lines[1:-2] == shown


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)), st.lists(st.integers(4, 7), min_size=1), st.data())
def test_lines_above_and_below_a_change_keep_their_place(
    above: list[int], below: list[int], changed: list[int], data: st.DataObject
) -> None:
    before = [*map(str, above), "old", *map(str, below)]
    after = [*map(str, above), *map(str, changed), *map(str, below)]
    line = data.draw(st.integers(0, len(before) - 1))
    moved = printout._moved(line, before, after)
    assert 0 <= moved < len(after)
    if line != len(above):
        assert after[moved] == before[line]


@given(st.integers(1, 500), st.integers(1, 500), st.data())
def test_lines_of_another_width_keep_their_part_of_the_whole(old: int, new: int, data: st.DataObject) -> None:
    line = data.draw(st.integers(0, old - 1))
    moved = printout._moved(line, ["wide"] * old, ["narrow"] * new)
    assert moved == line * new // old


async def test_detail_of_the_past_stays_where_it_is_read(make: Make) -> None:
    file = make(registers.late())
    write_elsewhere(file, "result", "บรรทัดยาว\n" * 80)
    async with open_screen(file, MIDDLE) as desk:
        await desk.press("f7")
        await desk.until(lambda: "somchai" in desk.text, "for the history")
        await desk.press("tab", "pagedown", "pagedown")
        screen = desk.app.screen
        assert isinstance(screen, HistoryScreen)
        top = screen.text.top
        assert top
        write_elsewhere(file, "outcome", "อีกแถว")
        await desk.poll()
        await desk.until(lambda: screen.list.line_count() == 2, "for the new entry")
        await desk.pilot.pause()
        assert screen.text.top == top


class HeldPrinter:
    """Holds the whole printout until it is released; a first page passes."""

    def __init__(self) -> None:
        self.released = threading.Event()
        self.calls = 0
        self._print = printed_page.printed_lines

    def __call__(self, content: Report, layout: Layout, width: int) -> list[str]:
        self.calls += 1
        whole = layout.table.printout() == content
        if whole:
            self.released.wait(HELD_LIMIT_S)
        return self._print(content, layout, width)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldPrinter]:
    printer = HeldPrinter()
    monkeypatch.setattr(printed_page, "printed_lines", printer)
    yield printer
    printer.released.set()


async def open_unfinished(desk: Desk) -> None:
    """Open the report while its whole is held back."""
    await desk.pilot.press("f8")
    await desk.until(lambda: isinstance(desk.app.screen, PrintoutScreen), "for the report")
    await desk.until(lambda: pane(desk).line_count(), "for the first page")
    await desk.pilot.pause()


async def test_first_page_of_a_long_report_comes_before_the_whole(make: Make, held: HeldPrinter) -> None:
    async with open_screen(make(registers.many(400)), WIDE) as desk:
        await open_unfinished(desk)
        assert "1. มาตรการที่" in desk.text
        assert pane(desk).line_count() >= pane(desk).inside.height
        held.released.set()
        await desk.printed()
        register = desk.main.session.register
        whole = ReportTable(register, None, desk.main.today, "").printout()
        assert pane(desk).lines == lines(whole, pane(desk).width)


class HeldBeginning:
    """Notes each first page that is laid out, and holds it until it is released."""

    def __init__(self) -> None:
        self.released = threading.Event()
        self.pages: list[printed_page.Page] = []
        self.begun = threading.Event()

    def __call__(self, layout: Layout, height: int) -> printed_page.Page:
        self.begun.set()
        self.released.wait(HELD_LIMIT_S)
        self.pages.append(printed_page.begin(layout, height))
        return self.pages[-1]


@pytest.fixture
def beginning(monkeypatch: pytest.MonkeyPatch) -> HeldBeginning:
    held = HeldBeginning()
    monkeypatch.setattr(printout, "begin", held)
    return held


@pytest.mark.parametrize(("key", "size"), [("f8", WIDE), ("f8", MIDDLE), ("f8", NARROW), ("f6", MIDDLE)])
async def test_a_table_is_laid_out_once_before_it_is_drawn(
    file: RegisterFile, beginning: HeldBeginning, key: str, size: tuple[int, int]
) -> None:
    beginning.released.set()
    async with open_screen(file, size) as desk:
        await desk.press(key)
        assert [page.lines for page in beginning.pages] == [pane(desk).lines]


async def test_keys_typed_before_the_first_page_act_on_the_table(file: RegisterFile, beginning: HeldBeginning) -> None:
    async with open_screen(file, MIDDLE) as desk:
        before = desk.main.session.register
        for key in ("f8", "1", "end"):
            desk.clock.pass_on(PRESS_S)
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        async with asyncio.timeout(HELD_LIMIT_S):  # the application waits, and the pilot would wait for it
            while not beginning.begun.is_set():
                await asyncio.sleep(0)
        assert desk.app.screen is desk.main
        write_elsewhere(file, "activity", "พายเรือทวนน้ำ")
        desk.main.poll()
        assert await desk.main.session.queue.flush()
        beginning.released.set()
        await desk.keys_done()
        await desk.printed()
        assert pane(desk).top == pane(desk).line_count() - pane(desk).inside.height > 0
        assert "พายเรือ" in "".join(pane(desk).lines)
        assert desk.main.session.register.measures[0].done == before.measures[0].done


@pytest.mark.parametrize("form", ["report", "plan", "follow-up", "calendar", "e-plan"])
def test_first_page_is_the_same_without_the_later_measures(form: str) -> None:
    table = ReportTable(registers.many(400), None, date(2024, 5, 1), "", form)
    begun = table.beginning(60)
    assert begun is not None
    assert len(begun.tables[0].rows) <= len(table.printout().tables[0].rows)
    assert lines(first_page(begun, 20, 118), 118) == lines(first_page(table.printout(), 20, 118), 118)
    assert table.beginning(400) is None


async def test_keys_work_while_a_report_is_laid_out(make: Make, held: HeldPrinter) -> None:
    async with open_screen(make(registers.many(400)), WIDE) as desk:
        await open_unfinished(desk)
        await desk.pilot.press("end")
        held.released.set()
        await desk.printed()
        assert pane(desk).top == pane(desk).line_count() - pane(desk).inside.height
        held.released.clear()
        await desk.pilot.resize_terminal(*MIDDLE)
        await desk.pilot.press("escape")
        await desk.until(lambda: desk.app.screen is desk.main, "for the list")
        held.released.set()


async def test_several_changes_while_laying_out_are_one_more_layout(make: Make, held: HeldPrinter) -> None:
    file = make(registers.many(400))
    async with open_screen(file, WIDE) as desk:
        await open_unfinished(desk)
        for word in ("หนึ่ง", "สอง", "สาม"):
            write_elsewhere(file, "activity", word)
            await desk.poll()
        held.released.set()
        await desk.printed()
        await desk.pilot.pause()
        assert held.calls == 4
        assert "สาม" in desk.text


async def test_quarters_that_have_not_begun_are_neither_red_nor_bold(make: Make) -> None:
    async with open_screen(make(registers.late()), WIDE) as desk:
        await desk.press("f6")
        await desk.printed()
        shown = pane(desk)
        row = next(number for number, line in enumerate(shown.lines) if "IIT" in line)
        cells_of_row = [segment for segment in shown.draw_line(row) if "░░░ 0/" in segment.text]
        assert cells_of_row
        assert [(segment.style, shown.style("text")) for segment in cells_of_row if segment.style is not None] == [
            (shown.style("text"), shown.style("text"))
        ] * len(cells_of_row)
        late = [segment for segment in shown.draw_line(row + 1) if segment.text.startswith("! ")]
        assert late and all(segment.style == shown.style("late") for segment in late)


@TABLES
@pytest.mark.parametrize(("size", "letter"), [(MIDDLE, "w"), (NARROW, "ไ")])
async def test_a_wide_table_scrolls_sideways_and_nothing_is_cut(
    file: RegisterFile, key: str, letter: str, size: tuple[int, int]
) -> None:
    async with open_screen(file, size) as desk:
        await desk.press(key)
        await desk.printed()
        await desk.write(letter)
        await desk.printed()
        shown = pane(desk)
        assert all(cells(line) == 120 for line in shown.lines if line)
        seen: dict[int, list[str]] = {}
        for _step in range(120 // STEP + 1):
            for row in range(min(20, shown.line_count())):
                seen.setdefault(row, []).append(shown.draw_line(row).text.rstrip())
            await desk.press("right")
        for row, parts in seen.items():
            line = shown.lines[row].rstrip()
            assert line.startswith(parts[0]) and line.endswith(parts[-1].strip())
            assert all(part.strip() in line for part in parts)
        await desk.press("left")
        await desk.write(letter)
        await desk.printed()
        await desk.write(letter)
        await desk.printed()
        assert all(cells(line) == shown.width for line in shown.lines if line)


@pytest.mark.parametrize("key", ["f6", "f8"])
async def test_no_message_about_the_list_hides_the_foot_of_the_table(file: RegisterFile, key: str) -> None:
    async with open_screen(file, notifications=True) as desk:
        await desk.press("4")
        await desk.until(lambda: "^Z เลิกทำ" in desk.text, "for the message")
        await desk.press(key)
        await desk.until(lambda: desk.app.screen is not desk.main, "for the table")
        await desk.until(lambda: not desk.app.screen.query("Toast"), "for the message to go")
