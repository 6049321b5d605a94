"""What is done about meetings and decisions, in words; what is done about all else is `wording`'s."""

from itatui.domain.change import WHOLE, Edit
from itatui.domain.fields import DECISION_FIELDS, title_of
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.meetings import found
from itatui.domain.register import Register
from itatui.locale import _
from itatui.locale.dates import day
from itatui.thai import truncate

_WIDE = 40
"""Cells of a decision that say which one is meant."""


def called(edit: Edit, register: Register) -> str:
    """What an edit of a meeting or decision is of: the meeting of a day, or `IIT-2` and the decision's first words."""
    values = (found(register, edit.kind, edit.id), edit.after, edit.before)
    thing = next((value for value in values if isinstance(value, Meeting | Decision)), None)
    if thing is None:
        return edit.id
    if isinstance(thing, Meeting):
        return _("meeting of {day}").format(day=day(thing.date))
    ref = ref_of(register, thing.measure)
    return _("{ref}, decision “{text}”").format(ref=ref, text=truncate(" ".join(thing.text.split()), _WIDE))


def ref_of(register: Register, measure_id: str) -> str:
    """`IIT-2`; of a measure that is gone, words that say so."""
    measure = register.measure(measure_id)
    return register.ref(measure) if measure else _("(a measure that is gone)")


def words_of(edit: Edit, register: Register) -> str:
    """What an edit of a meeting or decision does, in a few words."""
    if edit.field == WHOLE:
        if edit.before is not None and edit.after is not None:
            return _("changed")
        return _("removed") if edit.after is None else _("begun") if edit.kind == "meeting" else _("noted")
    name, _dot, measure = edit.field.partition(".")
    if name == "reviewed":
        words = _("{ref} reviewed") if edit.after else _("{ref} not reviewed after all")
        return words.format(ref=ref_of(register, measure))
    if name == "at":
        return _("stopped at {ref}").format(ref=ref_of(register, str(edit.after)))
    if name in ("track", "late"):
        return _("goes through other measures")
    if name == "closed":
        return _("ended") if edit.after else _("goes on")
    if name == "done":
        return _("carried out") if edit.after else _("not carried out after all")
    return _("changed {field}").format(field=title_of("decision", name) if name in DECISION_FIELDS else name)
