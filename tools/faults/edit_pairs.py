"""Two users with independent edits of the same register: no change is lost silently."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from itatui.domain.change import Edit
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from tests import reference
from tests.support.strategies import after
from tools.faults.findings import Finding, Log, Tally
from tools.faults.plan import Plan
from tools.faults.random_edits import all_values, random_edit, records_needed, values_after, values_before
from tools.faults.scratch_registers import new_register, read_register, scratch_folder

LOST, OTHERS, NEEDLESS_REFUSALS = "changes lost", "other fields changed", "refusals without a conflict"
PAIRS_PER_REGISTER = 50
"""Pairs per register, each on the result of the last."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    chance = Random(plan.seed)
    tally = Tally(log, LOST, OTHERS, NEEDLESS_REFUSALS)
    refused = 0
    base = reference.register()
    for number in range(plan.pairs):
        base = reference.register() if number % PAIRS_PER_REGISTER == 0 else base
        pair = Pair(base, chance, number)
        base, refusal = pair.apply()
        refused += refusal
        pair.judge(tally, base, refused=refusal, detail=f"pair {number}")
    yield tally.row(f"edits of one state by two users ({refused:,} refused as conflicts)", "pairs")
    tally = Tally(log, LOST, OTHERS, NEEDLESS_REFUSALS)
    while tally.times < plan.stored:
        with scratch_folder() as folder:
            _in_a_file(new_register(folder), chance, tally, min(PAIRS_PER_REGISTER, plan.stored - tally.times))
    yield tally.row("… through two open register files, with history", "pairs")


class Pair:
    """Edits of two users of the same register: the second has seen the first or, mostly, not."""

    def __init__(self, base: Register, chance: Random, number: int) -> None:
        self.base = base
        self.first = random_edit(chance, base, f"a{number}")
        self.middle = after(base, self.first)
        self.second = random_edit(chance, self.middle if chance.random() < 0.3 else base, f"b{number}")

    def apply(self) -> tuple[Register, bool]:
        """Apply both. Return the register and True if the second was refused."""
        try:
            return after(self.middle, self.second), False
        except ItatuiError:
            return self.middle, True

    def judge(self, tally: Tally, register: Register, *, refused: bool, detail: str) -> None:
        """Count the changes of either user that are missing in `register`."""
        tally.times += 1
        detail = f"{detail}: {self.first} | {self.second}"
        before, found = all_values(self.base), all_values(register)
        first, second = values_after(self.first), {} if refused else values_after(self.second)
        replaced = {} if refused else values_before(self.second)
        for key, value in first.items():
            known = key in second and replaced.get(key) == value  # the second user had seen it
            tally.expect(found.get(key) == value or known, LOST, f"{key}: {value!r} is {found.get(key)!r}; {detail}")
        for key, value in second.items():
            tally.expect(found.get(key) == value, LOST, f"{key}: {value!r} is {found.get(key)!r}; {detail}")
        for key in before.keys() - first.keys() - second.keys():
            tally.expect(found.get(key) == before[key], OTHERS, f"{key}: {found.get(key)!r}; {detail}")
        wanted = values_after(self.second)
        common = first.keys() & wanted.keys() | first.keys() & records_needed(self.second)
        tally.expect(common or records_needed(self.first) & wanted.keys() or not refused, NEEDLESS_REFUSALS, detail)


def _in_a_file(path: Path, chance: Random, tally: Tally, pairs: int) -> None:
    mine, theirs = RegisterFile(path), RegisterFile(path)
    for number in range(pairs):
        entries = len(mine.history())
        theirs.load()
        pair = Pair(mine.load(), chance, number)
        mine.apply(*pair.first)
        try:
            theirs.apply(*pair.second)
            refused = False
        except ItatuiError:
            refused = True
        found = read_register(path)
        if isinstance(found, str):
            tally.add(LOST, found)
            return
        pair.judge(tally, found.register, refused=refused, detail=f"pair {tally.times} in a file")
        acknowledged = [*_effective(pair.base, pair.first), *([] if refused else _effective(pair.middle, pair.second))]
        recorded = [edit for change in found.history[entries:] for edit in change.edits]
        tally.expect(recorded == acknowledged, LOST, f"recorded {recorded} of {acknowledged}")


def _effective(register: Register, edits: tuple[Edit, ...]) -> list[Edit]:
    """Return the edits that change something."""
    some = []
    for edit in edits:
        changed = after(register, [edit])
        if changed is not register:
            some.append(edit)
        register = changed
    return some
