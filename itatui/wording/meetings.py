"""Meetings in words: their edits and decisions, and what a measure leaves open."""

from collections.abc import Iterator
from datetime import date

from itatui.domain.agenda import late_quarters_in
from itatui.domain.change import WHOLE, Edit
from itatui.domain.field_path import FieldPath
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.quarters import phrase
from itatui.domain.register import Register
from itatui.domain.status import STATUS_LABELS, Status, missing
from itatui.locale import _
from itatui.locale.dates import day
from itatui.thai import truncate

_TEXT_WIDTH = 40
"""Cells of the text by which a decision is named."""


def name_of(edit: Edit, register: Register) -> str:
    """Name the record of an edit: a meeting by its day, a decision by its measure and first words."""
    values = (register.lookup(edit.kind, edit.id), edit.after, edit.before)
    record = next((value for value in values if isinstance(value, Meeting | Decision)), None)
    if record is None:
        return edit.id
    if isinstance(record, Meeting):
        return _("meeting of {day}").format(day=day(record.date))
    ref = ref_of(register, record.measure)
    return _("{ref}, decision “{text}”").format(ref=ref, text=truncate(" ".join(record.text.split()), _TEXT_WIDTH))


def ref_of(register: Register, measure_id: str) -> str:
    """Return the REF of a measure, such as `IIT-2`, or words for a removed measure."""
    measure = register.measure(measure_id)
    return register.ref(measure) if measure else _("(deleted measure)")


def words_of(edit: Edit, register: Register) -> str:
    """Describe the effect of an edit on a meeting or decision; empty: it is that of any edit of its field."""
    if edit.field == WHOLE:
        if edit.before is not None and edit.after is not None:
            return _("changed")
        return _("deleted") if edit.after is None else _("started") if edit.kind == "meeting" else _("recorded")
    name, measure_id = FieldPath.parse(edit.field)
    if name == "reviewed":
        words = _("{ref} reviewed") if edit.after else _("{ref}: review undone")
        return words.format(ref=ref_of(register, measure_id))
    if name == "at":
        return _("stopped at {ref}").format(ref=ref_of(register, str(edit.after)))
    if name in ("track", "late"):
        return _("other measures chosen")
    if name == "closed":
        return _("ended") if edit.after else _("resumed")
    if name == "done":
        return _("done") if edit.after else _("marked as not done")
    return ""


class OpenPoint(NamedTuple):
    """A thing to be followed up on a measure."""

    words: str
    late: bool = False


def open_points(register: Register, measure: Measure, today: date) -> Iterator[OpenPoint]:
    """Yield each late or missing part of a measure, and the missing plan."""
    if measure.is_dropped:
        words = _("cannot be done: {reason}")
        yield OpenPoint(words.format(reason=" ".join(measure.dropped.split())))
        return
    if late := late_quarters_in(register, measure, today):
        words = _("late: quarters {quarters}") if len(late) > 1 else _("late: quarter {quarters}")
        yield OpenPoint(words.format(quarters=phrase(late)), late=True)
    if not measure.planned:
        yield OpenPoint(_(STATUS_LABELS[Status.UNPLANNED]))
    yield from (OpenPoint(_(STATUS_LABELS[each])) for each in missing(register, measure))
