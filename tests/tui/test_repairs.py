"""The repairs screen, and repairs of a paste."""

import pytest

from itatui.domain.edits import set_field
from itatui.domain.measure import Evidence
from itatui.store import RegisterFile
from itatui.tui.dialogs.prompts import Confirm
from itatui.tui.screens.repairs import RepairsScreen
from itatui.tui.widgets.list_view import ListView
from tests.support.damaged import damaged as damaged_texts
from tests.support.desk import MIDDLE, NARROW, WIDE, Desk, open_screen
from tests.support.pasted_measures import paste_measure
from tests.support.picture import check_picture
from tests.tui.conftest import Make

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["120x36", "80x24", "60x20"])
RESULT = "ไดม้ีการทบทวนเพ่ือปรับปรุง และเผยแพร่ประชาสมพันธ์ให้ประชาชนทราบ"
REPAIRED = "ไดมี้การทบทวนเพื่อปรับปรุง และเผยแพร่ประชาสมพันธ์ให้ประชาชนทราบ"
WHOLE = "ได้มีการทบทวนเพื่อปรับปรุง และเผยแพร่ประชาสัมพันธ์ให้ประชาชนทราบ"


@pytest.fixture
def damaged(make: Make) -> RegisterFile:
    """A register with damaged and doubtful places in three measures, a track and the title."""
    return make(damaged_texts())


async def open_repairs(desk: Desk, key: str = "r") -> None:
    """Open the repairs and wait for the search."""
    await desk.write(key)
    await desk.until(lambda: isinstance(desk.app.screen, RepairsScreen), "the repairs")
    await until_searched(desk)


async def until_searched(desk: Desk) -> None:
    await desk.until(
        lambda: not isinstance(desk.app.screen, RepairsScreen) or list_of(desk).border_subtitle, "to be read"
    )
    await desk.pilot.pause()


def list_of(desk: Desk) -> ListView:
    return desk.app.screen.query_one(ListView)


def rows(desk: Desk) -> list[str]:
    """Return the rows of the list."""
    return [line.strip("│ ▌█") for line in desk.lines[1 : list_of(desk).size.height + 1] if line.strip("│ ▌█")]


@pytest.mark.parametrize("key", ["r", "พ"])
async def test_repairs_begin_with_the_current_measure(damaged: RegisterFile, key: str) -> None:
    async with open_screen(damaged) as desk:
        await open_repairs(desk, key)
        assert "IIT-1" in desk.lines[0]
        first, *others = rows(desk)
        assert first.endswith("ตัวอักษรผิด 3 แห่ง")
        assert [line.split(": ")[1] for line in others] == [
            "[-ไดมี้-]{+ได้มี+}การทบทวน…",
            "…และเผยแพร่[-ประชาสมพันธ์-]{+ประชาสัมพันธ์+}ให้ประชาชน…",
            "สำนักปลัด, [-กองชา่ง-]{+กองช่าง+}, กองคลัง",
        ]


