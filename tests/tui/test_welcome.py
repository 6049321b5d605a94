"""The welcome screen, and switching to another register."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import TextArea

from itatui.domain.fiscal_year import fiscal_year_of
from itatui.store import SAMPLE, RegisterFile, create
from itatui.store.paths import data_folder
from itatui.store.recent import RecentRegisters
from itatui.tui.app import ItatuiApp
from itatui.tui.environment import Environment
from itatui.tui.screens.welcome import WelcomeScreen
from tests import reference
from tests.support.desk import MIDDLE, TODAY, WIDE, Desk, open_screen
from tests.support.picture import check_picture

ENVIRONMENT = Environment(shelf=RecentRegisters())


pytestmark = pytest.mark.usefixtures("own_folder")


@asynccontextmanager
async def open_without_register(size: tuple[int, int] = WIDE) -> AsyncIterator[Desk]:
    """Start the app without a register."""
    app = ItatuiApp(None, today=TODAY, environment=ENVIRONMENT)
    desk = Desk(app, data_folder() / SAMPLE)
    async with app.run_test(size=size):
        await desk.pilot.pause()
        yield desk


async def press(desk: Desk, *keys: str) -> None:
    await desk.pilot.press(*keys)
    await desk.pilot.pause()


async def until_open(desk: Desk) -> None:
    await desk.until(lambda: desk.app._main is not None and desk.app.screen is desk.main, "for the register")
    await desk.until(lambda: len(desk.app.screen_stack) == 1 and desk.main.focused is not None, "for it alone")


@pytest.mark.parametrize("size", [WIDE, MIDDLE], ids=["120x36", "80x24"])
async def test_welcome_equals_its_picture(size: tuple[int, int]) -> None:
    async with open_without_register(size) as desk:
        check_picture(desk.app, "welcome")


async def test_first_row_opens_the_sample(tmp_path: Path) -> None:
    async with open_without_register() as desk:
        assert not data_folder().exists()
        await press(desk, "enter")
        await until_open(desk)
        assert "IIT-1" in desk.text
        await desk.press("1")
        await desk.saved()
        assert desk.on_disk() != reference.register()
        await desk.until(lambda: RecentRegisters().recent(), "for it to be remembered")


async def test_beginning_a_new_register() -> None:
    async with open_without_register() as desk:
        await press(desk, "down", "enter")
        await press(desk, "ctrl+s")
        assert "โปรดระบุชื่อหน่วยงานก่อน" in desk.text
        await desk.write("เทศบาลตำบลใหม่")
        await press(desk, "enter")
        await desk.write("ทต.ใหม่")
        await press(desk, "enter")
        year = desk.app.screen.query_one("#new_year", TextArea)
        assert (year.has_focus, year.text) == (True, str(fiscal_year_of(TODAY.today())))
        await desk.write("2024")
        await press(desk, "enter")
        assert "2567" in desk.text
        await desk.write("๒๕๖๘")
        await press(desk, "enter")
        await desk.until(lambda: "ผู้ลงนาม" in desk.text, "for what else a register needs")
        assert "ทะเบียนใหม่ ทต.ใหม่" in desk.lines[0] and "กด ^R" in desk.text
        await press(desk, "escape")
        await until_open(desk)
        await desk.until(lambda: "ทต.ใหม่  ปีงบประมาณ 2568" in desk.text, "for the new register")
    register = RegisterFile(data_folder() / "register_2568.json").load()
    assert (register.agency, register.agency_short) == ("เทศบาลตำบลใหม่", "ทต.ใหม่")


async def next_year(desk: Desk, *keys: str) -> None:
    """Choose the way from last year's register, press keys in what follows, and wait for the form."""
    await press(desk, "home", "down", "down", "enter")
    await desk.until(lambda: desk.app.screen.is_modal, "for the sources")
    await desk.rest()  # a key that follows at once would be the same, held
    await press(desk, *keys)
    await desk.rest()
    await desk.until(lambda: desk.app.screen.query("#new_agency"), "for the form")


