"""The register screen: everything about a register but its measures, in one place."""

from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.domain.own_field import OwnField
from itatui.domain.own_field_edits import add_own_field, remove_own_field
from itatui.domain.quarters import quarters
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.domain.track_edits import remove_track
from itatui.store import RegisterFile
from itatui.tui.dialogs.choose import ChooseDialog
from itatui.tui.dialogs.form import FormDialog
from itatui.tui.dialogs.prompts import Confirm
from tests.support.desk import NARROW, WIDE, open_screen
from tests.support.own_forms import OWN_PLAN
from tests.support.setup_desk import add, at_form_of, at_setup, fill, go_to, open_form, until_saved


async def test_a_line_is_changed_in_its_form(file: RegisterFile) -> None:
    async with at_form_of(file, "agency", "agency_short") as desk:
        await desk.press("ctrl+u")
        await fill(desk, "อบต.ใหม่")
        assert desk.on_disk().agency_short == "อบต.ใหม่"
        assert "อบต.ใหม่" in desk.text


async def test_titles_follow_another_year(file: RegisterFile) -> None:
    async with at_form_of(file, "agency", "fiscal_year") as desk:
        await desk.press("ctrl+u")
        await desk.write("12")
        await desk.press("enter")
        assert isinstance(desk.app.screen, FormDialog) and "12" in desk.text, "a wrong year stays in its form"
        await desk.press("ctrl+u")
        await fill(desk, "๒๕๖๘")
        register = desk.on_disk()
        assert register.fiscal_year == 2568
        assert "2567" not in register.title + register.subtitle


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_rounds_and_signatories_are_added_moved_and_removed(file: RegisterFile, size: tuple[int, int]) -> None:
    async with at_setup(file, "rounds", size=size) as desk:
        await open_form(desk, "ctrl+n")
        await desk.press("ctrl+s")
        await until_saved(desk)
        assert desk.on_disk().rounds == (Round("6 เดือน", quarters([1, 2])),)
        await add(desk, "signatories", "ผู้รายงาน", "ก. ตัวอย่าง", "นักทรัพยากรบุคคล")
        await add(desk, "signatories", "ผู้รับรอง", "", "ปลัด")
        await desk.press("[")
        await desk.saved()
        assert [each.role for each in desk.on_disk().signatories] == ["ผู้รับรอง", "ผู้รายงาน"]
        await desk.press("delete")
        await desk.saved()
        assert desk.on_disk().signatories == (Signatory("ผู้รายงาน", "ก. ตัวอย่าง", "นักทรัพยากรบุคคล"),)
        await desk.press("ctrl+z")
        await desk.saved()
        assert len(desk.on_disk().signatories) == 2


async def test_a_field_is_added_with_its_kind_and_gets_a_name(file: RegisterFile) -> None:
    async with at_setup(file, "fields", size=NARROW) as desk:
        await open_form(desk, "ctrl+n")
        await desk.press("ctrl+s")
        assert "โปรดระบุหัวข้อก่อน" in desk.text
        await desk.write("งบประมาณ (บาท)")
        await desk.press("tab", "right", "right", "right", "ctrl+s")
        await until_saved(desk)
        (field,) = desk.on_disk().fields
        assert (field.name, field.of, field.kind, field.heading_th) == ("money", "measure", "money", "งบประมาณ (บาท)")
        await desk.until(lambda: "▌   งบประมาณ" in desk.text, "for the cursor on the new field")


async def test_a_field_with_values_is_deleted_after_a_question_and_comes_back(file: RegisterFile) -> None:
    file.apply(*add_own_field(file.load(), OwnField("budget", "measure", "money", "งบประมาณ")))
    file.apply(set_field(file.load().measures[0], "budget", "500"))
    async with at_setup(file, "fields", "budget") as desk:
        await desk.press("delete")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
        await desk.press("y")
        await desk.saved()
        assert desk.on_disk().fields == () and desk.on_disk().measures[0].more.get("budget") == ""
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("budget") == "500"


async def test_tracks_are_added_renamed_and_moved(file: RegisterFile) -> None:
    async with at_setup(file) as desk:
        await add(desk, "tracks", "มิติ1", "การสร้างวัฒนธรรม", "", "")
        await open_form(desk, "[", "enter")
        await desk.press("ctrl+u")
        await desk.write("IIT")
        await desk.press("ctrl+s")
        assert "IIT" in desk.text and isinstance(desk.app.screen, FormDialog), "a code that is taken"
        await desk.press("ctrl+u")
        await desk.write("D1")
        await desk.press("ctrl+s")
        await desk.saved()
        assert [track.code for track in desk.on_disk().tracks] == ["IIT", "EIT", "D1", "OIT"]


