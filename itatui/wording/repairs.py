"""Repairs in words and pieces: of which field they are, why a place is doubtful, what would stand there instead."""

import re
from collections.abc import Iterator

from itatui.domain.apply import value_of
from itatui.domain.edits import set_field
from itatui.domain.field_text import written_value
from itatui.domain.register import Register
from itatui.domain.repairs import Repair
from itatui.domain.text_diff import GONE, NEW, SAME, Piece, text_difference
from itatui.locale import N_, _
from itatui.thai.repair.suggestions import LINE, LOST, SLIPPED, SPACE, Suggestion
from itatui.wording.changes import subject_of

_WHY = {
    SLIPPED: N_("a mark at the wrong letter"),
    LOST: N_("a mark is lost"),
    SPACE: N_("a space inside a word"),
    LINE: N_("a line that ends in the middle of a sentence"),
}
_END = "↵"
"""Stands for the end of a line."""


def why(suggestion: Suggestion) -> str:
    """Why a place is doubtful."""
    return _(_WHY[suggestion.why])


def place_of(repair: Repair, register: Register) -> str:
    """Of which field of what a repair is: `IIT-2 Result`."""
    edit = set_field(repair.thing, repair.field.name, None)
    return f"{subject_of(edit, register)} {_(repair.field.title)}"


def damaged_words(count: int) -> str:
    """How many letters are to be mended."""
    return _("{count} letters have their marks out of order").format(count=count)


def mended_pieces(repair: Repair, register: Register) -> tuple[Piece, ...]:
    """What mending makes of a text, without what is only doubtful in it."""
    before = written_value(register, repair.field, value_of(repair.thing, repair.field.name))
    return text_difference(before, repair.text)


def doubtful_pieces(repair: Repair, at: int) -> tuple[Piece, ...]:
    """One suggestion (from 0) in its text, which is on one line: `↵` stands where it ends one."""
    each, text = repair.doubtful[at], repair.text
    around = text[: each.start].replace("\n", _END), text[each.end :].replace("\n", _END)
    changed = _joined(each) if each.why == LINE else [Piece(GONE, each.before), Piece(NEW, each.after)]
    pieces = [Piece(SAME, around[0]), *changed, Piece(SAME, around[1])]
    return tuple(piece for piece in pieces if piece.text)


def _joined(each: Suggestion) -> Iterator[Piece]:
    """The lines that would be joined, with what would be between them."""
    at = 0
    for part in re.split("([ \t]*\n[ \t]*)", each.before):
        if "\n" not in part:
            yield Piece(SAME, part)
            at += len(part)
            continue
        yield Piece(GONE, _END)
        if each.after[at : at + 1] == " ":
            yield Piece(NEW, " ")
            at += 1
