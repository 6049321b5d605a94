"""Saves killed at each file operation, by hooks in this suite, and at system calls, by strace."""

import signal
from collections.abc import Iterator
from pathlib import Path

from tools.faults import strace
from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.injection import kill, save_with_faults
from tools.faults.plan import Plan
from tools.faults.processes import import_commands
from tools.faults.save_checks import AFTER, DAMAGED, check_next_save, contents_of, judge, templates
from tools.faults.scratch_registers import Contents, copy_register, new_register, read_register, scratch_folder

FORM_ARGS = ("form", "add", "e-plan", "--yes")
"""Arguments of a change of the register's own shape: four fields and a form."""
FIELD_COUNT = 4


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
    yield _form_added(log)
    title = "`itatui set` killed at system calls (strace)"
    if reason := strace.missing():
        yield not_run(title, reason)
        return
    tally = Tally(log, DAMAGED, AFTER)
    for path, before, result, detail in strace.saves_with_faults("signal=SIGKILL", plan.step):
        tally.times += 1
        judge(tally, path, before, result, detail, killed=True)
    yield tally.row(title)


def _form_added(log: Log) -> Finding:
    """Add a form with its fields, killed at each file operation: all of it is there or nothing."""
    tally = Tally(log, DAMAGED, AFTER)
    with scratch_folder() as folder:
        template = new_register(folder / "office")
        before = contents_of(template)
        number, more = 1, True
        while more:
            path = copy_register(template, folder / "copy")
            done = save_with_faults(path, number.__eq__, kill, FORM_ARGS)
            more = done.result.code == -signal.SIGKILL
            if more:
                tally.times += 1
                judge_form(tally, path, before, f"{number}: {done.name}")
            number += 1
    return tally.row("a form added with its fields, killed at each file operation")


def judge_form(tally: Tally, path: Path, before: Contents, detail: str) -> None:
    """Count failures of a register that got a form with its fields, or did not."""
    found = read_register(path)
    if isinstance(found, str):
        tally.add(DAMAGED, f"{detail}; {found}")
        return
    added = (len(found.register.forms), len(found.register.fields), len(found.history) - len(before.history))
    complete = added == (1, FIELD_COUNT, 1) or found == before
    tally.expect(complete, DAMAGED, f"{detail}; neither the old nor the new one: {added}")
    check_next_save(tally, path, detail)
