"""Print edits, each with the difference of its texts, deletions and insertions marked by signs and by colour."""

from collections.abc import Iterable
from typing import Any

from itatui.cli.output import print_styled
from itatui.domain.change import Edit
from itatui.domain.register import Register
from itatui.domain.text_diff import GONE, NEW, DiffPart, close_up, edit_difference, marked
from itatui.store.format.field_codecs import plain
from itatui.thai import numerals
from itatui.wording.changes import describe

_CONTEXT_LENGTH = 30
"""Code points of unchanged text on either side of a change."""
_SGR = {GONE: "31", NEW: "32"}
"""SGR parameters of ECMA-48: red, green."""


def print_edits(edits: Iterable[Edit], register: Register, indent: str, *, words: bool, colour: bool) -> None:
    """Print edits: a line in words for each if `words` is set, and below it the difference of a text."""
    for edit in edits:
        if words:
            print_styled([("", indent + numerals(describe(edit, register)))], colour=False)
        if pieces := edit_difference(edit, register):
            print_diff(pieces, indent + ("  " if words else ""), colour=colour)


def print_diff(pieces: tuple[DiffPart, ...], indent: str, *, colour: bool) -> None:
    """Print the changed pieces of a text with a little context."""
    shortened = close_up(pieces, _CONTEXT_LENGTH)
    styled = [(_SGR.get(piece.kind, ""), marked((piece,)).replace("\n", f"\n{indent}")) for piece in shortened]
    print_styled([("", indent), *styled], colour=colour)


def edit_view(edit: Edit, register: Register) -> dict[str, Any]:
    """Return an edit as JSON data, with its whole values."""
    return {
        "kind": edit.kind,
        "id": edit.id,
        "field": edit.field,
        "before": plain(edit.before),
        "after": plain(edit.after),
        "words": describe(edit, register),
    }
