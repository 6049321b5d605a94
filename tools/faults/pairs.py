"""Two people who change one register, neither knowing of the other: no change is lost without a word."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from itatui.domain.change import ConflictError, Edit
from itatui.domain.register import Register
from itatui.store import RegisterFile
from tests import reference
from tests.support.strategies import after
from tools.faults.deeds import deed, named, values, wanted
from tools.faults.findings import Finding, Say, Tally
from tools.faults.office import desk, new, read
from tools.faults.plan import Plan

LOST, OTHERS, NEEDLESS = "changes lost", "other fields changed", "refused without a conflict"
LASTS = 50
"""Pairs on one register, each on what the last one left, before a new one is taken."""


def findings(plan: Plan, say: Say) -> Iterator[Finding]:
    """The rows of this part."""
    chance = Random(plan.seed)
    tally = Tally(say, LOST, OTHERS, NEEDLESS)
    refused = 0
    base = reference.register()
    for number in range(plan.pairs):
        base = reference.register() if number % LASTS == 0 else base
        pair = Pair(base, chance, number)
        base, refusal = pair.meet()
        refused += refusal
        pair.judge(tally, base, refused=refusal, told=f"pair {number}")
    yield tally.row(f"two people's edits of one state ({refused:,} of them refused as conflicts)", "pairs")
    tally = Tally(say, LOST, OTHERS, NEEDLESS)
    while tally.times < plan.stored:
        with desk() as folder:
            _in_a_file(new(folder), chance, tally, min(LASTS, plan.stored - tally.times))
    yield tally.row("… through two openings of a register file, with its history", "pairs")


class Pair:
    """Two people's deeds on one register: the second has seen the first one's, or (mostly) not."""

    def __init__(self, base: Register, chance: Random, number: int) -> None:
        self.base = base
        self.first = deed(chance, base, f"a{number}")
        self.middle = after(base, self.first)
        self.second = deed(chance, self.middle if chance.random() < 0.3 else base, f"b{number}")

    def meet(self) -> tuple[Register, bool]:
        """The register after both, and whether the second was refused."""
        try:
            return after(self.middle, self.second), False
        except ConflictError:
            return self.middle, True

    def judge(self, tally: Tally, register: Register, *, refused: bool, told: str) -> None:
        """Adds what was lost of either deed, in the register that was found after both."""
        tally.times += 1
        told = f"{told}: {self.first} | {self.second}"
        before, found = values(self.base), values(register)
        first, second = wanted(self.first), {} if refused else wanted(self.second)
        replaced = {} if refused else named(self.second)
        for key, value in first.items():
            known = key in second and replaced.get(key) == value  # the second one saw it, and named it
            tally.expect(found.get(key) == value or known, LOST, f"{key}: {value!r} is {found.get(key)!r}; {told}")
        for key, value in second.items():
            tally.expect(found.get(key) == value, LOST, f"{key}: {value!r} is {found.get(key)!r}; {told}")
        for key in before.keys() - first.keys() - second.keys():
            tally.expect(found.get(key) == before[key], OTHERS, f"{key}: {found.get(key)!r}; {told}")
        meet = first.keys() & wanted(self.second).keys()
        tally.expect(meet or not refused, NEEDLESS, told)


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
        except ConflictError:
            refused = True
        found = read(path)
        if isinstance(found, str):
            tally.add(LOST, found)
            return
        pair.judge(tally, found.register, refused=refused, told=f"pair {tally.times} in a file")
        acknowledged = [*_effective(pair.base, pair.first), *([] if refused else _effective(pair.middle, pair.second))]
        recorded = [edit for change in found.history[entries:] for edit in change.edits]
        tally.expect(recorded == acknowledged, LOST, f"recorded {recorded} of {acknowledged}")


def _effective(register: Register, edits: tuple[Edit, ...]) -> list[Edit]:
    """Those of the edits that change something."""
    some = []
    for edit in edits:
        changed = after(register, [edit])
        if changed is not register:
            some.append(edit)
        register = changed
    return some
