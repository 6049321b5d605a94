"""One save, `itatui set`, that is harmed: how it is given, and what must hold afterwards, whatever was done to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.store import RegisterFile
from tests.support.register_edits import beside, measure, write
from tools.faults.child import Ended
from tools.faults.findings import Tally
from tools.faults.office import Read, desk, new, read, used

REF, TEXT = "IIT-2", "ได้ดำเนินการแล้ว"
WORDS = ("set", REF, f"result={TEXT}", "--untick", "2")
"""The save: two fields of one measure."""
DAMAGED, CRASHED, AFTER = "registers damaged", "tracebacks", "next saves refused"
SAVED, UNCHANGED = 'false "saved"', 'false "nothing was changed"'
KINDS = (DAMAGED, CRASHED, SAVED, UNCHANGED, AFTER)


def templates() -> Iterator[tuple[str, Path]]:
    """A register of each sort that a save meets: never written in, and long in use. They last while one iterates."""
    for title, make in (("new", new), ("used", used)):
        with desk() as folder:
            yield title, make(folder / "office")


def judge(
    tally: Tally,
    path: Path,
    before: Read,
    ended: Ended,
    told: str,
    *,
    killed: bool = False,
    mend: Callable[[], object] = lambda: None,
) -> None:
    """Adds what does not hold of a register on which the save ended so, and after what was wrong is mended."""
    told = f"{told}: {ended.told}"
    found = read(path)
    if isinstance(found, str):
        tally.add(DAMAGED, f"{told}; {found}")
        return
    new_ = saved(found)
    whole = new_ if len(found.history) == len(before.history) + 1 else found == before
    tally.expect(whole, DAMAGED, f"{told}; neither the old nor the new one")
    if not killed:
        tally.expect(not ended.crashed, CRASHED, told)
        tally.expect(ended.code or new_, SAVED, told)
        tally.expect(not (new_ and "nothing was changed" in ended.err), UNCHANGED, told)
        one_line = ended.err.count("\n") == 1 and ended.err.startswith("itatui: ")
        tally.expect(ended.code == 0 or one_line, CRASHED, f"{told}: not one line")
    mend()
    works(tally, path, told)


def saved(found: Read) -> bool:
    """Whether the save is in a register, both its fields."""
    thing = measure(found.register, REF)
    return (thing.result, 2 in thing.done) == (TEXT, False)


def works(tally: Tally, path: Path, told: str) -> None:
    """Saves once more: it must succeed, be there, and leave nothing lying about."""
    try:
        write(RegisterFile(path), "อีก", ref="IIT-3")
    except ItatuiError as error:
        tally.add(AFTER, f"after {told}: {error}")
        return
    tally.expect(measure(RegisterFile(path).load(), "IIT-3").result == "อีก", AFTER, f"after {told}: it is not there")
    tally.expect(not beside(path), AFTER, f"after {told}: left {beside(path)}")


def opened(path: Path) -> Read:
    """What is in a register before it is harmed."""
    file = RegisterFile(path)
    return Read(file.load(), file.history())
