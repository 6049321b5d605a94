"""Lists of choices with numbers, those that are narrowed by typing, and lists that are read from a slow folder."""

import os
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.status import Status
from itatui.store import RegisterFile
from itatui.store.recent import RecentRegisters
from itatui.tui.dialogs.choose import Choice, ChoiceList, ChooseDialog, with_numbers
from itatui.tui.dialogs.evidence import EvidenceForm
from itatui.tui.environment import Environment
from itatui.tui.keyboard import KEDMANEE
from itatui.tui.screens.welcome import WelcomeScreen
from tests.support import registers
from tests.support.desk import NARROW, WIDE, Desk, open_screen
from tests.tui.conftest import Make

LATE = ["[สถานะ]", "ล่าช้า", "[เรียงลำดับ]", "ล่าช้าขึ้นก่อน"]
"""Everything late in the list of filters."""

NUMBERED = (("4", "มาตรการหรือกิจกรรม"), ("5", "  ดำเนินการแล้ว"), ("6", "ผู้รับผิดชอบ"), ("7", "สรุปผล"))
"""Fields with their numbers, as the detail shows them."""


def rows(desk: Desk) -> list[str]:
    """Return the titles of the choices in sight, headings in brackets."""
    return [choice.title if choice.name else f"[{choice.title}]" for choice in _list(desk)._choices]


def _list(desk: Desk) -> ChoiceList:
    return desk.app.screen.query_one(ChoiceList)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120x36", "60x20"])
@pytest.mark.parametrize("typed", ["ล่าช้า", "ลา\u0e48ช้า".replace("า\u0e48", "\u0e48า")])
async def test_typing_narrows_a_list_and_enter_takes_the_first(make: Make, typed: str, size: tuple[int, int]) -> None:
    async with open_screen(make(registers.late()), size) as desk:
        await desk.press("n")
        whole = rows(desk)
        await desk.write(typed)
        assert rows(desk) == LATE
        assert len(rows(desk)) < len(whole)
        assert f": {typed} " in desk.text
        await desk.press("enter")
        assert desk.main.filter.statuses == {Status.LATE}
        assert desk.app.screen is desk.main


async def test_escape_shows_the_whole_list_before_it_closes(make: Make) -> None:
    async with open_screen(make(registers.late())) as desk:
        await desk.press("n")
        whole = rows(desk)
        await desk.write("ทุกกอง")
        assert rows(desk) == ["[ส่วนงาน]", "ทุกกองงาน"]
        await desk.press("escape")
        assert rows(desk) == whole
        assert rows(desk)[_list(desk).at] == "ทุกกองงาน"
        await desk.press("escape")
        assert desk.app.screen is desk.main


async def test_backspace_takes_back_a_sign_and_a_mistake_chooses_nothing(make: Make) -> None:
    async with open_screen(make(registers.late())) as desk:
        before = desk.main.filter
        await desk.press("n")
        await desk.write("ทุกกองฃ")
        assert rows(desk) == []
        assert "ไม่พบรายการ" in desk.text
        await desk.press("enter", "space", "down", "end")
        assert isinstance(desk.app.screen, ChooseDialog)
        assert desk.main.filter == before
        await desk.press("backspace")
        assert rows(desk) == ["[ส่วนงาน]", "ทุกกองงาน"]


async def test_space_ticks_in_a_narrowed_list_and_enter_only_closes(make: Make) -> None:
    async with open_screen(make(registers.late())) as desk:
        await desk.press("n")
        await desk.write("ล่าช้า")
        await desk.press("space")
        assert desk.main.filter.statuses == {Status.LATE}
        assert rows(desk) == LATE
        await desk.press("enter")
        assert desk.main.filter.statuses == {Status.LATE}


@pytest.mark.parametrize("sign", ["8", "ค", "๘"])
async def test_a_number_chooses_on_both_layouts_and_other_letters_change_nothing(file: RegisterFile, sign: str) -> None:
    async with open_screen(file) as desk:
        await desk.press("g")
        whole = rows(desk)
        assert "0–9 หรือ Enter: ตกลง" in desk.text
        await desk.write("ผลลัพธ์")
        assert rows(desk) == whole
        await desk.write(sign)
        assert desk.main.where == "detail"
        assert desk.detail.position is not None and desk.detail.position.field == "outcome"


@pytest.mark.parametrize("size", [WIDE, (80, 24)], ids=["120x36", "80x24"])
async def test_places_are_numbered_where_they_are_until_one_is_chosen(
    file: RegisterFile, size: tuple[int, int]
) -> None:
    async with open_screen(file, size) as desk:
        before = desk.lines
        await desk.press("g")
        assert "─ 2 มาตรการ ─" in desk.text and "─ 3 IIT-1 · " in desk.text
        assert all(any(f"│{number}{title}" in line for line in desk.lines) for number, title in NUMBERED), desk.text
        await desk.press("escape")
        assert desk.lines == before


