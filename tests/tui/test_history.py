"""History and backups: entries, undo of any entry, going back to a backup."""

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
from tests.support.clashes import remove_elsewhere, write_elsewhere
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.support.picture import check_picture
from tests.tui.conftest import Make

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["120x36", "80x24", "60x20"])


@pytest.fixture
def used(make: Make, standing_clock: None) -> RegisterFile:
    """Return a register that two users have changed."""
    file = make(registers.late())
    at = datetime(2024, 5, 15, 9, 30).timestamp()
    os.utime(file.path, (at, at))
    file.user = Identity("malee", "10.0.0.9")
    before = file.load().measures[0].result
    write_elsewhere(file, text=before.replace("ทบทวน", "พิจารณา").replace(" วิเคราะห์", "") + " แล้วเสร็จ")
    write_elsewhere(file, "outcome", "มีผู้เข้าอบรม 45 คน")
    file.apply(set_field(file.load().measures[0], "done.4", after=True))
    write_elsewhere(file, "activity", "จัดทำบริการใหม่ทั้งหมด", at=4)
    remove_elsewhere(file, 3)
    return file


async def open_history(desk: Desk, key: str = "f7") -> None:
    if len(key) > 1:
        await desk.press(key)
    else:
        await desk.write(key)
    await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen), "for the history")
    await desk.until(lambda: desk.app.screen.query_one(ListView).border_subtitle, "for its entries")
    await desk.pilot.pause()


async def open_backups(desk: Desk) -> None:
    await open_history(desk)
    await desk.write("r")
    await desk.until(lambda: isinstance(desk.app.screen, BackupsScreen), "for the backups")
    await desk.until(lambda: desk.app.screen.query_one(ListView).border_subtitle, "for its entries")
    await desk.pilot.pause()


def listed(desk: Desk) -> list[str]:
    """Return the lines of the list."""
    listing = desk.app.screen.query_one(ListView)
    return [line.strip("│ ▌█") for line in desk.lines[1 : listing.size.height + 1] if line.strip("│ ▌█")]


@pytest.mark.parametrize("key", ["f7", "h", "้"])
async def test_history_of_the_current_measure_newest_first(used: RegisterFile, key: str) -> None:
    async with open_screen(used) as desk:
        await open_history(desk, key)
        assert "IIT-1" in desk.lines[0]
        assert [line.split("IIT-1: ")[1] for line in listed(desk)] == ["ไตรมาส 4 ดำเนินการแล้ว", "กรอกผลลัพธ์", "แก้ไขสรุปผล"]
        assert [line.split()[4] for line in listed(desk)] == ["malee", "somchai", "somchai"]
        assert "15 พ.ค. 2567 00:00" in listed(desk)[0]
        assert "malee@10.0.0.9" in desk.text


@pytest.mark.parametrize("key", ["a", "ฟ"])
async def test_history_of_the_whole_register_and_back(used: RegisterFile, key: str) -> None:
    async with open_screen(used) as desk:
        await open_history(desk)
        await desk.write(key)
        assert len(listed(desk)) == 5
        await desk.write(key)
        assert len(listed(desk)) == 3


async def test_history_of_a_track(used: RegisterFile) -> None:
    used.apply(set_field(used.load().tracks[1], "outcome", "ดีขึ้น"))
    async with open_screen(used) as desk:
        await desk.press("left", "down", "down")
        await open_history(desk)
        assert len(listed(desk)) == 1
        assert "EIT" in desk.lines[0]
        await desk.press("escape", "home")
        await desk.until(lambda: desk.main.track == "", "for all tracks")


async def test_entry_shows_the_difference_of_the_text(used: RegisterFile) -> None:
    async with open_screen(used) as desk:
        await open_history(desk)
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
async def test_any_entry_can_be_undone(used: RegisterFile, key: str) -> None:
    before = registers.late().measures[0].result
    async with open_screen(used) as desk:
        await open_history(desk)
        await desk.press("down", "down")
        await (desk.press("enter") if key == "\r" else desk.write(key))
        await desk.saved()
        await desk.until(lambda: len(listed(desk)) == 4, "for the list to follow")
        first = desk.on_disk().measures[0]
        assert first.result == before
        assert first.outcome == "มีผู้เข้าอบรม 45 คน"
        assert "1" in listed(desk)[0]
        assert "↶" in listed(desk)[3]
        assert "▌" in desk.lines[4]
        await desk.write("u")
        await desk.saved()
        assert any("เลิกทำไปแล้ว" in words for words in desk.messages)
        assert len(used.history()) == 6
        await desk.press("home")
        await desk.write("u")
        await desk.until(lambda: len(listed(desk)) == 5, "for the list to follow")
        assert desk.on_disk().measures[0].result != before
        assert "↶" not in listed(desk)[4]
        await desk.press("escape")
        assert desk.app.screen is desk.main
        assert desk.main.shown[0] == desk.on_disk().measures[0]


