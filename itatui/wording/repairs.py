"""Repairs in words: the field, the reason for a suggestion, and the difference that it makes."""

import re
from collections.abc import Iterator

from itatui.domain.change import Edit
from itatui.domain.field_text import format_field
from itatui.domain.fields import id_of, kind_of
from itatui.domain.register import Register
from itatui.domain.repairs import Repair
from itatui.domain.text_diff import GONE, NEW, SAME, DiffPart, text_difference
from itatui.locale import N_, _
from itatui.thai.repair.suggestions import LINE, LOST, SLIPPED, SPACE, SPLIT, Suggestion
from itatui.wording.changes import subject_of

_WHY = {
    SLIPPED: N_("mark on the wrong letter"),
    LOST: N_("missing mark"),
    SPLIT: N_("ำ split by a space"),
    SPACE: N_("space inside a word"),
    LINE: N_("line break in the middle of a sentence"),
}
_END = "↵"
"""Sign for the end of a line."""


def reason_of(suggestion: Suggestion) -> str:
    """Return the reason for a suggestion."""
    return _(_WHY[suggestion.why])


def repair_subject(repair: Repair, register: Register) -> str:
    """Name the field of a repair: `IIT-2 Result`."""
    edit = Edit(kind_of(repair.record), id_of(repair.record), repair.field.name, None, None)
    return f"{subject_of(edit, register)} {_(repair.field.label)}"


def damaged_words(count: int) -> str:
    """Report the damage found by its number of letters."""
    return _("damaged letters: {count}").format(count=count)


def repair_difference(repair: Repair, register: Register) -> tuple[DiffPart, ...]:
    """Return the difference made by the automatic repair of a text, without its suggestions."""
    before = format_field(register, repair.record, repair.field)
    return text_difference(before, repair.text)


def suggestion_difference(repair: Repair, at: int) -> tuple[DiffPart, ...]:
    """Return the difference made by the suggestion with an index (from 0), as a single line: `↵` for line ends."""
    each, text = repair.suggestions[at], repair.text
    around = text[: each.start].replace("\n", _END), text[each.end :].replace("\n", _END)
    changed = _joined(each) if each.why == LINE else [DiffPart(GONE, each.before), DiffPart(NEW, each.after)]
    pieces = [DiffPart(SAME, around[0]), *changed, DiffPart(SAME, around[1])]
    return tuple(piece for piece in pieces if piece.text)


def _joined(each: Suggestion) -> Iterator[DiffPart]:
    """Yield the lines that would be joined, with the new text between them."""
    at = 0
    for part in re.split("([ \t]*\n[ \t]*)", each.before):
        if "\n" not in part:
            yield DiffPart(SAME, part)
            at += len(part)
            continue
        yield DiffPart(GONE, _END)
        if each.after[at : at + 1] == " ":
            yield DiffPart(NEW, " ")
            at += 1
