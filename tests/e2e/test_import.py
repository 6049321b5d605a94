"""Last year's Word report to this year's register, on the screen alone, by real keys."""

from pathlib import Path

from itatui.store import RegisterFile
from tests import reference
from tests.support.officer import quit_app
from tests.support.terminal import Server
from tools.intake.tables import by_track
from tools.intake.word_file import word_file

STEPS: tuple[tuple[str, str], ...] = (
    ("End", "เอกสารของปีก่อน"),
    ("Enter", "report_2567.docx"),
    ("End", "report_2567.docx"),
    ("Enter", "2568"),
    ("C-s", "9"),
    ("Enter", "ผู้ลงนาม"),
    ("Escape", "IIT-1"),
)
"""Keys, by tmux's names, each with a text that follows it."""


def test_last_years_report_becomes_this_years_register_in_seven_keys(server: Server, tmp_path: Path) -> None:
    register = reference.register()
    table = by_track(register)._replace(caption=f"{register.agency} ประจำปีงบประมาณ 2567")
    (tmp_path / "report_2567.docx").write_bytes(word_file([table], title=register.title))
    terminal = server.itatui("--lang", "th", size=(80, 24))
    terminal.wait_for("สร้างทะเบียนใหม่")
    terminal.wait_until_idle()
    for key, text in STEPS:
        terminal.press(key)
        terminal.wait_for(text)
        terminal.wait_until_idle()
    assert quit_app(terminal) == 0
    new = RegisterFile(tmp_path / "data" / "itatui" / "register_2568.json").load()
    assert (new.agency, new.fiscal_year) == (register.agency, 2568)
    old = register.measures
    assert [each.activity for each in new.measures] == [each.activity for each in old]
    assert [each.responsible for each in new.measures] == [each.responsible for each in old]
    assert [each.planned for each in new.measures] == [each.planned for each in old]
    assert not any(each.result or each.done or each.outcome for each in new.measures)
