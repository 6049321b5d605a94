"""Makes every picture in `docs/` from the shipped register, on a day in the third quarter of its year.

The day, and a tick taken back, are there so that one sees what a register looks like while the year goes on. The
pictures fetch nothing: whoever looks needs only a font with Thai letters.
"""

import asyncio
import tempfile
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console, Group, RenderableType
from textual import events
from textual.keys import _character_to_key

from itatui.domain.edits import set_field
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.meetings import begin, decide, mark_reviewed
from itatui.locale import speak
from itatui.report.build import build
from itatui.report.formats.terminal import render, render_page
from itatui.report.minutes import minutes
from itatui.report.sheets import laid_out
from itatui.store import RegisterFile, create, sample
from itatui.store.identity import Identity
from itatui.store.preferences import SettingsFile
from itatui.tui.app import ItatuiApp
from itatui.tui.environment import Environment
from itatui.tui.terminal.color_filter import ALL, NONE
from tools.pictures.svg import picture

DOCS = Path(__file__).parents[2] / "docs"
TODAY = date(2024, 5, 15)
WIDTH = 100
"""Cells of what is printed."""
DAMAGED = " และไดม้ีการประชาสมพันธ์ผ่านช่องทางต่าง ๆ เพ่ือให้ประชาชนมคีวามเข้าใจ"
"""As a PDF gives it when it is copied."""
FINANCE, OFFICE = Identity("finance"), Identity("office")
"""Who is at the keyboard: here nobody in person."""
SCREENS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "screen": ((120, 36), ["down"]),
    "screen-80x24": ((80, 24), ["down"]),
    "editor": ((120, 36), ["down", "f2"]),
    "screen-60x20": ((60, 20), ["down"]),
    "screen-200x60": ((200, 60), ["down"]),
    "find": ((100, 28), ["f3", *"ITA", "enter"]),
    "narrow": ((100, 32), ["n", "space"]),
    "go": ((80, 24), ["g"]),
    "marked": ((100, 24), ["space", "space", "space"]),
    "meeting": ((120, 36), ["f5", "right"]),
    "meeting-light": ((80, 24), ["f5", "right", "t"]),
    "decide": ((100, 30), ["f5", "right", "d"]),
    "overview": ((120, 30), ["f6"]),
    "settings": ((100, 28), ["s"]),
    "report": ((120, 32), ["f8"]),
    "help": ((100, 48), ["f1"]),
    "history": ((100, 30), ["f7", "down"]),
}
"""The size in cells of each picture of a screen, and the keys that lead to it."""


class Kept(SettingsFile):
    """Settings of nobody, which say that they are kept where everybody's are."""

    def kept_in(self) -> Path:
        """The usual place."""
        return Path("~/.config/itatui/config.toml")


THEMES = ("light", "contrast-dark", "contrast-light", "ansi", "mono")
"""Of each there is a picture too."""


async def _screen(
    file: RegisterFile | None, size: tuple[int, int], keys: list[str], theme: str = "dark", *, pasted: str = ""
) -> str:
    kept = Kept(Path(tempfile.gettempdir(), "itatui-nobody", "config.toml"))
    environment = Environment(theme, NONE if theme == "mono" else ALL, unit="สำนักปลัด", settings=kept)
    app = ItatuiApp(file, today=TODAY, environment=environment)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        for key in keys:  # each screen has to be there before the next key
            await pilot.press(key)
            await pilot.pause(0.1)
        if pasted:
            app.post_message(events.Paste(pasted))
            await pilot.pause(0.2)
            for key in ("escape", "r"):
                await pilot.press(key)
                await pilot.pause(0.3)
        await pilot.pause(0.5)  # the detail follows when the keys rest
        strips = app.screen._compositor.render_strips()
        return picture(strips, size[0])


async def _conflict(file: RegisterFile, other: RegisterFile, size: tuple[int, int] = (120, 30)) -> str:
    """What is shown to one who wrote in a field in which somebody else wrote meanwhile."""
    app = ItatuiApp(file, today=TODAY)
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


def _minutes(file: RegisterFile) -> str:
    """What a meeting in May decided, printed."""
    first, second, *_others = (measure.id for measure in file.load().measures)
    meeting = Meeting("m", TODAY.isoformat(), track="IIT")
    file.apply(begin(meeting))
    file.apply(mark_reviewed(meeting, first, reviewed=True))
    words = "เร่งจัดอบรมไตรมาสที่ 2 ที่ยังไม่ได้ดำเนินการ แล้วรายงานผลต่อที่ประชุม"
    file.apply(decide(Decision("d1", "m", second, words, "สำนักปลัด", "2024-06-15")))
    file.apply(decide(Decision("d2", "m", first, "แนบหลักฐานการเผยแพร่แผนผังขั้นตอนบนเว็บไซต์", "ทุกกองงาน", "2024-05-31")))
    register = file.load()
    pages = laid_out(minutes(register, register, register.meetings[0]), WIDTH, in_thai_digits=False)
    return _printed(Group(*(render_page(page) for page in pages)))


def _table(file: RegisterFile) -> str:
    register = file.load()
    report = build(register, register.measures_of("OIT"), today=TODAY)
    return _printed(render(report, WIDTH))


def _printed(renderable: RenderableType) -> str:
    console = Console(width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    return picture(console.render_lines(renderable, pad=False), console.width)


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
        for theme in THEMES:
            shown = asyncio.run(_screen(file, (80, 24), ["down"], theme))
            (DOCS / f"theme-{theme}.svg").write_text(shown, encoding="utf-8")
        (DOCS / "welcome.svg").write_text(asyncio.run(_screen(None, (80, 24), [])), encoding="utf-8")
        (DOCS / "repairs.svg").write_text(
            asyncio.run(_screen(file, (100, 24), ["down", "f2"], pasted=DAMAGED)), encoding="utf-8"
        )
        (DOCS / "minutes.svg").write_text(_minutes(file), encoding="utf-8")
        conflict = asyncio.run(_conflict(file, RegisterFile(path, FINANCE)))
        (DOCS / "conflict.svg").write_text(conflict, encoding="utf-8")


if __name__ == "__main__":
    main()
