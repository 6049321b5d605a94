"""Registers with long Thai names, up to the 255 bytes of a file system: saved, put aside, restored."""

from collections.abc import Iterator
from pathlib import Path

from itatui.store import create
from itatui.store.files.side_names import MAX_NAME_BYTES
from tests import reference
from tools.faults.findings import Finding, Log, Tally
from tools.faults.plan import Plan
from tools.faults.processes import command, import_commands
from tools.faults.save_checks import REF
from tools.faults.scratch_registers import read_register, scratch_folder

REFUSED, LOST, CRASHED = "commands refused", "changes lost", "tracebacks"
_LETTERS = "ทะเบียนมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
_START = 200
"""Bytes of the shortest name."""


def findings(plan: Plan, log: Log) -> Iterator[Finding]:
    """Yield the row of this part."""
    import_commands()
    tally = Tally(log, REFUSED, LOST, CRASHED)
    for size in range(_START, MAX_NAME_BYTES + 1, plan.names):
        with scratch_folder() as folder:
            _use(tally, folder / _name(size))
    yield tally.row(f"names of {_START} to {MAX_NAME_BYTES} bytes: saved, damaged, restored", "commands")


def _name(size: int) -> str:
    """Return a file name of this many bytes, of three bytes a letter and ASCII at its end."""
    letters, rest = divmod(size - len(".json"), 3)
    return (_LETTERS * 3)[:letters] + "x" * rest + ".json"


def _use(tally: Tally, path: Path) -> None:
    create(path, reference.register())
    damage = ("restore", "1")
    for words in (("set", REF, "result=ก"), ("set", REF, "result=ข"), damage, damage, ("undo",), ("doctor",)):
        if words == damage:
            path.write_bytes(b"{")
        done = command(path, *words)
        tally.times += 1
        detail = f"{len(path.name.encode())} bytes, {words}: {done.detail}"
        tally.expect(not done.crashed, CRASHED, detail)
        tally.expect(done.code == 0, REFUSED, detail)
    found = read_register(path)
    tally.expect(not isinstance(found, str) and len(found.history) == 2, LOST, f"{path.name}: {found!r:.200}")