async def test_next_years_register_from_one_of_the_list(tmp_path: Path) -> None:
    create(data_folder() / "last.json", reference.register())
    async with open_without_register() as desk:
        await next_year(desk, "enter")
        texts = [field.text for field in desk.app.screen.query(TextArea)]
        assert texts == [reference.register().agency, reference.register().agency_short, "2568", ""]
        await press(desk, "ctrl+s")
        await until_open(desk)
        await desk.until(lambda: "ปีงบประมาณ 2568" in desk.head, "for the new register")
    register = RegisterFile(data_folder() / "register_2568.json").load()
    assert len(register.measures) == 9 and not any(each.result for each in register.measures)


async def test_what_is_carried_into_the_next_year_is_chosen_and_the_year_follows_in_activities() -> None:
    last = reference.register()
    first, second, *others = last.measures
    told = first._replace(activity=f"{first.activity} ปี 2567")
    dropped = others[-1]._replace(dropped="ไม่ได้รับงบประมาณ")
    create(data_folder() / "last.json", last._replace(measures=(told, second, *others[:-1], dropped)))
    async with open_without_register() as desk:
        await next_year(desk, "enter")
        assert "2567: IIT-1" in desk.text
        await press(desk, "tab", "tab", "tab", "f4")
        await desk.until(lambda: "เว้นที่ไม่สามารถดำเนินการได้" in desk.text, "for the list")
        await desk.rest()
        await press(desk, "down", "space", "down", "down")
        await desk.rest()
        await press(desk, "space")
        await desk.rest()
        await press(desk, "enter")
        await desk.until(lambda: "7 จาก 9" in desk.text, "for the count")
        await press(desk, "ctrl+s")
        await until_open(desk)
        await desk.until(lambda: "ปีงบประมาณ 2568" in desk.head, "for the new register")
    register = RegisterFile(data_folder() / "register_2568.json").load()
    assert [measure.id for measure in register.measures] == [told.id, *(each.id for each in others[:-1])]
    assert register.measures[0].activity == f"{first.activity} ปี 2568"


async def test_measures_that_are_no_measures_are_refused_in_the_form() -> None:
    create(data_folder() / "last.json", reference.register())
    async with open_without_register() as desk:
        await next_year(desk, "enter")
        await press(desk, "tab", "tab", "tab")
        await desk.write("XYZ-9")
        await press(desk, "ctrl+s")
        await desk.until(lambda: "ไม่มี XYZ-9 โปรดระบุมาตรการ" in desk.text, "for the refusal")
        assert desk.app._main is None


async def test_selected_measures_are_proposed_for_the_next_year(file: RegisterFile) -> None:
    async with open_screen(file, environment=ENVIRONMENT) as desk:
        await desk.until(lambda: RecentRegisters().recent(), "for it to be remembered")
        await desk.press("space", "space")
        await press(desk, "ctrl+o")
        await desk.until(lambda: isinstance(desk.app.screen, WelcomeScreen), "for the ways")
        await next_year(desk, "1")
        assert desk.app.screen.query_one("#new_measures", TextArea).text == "IIT-1, IIT-2"


async def test_next_years_register_from_a_typed_file(tmp_path: Path) -> None:
    create(tmp_path / "last.json", reference.register())
    async with open_without_register() as desk:
        await press(desk, "down", "down", "enter")
        await desk.until(lambda: desk.app.screen.query("#answer"), "to be asked")
        await desk.write("~/none.json")
        await press(desk, "enter")
        await desk.until(lambda: desk.messages, "for the refusal")
        await desk.until(lambda: desk.app.screen.query("#answer"), "to be asked again")
        await press(desk, *["backspace"] * len("none.json"))
        await desk.write("last.json")
        await press(desk, "enter")
        await desk.until(lambda: desk.app.screen.query("#new_agency"), "for the form")
        await press(desk, "ctrl+s")
        await until_open(desk)
    assert RegisterFile(data_folder() / "register_2568.json").load().measures


