"""Writers on the disk and on two more mounts of the same files, whose locks and caches are their own."""

from collections.abc import Iterator
from contextlib import ExitStack

from tests import reference
from tests.support.mounts import KINDS, second_mount, why_no_mount
from tests.support.register_edits import beside
from tools.faults.findings import Finding, Log, Tally, at_most, not_run
from tools.faults.plan import Plan
from tools.faults.scratch_registers import new_register, read_register, scratch_folder
from tools.faults.writer_process import WriterProcess, find_lost_changes

LOST, UNREADABLE, LEFT_BEHIND = "changes lost", "registers unreadable", "files left behind"
PLACES = (("IIT-2", "result"), ("IIT-2", "outcome"), ("OIT-3", "result"))
"""The fields of the writers on the disk, the first mount and the second mount."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    for kind in KINDS:
        title = f"changes by three writers on the disk and two mounts ({kind})"
        if reason := why_no_mount(kind):
            yield not_run(title, reason)
            continue
        tally = Tally(log, LOST, UNREADABLE, LEFT_BEHIND)
        try:
            slowest = _write(tally, kind, plan.mounted)
        except OSError as error:
            yield not_run(title, str(error))
            continue
        yield tally.row(title)
        yield at_most("… slowest change", tally.times, slowest, 5.0, "s")


def _write(tally: Tally, kind: str, count: int) -> float:
    """Write at the same time on three mounts; return the seconds of the slowest change."""
    with scratch_folder() as folder, ExitStack() as stack:
        path = new_register(folder / "office")
        mounts = [stack.enter_context(second_mount(path.parent, folder / name, kind)) for name in ("a", "b")]
        writers = [
            stack.enter_context(WriterProcess(mount / path.name, *place, f"{name}.", count))
            for name, mount, place in zip("dab", (path.parent, *mounts), PLACES, strict=True)
        ]
        for writer in writers:
            errors = writer.wait_for_end()
            reported = len(writer.acknowledged())
            tally.times += reported
            tally.expect(reported == count, LOST, f"{reported} of {count} were saved: {errors[-300:]}")
        found = read_register(path)
        if isinstance(found, str):
            tally.add(UNREADABLE, found)
        else:
            before = reference.register()
            for fault in find_lost_changes(found, before, [(each, each.acknowledged()) for each in writers]):
                tally.add(LOST, fault)
        tally.expect(not beside(path), LEFT_BEHIND, str(beside(path)))
        return max(writer.slowest for writer in writers)
