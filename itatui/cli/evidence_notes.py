"""Notes on evidence that cannot be opened."""

from collections.abc import Iterable
from pathlib import Path

from itatui.cli.output import print_note
from itatui.domain.change import Edit
from itatui.domain.links import is_found
from itatui.domain.measure import Evidence
from itatui.locale import _
from itatui.thai import quote
from itatui.wording.filters import LIST_CELLS


def note_targets(edits: Iterable[Edit], register: Path) -> None:
    """Print a note on new targets that are neither links nor files, as seen from the folder of the register."""
    folder = register.absolute().parent
    new: list[str] = []
    for edit in edits:
        before, after = (value if isinstance(value, tuple) else () for value in (edit.before, edit.after))
        new += [piece.target for piece in after if isinstance(piece, Evidence) and piece not in before]
    if lost := [target for target in new if target and not is_found(target, folder)]:
        words = _("{target} is saved, but it is neither a link nor a file beside the register")
        print_note(words.format(target=quote(", ".join(lost), LIST_CELLS)))
