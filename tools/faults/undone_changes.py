"""Random changes of a register, its own shape included, that are all undone, then all redone."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from tools.faults.findings import Finding, Log, Tally
from tools.faults.plan import Plan
from tools.faults.random_edits import random_edit
from tools.faults.scratch_registers import new_register, scratch_folder
from tools.faults.shape_edits import shape_edit

LEFT, NOT_REDONE = "changes left after undo", "changes not redone"
CHANGES = 12
"""Changes of a register, half of them of its own shape."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the row of this part."""
    chance, tally = Random(plan.seed), Tally(log, LEFT, NOT_REDONE)
    for number in range(plan.undone):
        with scratch_folder() as folder:
            path = new_register(folder)
            first = RegisterFile(path).load()
            last = play(path, chance)
            undone = _repeated(RegisterFile(path), "undo")
            redone = _repeated(RegisterFile(path), "redo")
        tally.times += 1
        check_undo(tally, first, undone, f"register {number}")
        tally.expect(redone == last, NOT_REDONE, f"register {number}")
    yield tally.row("random changes of measures, tracks, fields and forms, all undone and redone", "registers")


def play(path: Path, chance: Random, changes: int = CHANGES) -> Register:
    """Make random changes of a register, one after the other. Return the last."""
    file = RegisterFile(path)
    for number in range(changes):
        register = file.load()
        edits = shape_edit(chance, register) if number % 2 else random_edit(chance, register, f"u{number}")
        if edits:
            file.apply(*edits)
    return file.load()


def check_undo(tally: Tally, first: Register, undone: Register, detail: str) -> None:
    """Count a register that is not the first again."""
    tally.expect(first == undone, LEFT, detail)


def _repeated(file: RegisterFile, action: str) -> Register:
    """Undo or redo until nothing is left."""
    while True:
        try:
            file.undo() if action == "undo" else file.redo()
        except ItatuiError:
            return file.load()
