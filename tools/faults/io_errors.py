"""An error at each file operation of a save, those of the ways out of an error included."""

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
    """The rows of this part."""
    import_commands()
    once, twice, ever = (Tally(log, *KINDS) for _row in range(3))
    for title, template in templates():
        save = _Save(title, template, contents_of(template))
        calls = save.each(once)
        for number, name in enumerate(calls, 1):
            save.others(once, number, name, plan.every)
        save.each_after(twice, plan.every)
        save.all_from(ever)
    errors = ", ".join(name for name, _blow in OTHERS)
    yield once.row(f"EIO at each file operation of a save; {errors}; short writes", "saves")
    yield twice.row("… and a second error at each operation of the way out", "saves")
    yield ever.row("… and from there on an error at every operation", "saves")
    title = "EIO at the system calls of `itatui set` (strace)"
    if reason := strace.missing():
        yield not_run(title, reason)
        return
    tally = Tally(log, *KINDS)
    for path, before, result, detail in strace.saves_with_faults("error=EIO", plan.every):
        tally.times += 1
        judge(tally, path, before, result, detail)
    yield tally.row(title, "saves")


class _Save:
    """The save that is harmed, on copies of one register."""

    def __init__(self, title: str, template: Path, before: Contents) -> None:
        self.title, self.template, self.before = title, template, before

    def each(self, tally: Tally) -> list[str]:
        """An error at each call, one save after another; returns the names of the calls."""
        names: list[str] = []
        while name := self._once(tally, "EIO at", (len(names) + 1).__eq__, EIO).name:
            names.append(name)
        return names

    def others(self, tally: Tally, number: int, name: str, every: int) -> None:
        """Other errors at one call, or one of them in turn; and of a write a part."""
        for place, (title, fault) in enumerate(OTHERS):
            if (number + place * 2) % every == 0:
                self._once(tally, f"{title} at", number.__eq__, fault)
        if name in WRITES:
            self._once(tally, "a part at", number.__eq__, part)

    def each_after(self, tally: Tally, every: int) -> None:
        """An error at each call, and another one at each so many-th call that comes after it."""
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
        """Errors at a call and at all that come after it."""
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
