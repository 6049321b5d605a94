"""A save killed at each of its calls of the system: in this suite's own shim, and in a program under strace."""

import signal
from collections.abc import Iterator

from tools.faults import system
from tools.faults.child import warm
from tools.faults.findings import Finding, Say, Tally, not_tried
from tools.faults.harms import harmed, kill
from tools.faults.office import copied, desk
from tools.faults.plan import Plan
from tools.faults.saves import AFTER, DAMAGED, judge, opened, templates


def findings(plan: Plan, say: Say) -> Iterator[Finding]:
    """The rows of this part."""
    tally = Tally(say, DAMAGED, AFTER)
    warm()
    for title, template in templates():
        before = opened(template)
        number, more = 1, True
        while more:
            with desk() as folder:
                path = copied(template, folder / "office")
                done = harmed(path, number.__eq__, kill)
                more = done.ended.code == -signal.SIGKILL
                if more:
                    tally.times += 1
                    judge(tally, path, before, done.ended, f"{title}, {number}: {done.name}", killed=True)
                number += 1
    yield tally.row("a save killed at each of its file operations")
    title = "`itatui set` killed at its system calls (strace)"
    if reason := system.missing():
        yield not_tried(title, reason)
        return
    tally = Tally(say, DAMAGED, AFTER)
    for path, before, ended, told in system.harmed("signal=SIGKILL", plan.every):
        tally.times += 1
        judge(tally, path, before, ended, told, killed=True)
    yield tally.row(title)
