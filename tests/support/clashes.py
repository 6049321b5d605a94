"""Two users in one field."""

from itatui.domain.edits import remove_measure, set_field
from itatui.store import RegisterFile
from itatui.store.identity import Identity
from itatui.tui.dialogs.conflict import ConflictDialog
from tests.support.desk import Desk

MINE, THEIRS, THIRD = "ของฉันที่น้ำใส", "ของเขา", "คนที่สาม"
SOMCHAI = Identity("somchai")


def write_elsewhere(file: RegisterFile, field: str = "result", text: object = THEIRS, at: int = 0) -> None:
    """Change a field of a measure in another process."""
    other = RegisterFile(file.path, SOMCHAI)
    other.apply(set_field(other.load().measures[at], field, text))  # type: ignore[arg-type]


def remove_elsewhere(file: RegisterFile, at: int = 0) -> None:
    """Remove a measure in another process."""
    other = RegisterFile(file.path, SOMCHAI)
    other.apply(*remove_measure(other.load().measures[at]))


async def type_mine(desk: Desk) -> None:
    await desk.press("f2", "f7")
    await desk.write(MINE)


def contested(desk: Desk) -> bool:
    return desk.editor is not None and desk.editor.contested is not None


def choosing(desk: Desk) -> bool:
    return isinstance(desk.app.screen, ConflictDialog)


async def clash(desk: Desk, file: RegisterFile, key: str = "escape") -> None:
    """Type in the first result, change it elsewhere, and press a key that leaves the field."""
    await type_mine(desk)
    write_elsewhere(file)
    await desk.press(key)
    await desk.until(lambda: choosing(desk), "to be asked")
    await desk.pilot.pause()


async def choose(desk: Desk, key: str) -> None:
    await desk.write(key)
    await desk.press("enter")
    await desk.until(lambda: not choosing(desk), "the view to go")
    await desk.saved()


def result(desk: Desk) -> str:
    """Return the result of the first measure in the file."""
    return desk.on_disk().measures[0].result
