"""SIGKILL: a writer of two killed at a random moment, and saves killed at each step."""

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
"""Fields of the second writer: the same field, the same record, another record. The first writes in the first."""
KILLS_PER_REGISTER = 10
"""Kills per register, before its history slows saves down."""
MAX_DELAY_LOOPS = 150_000
"""Loop iterations that take about 1.5 saves."""
LOST, UNREADABLE, BLOCKED, LEFT_BEHIND = "changes lost", "registers unreadable", "writers blocked", "files left behind"


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    tally = Tally(log, LOST, UNREADABLE, BLOCKED, LEFT_BEHIND)
    chance = Random(plan.seed)
    slowest, saved = 0.0, 0
    while tally.times < plan.kills:
        with scratch_folder() as folder:
            round_ = _Round(new_register(folder), chance, tally, min(KILLS_PER_REGISTER, plan.kills - tally.times))
            round_.run()
        slowest, saved = max(slowest, round_.slowest), saved + round_.saved
    yield tally.row("one of two writers killed (SIGKILL) at a random moment")
    yield at_most("… slowest change of the other writer", saved, slowest, 2.0, "s")
    yield from killed_saves.findings(plan, log)


class _Round:
    """Two writers in the same register; killed writers are replaced."""

    def __init__(self, path: Path, chance: Random, tally: Tally, kills: int) -> None:
        self.path, self.chance, self.tally, self.kills = path, chance, tally, kills
        self.slowest = 0.0
        self.saved = 0
        self._before = reference.register()
        self._places = (WRITER_FIELDS[0], chance.choice(WRITER_FIELDS))
        self._writers: list[WriterProcess] = []

    def run(self) -> None:
        """Kill writers, check the register after each, and check that no file is left behind."""
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
        self._check()
        with WriterProcess(self.path, "IIT-1", "result", "z", 1) as last:
            self.tally.expect(last.wait_for_saves(1), BLOCKED, last.wait_for_end())
        self.tally.expect(not beside(self.path), LEFT_BEHIND, str(beside(self.path)))
        self.slowest = max(writer.slowest for writer in self._writers)
        self.saved = sum(len(writer.acknowledged()) for writer in self._writers)

    def _start_writer(self, index: int) -> WriterProcess:
        writer = WriterProcess(self.path, *self._places[index], f"{len(self._writers)}.")
        self._writers.append(writer)
        return writer

    def _kill(self, victim: WriterProcess, other: WriterProcess) -> None:
        self.tally.times += 1
        if not victim.wait_for_saves(self.chance.randrange(1, 8)):
            self.tally.add(BLOCKED, f"did not begin: {victim.kill()}")
        for _iteration in range(self.chance.randrange(MAX_DELAY_LOOPS)):  # not always just after a save
            pass
        victim.kill()
        leftovers = set(beside(self.path))
        other.suspend()  # no changes while reading
        self._check()
        other.resume()
        # Two more changes: the current change, and another that removes leftovers of the killed writer.
        self.tally.expect(
            other.wait_for_more_saves(2), BLOCKED, f"the other did not go on: {other.acknowledged()[-1:]}"
        )
        self.tally.expect(not leftovers & set(beside(self.path)), LEFT_BEHIND, str(leftovers))

    def _check(self) -> None:
        reported = [(writer, writer.acknowledged()) for writer in self._writers]
        found = read_register(self.path)
        if isinstance(found, str):
            self.tally.add(UNREADABLE, found)
            return
        for fault in find_lost_changes(found, self._before, reported):
            self.tally.add(LOST, fault)
