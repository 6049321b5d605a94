"""Hostile documents through `itatui import`: a line, little time and memory, no file elsewhere and no address."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.faults import strace
from tools.faults.findings import Finding, Log, Tally, at_most, not_run
from tools.faults.plan import Plan
from tools.faults.processes import Result, program
from tools.faults.scratch_registers import new_register, scratch_folder
from tools.intake.hostile import READ, REFUSED, SLOW_CELLS, slow_document

CRASHED, TAKEN, WORDY, CHANGED = "tracebacks", "documents taken", "answers longer than a line", "files changed"
WRITTEN, OPENED = "files written elsewhere", "addresses opened"
SECONDS, MEMORY = 10.0, 400.0
"""Seconds of a processor and MB that a document may take, with the program that reads it."""
_STOP_S = 120
"""Seconds after which a document is given up."""
_CALLS = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat"
_WRITES = re.compile(r"^\d+ +(?:open\w*\(.*O_(?:WRONLY|RDWR|CREAT)|(?:creat|mkdir|rename|unlink|link|symlink)\w*\()")
_PATH = re.compile(r'"(/[^"]*)"')
_ADDRESS = re.compile(r"AF_INET6?\b")


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the rows of this part."""
    part = _Part(log)
    reason = strace.missing()
    for name in [*REFUSED, *READ, *SLOW_CELLS][:: plan.documents]:
        with scratch_folder() as folder:
            part.take(name, folder, traced=not reason)
    yield part.tally.row("hostile documents through `itatui import`", "documents")
    yield at_most("… processor time of the slowest", part.tally.times, part.seconds, SECONDS, "s")
    yield at_most("… peak memory", part.tally.times, part.memory, MEMORY, "MB")
    title = "… their system calls (strace)"
    yield not_run(title, reason) if reason else part.traced.row(title, "documents")


class _Part:
    """State of this part: cases and results."""

    def __init__(self, log: Log) -> None:
        self.tally = Tally(log, CRASHED, TAKEN, WORDY, CHANGED)
        self.traced = Tally(log, WRITTEN, OPENED)
        self.seconds = self.memory = 0.0

    def take(self, name: str, folder: Path, *, traced: bool) -> None:
        """Import a document into a register that it must not change, then once more under strace."""
        register = new_register(folder / "office")
        document = folder / "office" / "document"
        document.write_bytes(slow_document(SLOW_CELLS[name]) if name in SLOW_CELLS else {**REFUSED, **READ}[name]())
        words = ["import", str(document), "--dry-run" if name in SLOW_CELLS else "--yes"]
        before = _contents(register.parent)
        result = program(register, *words, before=["timeout", str(_STOP_S)])
        self.tally.times += 1
        self._judge(name, result)
        if traced:
            self._trace(name, folder, register, words)
        self.tally.expect(_contents(register.parent) == before, CHANGED, name)

    def _judge(self, name: str, result: Result) -> None:
        self.seconds, self.memory = max(self.seconds, result.processor), max(self.memory, result.memory)
        detail = f"{name}: {result.detail}, {result.processor:.1f} s, {result.memory:.0f} MB"
        self.tally.expect(not result.crashed, CRASHED, detail)
        if name in REFUSED:
            self.tally.expect(result.code == 1, TAKEN, detail)
            self.tally.expect(result.out == "" and result.err.count("\n") == 1, WORDY, detail)

    def _trace(self, name: str, folder: Path, register: Path, words: list[str]) -> None:
        """Look at the calls that write or connect."""
        log = folder / "strace.log"
        calls = ["-e", f"trace=%network,{','.join('?' + call for call in _CALLS.split(','))}"]
        program(register, *words, before=["strace", "-f", "-qq", "-o", str(log), *calls])
        self.traced.times += 1
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            self.traced.expect(not _ADDRESS.search(line), OPENED, f"{name}: {line[:160]}")
            if _WRITES.match(line):
                places = [path for path in _PATH.findall(line) if not _is_own(path, folder)]
                self.traced.expect(not places, WRITTEN, f"{name}: {line[:160]}")


def _is_own(path: str, folder: Path) -> bool:
    """Return whether a program may write there: the folder of the test, devices, byte code of Python."""
    return path.startswith((f"{folder}/", "/dev/")) or "/__pycache__" in path


def _contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, without the home of the user."""
    files = (path for path in folder.rglob("*") if path.is_file() and "home" not in path.relative_to(folder).parts)
    return {str(path): path.read_bytes() for path in files}
