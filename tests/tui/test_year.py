"""The year on the screen: its tables, scores and indicators, and the comparison with last year."""

from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.domain.measure import Evidence
from itatui.domain.new_register import next_year
from itatui.store import RegisterFile, create
from itatui.store.paths import data_folder
from itatui.store.publisher import DocumentPublisher
from itatui.tui.screens.year.comparison import ComparisonScreen
from itatui.tui.screens.year.table_screen import YearTableScreen
from tests import reference
from tests.support import registers
from tests.support.borders import torn
from tests.support.desk import NARROW, Desk, open_screen
from tests.support.year import year_environment
from tests.tui.conftest import Make

pytestmark = pytest.mark.usefixtures("own_folder")


async def open_table(desk: Desk, number: str) -> YearTableScreen:
    await desk.press("ั" if number == "1" else "y", number)
    screen = desk.app.screen
    assert isinstance(screen, YearTableScreen)
    return screen


@pytest.mark.parametrize("size", [NARROW, (200, 60)], ids=["60x20", "200x60"])
async def test_the_tables_are_chosen_from_one_list(make: Make, tmp_path: Path, size: tuple[int, int]) -> None:
    async with open_screen(make(registers.late()), size, environment=year_environment(tmp_path)) as desk:
        screen = await open_table(desk, "1")
        assert "งานที่ครบกำหนด" in desk.lines[0] and "สำนักปลัด: 3" in desk.text
        for number, words in (("2", "ตัวชี้วัด"), ("4", "O3")):
            await desk.press("y", number)
            assert desk.app.screen is screen and words in desk.text
            assert torn(desk.app, desk.lines) == []
        await desk.press("escape")
        assert desk.app.screen is desk.main


async def test_scores_are_written_a_line_each_and_wrong_ones_stay_in_the_form(
    file: RegisterFile, tmp_path: Path
) -> None:
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await open_table(desk, "2")
        await desk.press("enter", "end")
        await desk.write("มาก")
        await desk.press("ctrl+s")
        assert "มาก" in desk.text and not desk.on_disk().scores
        await desk.press(*["backspace"] * 3)
        await desk.write("๘๐.๕")
        await desk.press("ctrl+s")
        await desk.saved()
        assert desk.on_disk().scores == "10 = 80.5"
        await desk.printed()
        await desk.press("end")
        assert "! 80.5 ต่ำกว่า 85" in desk.text


async def test_measures_for_an_indicator_are_ticked_in_a_list(file: RegisterFile, tmp_path: Path) -> None:
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await open_table(desk, "2")
        await desk.press("m", "enter")
        await desk.press("space", "down", "space", "enter")
        await desk.saved()
        measures = desk.on_disk().measures
        assert [each.more.get("indicators") for each in measures[:3]] == ["1", "1", ""]


async def test_the_indicators_of_a_measure_are_chosen_in_its_detail(file: RegisterFile, tmp_path: Path) -> None:
    file.apply(set_field(file.load(), "scores", "1 = 80"))
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await desk.go_to("indicators")
        await desk.press("f2", "f4")
        await desk.until(lambda: "[ ]" in desk.text, "for the list")
        await desk.press("space", "down", "space", "enter", "escape")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("indicators") == "1, 2"


async def test_scores_and_measures_are_refused_on_other_tables(file: RegisterFile, tmp_path: Path) -> None:
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        screen = await open_table(desk, "4")
        await desk.press("enter", "m")
        assert desk.app.screen is screen and "ตัวชี้วัดและคะแนน" in "".join(desk.messages)


async def test_the_evidence_sheet_tells_on_demand_which_files_are_there(file: RegisterFile, tmp_path: Path) -> None:
    (file.path.parent / "อบรม.pdf").write_bytes(b"%PDF")
    pieces = (Evidence("อบรม", "อบรม.pdf"), Evidence("คำสั่ง", "หาย.pdf"))
    file.apply(set_field(file.load().measures[0], "evidence", pieces))
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await open_table(desk, "4")
        assert "! ไม่พบไฟล์" not in desk.text
        await desk.press("v")
        assert "! ไม่พบไฟล์" in desk.text and "--verify" in desk.text
        await desk.press("y", "1")
        assert "--verify" not in desk.text


def two_years() -> RegisterFile:
    """Create the registers of two years beside each other, and return the later one."""
    last = reference.register()
    create(data_folder() / "register_2567.json", last)
    chosen = {measure.id for measure in last.measures[1:]}
    path = data_folder() / "register_2568.json"
    create(path, next_year(last, 2568, chosen=chosen))
    file = RegisterFile(path)
    second = file.load().measures[0]
    file.apply(set_field(second, "activity", second.activity.replace("ตระหนัก", "ตระหนักรู้")))
    return file


async def test_last_years_register_is_found_and_compared_word_by_word(tmp_path: Path) -> None:
    async with open_screen(two_years(), environment=year_environment(tmp_path)) as desk:
        await desk.press("y", "3")
        await desk.until(lambda: isinstance(desk.app.screen, ComparisonScreen), "for the comparison")
        await desk.until(lambda: "มาตรการเดิม" in desk.text, "for the pairs")
        assert "เทียบปี 2567 กับ 2568" in desk.lines[0]
        await desk.until(lambda: desk.text.count(": 1") >= 2, "for a reworded and a dropped one")
        await desk.press("home", "down", "down")
        assert "{+" in desk.text and "ตระหนักรู้" in desk.text.replace("{+", "").replace("+}", "")
        await desk.press("enter")
        assert desk.app.screen is desk.main and desk.main.current == desk.main.shown[0].id


@pytest.mark.parametrize(("keys", "name"), [(("y", "1"), "due_2568"), (("y", "3"), "comparison_2567_2568")])
async def test_what_is_shown_of_the_year_is_exported(tmp_path: Path, keys: tuple[str, ...], name: str) -> None:
    environment = year_environment(tmp_path)._replace(publisher=DocumentPublisher())
    async with open_screen(two_years(), environment=environment) as desk:
        await desk.press(*keys)
        await desk.until(lambda: desk.app.screen is not desk.main and not desk.app.screen.is_modal, "for the screen")
        screen = desk.app.screen
        await desk.press("e")
        await desk.until(lambda: "CSV" in desk.text, "for the formats")
        await desk.press("end", "enter")
        await desk.until(lambda: f"{name}.csv" in desk.text, "for the name")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.app.screen is screen and desk.messages, "for the document")
        await desk.until((tmp_path / "folder" / f"{name}.csv").exists, "for the file")


async def test_another_register_is_chosen_from_the_list_or_typed(tmp_path: Path) -> None:
    file = two_years()
    create(tmp_path / "other.json", registers.many(3))
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await desk.press("y", "3")
        await desk.until(lambda: isinstance(desk.app.screen, ComparisonScreen), "for the comparison")
        screen = desk.app.screen
        await desk.press("f")
        await desk.until(lambda: desk.app.screen is not screen, "for the list")
        await desk.press("0")
        await desk.until(lambda: desk.app.screen.query("#answer"), "to be asked")
        await desk.write(str(tmp_path / "other.json"))
        await desk.press("enter")
        await desk.until(lambda: "มาตรการที่ 1" in desk.text or ": 3" in desk.text, "for the other")
        assert desk.app.screen is screen
