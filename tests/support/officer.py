"""What an officer does with itatui in a terminal, and what is then found in the file by another program."""

import json
from typing import Any

from itatui.domain.measure import Measure
from itatui.store import RegisterFile
from tests.support.command_line import Answer, shell
from tests.support.terminal import Server, Terminal

SAVED = "บันทึกแล้ว"
LIST = "F2 แก้ไข"
"""What the foot says in the list; nobody is offered it while a text is edited."""
EDITOR = "^S บันทึก"


def sits_down(server: Server, file: RegisterFile, size: tuple[int, int] = (120, 36)) -> Terminal:
    """Opens the register, and waits until it is there."""
    terminal = server.itatui("--register", str(file.path), size=size)
    terminal.sees("IIT-1", LIST)
    return terminal


def edits(terminal: Terminal) -> None:
    """Writes at the end of the result of the measure under the cursor."""
    terminal.press("F2")
    terminal.sees(EDITOR)
    terminal.press("End")


def leaves(terminal: Terminal) -> int:
    """Leaves; returns the exit code."""
    terminal.press("C-q")
    return terminal.code()


def row(terminal: Terminal, ref: str) -> str:
    """The first line of a measure in the list; empty when it is not there."""
    return next((line.partition(ref)[2].partition("││")[0] for line in terminal.lines if f"│{ref} " in line), "")


def detail(terminal: Terminal) -> str:
    """The text in the detail, without spaces and ends of lines: a word may stand on two lines."""
    parts = [line.split("││") for line in terminal.lines]
    return "".join(part[2].strip("│█▌ ").replace(" ", "") for part in parts if len(part) > 2)


def result(file: RegisterFile, ref: str) -> str:
    """The result of a measure as the file has it."""
    measure = file.load().find(ref)
    assert isinstance(measure, Measure)
    return measure.result


def ask(file: RegisterFile, *words: str) -> Answer:
    """Gives a command on the register, as a program of its own."""
    return shell(*words, "--register", str(file.path), environment={"XDG_CONFIG_HOME": str(file.path.parent)})


def shown(file: RegisterFile, ref: str) -> dict[str, Any]:
    """What `itatui show --json` says of a measure."""
    answer: dict[str, Any] = json.loads(ask(file, "show", ref, "--json").told())
    return answer
