"""A save killed at each of its calls of the system: in this suite's own shim, and in a program under strace."""

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
    """The rows of this part."""
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
    yield tally.row("a save killed at each of its file operations")
    title = "`itatui set` killed at its system calls (strace)"
    if reason := strace.missing():
        yield not_run(title, reason)
        return
    tally = Tally(log, DAMAGED, AFTER)
    for path, before, result, detail in strace.saves_with_faults("signal=SIGKILL", plan.every):
        tally.times += 1
        judge(tally, path, before, result, detail, killed=True)
    yield tally.row(title)
