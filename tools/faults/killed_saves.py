"""Saves killed at each file operation, by hooks in this suite, and at system calls, by strace."""

import signal
from collections.abc import Iterator

from tools.faults import strace
from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.injection import kill, save_with_faults
from tools.faults.plan import Plan
from tools.faults.processes import import_commands
from tools.faults.save_checks import AFTER, DAMAGED, contents_of, judge, templates
from tools.faults.scratch_registers import copy_register, scratch_folder


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    tally = Tally(log, DAMAGED, AFTER)
    import_commands()
    for title, template in templates():
        before = contents_of(template)
        number, more = 1, True
        while more:
            with scratch_folder() as folder:
                path = copy_register(template, folder / "office")
                done = save_with_faults(path, number.__eq__, kill)
                more = done.result.code == -signal.SIGKILL
                if more:
                    tally.times += 1
                    judge(tally, path, before, done.result, f"{title}, {number}: {done.name}", killed=True)
                number += 1
    yield tally.row("a save killed at each file operation")
    title = "`itatui set` killed at system calls (strace)"
    if reason := strace.missing():
        yield not_run(title, reason)
        return
    tally = Tally(log, DAMAGED, AFTER)
    for path, before, result, detail in strace.saves_with_faults("signal=SIGKILL", plan.step):
        tally.times += 1
        judge(tally, path, before, result, detail, killed=True)
    yield tally.row(title)
