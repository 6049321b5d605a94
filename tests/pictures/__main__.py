"""Makes every picture in `docs/` from the shipped register, on a day in the third quarter of its year.

The day, and a tick taken back, are there so that one sees what a register looks like while the year goes on. The
pictures fetch nothing: whoever looks needs only a font with Thai letters.
"""

import asyncio
import tempfile
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console
from textual import events
from textual.keys import _character_to_key

from itatui.domain.editing import set_field
from itatui.locale import speak
from itatui.report.build import build
from itatui.report.terminal import render
from itatui.store import RegisterFile, create, sample
from itatui.store.identity import Identity
from itatui.tui.app import Itatui
from tests.pictures.svg import picture

DOCS = Path(__file__).parents[2] / "docs"
TODAY = date(2024, 5, 15)
FINANCE, OFFICE = Identity("finance"), Identity("office")
"""Who is at the keyboard: here nobody in person."""
SCREENS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "screen": ((120, 36), ["down"]),
    "screen-80x24": ((80, 24), ["down"]),
    "editor": ((120, 36), ["down", "f2"]),
    "help": ((100, 32), ["f1"]),
    "history": ((100, 30), ["f7", "down"]),
}
"""The size in cells of each picture of a screen, and the keys that lead to it."""


async def _screen(file: RegisterFile, size: tuple[int, int], keys: list[str]) -> str:
    app = Itatui(file, today=TODAY)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.5)  # the detail follows when the keys rest
        strips = app.screen._compositor.render_strips()
        return picture(strips, size[0])


async def _conflict(file: RegisterFile, other: RegisterFile, size: tuple[int, int] = (120, 30)) -> str:
    """What is shown to one who wrote in a field in which somebody else wrote meanwhile."""
    app = Itatui(file, today=TODAY)
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "f2")
        await pilot.pause(0.5)
        for character in " และได้แจกคู่มือแก่ผู้เข้าอบรมทุกคน":
            app.post_message(events.Key(_character_to_key(character), character))
        await pilot.pause(0.2)
        theirs = other.load().measures[1]
        text = theirs.result.replace("ไม่น้อยกว่า 1 ปี", "ไม่น้อยกว่า 2 ปี")
        other.apply(set_field(theirs, "result", text))
        while app.screen is app.main:  # at first it is only said that there are two
            await pilot.press("ctrl+s")
            await pilot.pause(0.3)
        await pilot.press("3")
        await pilot.pause(0.2)
        return picture(app.screen._compositor.render_strips(), size[0])


def _edited(file: RegisterFile) -> None:
    """What finance and office did before, for the history."""
    measure = file.load().measures[0]
    words = measure.result.replace("ทบทวน วิเคราะห์", "ทบทวน")
    file.apply(set_field(measure, "result", words))
    file.apply(set_field(file.load().measures[0], "outcome", "ประชาชนทราบขั้นตอนและระยะเวลาก่อนมาติดต่อ"))


def _table(file: RegisterFile) -> str:
    console = Console(width=100, file=StringIO(), force_terminal=True, color_system="truecolor")
    register = file.load()
    report = build(register, register.measures_of("OIT"), today=TODAY)
    return picture(console.render_lines(render(report, console.width), pad=False), console.width)


def main() -> None:
    """Makes them all."""
    speak("th")
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register_2567.json"
        create(path, sample())
        file = RegisterFile(path, OFFICE)
        (DOCS / "table.svg").write_text(_table(file), encoding="utf-8")
        for ref, quarter in (("IIT-1", 4), ("IIT-2", 2), ("IIT-2", 3), ("IIT-2", 4), ("EIT-1", 4), ("OIT-3", 4)):
            file.apply(set_field(file.load().find(ref), f"done.{quarter}", False))  # noqa: FBT003
        _edited(RegisterFile(path, FINANCE))
        for name, (size, keys) in SCREENS.items():
            (DOCS / f"{name}.svg").write_text(asyncio.run(_screen(file, size, keys)), encoding="utf-8")
        conflict = asyncio.run(_conflict(file, RegisterFile(path, FINANCE)))
        (DOCS / "conflict.svg").write_text(conflict, encoding="utf-8")


if __name__ == "__main__":
    main()
