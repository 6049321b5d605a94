"""Make every picture in `docs/pictures/` from the sample register, on a day in the third quarter of its year.

Some quarters are unticked, so that the register looks like the middle of a year. The pictures load nothing; a viewer
needs only a font with Thai letters.
"""

import asyncio
import tempfile
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console, RenderableType
from textual import events
from textual.keys import _character_to_key

from itatui.domain.edits import begin, decide, mark_reviewed, set_field
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.own_field import OwnField
from itatui.domain.own_field_edits import add_own_field
from itatui.domain.quarters import ALL as ALL_QUARTERS
from itatui.domain.quarters import quarters
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.domain.unit_sheet import units_of
from itatui.intake.document import read_document
from itatui.locale import speak
from itatui.report.build import build
from itatui.report.formats.terminal import render
from itatui.report.minutes import minutes
from itatui.report.unit_sheet import unit_sheet_report
from itatui.store import RegisterFile, create, sample
from itatui.store.config import SettingsFile
from itatui.store.identity import Identity
from itatui.store.year_files import YearFiles
from itatui.tui.app import ItatuiApp
from itatui.tui.environment import Environment
from itatui.tui.screens.document.document_file import Document
from itatui.tui.screens.main.import_actions import show_preview
from itatui.tui.terminal.color_filter import ALL, NONE
from tools.intake.tables import by_track
from tools.intake.word_file import word_file
from tools.pictures.document_pages import draw_pages, draw_sheet
from tools.pictures.officer_minute import officer_minute
from tools.pictures.svg import picture

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
TODAY = date(2024, 5, 15)
PRINTED_WIDTH = 100
"""Cells."""
PDF_TEXT = " และไดม้ีการประชาสมพันธ์ผ่านช่องทางต่าง ๆ เพ่ือให้ประชาชนมคีวามเข้าใจ"
"""Text with the damage of copying from a PDF."""
FINANCE, OFFICE = Identity("finance"), Identity("office")
UNIT = "สำนักปลัด"
SCREENS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "screen": ((120, 36), ["down"]),
    "screen-80x24": ((80, 24), ["down"]),
    "editor": ((120, 36), ["down", "f2"]),
    "screen-60x20": ((60, 20), ["down"]),
    "screen-200x60": ((200, 60), ["down"]),
    "search": ((100, 28), ["f3", *"ITA", "enter"]),
    "filter": ((100, 32), ["n", "space"]),
    "go-to": ((80, 24), ["g"]),
    "selection": ((100, 24), ["space", "space", "space"]),
    "meeting": ((120, 36), ["f5", "right"]),
    "meeting-light": ((80, 24), ["f5", "right", "t"]),
    "decision": ((100, 30), ["f5", "right", "d"]),
    "overview": ((120, 30), ["f6"]),
    "settings": ((100, 28), ["s"]),
    "report": ((120, 32), ["f8"]),
    "help": ((100, 48), ["f1"]),
    "history": ((100, 30), ["f7", "down"]),
}
"""Size in cells (columns, rows) and keys of each screen."""
YEAR_SCREENS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "check": ((100, 30), ["ctrl+k", "down"]),
    "coverage": ((100, 30), ["y", "2"]),
}
"""The same, of a register with scores."""
THEMES = ("light", "contrast-dark", "contrast-light", "ansi", "mono")
"""Themes with a picture of their own."""
OWN_FIELDS = (
    OwnField("budget", "measure", "money", "งบประมาณ (บาท)"),
    OwnField("indicator", "measure", "line", "ตัวชี้วัด"),
    OwnField("progress", "measure", "percent", "ร้อยละความก้าวหน้า", by_round=True),
)
SCORES = "1 = 92.4\n2 = 80.5\n4 = 83.75\n9 = 71.25"
"""Last year's scores by indicator."""
UNTICKED = (("IIT-1", 4), ("IIT-2", 2), ("IIT-2", 3), ("IIT-2", 4), ("EIT-1", 4), ("OIT-3", 4))


class SampleSettings(SettingsFile):
    """Settings that name the usual file instead of a temporary file."""

    def kept_in(self) -> Path:
        """Return the usual path of the configuration."""
        return Path("~/.config/itatui/config.toml")


async def _screen(
    file: RegisterFile | None, size: tuple[int, int], keys: list[str], theme: str = "dark", *, pasted: str = ""
) -> str:
    """Return the screen after the keys; with `pasted`, the repairs of that text."""
    settings = SampleSettings(Path(tempfile.gettempdir(), "itatui-pictures", "config.toml"))
    colours, year = NONE if theme == "mono" else ALL, YearFiles()
    environment = Environment(theme, colours, unit=UNIT, settings=settings, year=year)
    app = ItatuiApp(file, today=TODAY, environment=environment)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        for key in keys:  # a screen must be shown before the next key, and letters in a row would be prose
            await pilot.press(key)
            await pilot.pause(0.5)
        if pasted:
            app.post_message(events.Paste(pasted))
            await pilot.pause(0.2)
            for key in ("escape", "escape", "r"):
                await pilot.press(key)
                await pilot.pause(0.5)
        await pilot.pause(0.5)  # the detail follows after a pause
        return picture(app.screen._compositor.render_strips(), size[0])


