"""Edits as lines for a person, and as JSON: what was done, and below it what became of a text.

What is gone and what is new is marked by signs, and by colour where the terminal has it.
"""

from collections.abc import Iterable
from typing import Any

from itatui.cli.output import answer_painted
from itatui.domain.change import Edit
from itatui.domain.register import Register
from itatui.domain.text_diff import GONE, NEW, DiffPart, close_up, edit_difference, marked
from itatui.store.format.field_codecs import plain
from itatui.thai import numerals
from itatui.wording.changes import describe

_AROUND = 30
"""Characters of what stayed that are shown on either side of a change."""
_COLOURS = {GONE: "31", NEW: "32"}
"""Red and green, as ECMA-48 numbers them."""


def answer_edits(edits: Iterable[Edit], register: Register, indent: str, *, words: bool, colour: bool) -> None:
    """Shows edits, each in words when it is wanted, and for texts the difference below."""
    for edit in edits:
        if words:
            answer_painted([("", indent + numerals(describe(edit, register)))], colour=False)
        if pieces := edit_difference(edit, register):
            answer_pieces(pieces, indent + ("  " if words else ""), colour=colour)


def answer_pieces(pieces: tuple[DiffPart, ...], indent: str, *, colour: bool) -> None:
    """Shows what became of a text: what was changed, and a little of what stands around it."""
    near = close_up(pieces, _AROUND)
    painted = [(_COLOURS.get(piece.kind, ""), marked((piece,)).replace("\n", f"\n{indent}")) for piece in near]
    answer_painted([("", indent), *painted], colour=colour)


def edit_picture(edit: Edit, register: Register) -> dict[str, Any]:
    """An edit as JSON shows it to other programs, its values whole."""
    return {
        "kind": edit.kind,
        "id": edit.id,
        "field": edit.field,
        "before": plain(edit.before),
        "after": plain(edit.after),
        "words": describe(edit, register),
    }
