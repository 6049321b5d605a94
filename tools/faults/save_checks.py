"""Save under test, `itatui set`, and the checks after a fault."""

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
"""Arguments of the save: two fields of a measure."""
DAMAGED, CRASHED, AFTER = "registers damaged", "tracebacks", "next saves refused"
SAVED, UNCHANGED = 'false "saved"', 'false "nothing was changed"'
KINDS = (DAMAGED, CRASHED, SAVED, UNCHANGED, AFTER)


def templates() -> Iterator[tuple[str, Path]]:
    """Yield a new and a used register. They exist during the iteration."""
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
    """Count failures of a register after a save with a fault, and after the cure."""
    detail = f"{detail}: {result.detail}"
    found = read_register(path)
    if isinstance(found, str):
        tally.add(DAMAGED, f"{detail}; {found}")
        return
    is_new = is_saved(found)
    complete = is_new if len(found.history) == len(before.history) + 1 else found == before
    tally.expect(complete, DAMAGED, f"{detail}; neither the old nor the new one")
    if not killed:
        tally.expect(not result.crashed, CRASHED, detail)
        tally.expect(result.code or is_new, SAVED, detail)
        tally.expect(not (is_new and "nothing was changed" in result.err), UNCHANGED, detail)
        tally.expect(result.code == 0 or _is_one_line(result.err), CRASHED, f"{detail}: not one line")
    cure()
    check_next_save(tally, path, detail)


def is_saved(found: Contents) -> bool:
    """Return True if both fields are saved."""
    thing = measure(found.register, REF)
    return (thing.result, 2 in thing.done) == (TEXT, False)


def check_next_save(tally: Tally, path: Path, detail: str) -> None:
    """Save again: it must succeed and leave no files behind."""
    try:
        write(RegisterFile(path), "อีก", ref="IIT-3")
    except ItatuiError as error:
        tally.add(AFTER, f"after {detail}: {error}")
        return
    tally.expect(measure(RegisterFile(path).load(), "IIT-3").result == "อีก", AFTER, f"after {detail}: it is not there")
    tally.expect(not beside(path), AFTER, f"after {detail}: left {beside(path)}")


def contents_of(path: Path) -> Contents:
    """Return the contents of a register before a fault."""
    file = RegisterFile(path)
    return Contents(file.load(), file.history())


def _is_one_line(text: str) -> bool:
    """Test whether an error is told in a line; a line before it may say that the configuration is not read."""
    lines = [line for line in text.splitlines() if not line.endswith("the default settings are used")]
    return len(lines) == 1 and lines[0].startswith("itatui: ") and text.endswith("\n")
