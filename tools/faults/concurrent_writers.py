"""Four concurrent writers of the same file, and a reader."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests import reference
from tests.support.register_edits import beside
from tools.faults.findings import Finding, Log, Tally, at_most
from tools.faults.plan import Plan
from tools.faults.scratch_registers import new_register, read_register, scratch_folder
from tools.faults.writer_process import WriterProcess, find_lost_changes

WRITER_FIELDS = (("IIT-2", "result"), ("IIT-2", "result"), ("IIT-2", "outcome"), ("OIT-3", "result"))
"""Two in the same field, a third in another field of that measure, a fourth elsewhere."""
LOST, UNREADABLE, BROKEN, LEFT_BEHIND = "changes lost", "registers unreadable", "broken reads", "files left behind"


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    tally = Tally(log, LOST, UNREADABLE, BROKEN, LEFT_BEHIND)
    with scratch_folder() as folder, ExitStack() as stack:
        path = new_register(folder)
        with _reader(path) as reader:
            writers = [
                stack.enter_context(WriterProcess(path, *place, f"{name}.", plan.changes))
                for name, place in zip("abcd", WRITER_FIELDS, strict=True)
            ]
            for writer in writers:
                errors = writer.wait_for_end()
                reported = len(writer.acknowledged())
                tally.times += reported
                tally.expect(reported == plan.changes, LOST, f"{reported} of {plan.changes} were saved: {errors}")
            *broken, reads = reader.communicate()[0].split("\n")[:-1]
        for line in broken:
            tally.add(BROKEN, line)
        tally.expect(reads.isdigit() and int(reads), BROKEN, "no reads")
        found = read_register(path)
        if isinstance(found, str):
            tally.add(UNREADABLE, found)
        else:
            for fault in find_lost_changes(
                found, reference.register(), [(each, each.acknowledged()) for each in writers]
            ):
                tally.add(LOST, fault)
        tally.expect(not beside(path), LEFT_BEHIND, str(beside(path)))
        yield tally.row(f"changes by four writers at once, with a reader ({reads} reads)")
        yield at_most("… slowest change", tally.times, max(each.slowest for each in writers), 2.0, "s")


def _reader(path: Path) -> "subprocess.Popen[str]":
    """Start a reader that has begun to read and runs until its standard input is closed."""
    words = [sys.executable, "-m", "tools.faults.reader_child", str(path)]
    reader = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    assert reader.stdout is not None and reader.stdout.readline() == "reading\n"
    return reader
