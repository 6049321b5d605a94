"""The agenda of a review meeting: measures, place to resume, decisions."""

from collections.abc import Sequence
from datetime import date

from itatui.domain.apply import apply
from itatui.domain.change import Change, ConflictError, Edit
from itatui.domain.dates import parse_day
from itatui.domain.filter import Filter, select
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.quarters import Quarters
from itatui.domain.register import Register
from itatui.domain.status import LATE_ONLY, late_quarters
from itatui.errors import ItatuiError, UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, quote


def agenda_filter(meeting: Meeting) -> Filter:
    """Return the filter of the measures on the agenda of a meeting."""
    return Filter(meeting.track, statuses=LATE_ONLY if meeting.late else frozenset())


def agenda(register: Register, meeting: Meeting, today: date) -> tuple[Measure, ...]:
    """Return the measures on the agenda of a meeting, in the order of the register.

    A measure that it reviewed or decided on stays on the agenda even if it is no longer late.
    """
    chosen = {measure.id for measure in select(register, agenda_filter(meeting), today)}
    if meeting.late:
        chosen.update(meeting.reviewed)
        chosen.update(decision.measure for decision in register.decisions if decision.meeting == meeting.id)
    within = register.measures_of(meeting.track) if meeting.track else register.measures
    return tuple(measure for measure in within if measure.id in chosen)


def next_unreviewed(measures: Sequence[Measure], meeting: Meeting) -> str:
    """Return the id of the next measure to review: the first unreviewed after the last reviewed, else the first.

    If all are reviewed, the last measure; empty if there are no measures.
    """
    start = max((at + 1 for at, measure in enumerate(measures) if measure.id in meeting.reviewed), default=0)
    waiting = [m.id for m in (*measures[start:], *measures[:start]) if m.id not in meeting.reviewed]
    return waiting[0] if waiting else measures[-1].id if measures else ""


def resume_at(measures: Sequence[Measure], meeting: Meeting) -> str:
    """Return the id of the measure at which a meeting resumes; empty if its agenda is empty."""
    return meeting.at if any(m.id == meeting.at for m in measures) else next_unreviewed(measures, meeting)


def open_meeting(register: Register) -> Meeting | None:
    """Return the latest meeting that has not ended; None if all have."""
    return next((meeting for meeting in reversed(register.meetings) if not meeting.closed), None)


def meeting_with_number(register: Register, number: int | None) -> Meeting:
    """Return the meeting with a number, from 1 for the oldest; None: the latest.

    `UsageError` if there is no such number, `ItatuiError` if there was no meeting.
    """
    count = len(register.meetings)
    if not count:
        raise ItatuiError(_("no meeting has been held yet; start one with: itatui meeting"))
    if number is None:
        return register.meetings[-1]
    if not 1 <= number <= count:
        raise UsageError(
            _("there is no meeting {number}: choose from 1 to {count}").format(number=quote(str(number)), count=count)
        )
    return register.meetings[number - 1]


def meeting_on(register: Register, text: str) -> Meeting:
    """Return the meeting of a typed number or date; the latest on that day, or of all if the text is blank.

    `UsageError` if there is none.
    """
    typed = arabic_digits(text.strip())
    if not typed or (typed.isascii() and typed.isdigit() and len(typed) < 4):
        return meeting_with_number(register, int(typed) if typed else None)
    day = parse_day(typed)
    found = [meeting for meeting in register.meetings if day and meeting.date == day.isoformat()]
    if not found:
        dates = ", ".join(dict.fromkeys(meeting.date for meeting in register.meetings))
        message = _("there was no meeting on {day}; choose from: {dates}")
        raise UsageError(message.format(day=quote(text), dates=dates or "–"))
    return found[-1]


def late_quarters_in(register: Register, measure: Measure, today: date) -> Quarters:
    """Return the quarters in which a measure is late."""
    return late_quarters(measure, quarters_ended(register.fiscal_year, today))


def decisions_on(register: Register, measure_id: str) -> tuple[Decision, ...]:
    """Return all decisions on a measure, open ones first, each group oldest first."""
    found = [decision for decision in register.decisions if decision.measure == measure_id]
    return tuple(sorted(found, key=lambda decision: decision.done))


def decisions_of(register: Register, meeting: Meeting) -> tuple[Decision, ...]:
    """Return the decisions of a meeting, in the order of the measures, then oldest first."""
    ranks = {measure.id: rank for rank, measure in enumerate(register.measures)}
    found = [decision for decision in register.decisions if decision.meeting == meeting.id]
    return tuple(sorted(found, key=lambda decision: ranks.get(decision.measure, len(ranks))))


def register_at_end(register: Register, meeting: Meeting, history: Sequence[Change]) -> Register | None:
    """Return the register at the end of a meeting, by undoing later changes; the current register while it is open.

    None if the history does not lead back there: the file was edited by hand, or the history is of another register.
    """
    if not meeting.closed:
        return register
    ended = [change.number for change in history if any(_ends(edit, meeting) for edit in change.edits)]
    if not ended:
        return None
    for change in reversed(history):
        if change.number == ended[-1]:
            return register
        for edit in reversed(change.edits):
            try:
                register = apply(register, edit.inverse())
            except ConflictError:
                return None
    return None


def _ends(edit: Edit, meeting: Meeting) -> bool:
    whole = isinstance(edit.after, Meeting) and edit.after.closed == meeting.closed
    ended = edit.field == "closed" and edit.after == meeting.closed
    return edit[:2] == ("meeting", meeting.id) and (whole or ended)
