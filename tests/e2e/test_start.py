"""The first start, where there is no register yet, and a start with a file that is none."""

import json
from pathlib import Path

from itatui.store import RegisterFile
from itatui.store.create import SAMPLE
from tests.support.officer import LIST, SAVED, leaves
from tests.support.terminal import Order, Server

WELCOME = "ยินดีต้อนรับสู่ itatui"
ALTERNATE = b"\033[?1049h"
"""What a program writes that takes the whole screen."""


def test_the_first_start_welcomes_and_opens_the_sample(server: Server, environment: dict[str, str]) -> None:
    terminal = server.itatui()
    terminal.sees(WELCOME, "Enter เปิด")
    path = Path(environment["XDG_DATA_HOME"]) / "itatui" / SAMPLE
    assert not path.parent.exists()
    terminal.press("Enter")
    terminal.sees("IIT-1", LIST)
    assert len(RegisterFile(path).load().measures) == 9
    assert leaves(terminal) == 0
    assert ALTERNATE in terminal.written
    again = server.itatui()
    again.sees("IIT-1", LIST)
    assert WELCOME not in again.text
    assert leaves(again) == 0


def test_the_first_start_begins_a_new_register_which_is_opened_from_then_on(
    server: Server, environment: dict[str, str]
) -> None:
    terminal = server.itatui(size=(80, 24))
    terminal.sees(WELCOME, "Enter เปิด")
    terminal.press("Down", "Enter")
    terminal.sees("ชื่อหน่วยงาน", "Enter: ต่อไป")
    terminal.write("เทศบาลตำบลใหม่")
    terminal.press("Enter")
    terminal.sees("ปีงบประมาณ (พ.ศ.)")
    terminal.press(*["BSpace"] * 4)
    terminal.write("2568")
    terminal.press("Enter")
    terminal.sees("เทศบาลตำบลใหม่", "ปีงบประมาณ 2568", LIST)
    terminal.press("C-n")
    terminal.sees("มาตรการใหม่")
    terminal.write("จัดทำแผน")
    terminal.press("Enter")
    terminal.sees("จัดทำแผน", SAVED)
    assert leaves(terminal) == 0
    again = server.itatui(size=(80, 24))
    again.sees("เทศบาลตำบลใหม่", "จัดทำแผน", LIST)
    again.press("C-o")
    again.sees("เทศบาลตำบลใหม่  ปีงบประมาณ 2568  " + environment["XDG_DATA_HOME"][:20])
    again.press("Escape")
    again.sees(LIST)
    assert leaves(again) == 0
    written = terminal.written + again.written
    assert b"Traceback" not in written


def test_who_leaves_the_welcome_has_made_nothing(server: Server, environment: dict[str, str]) -> None:
    terminal = server.itatui()
    terminal.sees(WELCOME, "Enter เปิด")
    assert leaves(terminal) == 0
    assert terminal.order() == Order(alternate=False, cursor=True)
    assert not (Path(environment["XDG_DATA_HOME"]) / "itatui").exists()


def test_a_damaged_file_is_one_line_and_no_screen(server: Server, file: RegisterFile) -> None:
    found = json.loads(file.path.read_text("utf-8"))
    damaged = json.dumps(found)[:-1].encode()
    file.path.write_bytes(damaged)
    terminal = server.itatui("--register", file.path.name, size=(400, 24))
    assert terminal.code() == 1
    terminal.sees(file.path.name)
    said, *rest = terminal.lines
    assert said.startswith("itatui: ")
    assert set(rest) == {""}
    assert terminal.order() == Order(alternate=False, cursor=True)
    terminal.until(lambda: terminal.written.decode("utf-8").strip() == said)
    assert b"\033" not in terminal.written
    assert file.path.read_bytes() == damaged
