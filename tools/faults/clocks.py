"""Wrong clocks and mixed time zones: the first backup is always the newest of those kept."""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.support.backup_clock import BackupClock
from tools.faults.findings import Finding, Log, Tally, not_run
from tools.faults.plan import Plan
from tools.faults.processes import Result, command, import_commands, program
from tools.faults.save_checks import REF
from tools.faults.scratch_registers import new_register, read_register, scratch_folder

ORDER, REFUSED = "older backups restored", "saves refused"
ZONES = ("UTC", "Asia/Bangkok", "America/Los_Angeles", "Pacific/Kiritimati")
JUMPS_S = (0, 1, -1, 30, 3600, -7 * 3600, 90_000, -400 * 86_400)
"""Seconds by which the clock is moved before a save."""
_START = datetime(2026, 11, 27, 3, tzinfo=UTC)

Run = Callable[..., Result]


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    import_commands()
    tally = Tally(log, ORDER, REFUSED)
    for seed in range(plan.clocks):
        play(tally, random.Random(f"{plan.seed} {seed}"), set_clock, f"sequence {seed}")
    yield tally.row("saves in random zones with clock jumps, then `restore 1`", "sequences")
    title = "… with the clock of `faketime`"
    if shutil.which("faketime") is None:
        yield not_run(title, "faketime is missing")
        return
    tally = Tally(log, ORDER, REFUSED)
    for seed in range(plan.faked_clocks):
        play(tally, random.Random(f"{plan.seed} {seed}"), fake_clock, f"sequence {seed} of faketime", saves=5)
    yield tally.row(title, "sequences")


def play(tally: Tally, chance: random.Random, run: Run, detail: str, saves: int = 25) -> None:
    """Save up to `saves` times in random zones and with clock jumps, damage the file, and restore the first backup."""
    tally.times += 1
    with scratch_folder() as folder:
        path, moment = new_register(folder), _START
        count = chance.randint(3, saves)
        for number in range(count):
            moment += timedelta(seconds=chance.choice(JUMPS_S))
            done = run(path, "set", REF, f"result={number}", moment=moment, zone=chance.choice(ZONES))
            if not tally.expect(done.code == 0, REFUSED, f"{detail}: {done.detail}"):
                return
        path.write_bytes(b"{")
        done = run(path, "restore", "1", moment=moment, zone=chance.choice(ZONES))
        found = read_register(path)
        changes = -1 if isinstance(found, str) else len(found.history)
        good = done.code == 0 and changes == count - 1
        tally.expect(good, ORDER, f"{detail}: {changes} changes after {count}; {done.detail}")


def set_clock(path: Path, *words: str, moment: datetime, zone: str) -> Result:
    """Run a command in a fork whose backups see another clock."""
    return command(path, *words, prepare=partial(_set_clock, moment, zone))


def _set_clock(moment: datetime, zone: str) -> None:
    BackupClock(pytest.MonkeyPatch()).moment = moment
    os.environ["TZ"] = zone
    time.tzset()


def fake_clock(path: Path, *words: str, moment: datetime, zone: str) -> Result:
    """Run a real program under `faketime`."""
    stamp = moment.strftime("%Y-%m-%d %H:%M:%S")
    return program(path, *words, before=("env", "TZ=UTC", "faketime", stamp, "env", f"TZ={zone}"))
