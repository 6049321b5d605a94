"""Links of evidence in the bytes for a real terminal: a link around the label, and the link for the clipboard."""

import base64

from itatui.domain.edits import set_field
from itatui.domain.measure import Evidence
from itatui.store import RegisterFile
from tests.support.officer import open_app, quit_app
from tests.support.terminal import Server

LINK = "https://example.go.th/คำสั่ง/12"
ENCODED = b"https://example.go.th/%E0%B8%84%E0%B8%B3%E0%B8%AA%E0%B8%B1%E0%B9%88%E0%B8%87/12"
HOSTILE = "https://example.go.th/\x1b]52;c;eA==\x07"


def test_link_is_sent_with_the_label_and_to_the_clipboard(server: Server, file: RegisterFile) -> None:
    first = file.load().measures[0]
    file.apply(set_field(first, "evidence", (Evidence("คำสั่งที่ ๑๒", LINK),)))
    terminal = open_app(server, file)
    terminal.wait_for("คำสั่งที่ ๑๒")
    terminal.wait_until(lambda: b";" + ENCODED + b"\x1b\\" in terminal.output)
    assert b"\x1b]8;;\x1b\\" in terminal.output
    terminal.press("C-c")
    terminal.wait_for("คัดลอก")
    terminal.wait_until(lambda: b"\x1b]52;c;" + base64.b64encode(ENCODED) + b"\x07" in terminal.output)
    assert quit_app(terminal) == 0


def test_hostile_link_is_shown_as_text_alone(server: Server, file: RegisterFile) -> None:
    first = file.load().measures[0]
    file.apply(set_field(first, "evidence", (Evidence("หลักฐานปลอม", HOSTILE),)))
    terminal = open_app(server, file)
    terminal.wait_for("หลักฐานปลอม")
    terminal.wait_until_idle()
    assert b"\x1b]8;id" not in terminal.output
    assert b"\x1b]52" not in terminal.output
    assert quit_app(terminal) == 0
