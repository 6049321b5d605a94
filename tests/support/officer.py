"""An officer at a terminal: opening, editing and quitting itatui, and reading the result back from screen and file."""

import json
from typing import Any

from itatui.domain.measure import Measure
from itatui.store import RegisterFile
from tests.support.command_line import Answer, run_program
from tests.support.terminal import Server, Terminal

SAVED = "บันทึกแล้ว"
LIST_FOOTER = "F2 แก้ไข"
"""Shown in the footer while the list has the focus, never while a text is edited."""
EDITOR_FOOTER = "^S บันทึก"


def open_app(server: Server, file: RegisterFile, size: tuple[int, int] = (120, 36)) -> Terminal:
    """Open the register and wait until the list is shown."""
    terminal = server.itatui("--register", str(file.path), size=size)
    terminal.wait_for("IIT-1", LIST_FOOTER)
    return terminal


def start_editing(terminal: Terminal) -> None:
    """Open the editor of the result under the cursor, with the cursor at the end of the text."""
    terminal.press("F2")
    terminal.wait_for(EDITOR_FOOTER)
    terminal.press("End")


def quit_app(terminal: Terminal) -> int:
    """Quit with Ctrl+Q and return the exit code."""
    terminal.press("C-q")
    return terminal.exit_code()


def list_row(terminal: Terminal, ref: str) -> str:
    """Return the first line of a measure in the list, or "" if it is not shown."""
    return next((line.partition(ref)[2].partition("││")[0] for line in terminal.lines if f"│{ref} " in line), "")


def detail_text(terminal: Terminal) -> str:
    """Return the text of the detail pane without spaces and line ends, since a line may end inside a phrase."""
    panes = [line[:-2].split("││") for line in terminal.lines if line.endswith("│")]  # without scroll bar and border
    return "".join(pane[-1].strip("▌ ").replace(" ", "") for pane in panes)


def saved_result(file: RegisterFile, ref: str) -> str:
    """Return the result of a measure in the file."""
    measure = file.load().find(ref)
    assert isinstance(measure, Measure)
    return measure.result


def run_command(file: RegisterFile, *words: str) -> Answer:
    """Run a command on the register in a process of its own."""
    return run_program(*words, "--register", str(file.path), environment={"XDG_CONFIG_HOME": str(file.path.parent)})


def saved_measure(file: RegisterFile, ref: str) -> dict[str, Any]:
    """Return the answer of `itatui show REF --json`."""
    measure: dict[str, Any] = json.loads(run_command(file, "show", ref, "--json").output())
    return measure
