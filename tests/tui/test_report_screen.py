"""The report on the screen by any form and for any round, as F8 shows it."""

import pytest

from itatui.domain.own_form import OwnForm
from itatui.tui.dialogs.choose import ChooseDialog
from itatui.tui.screens.printout import PrintedLines
from itatui.tui.screens.report import ReportScreen
from itatui.tui.widgets.footer import Footer
from tests.support import registers
from tests.support.desk import MIDDLE, NARROW, Desk, open_screen
from tests.support.form_shapes import shapes
from tests.tui.conftest import Make

RISKS = shapes()["follow-up-6"].register


async def choose(desk: Desk, key: str, *keys: str) -> None:
    """Open the list of forms or rounds, choose by keys, and wait for the table."""
    await desk.press(key)
    assert isinstance(desk.app.screen, ChooseDialog)
    await desk.press(*keys, "enter")
    await desk.printed()


def title(desk: Desk) -> str:
    return str(desk.app.screen.query_one(PrintedLines).border_title)


async def test_form_is_chosen_on_the_screen(make: Make) -> None:
    async with open_screen(make(RISKS), (160, 40)) as desk:
        await desk.press("f8")
        await desk.printed()
        await choose(desk, "f", "down", "down")
        assert "แบบ บส.4" in desk.text
        assert "แบบติดตามผลการดำเนินการ" in title(desk)
        await desk.press("escape")
        assert desk.app.screen is desk.main


async def test_round_prints_its_words_alone_and_the_year_joins_them(make: Make) -> None:
    async with open_screen(make(RISKS), (160, 40)) as desk:
        await desk.press("f8")
        await choose(desk, "f", "down", "down")
        assert "100%" in desk.text
        await choose(desk, "r", "down")
        assert "25%" in desk.text
        assert "100%" not in desk.text
        assert "3 เดือน" in title(desk)
        await choose(desk, "r", "home")
        assert "100%" in desk.text


async def test_footer_has_the_keys_of_form_and_round(make: Make) -> None:
    async with open_screen(make(RISKS), MIDDLE) as desk:
        await desk.press("f8")
        actions = {command.action for _begin, _end, command in desk.app.screen.query_one(Footer)._visible()}
        assert {"choose_form", "choose_round", "widen_table", "stop"} <= actions


async def test_register_without_rounds_says_so(make: Make) -> None:
    async with open_screen(make(registers.late()), MIDDLE) as desk:
        await desk.press("f8", "r")
        assert isinstance(desk.app.screen, ReportScreen)
        actions = {command.action for _begin, _end, command in desk.app.screen.query_one(Footer)._visible()}
        assert "choose_round" not in actions


async def test_form_that_the_screen_is_too_narrow_for_scrolls_sideways(make: Make) -> None:
    async with open_screen(make(RISKS), (80, 24)) as desk:
        await desk.press("f8")
        await choose(desk, "f", "down", "down")
        await desk.press("right")
        assert "ปัญหา/" not in desk.text
        await desk.press(*["right"] * 10)
        assert "ปัญหา/" in desk.text
        await desk.press("w", "w")  # as wide as the screen: boxes
        await desk.printed()
        assert "รหัส: RSK-01/2570" in desk.text


async def test_form_on_a_narrow_terminal_is_printed_in_boxes(make: Make) -> None:
    async with open_screen(make(RISKS), NARROW) as desk:
        await desk.press("f8")
        await choose(desk, "f", "down", "down")
        assert "รหัส: RSK-01/2570" in desk.text


@pytest.mark.parametrize(
    "text", ["name = ", "name = 'mine'\nlabel_th = 'x'\n[[columns]]\nheading = 'x'\nholds = 'nothing'"]
)
async def test_form_that_cannot_be_read_says_why(make: Make, text: str) -> None:
    async with open_screen(make(RISKS._replace(forms=(OwnForm("mine", text),))), MIDDLE) as desk:
        await desk.press("f8")
        await choose(desk, "f", "home")
        assert "mine" in desk.text
