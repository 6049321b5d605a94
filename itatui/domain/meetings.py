"""What becomes of meetings and decisions by an edit, and the edits behind what a meeting does: pure."""

import os
import time
from typing import Any

from itatui.domain.change import WHOLE, Edit, Value
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.register import Register

KINDS = ("meeting", "decision")
"""The kinds of edits that are of meetings."""
REVIEWED = "reviewed"
"""`reviewed.ID` is the field of a meeting that says whether it reviewed the measure of this id: each its own field."""


def new_id() -> str:
    """An id that sorts behind every earlier one, of this machine or of another with a clock that goes right."""
    return f"{time.time_ns() // 1_000_000:012x}{os.urandom(3).hex()}"


def found(register: Register, kind: str, name: str) -> Meeting | Decision | None:
    """The `meeting` or `decision` of this id; None when there is none."""
    things: tuple[Meeting | Decision, ...] = register.meetings if kind == "meeting" else register.decisions
    return next((thing for thing in things if thing.id == name), None)


def held(thing: Meeting | Decision, field: str) -> Value:
    """What a field of a meeting or decision holds."""
    name, dot, measure = field.partition(".")
    value: Value = getattr(thing, name)
    return measure in getattr(thing, name) if dot else value


def with_edit(register: Register, edit: Edit) -> Register | None:
    """The register after an edit of a meeting or decision; None when it holds another value than the edit replaces.

    The register itself when it holds already what the edit sets.
    """
    old = found(register, edit.kind, edit.id)
    if edit.field == WHOLE:
        if old == edit.after:
            return register
        new = edit.after if isinstance(edit.after, Meeting | Decision) else None
        return _put(register, old, new) if old == edit.before else None
    if old is None:
        return None
    holds = held(old, edit.field)
    if holds == edit.after:
        return register
    return _put(register, old, _set(old, edit.field, edit.after)) if holds == edit.before else None


def _set(thing: Meeting | Decision, field: str, after: Value) -> Meeting | Decision:
    name, dot, measure = field.partition(".")
    changed: dict[str, Any] = {name: after}
    if dot:
        others: tuple[str, ...] = tuple(each for each in getattr(thing, name) if each != measure)
        changed[name] = (*others, measure) if after else others
    return thing._replace(**changed)


def _put(register: Register, old: Meeting | Decision | None, new: Meeting | Decision | None) -> Register:
    things: Any = register.meetings if isinstance(new or old, Meeting) else register.decisions
    kept = [thing for thing in things if thing != old]
    ordered = tuple(sorted([*kept, new] if new else kept, key=lambda thing: thing.id))
    if isinstance(new or old, Meeting):
        return register._replace(meetings=ordered)
    return register._replace(decisions=ordered)


def set_in(thing: Meeting | Decision, field: str, after: Value) -> Edit:
    """The edit that gives a field of a meeting or decision this value in place of the one it holds."""
    kind = "meeting" if isinstance(thing, Meeting) else "decision"
    return Edit(kind, thing.id, field, held(thing, field), after)


def begin(meeting: Meeting) -> Edit:
    """The edit that begins a meeting."""
    return Edit("meeting", meeting.id, WHOLE, None, meeting)


def decide(decision: Decision) -> Edit:
    """The edit that notes a decision."""
    return Edit("decision", decision.id, WHOLE, None, decision)


def mark_reviewed(meeting: Meeting, measure_id: str, *, reviewed: bool) -> Edit:
    """The edit that says whether a meeting reviewed a measure."""
    return set_in(meeting, f"{REVIEWED}.{measure_id}", reviewed)
