"""What the tests do to registers: write in a field, look in the file, stand beside it."""

import json
from pathlib import Path
from typing import Any

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.store import RegisterFile


def measure(register: Register, ref: str = "IIT-2") -> Measure:
    """The measure that a REF names."""
    found = register.find(ref)
    assert isinstance(found, Measure)
    return found


def edit(file: RegisterFile, after: Any, field: str = "result", ref: str = "IIT-2") -> Edit:
    """The edit that sets one field of one measure, as this opener of the file sees it."""
    return set_field(measure(file.load(), ref), field, after)


def write(file: RegisterFile, after: Any, field: str = "result", ref: str = "IIT-2", run: str = "") -> Register:
    """Sets one field of one measure."""
    return file.apply(edit(file, after, field, ref), run=run)


def result(file: RegisterFile, ref: str = "IIT-2") -> str:
    """What the file says was done."""
    return measure(file.load(), ref).result


def tables(path: Path) -> Any:
    """What is in a file, read by nothing of ours."""
    return json.loads(path.read_text("utf-8"))


def by_hand(path: Path, found: Any) -> None:
    """Writes a file as an editor does: in place, and laid out as the editor likes."""
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")


def beside(path: Path) -> list[str]:
    """What stands beside a register that should not be there: all but its lock, its past and its older history."""
    ours = {path.name, f"{path.name}.lock", f"{path.name}.past", f"{path.name}.history"}
    return sorted(name for each in path.parent.iterdir() if (name := each.name) not in ours)