@pytest.mark.parametrize("sign", [KEDMANEE[number] for number in "48"])
async def test_a_list_without_numbers_is_narrowed_by_the_letters_on_the_keys_of_numbers(make: Make, sign: str) -> None:
    register = registers.late()
    first, *others = register.measures
    unit = f"{sign}รฆัง"
    async with open_screen(make(register._replace(measures=(first._replace(responsible=(unit,)), *others)))) as desk:
        await desk.press("n")
        await desk.write(sign)
        assert f": {sign} " in desk.text
        await desk.write("รฆัง")
        assert rows(desk) == ["[ส่วนงาน]", unit]


@given(st.integers(0, 1), st.integers(0, 14))
def test_all_choices_have_numbers_or_none_has(first: int, count: int) -> None:
    signs = [choice.sign for choice in with_numbers([Choice(str(row), "") for row in range(count)], first)]
    numbers = [str(number) for number in range(first, first + count)]
    assert signs == (numbers if first + count <= 10 else [""] * count)


async def test_a_long_list_of_tracks_is_narrowed(make: Make) -> None:
    register = registers.late()
    tracks = tuple(register.tracks[0]._replace(code=f"T{n}", name_th=f"ด้านที่ {n}", order=10.0 + n) for n in range(9))
    async with open_screen(make(register._replace(tracks=(*register.tracks, *tracks)))) as desk:
        await desk.press("v")
        await desk.write("T7")
        assert rows(desk) == ["T7  ด้านที่ 7"]


async def test_a_measure_is_found_by_words_behind_the_cut_of_its_title(make: Make) -> None:
    register = registers.late()
    first, second, *others = register.measures
    second = second._replace(activity=f"{second.activity} {second.activity}ฆ้องชัย")
    register = register._replace(measures=(first, second, *others))
    async with open_screen(make(register)) as desk:
        await desk.go_to("reported_with")
        await desk.press("enter", "f4")
        await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the measures")
        assert len(rows(desk)) > 2 and not any("ฆ้องชัย" in row for row in rows(desk))
        await desk.write("ฆ้องชัย")
        assert [row.partition("  ")[0] for row in rows(desk)] == [register.ref(second)]
        await desk.press("enter")
        assert desk.editor is not None and desk.editor.text == register.ref(second)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A folder that answers only when the event is set."""
    answers, scandir = threading.Event(), os.scandir

    def scan_slowly(path: Path) -> Any:
        answers.wait()
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scan_slowly)
    return answers


async def test_a_slow_folder_holds_up_no_key(file: RegisterFile, slow: threading.Event) -> None:
    (file.path.parent / "คำสั่ง.pdf").write_text("")
    async with open_screen(file) as desk:
        try:
            await desk.go_to("evidence")
            await desk.press("enter")
            await desk.until(lambda: isinstance(desk.app.screen, EvidenceForm), "for the form")
            await desk.press("f4")
            assert "กำลังอ่าน" in desk.text
            await desk.press("enter", "escape")
            assert isinstance(desk.app.screen, EvidenceForm)
            await desk.write("ก")
            await desk.press("f4")
        finally:
            slow.set()
        await desk.until(lambda: "คำสั่ง.pdf" in desk.text, "for the folder")
        await desk.write("คำสั่ง")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, EvidenceForm), "for the form")
        assert "คำสั่ง.pdf" in desk.text


async def test_registers_in_a_slow_folder_are_listed_at_once_and_left_out_when_gone(
    file: RegisterFile, own_home: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = RegisterFile(tmp_path / "gone.json")
    RecentRegisters().opened(gone, file.load()._replace(agency_short="กองหาย"))
    answers, recent = threading.Event(), RecentRegisters.recent

    def look_slowly(registers: RecentRegisters) -> Any:
        answers.wait()
        return recent(registers)

    monkeypatch.setattr(RecentRegisters, "recent", look_slowly)
    async with open_screen(file, environment=Environment(shelf=RecentRegisters())) as desk:
        try:
            await desk.press("ctrl+o")
            await desk.until(lambda: isinstance(desk.app.screen, WelcomeScreen), "for the others")
            assert "กองหาย" in desk.text
            await desk.press("home", "down")
        finally:
            answers.set()
        await desk.until(lambda: "กองหาย" not in desk.text, "for the missing one to go")
        assert desk.app.screen.query_one("#list").at == 1  # type: ignore[attr-defined]
