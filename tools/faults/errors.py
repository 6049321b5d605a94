"""An error at each file operation of a save, those of the ways out of an error included."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.faults import system
from tools.faults.calls import WRITES
from tools.faults.child import warm
from tools.faults.findings import Finding, Say, Tally, not_tried
from tools.faults.harms import Blow, Harmed, error, harmed, part
from tools.faults.office import Read, copied, desk
from tools.faults.plan import Plan
from tools.faults.saves import KINDS, judge, opened, templates

EIO = error(errno.EIO)
OTHERS = (("ENOSPC", error(errno.ENOSPC)), ("EACCES", error(errno.EACCES)), ("EINTR", error(errno.EINTR)))


def findings(plan: Plan, say: Say) -> Iterator[Finding]:
    """The rows of this part."""
    warm()
    once, twice, ever = (Tally(say, *KINDS) for _row in range(3))
    for title, template in templates():
        save = _Save(title, template, opened(template))
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
    if reason := system.missing():
        yield not_tried(title, reason)
        return
    tally = Tally(say, *KINDS)
    for path, before, ended, told in system.harmed("error=EIO", plan.every):
        tally.times += 1
        judge(tally, path, before, ended, told)
    yield tally.row(title, "saves")


class _Save:
    """The save that is harmed, on copies of one register."""

    def __init__(self, title: str, template: Path, before: Read) -> None:
        self.title, self.template, self.before = title, template, before

    def each(self, tally: Tally) -> list[str]:
        """An error at each call, one save after another; returns the names of the calls."""
        names: list[str] = []
        while name := self._once(tally, "EIO at", (len(names) + 1).__eq__, EIO).name:
            names.append(name)
        return names

    def others(self, tally: Tally, number: int, name: str, every: int) -> None:
        """Other errors at one call, or one of them in turn; and of a write a part."""
        for place, (title, blow) in enumerate(OTHERS):
            if (number + place * 2) % every == 0:
                self._once(tally, f"{title} at", number.__eq__, blow)
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

    def _once(self, tally: Tally | None, told: str, chosen: Callable[[int], bool], blow: Blow) -> Harmed:
        with desk() as folder:
            path = copied(self.template, folder / "office")
            done = harmed(path, chosen, blow)
            if tally and done.name:
                tally.times += 1
                judge(tally, path, self.before, done.ended, f"{self.title}, {told} {done.calls}: {done.name}")
            return done
