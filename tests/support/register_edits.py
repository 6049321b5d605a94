"""Helpers to edit a register and to inspect its file and folder."""

import json
from pathlib import Path
from typing import Any

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.store import RegisterFile


def measure(register: Register, ref: str = "IIT-2") -> Measure:
    """Return the measure of a reference such as "IIT-2"."""
    found = register.find(ref)
    assert isinstance(found, Measure)
    return found


def edit(file: RegisterFile, after: Any, field: str = "result", ref: str = "IIT-2") -> Edit:
    """Make the edit that sets a field of a measure, from its value as `file` reads it."""
    return set_field(measure(file.load(), ref), field, after)


def write(file: RegisterFile, after: Any, field: str = "result", ref: str = "IIT-2", run: str = "") -> Register:
    """Save a field of a measure."""
    return file.apply(edit(file, after, field, ref), run=run)


def result(file: RegisterFile, ref: str = "IIT-2") -> str:
    """Return the result of a measure in the file."""
    return measure(file.load(), ref).result


def tables(path: Path) -> Any:
    """Parse a file without the store."""
    return json.loads(path.read_text("utf-8"))


def by_hand(path: Path, found: Any) -> None:
    """Write a file like an editor: in place, with another layout."""
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")


def beside(path: Path) -> list[str]:
    """Return the unexpected names beside a register: all but its lock, backups and archive."""
    expected = {path.name, f"{path.name}.lock", f"{path.name}.past", f"{path.name}.history"}
    return sorted(name for each in path.parent.iterdir() if (name := each.name) not in expected)