async def test_a_suggestion_is_accepted_with_automatic_repairs_and_undone(damaged: RegisterFile) -> None:
    async with open_screen(damaged) as desk:
        await open_repairs(desk)
        await desk.press("down", "down")
        assert "ข้อความเดิม" in desk.text and "{+ประชาสัมพันธ์+}" in desk.text
        await desk.press("enter")
        assert len(rows(desk)) == 3
        await desk.saved()
        assert desk.on_disk().measures[0].result == REPAIRED.replace("ประชาสมพันธ์", "ประชาสัมพันธ์")
        assert desk.on_disk().measures[0].responsible[2] == "กองค\u200bลัง"
        await desk.press("escape", "ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures[0].result == RESULT


async def test_rows_are_accepted_one_by_one(damaged: RegisterFile) -> None:
    async with open_screen(damaged) as desk:
        await open_repairs(desk)
        await desk.press("down", "space", "enter", "enter")
        await until_searched(desk)
        await desk.saved()
        first = desk.on_disk().measures[0]
        assert (first.result, first.responsible[1:]) == (WHOLE, ("กองช่าง", "กองคลัง"))
        assert "ทั้งทะเบียน" in desk.lines[0]  # the measure needs no more repairs


async def test_undo_in_the_repairs_screen(damaged: RegisterFile) -> None:
    async with open_screen(damaged) as desk:
        await open_repairs(desk)
        before = rows(desk)
        await desk.press("down", "enter")
        assert rows(desk) != before
        await desk.press("ctrl+z")
        await desk.saved()
        await desk.until(lambda: rows(desk) == before, "all to be listed again")
        assert desk.on_disk().measures[0].result == RESULT


async def test_enter_makes_the_automatic_repairs_alone(damaged: RegisterFile) -> None:
    async with open_screen(damaged) as desk:
        await open_repairs(desk)
        await desk.press("enter")
        await desk.saved()
        first = desk.on_disk().measures[0]
        assert (first.result, first.responsible) == (REPAIRED, ("สำนักปลัด", "กองชา่ง", "กองคลัง"))
        assert len(rows(desk)) == 3
        assert len(RegisterFile(desk.path).history()) == 1


@pytest.mark.parametrize(("widen", "take"), [("r", "a"), ("พ", "ฟ")])
async def test_every_repair_of_the_register_is_one_change(damaged: RegisterFile, widen: str, take: str) -> None:
    async with open_screen(damaged) as desk:
        await open_repairs(desk)
        await desk.write(widen)
        await desk.until(lambda: len(rows(desk)) == 6, "the whole register")
        await desk.write(take)
        await desk.until(lambda: desk.app.screen is desk.main, "to be done")
        await desk.saved()
        register = desk.on_disk()
        assert (register.measures[0].result, register.title) == (WHOLE, "รายงานเพื่อความโปร่งใส")
        assert register.measures[3].outcome == "มีการประชุมเพื่อสร้างความรับรู้"
        assert len(RegisterFile(desk.path).history()) == 1
        assert "แก้แล้ว 11 แห่ง กด ^Z เพื่อเลิกทำ" in desk.messages
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures == damaged_texts().measures


@pytest.mark.parametrize("key", ["s", "ห"])
async def test_a_skipped_suggestion_is_not_applied(damaged: RegisterFile, key: str) -> None:
    async with open_screen(damaged) as desk:
        await open_repairs(desk)
        await desk.write(key)  # the automatic repairs cannot be skipped
        await desk.write(key)
        assert [line.split(": ")[-1].partition("-")[0] for line in rows(desk)[1:]] == ["…และเผยแพร่[", "สำนักปลัด, ["]
        await desk.press("up", "enter")
        await desk.saved()
        assert desk.on_disk().measures[0].result == REPAIRED
        assert not any("ได้มี" in line for line in rows(desk))


async def test_nothing_to_repair_is_reported(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.write("r")
        await desk.until(lambda: desk.messages, "to be told")
        assert desk.messages == ["ไม่มีข้อความที่ต้องแก้"]
        assert desk.app.screen is desk.main


async def test_repairs_of_a_track_include_its_measures(damaged: RegisterFile) -> None:
    async with open_screen(damaged) as desk:
        await desk.press("left", "down")
        await open_repairs(desk)
        assert [line.split()[0] for line in rows(desk)] == ["ทุกข้อความ", "IIT", "IIT-1", "IIT-1", "IIT-1"]


async def test_repairs_follow_changes_of_other_users(damaged: RegisterFile) -> None:
    async with open_screen(damaged) as desk:
        await open_repairs(desk)
        other = RegisterFile(desk.path)
        other.apply(set_field(other.load().measures[0], "result", "เสร็จแล้ว"))
        await desk.poll()
        await desk.until(lambda: len(rows(desk)) == 2, "to be looked at again")
        await desk.write("a")
        await desk.saved()
        first = desk.on_disk().measures[0]
        assert (first.result, first.responsible[1:]) == ("เสร็จแล้ว", ("กองช่าง", "กองคลัง"))


@SIZES
async def test_repairs_equal_their_picture(damaged: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(damaged, size) as desk:
        await open_repairs(desk)
        await desk.write("r")
        await desk.until(lambda: len(rows(desk)) >= 6, "the whole register")
        await desk.press("down", "down", "down")
        check_picture(desk.app, "repairs")


# Pastes ---------------------------------------------------------------------------


async def test_a_paste_is_repaired_and_suggestions_are_counted(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2", "f7")
        await desk.paste(RESULT)
        assert desk.main.editor is not None
        assert desk.main.editor.text == REPAIRED
        assert desk.messages == [
            "แก้ตัวอักษรที่ผิดแล้ว 2 แห่ง\nมีจุดที่ควรตรวจสอบ 2 แห่ง กด Esc สองครั้ง แล้วกด R (พ)",
        ]
        await desk.press("escape", "escape")
        await open_repairs(desk)
        assert not desk.app._notifications
        await desk.write("a")
        await desk.saved()
        assert desk.on_disk().measures[0].result == WHOLE


async def test_split_sara_am_of_a_paste_is_joined_and_counted(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2", "f7")
        await desk.paste("ได้ด าเนินการตามจ านวนที่ส านักงานก าหนด แล้วน าไปใช้")
        assert desk.main.editor is not None
        assert desk.main.editor.text == "ได้ดำเนินการตามจำนวนที่สำนักงานกำหนด แล้วนำไปใช้"
        assert desk.messages[0].startswith("แก้ตัวอักษรที่ผิดแล้ว 5 แห่ง")


async def test_a_clean_paste_is_not_reported(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2", "f7")
        await desk.paste(WHOLE)
        assert desk.messages == []


async def test_a_pasted_file_name_is_not_repaired(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("evidence")
        await desk.press("enter", "tab")
        await desk.paste("เพ่ือ.pdf")
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().measures[0].evidence == (Evidence("", "เพ่ือ.pdf"),)


async def test_pastes_for_a_new_measure_and_a_search_are_repaired(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("ctrl+n")
        await desk.paste("จัดทำเพ่ือ\nประชาชน")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
        await desk.press("n", "enter")
        await desk.saved()
        assert desk.on_disk().measures[1].activity == "จัดทำเพื่อ ประชาชน"
        assert "แก้ตัวอักษรที่ผิดแล้ว 1 แห่ง" in desk.messages
        await desk.press("f3")
        await desk.paste("เพ่ือประชา")
        await desk.until(lambda: desk.main.filter.text == "เพื่อประชา", "to be narrowed")


async def test_split_sara_am_pasted_for_a_new_measure_and_a_search_is_joined(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        assert await paste_measure(desk, "จัดท าค าสั่งของอ\nาเภอ") == "จัดทำคำสั่งของอำเภอ"
        assert "แก้ตัวอักษรที่ผิดแล้ว 3 แห่ง" in desk.messages
        await desk.press("f3")
        await desk.paste("ค าสั่ง")
        await desk.until(lambda: desk.main.filter.text == "คำสั่ง", "to be narrowed")
