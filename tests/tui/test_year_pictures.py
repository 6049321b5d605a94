"""Pictures of the screens of the year, in both languages."""

from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.domain.new_register import next_year
from itatui.store import RegisterFile, create
from itatui.store.paths import data_folder
from tests.support import registers
from tests.support.desk import MIDDLE, WIDE, Desk, open_screen
from tests.support.picture import check_picture
from tests.support.year import year_environment

STEPS = {
    "check": ("ctrl+k", "down"),
    "year": ("y",),
    "due": ("y", "1"),
    "coverage": ("y", "2"),
    "scores": ("y", "2", "enter"),
    "compare": ("y", "3", "down", "down"),
    "sheet": ("y", "4"),
    "close": ("y", "6"),
}
"""Keys to each picture."""


@pytest.fixture
def years(own_home: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> RegisterFile:
    """Return a register of 2567 with the register of 2566 beside it, from which it was made."""
    monkeypatch.chdir(tmp_path)
    register = registers.late()
    last = next_year(register, 2566)
    first, _second, *others = last.measures
    reworded = first._replace(activity=first.activity.replace("จัดทำ แผนผังแสดงขั้นตอน", "จัดทำ ป้ายแสดงขั้นตอน"))
    create(data_folder() / "register_2566.json", last._replace(measures=(reworded, *others)))
    path = data_folder() / "register_2567.json"
    create(path, register)
    file = RegisterFile(path)
    file.apply(set_field(register, "scores", "1 = 92.4\n2 = 80.5\n9 = 71.25"))
    file.apply(set_field(register.measures[1], "indicators", "1, 2"))
    file.apply(set_field(register.measures[7], "quiet.no-evidence", "ส่งหลักฐานพร้อมตัวชี้วัด 9 แล้ว"))
    return file


@pytest.mark.parametrize("size", [WIDE, MIDDLE], ids=["120x36", "80x24"])
async def test_pictures_of_the_year(years: RegisterFile, tmp_path: Path, size: tuple[int, int]) -> None:
    async with open_screen(years, size, environment=year_environment(tmp_path)) as desk:
        for name, keys in STEPS.items():
            await desk.press(*keys)
            await desk.until(lambda: desk.app.screen is not desk.main, f"for {name}")
            await desk.until(lambda: "กำลังตรวจ…" not in desk.text, "for the findings")
            await look(desk, f"year-{name}-th")
            await desk.press("ctrl+t")
            await desk.until(lambda: "scored" not in desk.text or "Disclosure" in desk.text, "for names in English")
            await look(desk, f"year-{name}-en")
            await desk.press("ctrl+t")
            while desk.app.screen is not desk.main:
                await desk.press("escape")


async def look(desk: Desk, name: str) -> None:
    """Compare the screen with its picture."""
    await desk.printed()
    await desk.pilot.pause()
    check_picture(desk.app, name)
