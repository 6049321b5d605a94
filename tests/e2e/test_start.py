"""The first start, where there is no register yet, and a start with a file that is none."""

import json
from pathlib import Path

from itatui.store import RegisterFile
from itatui.store.creating import SAMPLE
from tests.e2e.officer import LIST, leaves
from tests.e2e.terminal import Order, Server

ALTERNATE = b"\033[?1049h"
"""What a program writes that takes the whole screen."""


def test_the_first_start_makes_a_copy_and_opens_it(server: Server, environment: dict[str, str]) -> None:
    terminal = server.itatui()
    terminal.sees("IIT-1", LIST)
    path = Path(environment["XDG_DATA_HOME"]) / "itatui" / SAMPLE
    assert len(RegisterFile(path).load().measures) == 9
    assert leaves(terminal) == 0
    terminal.sees("ทำสำเนาทะเบียนตัวอย่างไว้ให้แล้วที่")
    assert str(path) in terminal.text.replace("\n", "")
    assert ALTERNATE in terminal.written
    again = server.itatui()
    again.sees("IIT-1", LIST)
    assert leaves(again) == 0
    assert "ทำสำเนา" not in again.written.decode("utf-8", "replace")


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
