"""Errors at each file operation of a save, including those of the error handling."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.faults import strace
from tools.faults.file_calls import WRITES
from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.injection import Fault, FaultySave, error, part, save_with_faults
from tools.faults.plan import Plan
from tools.faults.processes import import_commands
from tools.faults.save_checks import KINDS, contents_of, judge, templates
from tools.faults.scratch_registers import Contents, copy_register, scratch_folder

EIO = error(errno.EIO)
OTHERS = (("ENOSPC", error(errno.ENOSPC)), ("EACCES", error(errno.EACCES)), ("EINTR", error(errno.EINTR)))


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    import_commands()
    single, double, repeated = (Tally(log, *KINDS) for _row in range(3))
    for title, template in templates():
        save = _Save(title, template, contents_of(template))
        calls = save.each(single)
        for number, name in enumerate(calls, 1):
            save.others(single, number, name, plan.step)
        save.each_after(double, plan.step)
        save.all_from(repeated)
    errors = ", ".join(name for name, _fault in OTHERS)
    yield single.row(f"EIO at each file operation of a save; {errors}; short writes", "saves")
    yield double.row("… and a second error during error handling", "saves")
    yield repeated.row("… and errors at all following operations", "saves")
    title = "EIO at system calls of `itatui set` (strace)"
    if reason := strace.missing():
        yield not_run(title, reason)
        return
    tally = Tally(log, *KINDS)
    for path, before, result, detail in strace.saves_with_faults("error=EIO", plan.step):
        tally.times += 1
        judge(tally, path, before, result, detail)
    yield tally.row(title, "saves")


class _Save:
    """Save with faults, on copies of a register."""

    def __init__(self, title: str, template: Path, before: Contents) -> None:
        self.title, self.template, self.before = title, template, before

    def each(self, tally: Tally) -> list[str]:
        """Fail each call in turn. Return the names of the calls."""
        names: list[str] = []
        while name := self._once(tally, "EIO at", (len(names) + 1).__eq__, EIO).name:
            names.append(name)
        return names

    def others(self, tally: Tally, number: int, name: str, every: int) -> None:
        """Raise other errors at a call, or every n-th of them, and short writes."""
        for place, (title, fault) in enumerate(OTHERS):
            if (number + place * 2) % every == 0:
                self._once(tally, f"{title} at", number.__eq__, fault)
        if name in WRITES:
            self._once(tally, "a part at", number.__eq__, part)

    def each_after(self, tally: Tally, every: int) -> None:
        """Fail each call, and another call after it, every n-th."""
        number, more = 1, True
        while more:
            first, second = number, number + 1 + number % every
            calls = self._once(None, "", first.__eq__, EIO).calls
            while second <= calls:
                self._once(tally, f"EIO at {first} and", {first, second}.__contains__, EIO)
                second += every
            more = calls >= number
            number += 1

    def all_from(self, tally: Tally) -> None:
        """Fail a call and all that follow."""
        number = 1
        while self._once(tally, f"EIO from {number} on, last at", number.__le__, EIO).calls >= number:
            number += 1

    def _once(self, tally: Tally | None, detail: str, selected: Callable[[int], bool], fault: Fault) -> FaultySave:
        with scratch_folder() as folder:
            path = copy_register(self.template, folder / "office")
            done = save_with_faults(path, selected, fault)
            if tally and done.name:
                tally.times += 1
                judge(tally, path, self.before, done.result, f"{self.title}, {detail} {done.calls}: {done.name}")
            return done