async def _conflict(file: RegisterFile, other: RegisterFile, size: tuple[int, int] = (120, 30)) -> str:
    """Return the conflict screen of two edits of the same field."""
    app = ItatuiApp(file, today=TODAY)
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "f2")
        await pilot.pause(0.5)
        for character in " และได้แจกคู่มือแก่ผู้เข้าอบรมทุกคน":
            app.post_message(events.Key(_character_to_key(character), character))
        await pilot.pause(0.2)
        measure = other.load().measures[1]
        text = measure.result.replace("ไม่น้อยกว่า 1 ปี", "ไม่น้อยกว่า 2 ปี")
        other.apply(set_field(measure, "result", text))
        while app.screen is app.main:  # the first save only reports the conflict
            await pilot.press("ctrl+s")
            await pilot.pause(0.3)
        await pilot.press("3")
        await pilot.pause(0.5)
        return picture(app.screen._compositor.render_strips(), size[0])


async def _import(file: RegisterFile, size: tuple[int, int], keys: list[str]) -> str:
    """Return the preview of the report in Word, after the keys."""
    register = sample()
    data = word_file([by_track(register)])
    app = ItatuiApp(file, today=TODAY)
    async with app.run_test(size=size) as pilot:
        await app.load("import_document")
        show_preview(app.main, Document("report_2567.docx", read_document(data)))
        await pilot.pause(1.5)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.5)
        return picture(app.screen._compositor.render_strips(), size[0])


def _give_shape(file: RegisterFile) -> None:
    """Give the register rounds, somebody who signs and fields of its own."""
    rounds = (Round("6 เดือน", quarters([1, 2])), Round("12 เดือน", ALL_QUARTERS))
    signatories = (Signatory("ผู้รายงาน", position="นักทรัพยากรบุคคล"), Signatory("ผู้รับรอง", position="ปลัด"))
    register = file.load()
    file.apply(set_field(register, "rounds", rounds), set_field(register, "signatories", signatories))
    for field in OWN_FIELDS:
        file.apply(*add_own_field(file.load(), field))


def _edit(file: RegisterFile) -> None:
    """Edit the first measure, for the history."""
    measure = file.load().measures[0]
    text = measure.result.replace("ทบทวน วิเคราะห์", "ทบทวน")
    file.apply(set_field(measure, "result", text))
    file.apply(set_field(file.load().measures[0], "outcome", "ประชาชนทราบขั้นตอนและระยะเวลาก่อนมาติดต่อ"))


def _score(file: RegisterFile) -> None:
    """Write scores of the year before, and the indicators that some measures answer."""
    file.apply(set_field(file.load(), "scores", SCORES))
    for ref, indicators in (("IIT-1", "1"), ("IIT-2", "1, 4"), ("OIT-2", "9")):
        file.apply(set_field(file.load().find(ref), "indicators", indicators))


def _minutes(file: RegisterFile) -> str:
    """Hold a meeting and return its printed minutes."""
    first, second, *_others = (measure.id for measure in file.load().measures)
    meeting = Meeting("m", TODAY.isoformat(), track="IIT")
    file.apply(begin(meeting))
    file.apply(mark_reviewed(meeting, first, reviewed=True))
    text = "เร่งจัดอบรมไตรมาสที่ 2 ที่ยังไม่ได้ดำเนินการ แล้วรายงานผลต่อที่ประชุม"
    file.apply(decide(Decision("d1", "m", second, text, UNIT, "2024-06-15")))
    file.apply(decide(Decision("d2", "m", first, "แนบหลักฐานการเผยแพร่แผนผังขั้นตอนบนเว็บไซต์", "ทุกกองงาน", "2024-05-31")))
    register = file.load()
    return _printed(render(minutes(register, register, register.meetings[0]), PRINTED_WIDTH))


def _table(file: RegisterFile) -> str:
    """Return the printed report on a track."""
    register = file.load()
    report = build(register, register.measures_of("OIT"), today=TODAY)
    return _printed(render(report, PRINTED_WIDTH))


def _printed(renderable: RenderableType) -> str:
    console = Console(width=PRINTED_WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    return picture(console.render_lines(renderable, pad=False), console.width)


def _write(name: str, svg: str) -> None:
    (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """Make all pictures."""
    speak("th")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register_2567.json"
        create(path, sample())
        file = RegisterFile(path, OFFICE)
        _write("table", _table(file))
        draw_pages(build(file.load(), today=TODAY), FOLDER)
        unit, measures = next(iter(units_of(file.load()).items()))
        draw_sheet(unit_sheet_report(file.load(), unit, measures, TODAY), FOLDER)
        for ref, quarter in UNTICKED:
            file.apply(set_field(file.load().find(ref), f"done.{quarter}", after=False))
        _edit(RegisterFile(path, FINANCE))
        for name, (size, keys) in SCREENS.items():
            _write(name, asyncio.run(_screen(file, size, keys)))
        for theme in THEMES:
            _write(f"theme-{theme}", asyncio.run(_screen(file, (80, 24), ["down"], theme)))
        _write("welcome", asyncio.run(_screen(None, (80, 24), [])))
        _write("repairs", asyncio.run(_screen(file, (100, 24), ["down", "f2"], pasted=PDF_TEXT)))
        _write("minutes", _minutes(file))
        _write("conflict", asyncio.run(_conflict(file, RegisterFile(path, FINANCE))))
        _write("minute", asyncio.run(officer_minute(ItatuiApp(file, today=TODAY))))
        empty = path.with_name("empty.json")
        create(empty, sample()._replace(measures=()))
        _write("import", asyncio.run(_import(RegisterFile(empty), (110, 34), [])))
        _write("import-column", asyncio.run(_import(RegisterFile(empty), (80, 24), [*["down"] * 6, "space"])))
        _score(file)
        for name, (size, keys) in YEAR_SCREENS.items():
            _write(name, asyncio.run(_screen(file, size, keys)))
        _give_shape(file)
        _write("setup", asyncio.run(_screen(file, (100, 32), ["ctrl+r", *["down"] * 11])))


if __name__ == "__main__":
    main()
