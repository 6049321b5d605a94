"""The first start without a register, and a start with a damaged file."""

import json
from pathlib import Path

from itatui.store import RegisterFile
from itatui.store.create import SAMPLE
from tests.support.officer import LIST_FOOTER, SAVED, quit_app
from tests.support.terminal import Server, TerminalModes

WELCOME = "ยินดีต้อนรับสู่ itatui"
ALTERNATE = b"\033[?1049h"
"""The sequence that switches to the alternate screen."""


def test_first_start_welcomes_and_opens_the_sample(server: Server, environment: dict[str, str]) -> None:
    terminal = server.itatui()
    terminal.wait_for(WELCOME, "Enter เปิด")
    path = Path(environment["XDG_DATA_HOME"]) / "itatui" / SAMPLE
    assert not path.parent.exists()
    terminal.press("Enter")
    terminal.wait_for("IIT-1", LIST_FOOTER)
    assert len(RegisterFile(path).load().measures) == 9
    assert quit_app(terminal) == 0
    assert ALTERNATE in terminal.output
    again = server.itatui()
    again.wait_for("IIT-1", LIST_FOOTER)
    assert WELCOME not in again.text
    assert quit_app(again) == 0


def test_new_register_of_the_first_start_is_opened_from_then_on(server: Server, environment: dict[str, str]) -> None:
    terminal = server.itatui(size=(80, 24))
    terminal.wait_for(WELCOME, "Enter เปิด")
    terminal.press("Down", "Enter")
    terminal.wait_for("ชื่อหน่วยงาน", "ปีงบประมาณ (พ.ศ.)", "Enter: ช่องถัดไป")
    for text, key in (("เทศบาลตำบลใหม่", "Enter"), ("ทต.ใหม่", "Tab"), ("2568", "Enter")):
        terminal.write(text)
        terminal.wait_for(text)
        terminal.press(key)  # together with the next text it would be a paste
        terminal.wait_until_idle()
    terminal.wait_for("ทะเบียนใหม่ ทต.ใหม่")  # titles, signatories and the like, once
    terminal.press("Escape")
    terminal.wait_for("ทต.ใหม่", "ปีงบประมาณ 2568", "ยังไม่มีมาตรการ", "^N เพิ่ม")
    terminal.press("C-n")
    terminal.wait_for("มาตรการใหม่")
    terminal.write("จัดทำแผน")
    terminal.press("Enter")
    terminal.wait_for("จัดทำแผน", SAVED)
    assert quit_app(terminal) == 0
    again = server.itatui(size=(80, 24))
    again.wait_for("ทต.ใหม่", "จัดทำแผน", LIST_FOOTER)
    again.press("C-o")
    again.wait_for("สร้างทะเบียนใหม่", "ทต.ใหม่  ปีงบประมาณ 2568")
    again.press("Escape")
    again.wait_for(LIST_FOOTER)
    assert quit_app(again) == 0
    output = terminal.output + again.output
    assert b"Traceback" not in output


def test_quitting_the_welcome_creates_nothing(server: Server, environment: dict[str, str]) -> None:
    terminal = server.itatui()
    terminal.wait_for(WELCOME, "Enter เปิด")
    assert quit_app(terminal) == 0
    assert terminal.modes() == TerminalModes(alternate=False, cursor=True)
    assert not (Path(environment["XDG_DATA_HOME"]) / "itatui").exists()


def test_damaged_file_is_refused_in_a_line_without_a_screen(server: Server, file: RegisterFile) -> None:
    found = json.loads(file.path.read_text("utf-8"))
    damaged = json.dumps(found)[:-1].encode()
    file.path.write_bytes(damaged)
    terminal = server.itatui("--register", file.path.name, size=(400, 24))
    assert terminal.exit_code() == 1
    terminal.wait_for(file.path.name)
    message, *rest = terminal.lines
    assert message.startswith("itatui: ")
    assert set(rest) == {""}
    assert terminal.modes() == TerminalModes(alternate=False, cursor=True)
    terminal.wait_until(lambda: terminal.output.decode("utf-8").strip() == message)
    assert b"\033" not in terminal.output
    assert file.path.read_bytes() == damaged
