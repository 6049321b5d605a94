"""A register of an agency's own shape, made and filled in by keys in a real terminal, and printed by its own form."""

from pathlib import Path

from itatui.domain.quarters import quarters
from itatui.domain.rounds import Round
from itatui.domain.signatories import Signatory
from itatui.store import RegisterFile
from tests.support.officer import quit_app, run_command
from tests.support.terminal import Server, Terminal

AGENCY = "เทศบาลตำบลตัวอย่าง"
FORM = """
name = "budget-plan"
label_th = "แผนและงบประมาณ"
titles = ["แผนและงบประมาณ ปี {year}", "{agency}"]
signatures = ["ผู้รายงาน"]

[[columns]]
heading = "ที่"
holds = "row"

[[columns]]
heading = "กิจกรรม"
holds = "activity"

[[columns]]
heading = "งบประมาณ"
holds = "money"
sum = true

[[columns]]
heading = "วิธีจัดการ"
holds = "choice"

[[columns]]
heading = "รอบ 6 เดือน"
holds = "round:6.result"
"""
FIELDS = (
    # heading, steps to the right to its kind, choices
    ("ปัญหาที่พบ", 0, ""),
    ("ตัวชี้วัดผล", 1, ""),
    ("จำนวนผู้ร่วม", 2, ""),
    ("วงเงินที่ใช้", 3, ""),
    ("ร้อยละที่ทำได้", 4, ""),
    ("วันเริ่มงาน", 5, ""),
    ("ทางเลือก", 6, "ลด, ยอมรับ"),
    ("เอกสารแนบ", 7, ""),
)
VALUES = {
    "text": ("เวลาจำกัด", "เวลาจำกัด"),
    "line": ("ร้อยละ 80", "ร้อยละ 80"),
    "number2": ("๑๒๐", "120"),
    "money": ("๕๐,๐๐๐", "50000"),
    "percent": ("75%", "75"),
    "date": ("15/1/2570", "2027-01-15"),
    "choice": ("ยอมรับ", "ยอมรับ"),
    "links": ("คำสั่ง | https://example.go.th/1", "คำสั่ง | https://example.go.th/1"),
}
"""Text as typed and as kept, by the name that the field is given; in the order of the detail."""


def press(terminal: Terminal, *keys: str) -> None:
    for key in keys:
        terminal.press(key)
        terminal.wait_until_idle()


def write(terminal: Terminal, text: str) -> None:
    terminal.write(text)
    terminal.wait_until_idle()


def go_to(terminal: Terminal, words: str) -> None:
    """Put the cursor of a list on the first row with these words."""
    press(terminal, "Home")
    for _row in range(60):
        if any(line.startswith(("│▌", "▌")) and words in line for line in terminal.lines):
            return
        press(terminal, "Down")
    raise AssertionError(f"{words} is not in the list\n{terminal.text}")


def add(terminal: Terminal, *steps: tuple[str, ...]) -> None:
    """Add an entry to the section under the cursor. Each step is a text to write, or none, and keys."""
    press(terminal, "C-n")
    for text, *keys in steps:
        if text:
            write(terminal, text)
        press(terminal, *keys)
    terminal.wait_for("─ ข้อมูลทะเบียน")


def make_shape(terminal: Terminal, folder: Path) -> None:
    """Make signatory, round, fields, track and form on the register screen."""
    press(terminal, "C-r")
    terminal.wait_for("─ ข้อมูลทะเบียน")
    go_to(terminal, "ผู้ลงนาม")
    add(terminal, ("ผู้รายงาน", "Tab"), ("ก. ตัวอย่าง", "Tab"), ("นักทรัพยากรบุคคล", "Enter"))
    go_to(terminal, "รอบรายงาน")
    add(terminal, ("", "C-s"))
    go_to(terminal, "ช่องข้อมูลที่เพิ่มเอง")
    for heading, steps, choices in FIELDS:  # the cursor is on the field added last
        kind = ("", *["Right"] * steps)
        to_choices = (("", "Tab", "Tab", "Tab"), (choices,)) if choices else ()
        add(terminal, (heading, "Tab"), kind, *to_choices, ("", "C-s"))
    go_to(terminal, "แบบวัด")
    add(terminal, ("มิติ1", "Tab"), ("การสร้างวัฒนธรรมสุจริต", "C-s"))
    (folder / "form.toml").write_text(FORM, encoding="utf-8")
    go_to(terminal, "แบบฟอร์ม")
    add(terminal, ("form.toml", "Enter"))
    press(terminal, "Escape")


def fill_in(terminal: Terminal) -> None:
    """Add a measure to the own track, and write a value in each field, from one to the next by Tab."""
    press(terminal, "Left", "End", "C-n")
    write(terminal, "อบรมจริยธรรมประจำปี")
    press(terminal, "Enter", "Right", "F2", "Tab")  # from the result to that of the first quarter
    write(terminal, "อบรมรุ่นแรกแล้ว")
    press(terminal, "Escape", "End", *["Up"] * (len(VALUES) - 1), "F2")
    for typed, _kept in VALUES.values():
        write(terminal, typed)
        press(terminal, "Tab")


def test_a_register_of_its_own_shape_by_keys_alone(server: Server, file: RegisterFile) -> None:
    path = file.path.with_name("own.json")
    assert server.itatui("new", "2570", "--agency", AGENCY, "--register", str(path)).exit_code() == 0
    terminal = server.itatui("--lang", "th", "--register", str(path), size=(120, 36))
    terminal.wait_for("IIT", "OIT", "F1")
    terminal.wait_until_idle()
    make_shape(terminal, path.parent)
    register = RegisterFile(path).load()
    assert register.signatories == (Signatory("ผู้รายงาน", "ก. ตัวอย่าง", "นักทรัพยากรบุคคล"),)
    assert register.rounds == (Round("6 เดือน", quarters([1, 2])),)
    assert [field.heading_th for field in register.fields] == [heading for heading, _steps, _choices in FIELDS]
    assert register.tracks[-1].code == "มิติ1"
    assert [form.name for form in register.forms] == ["budget-plan"]
    fill_in(terminal)
    (measure,) = RegisterFile(path).load().measures
    assert measure.track == "มิติ1"
    assert {name: measure.more.get(name) for name in VALUES} == {name: kept for name, (_typed, kept) in VALUES.items()}
    assert measure.more.get("result.1") == "อบรมรุ่นแรกแล้ว"
    press(terminal, "Escape", "F8", "f", "Home", "Enter")  # the register's own form is the first
    terminal.wait_for("แผนและงบประมาณ ปี 2570", "50,000", "อบรมรุ่นแรกแล้ว")
    press(terminal, "Escape")
    assert quit_app(terminal) == 0
    printed = run_command(RegisterFile(path), "report", "--form", "budget-plan", "--width", "120").output()
    for words in ("แผนและงบประมาณ ปี 2570", AGENCY, "50,000", "ยอมรับ", "อบรมรุ่นแรกแล้ว", "ก. ตัวอย่าง"):
        assert words in printed
