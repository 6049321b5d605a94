"""A whole year of an office, from last year's Word file to the published report and next year's register.

`ITATUI_GOLDEN=1 pytest tests/e2e/test_year.py` rewrites the answers in `golden/year`; then read the difference.
"""

import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from itatui.domain.values import NO_VALUES
from itatui.intake.document import read_document
from itatui.intake.document_proposal import propose
from itatui.store import RegisterFile
from itatui.store.attached_register import attached_register
from tests import reference
from tests.support.command_line import ROOT
from tests.support.desk import MIDDLE, Desk, open_screen
from tests.support.exported import require
from tests.support.filled_sheets import filled, read
from tests.support.meetings import open_form, open_meeting
from tests.support.played_year import PlayedYear
from tests.test_documentation import arguments_of
from tools.intake.tables import by_track
from tools.intake.word_file import word_file

LAST, THIS, NEXT = "register_2567.json", "register_2568.json", "register_2569.json"
AGENCY = "องค์การบริหารส่วนตำบลปากกราน"
LINK = "https://example.go.th/2568/{}.pdf"


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> PlayedYear:
    """Return an office with an empty home and last year's report as a Word file."""
    for name, folder in (("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.delenv("ITATUI_REGISTER", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "office").mkdir()
    monkeypatch.chdir(tmp_path / "office")
    Path("report_2567.docx").write_bytes(word_file([by_track(reference.register())]))
    return PlayedYear(monkeypatch, capsys)


async def test_a_year_from_last_years_document_to_next_years_register(
    year: PlayedYear, monkeypatch: pytest.MonkeyPatch
) -> None:
    require("pdf")
    require("xlsx")
    begin_with_last_years_document(year)
    begin_this_year(year)
    monkeypatch.setenv("ITATUI_REGISTER", THIS)
    tell_scores(year)
    change_the_plan(year)
    publish_the_plan(year)
    give_out_sheets(year)
    take_in_sheets(year)
    see_what_is_due(year)
    report_six_months(year)
    await hold_the_meeting(year)
    find_what_is_wanting(year)
    await mend_it(year)
    publish_the_report(year)
    hand_in_the_evidence(year)
    close_the_year(year)
    begin_next_year(year)
    assert len(year.steps) == 16
    assert sorted(set(year.typed)) == sorted(year.typed), "a text was typed twice"
    known = Path("report_2567.docx").read_bytes()
    last = {each.activity for each in propose(read_document(known), RegisterFile(Path(LAST)).load()).measures}
    assert last.isdisjoint(year.typed)
    assert told_commands() <= {each for words in year.commands for each in uses(words)}


def told_commands() -> set[tuple[str, str]]:
    """Return the uses of commands that the pages of the year tell, without those that need a screen or paper."""
    pages = (ROOT / "docs" / name for name in ("year.md", "year.th.md"))
    told = {each for page in pages for words in arguments_of(page) for each in uses(words)}
    return {each for each in told if each[0] not in ("meeting", "print")}


def uses(words: Sequence[str]) -> set[tuple[str, str]]:
    """Return a command with each of its options."""
    return {(words[0], ""), *((words[0], word) for word in words if word.startswith("--"))}


def begin_with_last_years_document(year: PlayedYear) -> None:
    year.on(2024, 10, 1)
    year.run("new", "2567", "--agency", AGENCY, "--register", LAST)
    preview = year.run("import", "report_2567.docx", "--dry-run", "--all", "--register", LAST)
    year.run("import", "report_2567.docx", "--yes", "--all", "--register", LAST)
    again = year.run("import", "report_2567.docx", "--yes", "--all", "--register", LAST)
    year.keep("last-years-document", preview, again)


def begin_this_year(year: PlayedYear) -> None:
    made = year.run("new", "2568", "--from", LAST, "--years", "--register", THIS)
    year.keep("this-years-register", made, year.run("list", "--register", THIS))


def tell_scores(year: PlayedYear) -> None:
    scores = [92.4, 88, 95.1, 84.2, 90, 81.5, 93, 79.8, 96, 91]
    year.run("set", "register", "scores=" + "; ".join(f"{code} = {score}" for code, score in enumerate(scores, 1)))
    for ref, codes in (("IIT-1", "1"), ("IIT-2", "4, 5"), ("EIT-1", "6"), ("EIT-2", "7")):
        year.run("set", ref, f"indicators={codes}")
    lacking = year.run("check", "register", code=1)
    year.keep("scores", year.run("coverage"), lacking)


def change_the_plan(year: PlayedYear) -> None:
    year.run(
        "add", "EIT", "activity=ปรับลดขั้นตอนการให้บริการและประกาศระยะเวลาแล้วเสร็จ", "responsible=กองคลัง", "--plan", "2-4"
    )
    year.run("set", "EIT-4", "indicators=8")
    year.run("set", "IIT-3", "activity=มอบหมายงานเป็นลายลักษณ์อักษรตามมาตรฐานกำหนดตำแหน่ง", "responsible=กองคลัง")
    year.run("set", "OIT-2", "responsible=สำนักปลัด")
    year.keep("changed-plan", year.run("compare", LAST), year.run("report", "--compare", LAST))


def publish_the_plan(year: PlayedYear) -> None:
    year.run("form", "add", "plan", "--yes")
    year.run("set", "register", "signatories=ผู้เสนอแผน: ก, ปลัด; ผู้อนุมัติแผน: ข, นายก")
    for ref in refs():
        year.run("set", ref, f"indicator=ดำเนินการครบตามแผน {ref}")
    printed = year.run("report", "--form", "plan")
    files = year.run("export", "plan.pdf", "plan.docx", "--form", "plan", "--yes")
    year.keep("published-plan", printed, files, document_text("plan.docx"))


def give_out_sheets(year: PlayedYear) -> None:
    year.run("set", "register", "rounds=6 เดือน = 1-2; 12 เดือน = 1-4")
    year.on(2025, 3, 3)
    made = year.run("export", "--units", "sheets", "--round", "6")
    year.keep("sheets-out", made, "\n".join(sorted(path.name for path in Path("sheets").iterdir())))


def take_in_sheets(year: PlayedYear) -> None:
    year.on(2025, 3, 28)
    told: set[str] = set()
    for path in sorted(Path("sheets").iterdir()):
        data = path.read_bytes()
        sheet = read(data).sheet
        columns = {name: column for column, (name, _heading) in enumerate(sheet.headings, 1)}
        cells = {}
        for ref in [each.ref for each in sheet.measures if each.ref not in told]:  # some measures have two units
            cells[ref, columns["result.2"]] = year.type(f"ดำเนินการแล้วในรอบ 6 เดือนตามมาตรการ {ref}")
            cells[ref, columns["done.2"]] = "✓"
            told.add(ref)
        path.write_bytes(filled(data, cells))
    taken = year.run("import", *map(str, sorted(Path("sheets").iterdir())), "--yes")
    year.keep("sheets-in", taken, year.run("sheets", "--round", "6"))


def see_what_is_due(year: PlayedYear) -> None:
    due = year.run("due", "--days", "7", code=1)
    year.run("due", "--ics", "year.ics")
    year.keep("due", due, Path("year.ics").read_text("utf-8").partition("END:VEVENT")[0])


def report_six_months(year: PlayedYear) -> None:
    for ref in refs():
        if ref != "EIT-4":  # planned from quarter 2
            year.run("set", ref, "--tick", "1", f"result.1=ดำเนินการแล้วในไตรมาสแรก {ref}")
    year.run("form", "add", "follow-up", "--yes")
    year.run(
        "set", "register", "signatories=ผู้เสนอแผน: ก, ปลัด; ผู้อนุมัติแผน: ข, นายก; ผู้รายงาน: ค; ผู้ตรวจสอบ: ง; ผู้บริหารท้องถิ่น: ข"
    )
    report = year.run("report", "--form", "follow-up", "--round", "6")
    files = year.run("export", "follow-up.xlsx", "--form", "follow-up", "--round", "6", "--yes")
    year.keep("six-months", report, files)


async def hold_the_meeting(year: PlayedYear) -> None:
    year.on(2025, 5, 15)
    async with open_screen(RegisterFile(Path(THIS)), MIDDLE, year.day) as desk:
        await open_meeting(desk)
        await desk.press("3", "enter")
        await desk.write("d")
        await desk.until(lambda: "F4" in desk.text, "for the dialog")
        await desk.write(year.type("ให้ส่งภาพถ่ายและเอกสารภายในเดือนนี้"))
        await desk.press("tab", "tab")
        await desk.write("31/5/2568")
        await desk.press("enter")
        await desk.saved()
        shown = "\n".join(desk.lines)
        await end_meeting(desk)
        minutes = "\n".join(desk.lines)
    printed = year.run("minutes")
    year.run("export", "minutes.docx", "--minutes")
    year.keep("meeting", shown, minutes, printed)
    assert "ให้ส่งภาพถ่ายและเอกสารภายในเดือนนี้" in document_text("minutes.docx")


async def end_meeting(desk: Desk) -> None:
    await open_form(desk)
    await desk.press("ctrl+s")
    await desk.until(lambda: "รายงานการประชุมทบทวน" in desk.text, "for the minutes")
    await desk.saved()
    await desk.printed()


def find_what_is_wanting(year: PlayedYear) -> None:
    year.on(2025, 10, 6)
    year.run("set", "EIT", "outcome=คะแนนการประเมินสูงขึ้นกว่าปีก่อน")
    refused = year.run("export", "early.pdf", code=1)
    assert not Path("early.pdf").exists()
    year.run("check", "IIT-3", "--quiet", "no-outcome", "--reason", "ผลลัพธ์อยู่ในแบบวัด")
    year.keep("wanting", year.run("check", "--last", LAST, "--plan", "plan.pdf", code=1), refused)


async def mend_it(year: PlayedYear) -> None:
    for number, ref in enumerate(refs(), 1):
        evidence = f"evidence=หลักฐานชุดที่ {number} | {LINK.format(number)}"
        year.run(
            "set",
            ref,
            "--tick",
            "2-4" if ref == "EIT-4" else "1-4",
            f"result=ดำเนินการครบทั้งปีตามมาตรการ {ref} แล้ว",
            evidence,
        )
        year.run("set", ref, "progress=100", "response=ลด/ควบคุม", f"risk_code=R{number}")
    year.run("set", "EIT", "outcome=คะแนนสูงขึ้นจาก 82.50 เป็น 88.10")
    for code, words in (("IIT", "บุคลากรปฏิบัติงานตามขั้นตอนได้ถูกต้อง"), ("OIT", "ประชาชนเข้าถึงข้อมูลได้ครบถ้วน")):
        year.run("set", code, f"outcome={words}")
    async with open_screen(RegisterFile(Path(THIS)), MIDDLE, year.day) as desk:
        await open_meeting(desk)
        await desk.press("enter")
        await desk.write("c")
        await desk.saved()
        assert desk.on_disk().decisions[0].done
    found = year.run("check", "--last", LAST, "--plan", "plan.pdf")
    year.keep("nothing-wanting", found, json_of(year, "check", "--last", LAST, "--plan", "plan.pdf"))


def publish_the_report(year: PlayedYear) -> None:
    files = year.run("export", "report.pdf", "report.docx")
    year.keep("published-report", year.run("report"), files, document_text("report.docx"))
    register = RegisterFile(Path(THIS)).load()
    assert attached_register(Path("report.pdf")) == register._replace(meetings=(), decisions=(), more=NO_VALUES)


def hand_in_the_evidence(year: PlayedYear) -> None:
    verified = year.run("evidence", "--verify")
    year.keep("evidence", verified, year.run("evidence", "--csv").out.removeprefix("\ufeff"))
    year.run("evidence", "--export", "evidence.xlsx")


def close_the_year(year: PlayedYear) -> None:
    closed = year.run("close", "report.pdf")
    refused = year.run("set", "IIT-1", "--untick", "4", code=1)
    latest = "\n".join(year.run("history").out.splitlines()[:12])
    year.keep("closed", closed, refused, latest)


def begin_next_year(year: PlayedYear) -> None:
    made = year.run("new", "2569", "--from", THIS, "--years", "--register", NEXT)
    table = year.run("report", "--form", "plan", "--register", NEXT)
    year.keep("next-years-register", made, table)
    old, new = (RegisterFile(Path(name)).load() for name in (THIS, NEXT))
    assert [measure.id for measure in new.measures] == [measure.id for measure in old.measures]
    assert (new.closed, new.forms, new.fields, new.signatories) == (
        "",
        tuple(form._replace(text=form.text.replace("2568", "2569")) for form in old.forms),
        old.fields,
        old.signatories,
    )


def refs() -> list[str]:
    register = RegisterFile(Path(THIS)).load()
    return [register.ref(measure) for measure in register.measures]


def json_of(year: PlayedYear, *words: str) -> str:
    found = json.loads(year.run(*words, "--json").out)
    return json.dumps(found, ensure_ascii=False, indent=1)


def document_text(name: str) -> str:
    """Return the texts of a Word file, a line each."""
    with ZipFile(io.BytesIO(Path(name).read_bytes())) as archive:
        body = archive.read("word/document.xml").decode()
    paragraphs = re.findall("<w:p[ >].*?</w:p>", body, re.DOTALL)
    return "\n".join("".join(re.findall("<w:t(?: [^>]*)?>([^<]*)</w:t>", each)) for each in paragraphs)
