"""A text written in the user's own editor, which has the terminal until it ends."""

import signal
import sys
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.store import RegisterFile
from itatui.thai import repair_text
from tests.support.draft_desk import kept
from tests.support.officer import LIST_FOOTER
from tests.support.raw_terminal import RawTerminal, no_answer, raw_terminal

F2, CTRL_E, ESC, CTRL_Q = b"\x1bOQ", b"\x05", b"\x1b", b"\x11"
OPENED = "^E"
"""In the footer while a field is open."""
NEW = "ได้จัดอบรมแล้ว\nทุกกองงาน"
EDITOR = """
import os, pathlib, signal, sys
path = pathlib.Path(sys.argv[-1])
signal.signal(signal.SIGINT, lambda *_: None)
print("EDITING", path.name, oct(path.stat().st_mode & 0o777), oct(path.parent.stat().st_mode & 0o777), flush=True)
print("HOLDS", path.read_text("utf-8")[:12], flush=True)
"""
"""The beginning of every editor of these tests."""


def editor(tmp_path: Path, code: str) -> str:
    """Return the command of an editor that runs this code with the file as `path`."""
    script = tmp_path / "my editor.py"
    script.write_text(EDITOR + code, "utf-8")
    return f"{sys.executable} '{script}'"


def open_field(run: RawTerminal) -> None:
    """Open the result of IIT-1."""
    run.wait_for("IIT-1", LIST_FOOTER)
    run.send(F2)
    run.wait_for(OPENED)


def leave(run: RawTerminal) -> None:
    """Leave field and program."""
    run.send(ESC)
    run.wait_for(LIST_FOOTER)
    run.send(CTRL_Q)
    assert run.wait_for_exit() == 0


def result(file: RegisterFile) -> str:
    return file.load().measures[0].result


@pytest.mark.parametrize("name", ["EDITOR", "VISUAL"])
def test_a_text_from_the_editor_is_one_change(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path, name: str
) -> None:
    command = editor(tmp_path, f"path.write_text({NEW + chr(10)!r}, 'utf-8')")
    others = {"EDITOR": "no-such-editor"} if name == "VISUAL" else {}
    before, changes = result(file), len(file.history())
    with raw_terminal([sys.executable, "-m", "itatui"], {**variables, **others, name: command}, no_answer) as run:
        open_field(run)
        run.send("ก".encode())
        run.send(CTRL_E)
        run.wait_for("EDITING IIT-1-สรุปผล.txt 0o600 0o700", "ทุกกองงาน")
        run.wait_until(lambda: result(file) == NEW)
        leave(run)
    assert [change.edits[0].before for change in file.history()[changes:]] == [before, f"{before}ก"]
    file.undo()
    assert result(file) == f"{before}ก"


def test_the_text_is_cleaned_and_repaired_as_a_paste(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path
) -> None:
    damaged = "เพ่ือประชาชน\x1b[31m\u202eที่ดี"
    command = editor(tmp_path, f"path.write_text({damaged!r}, 'utf-8')")
    with raw_terminal([sys.executable, "-m", "itatui"], {**variables, "EDITOR": command}, no_answer) as run:
        open_field(run)
        run.send(CTRL_E)
        run.wait_until(lambda: result(file).startswith("เพื่อประชาชน"))
        leave(run)
    assert result(file) == repair_text("เพ่ือประชาชน[31mที่ดี")[0]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sys.exit(3)", "จบการทำงานด้วยรหัส 3"),
        ("path.write_text('', 'utf-8')", "ไฟล์ว่างเปล่า"),
        ("path.write_bytes(b'\\xa1\\xa2')", "ไฟล์ไม่ใช่ UTF-8"),
        ("path.write_text('x' * 1_000_001, 'utf-8')", "ไฟล์ใหญ่กว่า 1 MB"),
        ("path.unlink()", "ข้อความยังคงเดิม"),
        ("path.write_text('งานที่เขียน', 'utf-8'); sys.exit(1)", "ไฟล์ของท่าน"),
    ],
)
def test_text_that_cannot_be_taken_is_told_in_a_line_and_changes_nothing(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path, code: str, words: str
) -> None:
    before = file.load()
    with raw_terminal(
        [sys.executable, "-m", "itatui"],
        {**variables, "EDITOR": editor(tmp_path, code), "TMPDIR": str(tmp_path)},
        no_answer,
    ) as run:
        open_field(run)
        run.send(CTRL_E)
        run.wait_for(words)
        leave(run)
    assert file.load() == before
    if "เขียน" in code:
        assert [path.read_text("utf-8") for path in tmp_path.glob("itatui-*/*.txt")] == ["งานที่เขียน"]


@pytest.mark.parametrize(("command", "words"), [("no-such-editor -x", "ไม่พบโปรแกรม"), ("'open", "ไม่พบโปรแกรม")])
def test_a_missing_editor_is_told(variables: dict[str, str], file: RegisterFile, command: str, words: str) -> None:
    before = file.load()
    with raw_terminal([sys.executable, "-m", "itatui"], {**variables, "EDITOR": command}, no_answer) as run:
        open_field(run)
        run.send(CTRL_E)
        run.wait_for(words)
        leave(run)
    assert file.load() == before


WAITING = "print('WAITS', flush=True); sys.stdin.readline()"


def test_others_can_write_and_ctrl_c_is_the_editors(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path
) -> None:
    command = editor(tmp_path, f"{WAITING}; path.write_text({NEW!r}, 'utf-8')")
    with raw_terminal([sys.executable, "-m", "itatui"], {**variables, "EDITOR": command}, no_answer) as run:
        open_field(run)
        run.send(CTRL_E)
        run.wait_for("WAITS")
        file.apply(set_field(file.load().measures[1], "result", "ของผู้อื่น"))
        run.kill(signal.SIGINT)
        run.send(b"\n")
        run.wait_until(lambda: result(file) == NEW)
        run.wait_for("ทุกกองงาน")
        leave(run)
    assert file.load().measures[1].result == "ของผู้อื่น"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_what_the_editor_has_written(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path, number: signal.Signals
) -> None:
    command = editor(tmp_path, f"path.write_text({NEW!r}, 'utf-8'); {WAITING}")
    with raw_terminal([sys.executable, "-m", "itatui"], {**variables, "EDITOR": command}, no_answer) as run:
        open_field(run)
        run.send("ก".encode())
        run.send(CTRL_E)
        run.wait_for("WAITS")
        run.kill(number)
        assert run.wait_for_exit() == 128 + number
    assert result(file) == NEW
    assert kept(tmp_path / "state" / "itatui" / "drafts") == []


def test_text_saved_by_the_editor_is_a_draft_after_a_kill(
    variables: dict[str, str], file: RegisterFile, tmp_path: Path
) -> None:
    drafts = tmp_path / "state" / "itatui" / "drafts"
    command = editor(tmp_path, f"path.write_text({NEW!r}, 'utf-8'); {WAITING}")
    with raw_terminal([sys.executable, "-m", "itatui"], {**variables, "EDITOR": command}, no_answer) as run:
        open_field(run)
        run.send(CTRL_E)
        run.wait_for("WAITS")
        run.wait_until(lambda: any(NEW in draft.values() for draft in kept(drafts)))
        run.kill(signal.SIGKILL)
        assert run.wait_for_exit() == -signal.SIGKILL
