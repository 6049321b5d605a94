"""kill -9: writers killed at any moment while others write, and a save killed at each of its steps."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests import reference
from tests.support.register_edits import beside
from tools.faults import killed_saves
from tools.faults.findings import Finding, Log, Tally, at_most
from tools.faults.plan import Plan
from tools.faults.scratch_registers import new_register, read_register, scratch_folder
from tools.faults.writer_process import WriterProcess, find_lost_changes

WRITER_FIELDS = (("IIT-2", "result"), ("IIT-2", "outcome"), ("OIT-3", "result"))
"""Where the second of the two writes; the first is always in the first: one field, one record, another record."""
KILLS_PER_REGISTER = 10
"""Kills in one register, before its history makes each save long."""
MAX_DELAY_TURNS = 150_000
"""Turns of a loop in the time of about a save and a half."""
LOST, UNREADABLE, BLOCKED, LEFT_BEHIND = "changes lost", "registers unreadable", "writers hindered", "files left beside"


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """The rows of this part."""
    tally = Tally(log, LOST, UNREADABLE, BLOCKED, LEFT_BEHIND)
    chance = Random(plan.seed)
    slowest, saved = 0.0, 0
    while tally.times < plan.kills:
        with scratch_folder() as folder:
            round_ = _Round(new_register(folder), chance, tally, min(KILLS_PER_REGISTER, plan.kills - tally.times))
            round_.run()
        slowest, saved = max(slowest, round_.slowest), saved + round_.saved
    yield tally.row("a writer of two killed (SIGKILL) at any moment")
    yield at_most("… the slowest change of those who went on", saved, slowest, 2.0, "s")
    yield from killed_saves.findings(plan, log)


class _Round:
    """Two people in one register, of whom now and then one is killed and somebody else takes the chair."""

    def __init__(self, path: Path, chance: Random, tally: Tally, kills: int) -> None:
        self.path, self.chance, self.tally, self.kills = path, chance, tally, kills
        self.slowest = 0.0
        self.saved = 0
        self._before = reference.register()
        self._places = (WRITER_FIELDS[0], chance.choice(WRITER_FIELDS))
        self._all: list[WriterProcess] = []

    def run(self) -> None:
        """Kills so often, looks each time, and sees that none is left beside in the end."""
        writers = [self._start_writer(0), self._start_writer(1)]
        try:
            for _kill in range(self.kills):
                index = self.chance.randrange(2)
                self._kill(writers[index], writers[1 - index])
                writers[index] = self._start_writer(index)
            for writer in writers:
                self.tally.expect(writer.wait_for_more_saves(1), BLOCKED, "the last of the round did not begin")
        finally:
            for writer in writers:
                writer.kill()
        self._look()
        with WriterProcess(self.path, "IIT-1", "result", "z", 1) as last:
            self.tally.expect(last.wait_for_saves(1), BLOCKED, last.wait_for_end())
        self.tally.expect(not beside(self.path), LEFT_BEHIND, str(beside(self.path)))
        self.slowest = max(writer.slowest for writer in self._all)
        self.saved = sum(len(writer.acknowledged()) for writer in self._all)

    def _start_writer(self, index: int) -> WriterProcess:
        writer = WriterProcess(self.path, *self._places[index], f"{len(self._all)}.")
        self._all.append(writer)
        return writer

    def _kill(self, victim: WriterProcess, other: WriterProcess) -> None:
        self.tally.times += 1
        if not victim.wait_for_saves(self.chance.randrange(1, 8)):
            self.tally.add(BLOCKED, f"did not begin: {victim.wait_for_end()}")
        for _turn in range(self.chance.randrange(MAX_DELAY_TURNS)):  # so that it is not always just after a save
            pass
        victim.kill()
        left = set(beside(self.path))
        other.suspend()  # it would write faster than one can look
        self._look()
        other.resume()
        # What the other one is writing is in place after its next change; what the dead left goes before that.
        self.tally.expect(
            other.wait_for_more_saves(2), BLOCKED, f"the other did not go on: {other.acknowledged()[-1:]}"
        )
        self.tally.expect(not left & set(beside(self.path)), LEFT_BEHIND, str(left))

    def _look(self) -> None:
        said = [(writer, writer.acknowledged()) for writer in self._all]
        found = read_register(self.path)
        if isinstance(found, str):
            self.tally.add(UNREADABLE, found)
            return
        for fault in find_lost_changes(found, self._before, said):
            self.tally.add(LOST, fault)