async def test_measures_go_to_another_track_before_theirs_is_deleted(file: RegisterFile) -> None:
    async with at_setup(file, "tracks", "OIT") as desk:
        await desk.press("v")
        await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the tracks")
        await desk.press("1")
        await desk.saved()
        register = desk.on_disk()
        assert [len(register.measures_of(code)) for code in ("IIT", "OIT")] == [6, 0]
        covered = [m for m in register.measures if register.reporter(m) is not m]
        assert len(covered) == 1, "measures that move together stay reported together"
        await go_to(desk, "tracks", "OIT")
        await desk.press("delete")
        await desk.saved()
        assert [track.code for track in desk.on_disk().tracks] == ["IIT", "EIT"]


async def test_selected_measures_go_to_another_track_from_the_list(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("space", "space", "v")
        await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the tracks")
        await desk.press("down", "enter")
        await desk.saved()
        assert [len(desk.on_disk().measures_of(code)) for code in ("IIT", "EIT", "OIT")] == [1, 3, 5]


async def test_a_form_is_added_from_a_file_with_the_fields_that_it_asks_for(file: RegisterFile) -> None:
    Path(file.path.parent, "own.toml").write_text(OWN_PLAN, encoding="utf-8")
    async with at_setup(file, "forms") as desk:
        await open_form(desk, "ctrl+n")
        await desk.write("no.toml")
        await desk.press("enter")
        assert isinstance(desk.app.screen, FormDialog), "there is no such file"
        await desk.press("ctrl+u")
        await desk.write("own.toml")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the offer of the field")
        await desk.press("y")
        await desk.saved()
        register = desk.on_disk()
        assert [form.name for form in register.forms] == ["own-plan"]
        assert [field.name for field in register.fields] == ["indicator"]
        assert "แผนปฏิบัติการ" in desk.text
        await go_to(desk, "forms", "report")
        await desk.press("delete")
        assert desk.messages[-1].startswith("รายการนี้มากับ itatui")
        await go_to(desk, "forms", "own-plan")
        await desk.press("delete")
        await desk.saved()
        assert desk.on_disk().forms == ()


async def test_changes_of_others_are_shown_and_never_overwritten(file: RegisterFile) -> None:
    async with at_form_of(file, "agency", "agency_short") as desk:
        await desk.write(" (แก้)")
        other = RegisterFile(file.path)
        other.apply(set_field(other.load(), "agency_short", "อบต.อื่น"))
        await desk.press("enter")
        await desk.until(lambda: desk.on_disk().agency_short == "อบต.อื่น", "for the register")
        await desk.poll()
        await desk.until(lambda: "อบต.อื่น" in desk.text, "for the other's text")
        assert [message for message in desk.messages if "จึงไม่ได้บันทึกทับ" in message]
        await open_form(desk, "enter")
        assert "(แก้)" in desk.text, "the text waits in its form"


async def test_what_others_change_while_a_form_is_open_is_not_overwritten_unseen(file: RegisterFile) -> None:
    async with at_form_of(file, "agency", "agency_short") as desk:
        await desk.write(" (แก้)")
        other = RegisterFile(file.path)
        other.apply(set_field(other.load(), "agency_short", "อบต.อื่น"))
        await desk.poll()
        await desk.press("enter")
        assert isinstance(desk.app.screen, FormDialog) and "ผู้อื่นแก้" in desk.text
        assert desk.on_disk().agency_short == "อบต.อื่น"
        await desk.press("escape")
        assert "อบต.อื่น" in desk.text
        await open_form(desk, "enter")
        await desk.press("enter")
        await until_saved(desk)
        assert desk.on_disk().agency_short.endswith("(แก้)")


async def test_a_text_that_is_left_is_there_the_next_time(file: RegisterFile) -> None:
    async with at_setup(file, "tracks") as desk:
        await open_form(desk, "ctrl+n")
        await desk.write("D1")
        await open_form(desk, "escape", "ctrl+n")
        assert "D1" in desk.text


@pytest.mark.parametrize(("section", "key"), [("fields", "budget"), ("tracks", "OIT"), ("rounds", "6 เดือน")])
async def test_an_entry_that_is_removed_elsewhere_is_told_in_its_form(
    file: RegisterFile, section: str, key: str
) -> None:
    file.apply(*add_own_field(file.load(), OwnField("budget", "measure", "money", "งบประมาณ")))
    file.apply(set_field(file.load(), "rounds", (Round("6 เดือน", quarters([1, 2])),)))
    async with at_form_of(file, section, key) as desk:
        await desk.write("แก้")
        other = RegisterFile(file.path)
        register = other.load()
        removal = {
            "fields": remove_own_field(register, register.fields[0]),
            "tracks": remove_track(register, register.tracks[-1]),
            "rounds": (set_field(register, "rounds", ()),),
        }
        other.apply(*removal[section])
        await desk.poll()
        await desk.press("ctrl+s")
        await desk.until(lambda: "ผู้อื่นลบ" in desk.text, "for the refusal")
        assert isinstance(desk.app.screen, FormDialog)
        await desk.press("escape")
        assert desk.main.session.register == desk.on_disk()
