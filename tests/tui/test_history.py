"""The past on the screen: what was changed, taking any of it back, and the old registers."""

import os
from datetime import datetime

import pytest

from itatui.domain.change import Change, Edit
from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from itatui.tui.dialogs.prompts import Confirm
from itatui.tui.screens.backups import BackupsScreen
from itatui.tui.screens.history import HistoryScreen
from itatui.tui.styling.spans import Span
from itatui.tui.widgets.list_view import ListView
from itatui.tui.widgets.text_view import TextView
from tests.support import registers
from tests.support.borders import torn
from tests.support.clashes import remove_elsewhere, write_elsewhere
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, sitting
from tests.support.picture import looks_as_before
from tests.tui.conftest import Make

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["120x36", "80x24", "60x20"])


@pytest.fixture
def lived(make: Make, standing_clock: None) -> RegisterFile:
    """A register in which two people wrote."""
    file = make(registers.late())
    at = datetime(2024, 5, 15, 9, 30).timestamp()
    os.utime(file.path, (at, at))
    file.person = Identity("malee", "10.0.0.9")
    before = file.load().measures[0].result
    write_elsewhere(file, text=before.replace("ทบทวน", "พิจารณา").replace(" วิเคราะห์", "") + " แล้วเสร็จ")
    write_elsewhere(file, "outcome", "มีผู้เข้าอบรม 45 คน")
    file.apply(set_field(file.load().measures[0], "done.4", after=True))
    write_elsewhere(file, "activity", "จัดทำบริการใหม่ทั้งหมด", at=4)
    remove_elsewhere(file, 3)
    return file


async def opens(desk: Desk, key: str = "f7") -> None:
    if len(key) > 1:
        await desk.press(key)
    else:
        await desk.write(key)
    await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen), "the history")
    await desk.until(lambda: desk.app.screen.query_one(ListView).border_subtitle, "to be read")
    await desk.pilot.pause()


async def opens_old(desk: Desk) -> None:
    await opens(desk)
    await desk.write("r")
    await desk.until(lambda: isinstance(desk.app.screen, BackupsScreen), "the old registers")
    await desk.until(lambda: desk.app.screen.query_one(ListView).border_subtitle, "to be read")
    await desk.pilot.pause()


def listed(desk: Desk) -> list[str]:
    """What the list says."""
    listing = desk.app.screen.query_one(ListView)
    return [line.strip("│ ▌█") for line in desk.lines[1 : listing.size.height + 1] if line.strip("│ ▌█")]


@pytest.mark.parametrize("key", ["f7", "h", "้"])
async def test_the_measure_under_the_cursor_latest_first(lived: RegisterFile, key: str) -> None:
    async with sitting(lived) as desk:
        await opens(desk, key)
        assert "IIT-1" in desk.lines[0]
        assert [line.split("IIT-1: ")[1] for line in listed(desk)] == ["ลงผลไตรมาส 4", "กรอกผลลัพธ์", "แก้ไขสรุปผล"]
        assert [line.split()[4] for line in listed(desk)] == ["malee", "somchai", "somchai"]
        assert "15 พ.ค. 2567 00:00" in listed(desk)[0]
        assert "malee@10.0.0.9" in desk.text


@pytest.mark.parametrize("key", ["a", "ฟ"])
async def test_the_whole_register_and_back(lived: RegisterFile, key: str) -> None:
    async with sitting(lived) as desk:
        await opens(desk)
        await desk.write(key)
        assert len(listed(desk)) == 5
        await desk.write(key)
        assert len(listed(desk)) == 3


async def test_of_a_track_its_own_and_of_all_the_register(lived: RegisterFile) -> None:
    lived.apply(set_field(lived.load().tracks[1], "outcome", "ดีขึ้น"))
    async with sitting(lived) as desk:
        await desk.press("left", "down", "down")
        await opens(desk)
        assert len(listed(desk)) == 1
        assert "EIT" in desk.lines[0]
        await desk.press("escape", "home")
        await desk.until(lambda: desk.main.track == "", "all tracks")


async def test_what_became_of_the_text(lived: RegisterFile) -> None:
    async with sitting(lived) as desk:
        await opens(desk)
        await desk.press("down", "down")
        assert "[-การทบทวน วิเคราะห์-]{+การพิจารณา+}" in desk.text
        looks = {
            segment.text: segment.style
            for strip in desk.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text.startswith(("[-", "{+")) and segment.style
        }
        assert len({style.color for style in looks.values()}) == 2
        await desk.press("home")
        await desk.write("a")
        await desk.press("home")
        assert "[-จัดให้มีระบบและช่องทาง" in desk.text


