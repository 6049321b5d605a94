"""Conflicts: two users write in a field; nothing is overwritten or lost, and the user chooses."""

import pytest

from itatui.domain.measure import Evidence
from itatui.store import RegisterFile
from tests.support.clashes import (
    MINE,
    THEIRS,
    THIRD,
    choose,
    choosing,
    clash,
    contested,
    result,
    type_mine,
    write_elsewhere,
)
from tests.support.desk import open_screen
from tests.support.slow_stores import SlowHistoryStore, SlowStore

CHOICES = {"1": MINE, "2": THEIRS, "3": f"{THEIRS}\n{MINE}", "ๅ": MINE, "/": THEIRS, "-": f"{THEIRS}\n{MINE}"}


@pytest.mark.parametrize("key", list(CHOICES))
async def test_choice_by_number_on_both_layouts(file: RegisterFile, key: str) -> None:
    async with open_screen(file) as desk:
        before = result(desk)
        await clash(desk, file)
        for words in ("somchai", MINE, "ของ somchai", before[:20]):
            assert words in desk.text
        assert result(desk) == THEIRS
        await choose(desk, key)
        assert result(desk) == CHOICES[key]
        assert desk.main.register == desk.on_disk()
        assert desk.editor is None
        assert "ไม่ได้" not in desk.head


@pytest.mark.parametrize("keys", [("down", "enter"), ("down", "down", "up", "enter"), ("up", "enter")], ids="-".join)
async def test_arrows_choose_the_own_text(file: RegisterFile, keys: tuple[str, ...]) -> None:
    async with open_screen(file) as desk:
        await clash(desk, file)
        await desk.press(*keys)
        await desk.saved()
        assert result(desk) == MINE


@pytest.mark.parametrize(("row", "text"), [(0, MINE), (1, THEIRS), (2, f"{THEIRS}\n{MINE}")])
async def test_a_click_chooses_its_row(file: RegisterFile, row: int, text: str) -> None:
    async with open_screen(file) as desk:
        await clash(desk, file)
        await desk.pilot.click("#choices", offset=(6, row))
        await desk.saved()
        assert result(desk) == text


