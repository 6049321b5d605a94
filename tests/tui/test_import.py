"""Documents on the screen: chosen, read, looked at in the preview, corrected and accepted as one change."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.domain.register import Register
from itatui.domain.sent_sheets import sent_sheets
from itatui.locale import _, speak
from itatui.store import RegisterFile
from itatui.store.recent import RecentRegisters
from itatui.tui.dialogs.choose import ChoiceList, ChooseDialog
from itatui.tui.dialogs.measure_form import MeasureForm
from itatui.tui.dialogs.progress import ProgressDialog
from itatui.tui.environment import Environment
from itatui.tui.screens.document.screen import DocumentScreen
from itatui.tui.screens.welcome import WelcomeScreen
from tests import reference
from tests.support.borders import torn
from tests.support.clashes import choose, choosing, write_elsewhere
from tests.support.desk import MIDDLE, WIDE, Desk, open_screen
from tests.support.filled_sheets import RESULT, filled, sheet
from tests.support.imports import empty, varied
from tests.support.whole_words import LANGUAGES, SIZES, cut_commands, cut_titles
from tests.tui.conftest import Make
from tools.intake.manners import MANNERS
from tools.intake.truth import items

ENVIRONMENT = Environment(shelf=RecentRegisters())
TABLE = "แบบวัด\tมาตรการ\tผู้รับผิดชอบ\nIIT\tจัดอบรมใหม่\tกองคลัง\nEIT\tจัดทำคู่มือใหม่\tกองช่าง\n"


@pytest.fixture(autouse=True)
def _own_folder(own_home: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    monkeypatch.chdir(tmp_path / "documents")


def write(name: str, source: Register, as_name: str = "รายงาน.docx") -> None:
    Path(as_name).write_bytes(MANNERS[name](source))


@asynccontextmanager
async def previewed(
    file: RegisterFile, size: tuple[int, int] = WIDE, name: str = "รายงาน.docx"
) -> AsyncIterator[tuple[Desk, DocumentScreen]]:
    """Open a register, and the preview of a document in the current folder."""
    async with open_screen(file, size, environment=ENVIRONMENT) as desk:
        await desk.press("i")
        await choose_file(desk, name)
        yield desk, await the_preview(desk)


async def choose_file(desk: Desk, name: str) -> None:
    await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog) and name in desk.text, "for the files")
    await desk.write(name)
    await desk.press("enter")


async def the_preview(desk: Desk) -> DocumentScreen:
    await desk.until(lambda: isinstance(desk.app.screen, DocumentScreen), "for the preview")
    screen = desk.app.screen
    assert isinstance(screen, DocumentScreen)
    await followed(desk, screen)
    return screen


async def followed(desk: Desk, screen: DocumentScreen) -> None:
    """Wait until the preview follows the answers."""
    await desk.pilot.pause()
    await desk.until(lambda: screen._found is not None and not screen._is_computing, "for it to follow")
    await desk.pilot.pause()


async def press(desk: Desk, screen: DocumentScreen, *keys: str) -> None:
    for key in keys:
        await desk.press(key)
        await followed(desk, screen)


async def go_to(desk: Desk, screen: DocumentScreen, kind: str, key: str) -> None:
    screen.go_to_key((kind, key))
    await desk.pilot.pause()


async def pick(desk: Desk, screen: DocumentScreen, words: str) -> None:
    """Choose from the list in front by its words."""
    await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the list")
    await desk.write(words)
    assert desk.app.screen.query_one(ChoiceList).wanted == words
    await desk.press("enter")
    await followed(desk, screen)


async def test_document_is_imported_as_one_change(make: Make) -> None:
    file = make(empty())
    write("word-track-typed.docx", varied())
    async with previewed(file) as (desk, screen):
        assert "เพิ่มมาตรการ 9" in desk.text and "รอการตัดสินใจ" in desk.text and "[?]" in desk.text
        await press(desk, screen, "a")
        assert "[?]" not in desk.text
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.main, "for the list")
        await desk.saved()
        assert items(desk.on_disk()) == items(varied())
        assert any("^Z" in message for message in desk.messages)
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk() == empty()


async def test_second_import_says_that_it_proposes_nothing(make: Make) -> None:
    write("word-measure-merged.docx", varied())
    async with previewed(make(varied())) as (desk, _screen):
        assert "ทะเบียนมีข้อมูลทั้งหมดนี้อยู่แล้ว" in desk.text
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.main, "for the list")
        assert not RegisterFile(desk.path).history()


@pytest.mark.parametrize("key", ["escape", "1"])
async def test_escape_leaves_everything_as_it_was(make: Make, key: str) -> None:
    write("word-measure-merged.docx", varied())
    async with previewed(make(empty())) as (desk, screen):
        await press(desk, screen, key, *(["escape"] if key != "escape" else []))
        await desk.until(lambda: desk.app.screen is desk.main, "for the list")
        await desk.saved()
        assert desk.on_disk() == empty()


async def test_open_questions_are_asked_at_the_end(make: Make) -> None:
    write("word-track-typed.docx", varied())
    async with previewed(make(empty())) as (desk, screen):
        await press(desk, screen, "enter")
        assert isinstance(desk.app.screen, ChooseDialog) and "3" in desk.text
        await desk.press("2")
        await desk.until(lambda: desk.app.screen is desk.main, "for the list")
        await desk.saved()
        assert len(desk.on_disk().measures) == 9
        assert not any(each.result for each in desk.on_disk().measures_of("OIT"))


async def test_result_is_given_to_another_measure(make: Make) -> None:
    write("word-track-typed.docx", varied())
    async with previewed(make(empty())) as (desk, screen):
        (first, *_others) = [row for row in screen._rows if row.kind == "guess"]
        await go_to(desk, screen, "guess", first.key)
        await press(desk, screen, "space", "0")
        assert "OIT-1 สรุปผล: ไม่มีสรุปผล" in desk.text
        await press(desk, screen, "a", "enter")
        await desk.saved()
        oit = desk.on_disk().measures_of("OIT")
        assert [bool(each.result) for each in oit] == [False, True, True]


async def test_row_is_left_out(make: Make) -> None:
    write("word-measure-merged.docx", varied())
    async with previewed(make(empty())) as (desk, screen):
        await go_to(desk, screen, "measure", "1")
        await press(desk, screen, "space")
        assert "เพิ่มมาตรการ 8" in desk.text and "[ ] IIT-2" in desk.text
        await desk.press("enter")
        await desk.saved()
        assert len(desk.on_disk().measures) == 8


async def test_column_is_corrected_with_a_live_preview(make: Make) -> None:
    write("word-measure-merged.docx", varied())
    async with previewed(make(empty())) as (desk, screen):
        at = next(at for at, column in enumerate(screen._found.columns) if column.role == "outcome")  # type: ignore[union-attr]
        await go_to(desk, screen, "column", str(at))
        await press(desk, screen, "space")
        await pick(desk, screen, "ไม่อ่าน")
        assert "แก้ไข 0" in desk.text  # the outcomes of the tracks
        await desk.press("enter")
        await desk.saved()
        assert not any(track.outcome for track in desk.on_disk().tracks)


async def test_table_with_unknown_headings_is_read_once_its_columns_are_told(make: Make) -> None:
    Path("ก.txt").write_text("ชื่อ\tหน่วย\tกลุ่ม\nจัดอบรม\tกองคลัง\tIIT\n", encoding="utf-8")
    async with previewed(make(empty()), MIDDLE, "ก.txt") as (desk, screen):
        assert "โปรดเลือกคอลัมน์ของมาตรการ" in desk.text
        for column, role in enumerate(("มาตรการหรือกิจกรรม", "ผู้รับผิดชอบ", "แบบวัด")):
            await go_to(desk, screen, "column", str(column))
            await press(desk, screen, "space")
            await pick(desk, screen, role)
        await desk.press("enter")
        await desk.saved()
        (found,) = desk.on_disk().measures
        assert (found.activity, found.responsible, found.track) == ("จัดอบรม", ("กองคลัง",), "IIT")


async def test_table_that_is_pasted_into_the_list_goes_to_the_preview(make: Make) -> None:
    async with open_screen(make(empty()), environment=ENVIRONMENT) as desk:
        await desk.paste(TABLE)
        await the_preview(desk)
        await desk.press("enter")
        await desk.saved()
        assert [each.activity for each in desk.on_disk().measures] == ["จัดอบรมใหม่", "จัดทำคู่มือใหม่"]
        await desk.paste(reference.extracted())
        await the_preview(desk)


@pytest.mark.parametrize("text", ["จัดอบรม\nจัดทำคู่มือ", "1.\tจัดอบรม\n2.\tจัดทำคู่มือ"])
async def test_lines_that_are_pasted_are_measures(make: Make, text: str) -> None:
    async with open_screen(make(empty()), environment=ENVIRONMENT) as desk:
        await desk.paste(text)
        await desk.until(lambda: any(isinstance(each, MeasureForm) for each in desk.app.screen_stack), "for the form")


async def test_document_that_cannot_be_read_is_refused_in_a_line(make: Make) -> None:
    Path("ก.docx").write_bytes(b"PK\x03\x04 cut short")
    async with open_screen(make(empty()), environment=ENVIRONMENT) as desk:
        await desk.press("i")
        await choose_file(desk, "ก.docx")
        await desk.until(lambda: desk.messages, "for the refusal")
        assert desk.messages[-1].startswith("ก.docx: ") and "\n" not in desk.messages[-1]
        assert desk.app.screen is desk.main


async def test_escape_stops_the_reading(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = threading.Event()
    Path("ก.docx").write_bytes(b"")

    def read_slowly(_registers: RecentRegisters, _path: str) -> bytes:
        answers.wait(60)
        return b""

    monkeypatch.setattr(RecentRegisters, "document", read_slowly)
    async with open_screen(make(empty()), environment=ENVIRONMENT) as desk:
        await desk.press("i")
        await choose_file(desk, "ก.docx")
        await desk.until(lambda: isinstance(desk.app.screen, ProgressDialog), "for the progress")
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.main, "for the list")
        answers.set()
        await desk.press("f6", "escape")
        assert desk.messages == []


async def test_text_that_someone_else_wrote_meanwhile_is_asked_about(make: Make) -> None:
    file = make(reference.register())
    document = varied()._replace(
        measures=tuple(each._replace(result=f"{each.result} แก้ไขแล้ว") for each in reference.register().measures)
    )
    write("word-measure-merged.docx", document)
    async with previewed(file) as (desk, screen):
        write_elsewhere(file)  # the screen has not seen it yet
        await press(desk, screen, "enter")
        await desk.until(lambda: choosing(desk), "to be asked")
        await desk.pilot.pause()
        await choose(desk, "2")
        results = [each.result for each in desk.on_disk().measures]
        assert results[0] == "ของเขา" and all("แก้ไขแล้ว" in each for each in results[1:] if each)


async def test_changes_of_others_are_followed(make: Make) -> None:
    file = make(empty())
    write("word-measure-merged.docx", varied())
    async with previewed(file) as (desk, screen):
        other = RegisterFile(file.path)
        other.apply(*[edit for edit in screen._found.edits if edit.kind == "measure"][:2])  # type: ignore[union-attr]
        await desk.poll()
        await followed(desk, screen)
        assert "เพิ่มมาตรการ 7" in desk.text and "คงเดิม 2" in desk.text


async def test_ways_from_other_registers(make: Make) -> None:
    write("word-measure-merged.docx", varied())
    async with open_screen(make(empty()), environment=ENVIRONMENT) as desk:
        await desk.press("ctrl+o")
        await desk.until(lambda: isinstance(desk.app.screen, WelcomeScreen), "for the ways")
        screen = desk.app.screen
        assert isinstance(screen, WelcomeScreen)
        screen.go_to_key("import")
        await desk.press("enter")
        await choose_file(desk, "รายงาน.docx")
        await the_preview(desk)


@pytest.mark.parametrize("spoken", LANGUAGES)
async def test_preview_is_whole_at_every_size(make: Make, spoken: str) -> None:
    Path("report_2567_extracted.txt").write_text(reference.extracted(), encoding="utf-8")
    speak(spoken)
    async with previewed(make(empty()), SIZES[0], "report_2567_extracted.txt") as (desk, screen):
        for size in SIZES:
            await desk.pilot.resize_terminal(*size)
            for key in ("home", "end"):
                await press(desk, screen, key)
                assert (cut_titles(desk), cut_commands(desk), torn(desk.app, desk.lines)) == ([], [], []), desk.text
        before = desk.text
        for key, words in (("f1", _("Leave everything as it was")), ("escape", ""), ("ctrl+t", "")):
            await desk.press(key)
            await desk.until(lambda words=words: words in desk.text, f"for {words}")  # type: ignore[misc]
        assert desk.text != before


async def test_sheet_of_a_unit_asks_for_emptied_cells_and_shows_conflicts(make: Make) -> None:
    cells = {("IIT-1", RESULT): "", ("IIT-2", RESULT): "อบรมแล้ว", ("OIT-1", RESULT): "ของกองคลัง"}
    Path("sheet.docx").write_bytes(filled(sheet(varied(), "กองคลัง", "docx"), cells))
    file = make(varied())
    file.apply(set_field(varied().measures_of("OIT")[0], "result", "ของกองช่าง"))
    async with previewed(file, name="sheet.docx") as (desk, screen):
        assert "ถูกลบข้อความในใบกรอก: IIT-1" in desk.text and "[?]" in desk.text
        await press(desk, screen, "a", "enter")
        await desk.until(lambda: choosing(desk), "for the conflict")
        await desk.pilot.pause()
        assert "ของกองช่าง" in desk.text and "ของกองคลัง" in desk.text
        await choose(desk, "3")
        first, second = desk.on_disk().measures[:2]
        assert (first.result, second.result) == ("", "อบรมแล้ว")
        assert desk.on_disk().measures_of("OIT")[0].result == "ของกองช่าง\nของกองคลัง"
        assert len(sent_sheets(desk.on_disk(), "กองคลัง")) == 1


async def test_sheet_of_another_register_is_refused(make: Make) -> None:
    other = varied()._replace(agency="เทศบาลอื่น")
    Path("อื่น.xlsx").write_bytes(sheet(other, "กองคลัง"))
    async with previewed(make(varied()), name="อื่น.xlsx") as (desk, _screen):
        assert "เทศบาลอื่น" in desk.text
        await desk.press("enter")
        assert desk.messages and isinstance(desk.app.screen, DocumentScreen)