async def test_next_years_register_from_the_open_one(file: RegisterFile) -> None:
    environment = ENVIRONMENT
    async with open_screen(file, environment=environment) as desk:
        await desk.until(lambda: RecentRegisters().recent(), "for it to be remembered")
        await press(desk, "ctrl+o")
        await desk.until(lambda: isinstance(desk.app.screen, WelcomeScreen), "for the ways")
        await next_year(desk, "1")
        await press(desk, "ctrl+s")
        await desk.until(lambda: desk.main.session.register.fiscal_year == 2568, "for the new register")
        await until_open(desk)


@pytest.mark.parametrize(("key", "words"), [("f1", "Enter: สั่ง"), ("ctrl+t", "Thai/English")])
async def test_help_and_language_are_told_and_work(key: str, words: str) -> None:
    async with open_without_register() as desk:
        assert "F1" in desk.foot and "^T" in desk.foot and "Esc ออก" in desk.foot
        await press(desk, key)
        await desk.until(lambda: words in desk.text, f"for {words}")


async def test_last_row_opens_a_file_and_asks_again_for_a_missing_one(tmp_path: Path) -> None:
    create(tmp_path / "กอง.json", reference.register()._replace(agency_short="กองช่าง"))
    async with open_without_register() as desk:
        await press(desk, "down", "down", "down", "enter")
        await desk.write("~/none.json")
        await press(desk, "enter")
        await desk.until(lambda: desk.messages, "for the refusal")
        await desk.until(lambda: desk.app.screen.query("#answer"), "to be asked again")
        await press(desk, *["backspace"] * len("none.json"))
        await desk.write("กอง.json")
        await press(desk, "enter")
        await until_open(desk)
        assert "กองช่าง" in desk.head


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_leaving_makes_no_file(key: str) -> None:
    async with open_without_register() as desk:
        await desk.pilot.press(key)
        await desk.pilot.pause()
        assert desk.app._exit
    assert not data_folder().exists()
    assert desk.app.finish() and not desk.app.return_code


async def test_language_key_switches_the_welcome_to_english() -> None:
    async with open_without_register() as desk:
        await press(desk, "ctrl+t")
        assert "Welcome to itatui" in desk.text and "Create a register" in desk.text


async def test_switching_to_another_register(file: RegisterFile, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    create(other, reference.register()._replace(agency_short="กองช่าง", measures=()))
    RecentRegisters().opened(RegisterFile(other), RegisterFile(other).load())
    async with open_screen(file, environment=ENVIRONMENT) as desk:
        first = desk.main
        await desk.press("f2")
        await desk.write("ฆ้องชัย")
        await desk.press("escape", "ctrl+o")
        await desk.until(lambda: isinstance(desk.app.screen, WelcomeScreen), "for the others")
        assert "กองช่าง" in desk.text
        await press(desk, "escape")
        assert desk.app.screen is first
        await press(desk, "ctrl+o")
        await desk.until(lambda: isinstance(desk.app.screen, WelcomeScreen), "for the others")
        paths = [each.path for each in RecentRegisters().recent()]
        await press(desk, "home", *["down"] * (6 + paths.index(str(other))), "enter")
        await until_open(desk)
        assert desk.main is not first and "กองช่าง" in desk.head and not first.is_attached
    assert file.load().measures[0].result.endswith("ฆ้องชัย")


async def test_the_ways_are_in_sight_above_the_recent_registers(file: RegisterFile, tmp_path: Path) -> None:
    for number in range(3):
        create(tmp_path / f"{number}.json", reference.register())
        RecentRegisters().opened(RegisterFile(tmp_path / f"{number}.json"), reference.register())
    async with open_screen(file, MIDDLE, environment=ENVIRONMENT) as desk:
        await press(desk, "ctrl+o")
        await desk.until(lambda: isinstance(desk.app.screen, WelcomeScreen), "for the ways")
        assert "ดูทะเบียนตัวอย่าง" in desk.lines[1] and "0.json" in desk.text