async def test_typing_makes_no_choice(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await clash(desk, file)
        await desk.press("enter")
        await desk.write("กขmyntแ\r")
        await desk.press("enter")
        assert choosing(desk)
        assert result(desk) == THEIRS


async def test_edit_begins_with_both_texts(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await clash(desk, file)
        await choose(desk, "4")
        assert desk.editor is not None
        assert desk.editor.text == f"{THEIRS}\n{MINE}"
        await desk.write(" สรุปใหม่")
        await desk.press("escape")
        await desk.saved()
        assert result(desk) == f"{THEIRS}\n{MINE} สรุปใหม่"


async def test_edit_continues_in_the_open_field(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await type_mine(desk)
        write_elsewhere(file)
        await desk.press("ctrl+s")
        await desk.until(lambda: contested(desk), "for the conflict")
        await desk.press("ctrl+s")
        await desk.until(lambda: choosing(desk), "for the dialog")
        await choose(desk, "4")
        assert desk.editor is not None
        assert desk.main.focused is desk.editor
        assert desk.editor.text == f"{THEIRS}\n{MINE}"
        await desk.write("ท้าย")
        await desk.press("ctrl+s")
        await desk.saved()
        assert result(desk) == f"{THEIRS}\n{MINE}ท้าย"


async def test_both_texts_are_saved_without_further_typing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await clash(desk, file)
        await choose(desk, "ภ")
        await desk.press("escape")
        await desk.saved()
        assert result(desk) == f"{THEIRS}\n{MINE}"


async def test_postponed_choice_keeps_the_text(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await clash(desk, file)
        await desk.press("escape")
        assert contested(desk)
        assert desk.editor is not None
        assert desk.editor.text == MINE
        assert desk.main.where == "editor"
        assert result(desk) == THEIRS
        await desk.write("อีก")
        await desk.press("ctrl+s")
        await desk.until(lambda: choosing(desk), "for the dialog again")
        assert f"{MINE}อีก" in desk.text.replace("+}", "")
        await choose(desk, "1")
        assert result(desk) == f"{MINE}อีก"
        assert desk.editor is None


async def test_third_change_is_another_choice(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await clash(desk, file)
        write_elsewhere(file, text=THIRD)
        await desk.write("3")
        await desk.press("enter")
        await desk.until(lambda: choosing(desk) and THIRD in desk.text, "for the dialog again")
        assert result(desk) == THIRD
        await choose(desk, "3")
        assert result(desk) == f"{THIRD}\n{THEIRS}\n{MINE}"


async def test_typing_is_not_interrupted(file: RegisterFile, pausing: None) -> None:
    async with open_screen(file) as desk:
        await desk.press("f2")
        write_elsewhere(file)
        await desk.write("ก")
        await desk.until(lambda: contested(desk), "for the conflict")
        await desk.write("ข")
        await desk.saved()
        assert not choosing(desk)
        assert result(desk) == THEIRS
        assert desk.editor is not None
        assert desk.editor.text.endswith("กข")
        assert any("^S" in words for words in desk.messages)
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "for the dialog")


async def test_choice_waits_until_another_field_is_left(file: RegisterFile) -> None:
    store = SlowStore(file.path)
    async with open_screen(store) as desk:
        await type_mine(desk)
        write_elsewhere(file)
        await desk.press("tab")
        await desk.write("อีกช่อง")
        store.release.set()
        await desk.saved()
        assert desk.editor is not None
        assert not contested(desk)
        assert not choosing(desk)
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "for the dialog")
        await choose(desk, "1")
        first = desk.on_disk().measures[0]
        assert (first.result, first.outcome) == (MINE, "อีกช่อง")


@pytest.mark.parametrize(("key", "kept"), [("1", MINE), ("3", f"{THEIRS}\n{MINE}"), ("4", None), ("escape", None)])
async def test_field_opened_before_the_dialog_stays_open(file: RegisterFile, key: str, kept: str | None) -> None:
    store = SlowHistoryStore(file.path)
    async with open_screen(store) as desk:
        await type_mine(desk)
        write_elsewhere(file)
        await desk.press("escape")
        await desk.until(lambda: desk.main.session.conflicts.waiting, "for the refusal")
        await desk.press("tab", "enter")
        await desk.write("อีกช่อง")
        store.release.set()
        await desk.until(lambda: choosing(desk), "for the dialog")
        await (desk.press(key) if key == "escape" else choose(desk, key))
        await desk.saved()
        if kept is not None:
            assert result(desk) == kept
        assert desk.editor is not None
        assert (desk.editor.field, desk.editor.text) == ("outcome", "อีกช่อง")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].outcome == "อีกช่อง"
        if kept is None:
            await desk.until(lambda: choosing(desk), "for the dialog again")


async def test_changes_of_different_fields_merge(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await type_mine(desk)
        write_elsewhere(file, "outcome")
        await desk.press("escape")
        await desk.saved()
        first = desk.on_disk().measures[0]
        assert (first.result, first.outcome) == (MINE, THEIRS)
        assert desk.main.where == "detail"
        assert desk.main.shown[0] == first
        assert desk.messages == []


async def test_both_keeps_all_units(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("responsible")
        await desk.press("enter")
        await desk.write(", กองช่าง")
        write_elsewhere(file, "responsible", ("กองคลัง", "กองช่าง", "สำนักปลัด"))
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "for the dialog")
        await choose(desk, "3")
        assert desk.on_disk().measures[0].responsible == ("กองคลัง", "กองช่าง", "สำนักปลัด", "ทุกกองงาน")


async def test_both_keeps_all_evidence(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("evidence")
        await desk.press("enter")
        await desk.write("ภาพ | https://b.example")
        theirs = (Evidence("", "https://a.example"),)
        write_elsewhere(file, "evidence", theirs)
        await desk.press("ctrl+s")
        await desk.until(lambda: choosing(desk), "for the dialog")
        await choose(desk, "3")
        assert desk.on_disk().measures[0].evidence == (*theirs, Evidence("ภาพ", "https://b.example"))


async def test_single_value_offers_no_both(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.go_to("reported_with")
        await desk.press("enter")
        await desk.write("IIT-2")
        write_elsewhere(file, "reported_with", "iit-2567-3")
        await desk.press("escape")
        await desk.until(lambda: choosing(desk), "for the dialog")
        assert "IIT-2" in desk.text
        assert "IIT-3" in desk.text
        assert "ทั้งสอง" not in desk.text.partition("แก้ไข")[0]
        await choose(desk, "1")
        assert desk.on_disk().measures[0].reported_with == "iit-2567-2"


async def test_equal_ticks_are_no_conflict(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        write_elsewhere(file, "done.1", text=False)
        await desk.press("1")
        await desk.saved()
        assert sorted(desk.on_disk().measures[0].done) == [2, 3, 4]
        assert desk.main.register == desk.on_disk()
        assert not choosing(desk)
