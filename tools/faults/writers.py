"""Four who write in one file at once, while a fifth reads all the time."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests import reference
from tests.support.register_edits import beside
from tools.faults.findings import Finding, Say, Tally, at_most
from tools.faults.office import desk, new, read
from tools.faults.officers import Officer, lost
from tools.faults.plan import Plan

PLACES = (("IIT-2", "result"), ("IIT-2", "result"), ("IIT-2", "outcome"), ("OIT-3", "result"))
"""Two in one field, a third in another field of that measure, a fourth elsewhere."""
LOST, UNREADABLE, BROKEN, STRAY = "changes lost", "registers unreadable", "broken reads", "files left beside"


def findings(plan: Plan, say: Say) -> Iterator[Finding]:
    """The rows of this part."""
    tally = Tally(say, LOST, UNREADABLE, BROKEN, STRAY)
    with desk() as folder, ExitStack() as seats:
        path = new(folder)
        with _reader(path) as reader:
            officers = [
                seats.enter_context(Officer(path, *place, f"{name}.", plan.changes))
                for name, place in zip("abcd", PLACES, strict=True)
            ]
            for officer in officers:
                complaint = officer.leaves()
                said = len(officer.acknowledged())
                tally.times += said
                tally.expect(said == plan.changes, LOST, f"{said} of {plan.changes} were saved: {complaint}")
            *broken, reads = reader.communicate()[0].split("\n")[:-1]
        for line in broken:
            tally.add(BROKEN, line)
        tally.expect(reads.isdigit() and int(reads), BROKEN, "none was read")
        found = read(path)
        if isinstance(found, str):
            tally.add(UNREADABLE, found)
        else:
            for fault in lost(found, reference.register(), [(each, each.acknowledged()) for each in officers]):
                tally.add(LOST, fault)
        tally.expect(not beside(path), STRAY, str(beside(path)))
        yield tally.row(f"changes by four at once, one reading all the time ({reads} times)")
        yield at_most("… the slowest change", tally.times, max(each.slowest for each in officers), 2.0, "s")


def _reader(path: Path) -> "subprocess.Popen[str]":
    """Somebody who reads by now, until nothing more can be typed to them."""
    words = [sys.executable, "-m", "tools.faults.reader", str(path)]
    reader = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    assert reader.stdout is not None and reader.stdout.readline() == "reading\n"
    return reader