async def test_undo_is_refused_after_a_later_change(used: RegisterFile) -> None:
    write_elsewhere(used, "result", "ใหม่กว่า")
    async with open_screen(used) as desk:
        await open_history(desk)
        await desk.press("end")
        before = len(used.history())
        await desk.write("u")
        await desk.until(lambda: desk.messages, "for the message")
        assert "somchai" in desk.messages[0]
        assert desk.on_disk().measures[0].result == "ใหม่กว่า"
        assert len(used.history()) == before


async def test_change_elsewhere_is_listed(used: RegisterFile) -> None:
    async with open_screen(used) as desk:
        await open_history(desk)
        await desk.press("down")
        write_elsewhere(used, "result", "ใหม่กว่า")
        await desk.poll()
        await desk.until(lambda: len(listed(desk)) == 4, "for the list to follow")
        assert "กรอกผลลัพธ์" in next(line for line in desk.lines if "▌" in line)


async def test_empty_history_says_so_and_its_keys_do_nothing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f7")
        await desk.until(lambda: "ยังไม่มีการแก้ไข" in desk.text, "for its entries")
        await desk.press("u", "enter", "down", "end", "a")
        assert isinstance(desk.app.screen, HistoryScreen)
        await desk.press("f7")
        assert not isinstance(desk.app.screen, HistoryScreen)


class LongHistoryStore(RegisterFile):
    """A store with a history of 20,000 entries."""

    def history(self) -> list[Change]:
        edits = (Edit("measure", "iit-2567-1", "result", "ก่อน", "หลัง"),)
        return [Change(edits, "somchai", when="2024-05-15T09:30:00+07:00", number=n) for n in range(1, 20_001)]


async def test_long_history_draws_only_visible_entries(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    line = HistoryScreen.row

    def record_line(screen: HistoryScreen, row: int, width: int) -> list[Span]:
        drawn.append(row)
        return line(screen, row, width)

    monkeypatch.setattr(HistoryScreen, "row", record_line)
    async with open_screen(LongHistoryStore(file.path)) as desk:
        await open_history(desk)
        assert "1/20000" in desk.text
        await desk.press("end")
        assert "20000/20000" in desk.text
        assert 0 < len(drawn) < 500


async def test_long_text_scrolls(used: RegisterFile) -> None:
    write_elsewhere(used, "result", "ยาวมาก " * 300 + "ท้ายสุด")
    async with open_screen(used, MIDDLE) as desk:
        await open_history(desk)
        await desk.press("tab")
        assert desk.app.screen.query_one(TextView).has_focus
        await desk.press("end")
        assert "ท้ายสุด" in desk.text
        await desk.press("tab")
        assert desk.app.screen.query_one(ListView).has_focus


async def test_backup_is_restored_and_undone(used: RegisterFile) -> None:
    async with open_screen(used) as desk:
        await open_backups(desk)
        assert len(listed(desk)) == 5
        await desk.press("end")
        assert "แก้ไขสรุปผล" in desk.text
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
        await desk.press("n")
        assert len(used.history()) == 5
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
        await desk.press("y")
        await desk.saved()
        assert desk.on_disk().measures == registers.late().measures
        assert len(used.history()) == 6
        await desk.press("escape", "escape", "ctrl+z")
        await desk.saved()
        assert len(desk.on_disk().measures) == 8


async def test_chosen_backup_is_restored_after_renumbering(used: RegisterFile) -> None:
    async with open_screen(used) as desk:
        await open_backups(desk)
        await desk.press("end", "enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
        write_elsewhere(used, "result", "ใหม่กว่า", at=7)
        await desk.press("y")
        await desk.saved()
        assert desk.on_disk().measures == registers.late().measures


@SIZES
async def test_picture_of_the_history(used: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(used, size) as desk:
        await open_history(desk)
        await desk.press("down", "down")
        check_picture(desk.app, "past")


@SIZES
async def test_picture_of_the_backups(used: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(used, size) as desk:
        await open_backups(desk)
        await desk.press("down")
        check_picture(desk.app, "restoring")
