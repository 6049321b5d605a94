"""One save, `itatui set`, that is harmed: how it is given, and what must hold afterwards, whatever was done to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from tests.support.register_edits import beside, measure, write
from tools.faults.findings import Tally
from tools.faults.processes import Result
from tools.faults.scratch_registers import Contents, new_register, read_register, scratch_folder, used_register

REF, TEXT = "IIT-2", "ได้ดำเนินการแล้ว"
SAVE_ARGS = ("set", REF, f"result={TEXT}", "--untick", "2")
"""The save: two fields of one measure."""
DAMAGED, CRASHED, AFTER = "registers damaged", "tracebacks", "next saves refused"
SAVED, UNCHANGED = 'false "saved"', 'false "nothing was changed"'
KINDS = (DAMAGED, CRASHED, SAVED, UNCHANGED, AFTER)


def templates() -> Iterator[tuple[str, Path]]:
    """A register of each sort that a save meets: never written in, and long in use. They last while one iterates."""
    for title, make in (("new", new_register), ("used", used_register)):
        with scratch_folder() as folder:
            yield title, make(folder / "office")


def judge(
    tally: Tally,
    path: Path,
    before: Contents,
    result: Result,
    detail: str,
    *,
    killed: bool = False,
    cure: Callable[[], object] = lambda: None,
) -> None:
    """Adds what does not hold of a register on which the save ended so, and after what was wrong is mended."""
    detail = f"{detail}: {result.detail}"
    found = read_register(path)
    if isinstance(found, str):
        tally.add(DAMAGED, f"{detail}; {found}")
        return
    new_ = is_saved(found)
    whole = new_ if len(found.history) == len(before.history) + 1 else found == before
    tally.expect(whole, DAMAGED, f"{detail}; neither the old nor the new one")
    if not killed:
        tally.expect(not result.crashed, CRASHED, detail)
        tally.expect(result.code or new_, SAVED, detail)
        tally.expect(not (new_ and "nothing was changed" in result.err), UNCHANGED, detail)
        one_line = result.err.count("\n") == 1 and result.err.startswith("itatui: ")
        tally.expect(result.code == 0 or one_line, CRASHED, f"{detail}: not one line")
    cure()
    check_next_save(tally, path, detail)


def is_saved(found: Contents) -> bool:
    """Whether the save is in a register, both its fields."""
    thing = measure(found.register, REF)
    return (thing.result, 2 in thing.done) == (TEXT, False)


def check_next_save(tally: Tally, path: Path, detail: str) -> None:
    """Saves once more: it must succeed, be there, and leave nothing lying about."""
    try:
        write(RegisterFile(path), "อีก", ref="IIT-3")
    except ItatuiError as error:
        tally.add(AFTER, f"after {detail}: {error}")
        return
    tally.expect(measure(RegisterFile(path).load(), "IIT-3").result == "อีก", AFTER, f"after {detail}: it is not there")
    tally.expect(not beside(path), AFTER, f"after {detail}: left {beside(path)}")


def contents_of(path: Path) -> Contents:
    """What is in a register before it is harmed."""
    file = RegisterFile(path)
    return Contents(file.load(), file.history())
