"""Damaged files: every command refuses them in a single line, with little memory, and leaves them unchanged."""

from collections.abc import Iterator
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from itatui.store.backups import backup_folder
from tests.support.register_edits import edit, write
from tools.faults.findings import Finding, Log, Tally, at_most
from tools.faults.mutants import Mutant, mutants
from tools.faults.plan import Plan
from tools.faults.processes import Result, command, import_commands, program, run_forked
from tools.faults.scratch_registers import new_register, scratch_folder
from tools.faults.screen_session import open_and_quit

CRASHED, DONE, CHANGED, WORDY = "tracebacks", "exits 0", "files changed", "answers longer than a line"
KINDS = (CRASHED, DONE, CHANGED, WORDY)
COMMANDS = (("show",), ("set", "IIT-2", "result=ใหม่"), ("report",), ("history",), ("undo",))
LARGE = 1024 * 1024
"""Bytes above which only programs open a file, because a fork has the memory of the suite."""
HUGE = 2 * 1024**3
"""Bytes of a sparse file larger than any register."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    import_commands()
    part = _Part(plan, log)
    with scratch_folder() as folder:
        for number, mutant in enumerate(mutants(_good(folder / "good"), plan.mutants, plan.seed)):
            part.try_all(folder, mutant, number)
        slowest, refused = _huge(folder, part)
    yield part.damaged.row("damaged files × show, set, report, history, undo", "files")
    yield part.screens.row("… × opening the screen", "files")
    yield part.valid.row("modified files that are still valid × all of these", "files")
    yield at_most("peak memory of all these", part.tried, part.memory, 600, "MB")
    yield at_most("refusal of a 2 GB file", refused, slowest, 1.0, "s")


def _good(folder: Path) -> bytes:
    """Return a valid register with history, the source of the damaged files."""
    path = new_register(folder)
    file = RegisterFile(path)
    write(file, ("สำนักปลัด", "กองช่าง"), "responsible")
    write(file, "ได้ดำเนินการแล้ว", "outcome", "EIT-1")
    file.apply(edit(file, after=False, field="done.3"))
    file.undo()
    return path.read_bytes()


class _Part:
    """State of this part: cases and results."""

    def __init__(self, plan: Plan, log: Log) -> None:
        self.plan = plan
        self.damaged, self.screens = (Tally(log, *KINDS) for _row in range(2))
        self.valid = Tally(log, CRASHED)
        self.tried = 0
        self.memory = 0.0

    def try_all(self, folder: Path, mutant: Mutant, number: int) -> None:
        """Try every command and the screen on a file."""
        path = folder / f"{number}" / "register.json"
        path.parent.mkdir()
        path.write_bytes(mutant.data)
        damaged = len(mutant.data) > LARGE or not mutant.is_json or _damaged(path)
        tally = self.damaged if damaged else self.valid
        tally.times += 1
        as_program = len(mutant.data) > LARGE or self._is_in_share(number, self.plan.programs)
        for words in COMMANDS:
            result = (program if as_program else command)(path, *words)
            self.judge(tally, path, mutant.data, result, f"{number}, {mutant.name}: {' '.join(words)}")
        if self._is_in_share(number, self.plan.screens) or (damaged and as_program):
            tally = self.screens if damaged else self.valid
            self.screens.times += damaged
            self.judge(tally, path, mutant.data, open_and_quit(path), f"{number}, {mutant.name}: the screen")

    def _is_in_share(self, number: int, share: int) -> bool:
        """Return True for `share` files spread evenly over all."""
        return number * share // self.plan.mutants != (number + 1) * share // self.plan.mutants

    def judge(self, tally: Tally, path: Path, data: bytes | None, result: Result, detail: str) -> None:
        """Count failures of opening a file, and restore it."""
        self.tried += 1
        self.memory = max(self.memory, result.memory)
        detail = f"{detail}: {result.detail}"
        tally.expect(not result.crashed, CRASHED, detail)
        if tally is not self.valid:
            tally.expect(result.code, DONE, detail)
            tally.expect(result.out == "" and result.err.strip().count("\n") == 0, WORDY, detail)
            tally.expect(data is None or path.read_bytes() == data, CHANGED, detail)
        if data is not None:
            path.write_bytes(data)


def _damaged(path: Path) -> bool:
    """Return True if a new reader refuses the file. Reads in a fork, whose memory is not counted."""

    def look() -> int:
        try:
            RegisterFile(path).load()
        except ItatuiError:
            return 1
        return 0

    return bool(run_forked(look).code)


def _huge(folder: Path, part: _Part) -> tuple[float, int]:
    """Return the longest time to refuse a 2 GB file, and the number of tries. Its backup is as large."""
    path = new_register(folder / "huge")
    backup_folder(path).mkdir()
    for file in (path, backup_folder(path) / "20260101-000000-000000.json"):
        with file.open("wb") as sparse:
            sparse.truncate(HUGE)
    tries = [program(path, *words) for words in COMMANDS]
    for result in tries:
        part.judge(part.damaged, path, None, result, "2 GB")
    part.damaged.expect(path.stat().st_size == HUGE, CHANGED, "2 GB")
    return max(result.seconds for result in tries), len(tries)
