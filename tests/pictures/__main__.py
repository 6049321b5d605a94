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

from itatui.domain.editing import set_field
from itatui.locale import speak
from itatui.report.build import build
from itatui.report.terminal import render
from itatui.store import RegisterFile, create, sample
from itatui.tui.app import Itatui
from tests.pictures.svg import picture

DOCS = Path(__file__).parents[2] / "docs"
TODAY = date(2024, 5, 15)
SCREENS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "screen": ((120, 36), ["down"]),
    "screen-80x24": ((80, 24), ["down"]),
    "editor": ((120, 36), ["down", "f2"]),
    "help": ((100, 32), ["f1"]),
}
"""The size in cells of each picture of a screen, and the keys that lead to it."""


async def _screen(file: RegisterFile, size: tuple[int, int], keys: list[str]) -> str:
    app = Itatui(file, today=TODAY)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.5)  # the detail follows when the keys rest
        strips = app.screen._compositor.render_strips()
        return picture(strips, size[0])


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
        file = RegisterFile(path)
        (DOCS / "table.svg").write_text(_table(file), encoding="utf-8")
        for ref, quarter in (("IIT-1", 4), ("IIT-2", 2), ("IIT-2", 3), ("IIT-2", 4), ("EIT-1", 4), ("OIT-3", 4)):
            file.apply(set_field(file.load().find(ref), f"done.{quarter}", False))  # noqa: FBT003
        for name, (size, keys) in SCREENS.items():
            (DOCS / f"{name}.svg").write_text(asyncio.run(_screen(file, size, keys)), encoding="utf-8")


if __name__ == "__main__":
    main()