@pytest.mark.parametrize("key", ["u", "ี", "\r"])
async def test_any_entry_is_taken_back(lived: RegisterFile, key: str) -> None:
    before = registers.late().measures[0].result
    async with sitting(lived) as desk:
        await opens(desk)
        await desk.press("down", "down")
        await (desk.press("enter") if key == "\r" else desk.write(key))
        await desk.saved()
        await desk.until(lambda: len(listed(desk)) == 4, "the list to follow")
        first = desk.on_disk().measures[0]
        assert first.result == before
        assert first.outcome == "มีผู้เข้าอบรม 45 คน"
        assert "1" in listed(desk)[0]
        assert "↶" in listed(desk)[3]
        assert "▌" in desk.lines[4]
        await desk.write("u")
        await desk.saved()
        assert any("ย้อนไปแล้ว" in words for words in desk.told)
        assert len(lived.history()) == 6
        await desk.press("home")
        await desk.write("u")
        await desk.until(lambda: len(listed(desk)) == 5, "the list to follow")
        assert desk.on_disk().measures[0].result != before
        assert "↶" not in listed(desk)[4]
        await desk.press("escape")
        assert desk.app.screen is desk.main
        assert desk.main.shown[0] == desk.on_disk().measures[0]


async def test_what_was_changed_since_is_refused_with_the_reason(lived: RegisterFile) -> None:
    write_elsewhere(lived, "result", "ใหม่กว่า")
    async with sitting(lived) as desk:
        await opens(desk)
        await desk.press("end")
        before = len(lived.history())
        await desk.write("u")
        await desk.until(lambda: desk.told, "to be told")
        assert "somchai" in desk.told[0]
        assert desk.on_disk().measures[0].result == "ใหม่กว่า"
        assert len(lived.history()) == before


async def test_what_another_does_meanwhile_is_listed(lived: RegisterFile) -> None:
    async with sitting(lived) as desk:
        await opens(desk)
        await desk.press("down")
        write_elsewhere(lived, "result", "ใหม่กว่า")
        await desk.look_again()
        await desk.until(lambda: len(listed(desk)) == 4, "the list to follow")
        assert "กรอกผลลัพธ์" in next(line for line in desk.lines if "▌" in line)


async def test_nothing_was_changed_yet(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("f7")
        await desk.until(lambda: "ยังไม่มีการแก้ไข" in desk.text, "to be read")
        await desk.press("u", "enter", "down", "end", "a")
        assert isinstance(desk.app.screen, HistoryScreen)
        await desk.press("f7")
        assert not isinstance(desk.app.screen, HistoryScreen)


class Old(RegisterFile):
    """Has a history of 20,000 entries."""

    def history(self) -> list[Change]:
        edits = (Edit("measure", "iit-2567-1", "result", "ก่อน", "หลัง"),)
        return [Change(edits, "somchai", when="2024-05-15T09:30:00+07:00", number=n) for n in range(1, 20_001)]


async def test_a_long_history_costs_what_is_seen_of_it(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    line = HistoryScreen.row

    def counted(screen: HistoryScreen, row: int, width: int) -> list[Span]:
        made.append(row)
        return line(screen, row, width)

    monkeypatch.setattr(HistoryScreen, "row", counted)
    async with sitting(Old(file.path)) as desk:
        await opens(desk)
        assert "1/20000" in desk.text
        await desk.press("end")
        assert "20000/20000" in desk.text
        assert 0 < len(made) < 500


async def test_a_text_longer_than_its_pane_scrolls(lived: RegisterFile) -> None:
    write_elsewhere(lived, "result", "ยาวมาก " * 300 + "ท้ายสุด")
    async with sitting(lived, MIDDLE) as desk:
        await opens(desk)
        await desk.press("tab")
        assert desk.app.screen.query_one(TextView).has_focus
        await desk.press("end")
        assert "ท้ายสุด" in desk.text
        await desk.press("tab")
        assert desk.app.screen.query_one(ListView).has_focus


async def test_going_back_to_an_old_register(lived: RegisterFile) -> None:
    async with sitting(lived) as desk:
        await opens_old(desk)
        assert len(listed(desk)) == 5
        await desk.press("end")
        assert "แก้ไขสรุปผล" in desk.text
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "to be asked")
        await desk.press("n")
        assert len(lived.history()) == 5
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "to be asked")
        await desk.press("y")
        await desk.saved()
        assert desk.on_disk().measures == registers.late().measures
        assert len(lived.history()) == 6
        await desk.press("escape", "escape", "ctrl+z")
        await desk.saved()
        assert len(desk.on_disk().measures) == 8


async def test_the_one_that_was_chosen_is_gone_back_to_though_their_numbers_grew(lived: RegisterFile) -> None:
    async with sitting(lived) as desk:
        await opens_old(desk)
        await desk.press("end", "enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "to be asked")
        write_elsewhere(lived, "result", "ใหม่กว่า", at=7)
        await desk.press("y")
        await desk.saved()
        assert desk.on_disk().measures == registers.late().measures


@SIZES
async def test_how_the_history_looks(lived: RegisterFile, size: tuple[int, int]) -> None:
    async with sitting(lived, size) as desk:
        await opens(desk)
        await desk.press("down", "down")
        assert torn(desk.app, desk.lines) == []
        looks_as_before(f"past-{size[0]}x{size[1]}", desk.lines)


@SIZES
async def test_how_the_old_registers_look(lived: RegisterFile, size: tuple[int, int]) -> None:
    async with sitting(lived, size) as desk:
        await opens_old(desk)
        await desk.press("down")
        assert torn(desk.app, desk.lines) == []
        looks_as_before(f"restoring-{size[0]}x{size[1]}", desk.lines)
