"""kill -9: writers killed at any moment while others write, and a save killed at each of its steps."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests import reference
from tests.support.register_edits import beside
from tools.faults import killed_steps
from tools.faults.findings import Finding, Say, Tally, at_most
from tools.faults.office import desk, new, read
from tools.faults.officers import Officer, lost
from tools.faults.plan import Plan

PLACES = (("IIT-2", "result"), ("IIT-2", "outcome"), ("OIT-3", "result"))
"""Where the second of the two writes; the first is always in the first: one field, one record, another record."""
LASTS = 10
"""Kills in one register, before its history makes each save long."""
LONGEST = 150_000
"""Turns of a loop in the time of about a save and a half."""
LOST, UNREADABLE, STUCK, STRAY = "changes lost", "registers unreadable", "writers hindered", "files left beside"


def findings(plan: Plan, say: Say) -> Iterator[Finding]:
    """The rows of this part."""
    tally = Tally(say, LOST, UNREADABLE, STUCK, STRAY)
    chance = Random(plan.seed)
    slowest, saved = 0.0, 0
    while tally.times < plan.kills:
        with desk() as folder:
            round_ = _Round(new(folder), chance, tally, min(LASTS, plan.kills - tally.times))
            round_.run()
        slowest, saved = max(slowest, round_.slowest), saved + round_.saved
    yield tally.row("a writer of two killed (SIGKILL) at any moment")
    yield at_most("… the slowest change of those who went on", saved, slowest, 2.0, "s")
    yield from killed_steps.findings(plan, say)


class _Round:
    """Two people in one register, of whom now and then one is killed and somebody else takes the chair."""

    def __init__(self, path: Path, chance: Random, tally: Tally, kills: int) -> None:
        self.path, self.chance, self.tally, self.kills = path, chance, tally, kills
        self.slowest = 0.0
        self.saved = 0
        self._before = reference.register()
        self._places = (PLACES[0], chance.choice(PLACES))
        self._all: list[Officer] = []

    def run(self) -> None:
        """Kills so often, looks each time, and sees that none is left beside in the end."""
        seats = [self._sits_down(0), self._sits_down(1)]
        try:
            for _kill in range(self.kills):
                seat = self.chance.randrange(2)
                self._kill(seats[seat], seats[1 - seat])
                seats[seat] = self._sits_down(seat)
            for officer in seats:
                self.tally.expect(officer.goes_on(1), STUCK, "the last of the round did not begin")
        finally:
            for officer in seats:
                officer.kill()
        self._look()
        with Officer(self.path, "IIT-1", "result", "z", 1) as last:
            self.tally.expect(last.says(1), STUCK, last.leaves())
        self.tally.expect(not beside(self.path), STRAY, str(beside(self.path)))
        self.slowest = max(officer.slowest for officer in self._all)
        self.saved = sum(len(officer.acknowledged()) for officer in self._all)

    def _sits_down(self, seat: int) -> Officer:
        officer = Officer(self.path, *self._places[seat], f"{len(self._all)}.")
        self._all.append(officer)
        return officer

    def _kill(self, victim: Officer, other: Officer) -> None:
        self.tally.times += 1
        if not victim.says(self.chance.randrange(1, 8)):
            self.tally.add(STUCK, f"did not begin: {victim.leaves()}")
        for _turn in range(self.chance.randrange(LONGEST)):  # so that it is not always just after a save
            pass
        victim.kill()
        left = set(beside(self.path))
        other.stops()  # it would write faster than one can look
        self._look()
        other.resumes()
        # What the other one is writing is in place after its next change; what the dead left goes before that.
        self.tally.expect(other.goes_on(2), STUCK, f"the other did not go on: {other.acknowledged()[-1:]}")
        self.tally.expect(not left & set(beside(self.path)), STRAY, str(left))

    def _look(self) -> None:
        said = [(officer, officer.acknowledged()) for officer in self._all]
        found = read(self.path)
        if isinstance(found, str):
            self.tally.add(UNREADABLE, found)
            return
        for fault in lost(found, self._before, said):
            self.tally.add(LOST, fault)
