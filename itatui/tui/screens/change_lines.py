"""Changes as styled lines, for the history and the backups; pure functions."""

from collections.abc import Sequence

from itatui.domain.change import WHOLE, Change, Edit
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.text_diff import GONE, NEW, DiffPart, edit_difference
from itatui.locale.dates import long_moment, moment
from itatui.thai import numerals, pad, safe
from itatui.tui.styling.diff_lines import diff_lines, legible
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.wording.changes import describe, describe_change

TIME_WIDTH = 19
"""Cells of the longest date and time."""
NAME_WIDTH = 12
"""Cells of a user's name in the list; the detail shows the whole name."""
NAMES_FROM_WIDTH = 70
"""Cells of a row from which it has room for a name."""


def time_and_name(when: str, who: str, sign: str, width: int) -> list[Span]:
    """Return the first columns of a row: the time, a sign, and in wide rows the user's name."""
    time = pad(numerals(safe(moment(when))), TIME_WIDTH) + sign
    name = f"{pad(safe(who)[:NAME_WIDTH], NAME_WIDTH)} " if width >= NAMES_FROM_WIDTH else ""
    return [(time, "text"), (name, "title")]


def change_lines(change: Change, register: Register, width: int) -> list[list[Span]]:
    """Return a change in lines: time and user, a description, and the differences of each text."""
    who = f"{change.who}@{change.origin}" if change.origin else change.who
    lines = wrap_spans([(safe(f"{numerals(long_moment(change.when))}  {who}"), "text")], width)
    lines += wrap_spans([(numerals(safe(describe_change(change, register))), "title")], width)
    return lines + edits_lines(change.edits, register, width)


def edits_lines(edits: Sequence[Edit], register: Register, width: int) -> list[list[Span]]:
    """Return the differences of each text; with several edits, each below its description."""
    lines: list[list[Span]] = []
    for edit in edits:
        pieces = legible(edit_difference(edit, register)) or _whole(edit)
        if pieces or len(edits) > 1:
            lines.append([])
        if len(edits) > 1:
            lines += wrap_spans([(numerals(safe(describe(edit, register))), "title")], width)
        if pieces:
            lines += diff_lines(pieces, width)
    return lines


def _whole(edit: Edit) -> tuple[DiffPart, ...]:
    """Return the texts of a measure that was added or removed, as a difference."""
    if edit.field != WHOLE:
        return ()
    kind, measure = (NEW, edit.after) if edit.before is None else (GONE, edit.before)
    if not isinstance(measure, Measure):
        return ()
    texts = [text for text in (measure.activity, measure.result, measure.outcome) if text]
    return (DiffPart(kind, "\n".join(texts)),) if texts else ()
