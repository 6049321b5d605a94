"""Which measures a meeting goes through, where it goes on, what is wanting in a measure, and what it was told to do."""

from collections.abc import Sequence
from datetime import date

from itatui.domain.apply import apply
from itatui.domain.change import Change, ConflictError, Edit
from itatui.domain.filter import Filter, select
from itatui.domain.fiscal_year import quarters_ended
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.quarters import NONE, Quarters
from itatui.domain.register import Register
from itatui.domain.standing import LATE, Standing, standings
from itatui.domain.status import late_quarters
from itatui.errors import ItatuiError, UsageError
from itatui.locale import _


def selection_of(meeting: Meeting) -> Filter:
    """The selection that a meeting goes through."""
    return Filter(meeting.track, standings=LATE if meeting.late else frozenset())


def agenda(register: Register, meeting: Meeting, today: date) -> tuple[Measure, ...]:
    """The measures that a meeting goes through, in the register's order.

    One that it reviewed stays in it, though it may be late no more.
    """
    chosen = {measure.id for measure in select(register, selection_of(meeting), today)}
    if meeting.late:
        chosen.update(meeting.reviewed)
        chosen.update(decision.measure for decision in register.decisions if decision.meeting == meeting.id)
    within = register.measures_of(meeting.track) if meeting.track else register.measures
    return tuple(measure for measure in within if measure.id in chosen)


def first_waiting(measures: Sequence[Measure], meeting: Meeting) -> str:
    """The id of the first measure behind the one reviewed last that is not reviewed, else of any that is not.

    Of the last one when all are; empty when there is none at all.
    """
    places = [place for place, measure in enumerate(measures) if measure.id in meeting.reviewed[-1:]]
    start = places[0] + 1 if places else 0
    waiting = [m.id for m in (*measures[start:], *measures[:start]) if m.id not in meeting.reviewed]
    return waiting[0] if waiting else measures[-1].id if measures else ""


def resumed_at(measures: Sequence[Measure], meeting: Meeting) -> str:
    """The id of the measure at which a meeting goes on; empty when it has none."""
    return meeting.at if any(m.id == meeting.at for m in measures) else first_waiting(measures, meeting)


def open_meeting(register: Register) -> Meeting | None:
    """The latest meeting that was not ended; None when all were."""
    return next((meeting for meeting in reversed(register.meetings) if not meeting.closed), None)


def meeting_numbered(register: Register, number: int | None) -> Meeting:
    """A meeting by its number, from 1, the oldest; None: the latest. `UsageError` when there is none."""
    count = len(register.meetings)
    if not count:
        raise ItatuiError(_("there was no meeting yet; begin one with: itatui meeting"))
    if number is None:
        return register.meetings[-1]
    if not 1 <= number <= count:
        raise UsageError(
            _("there is no meeting {number}: they go from 1 to {count}").format(number=number, count=count)
        )
    return register.meetings[number - 1]


def late_in(register: Register, measure: Measure, today: date) -> Quarters:
    """The quarters in which a measure is late."""
    return late_quarters(measure.planned, measure.done, quarters_ended(register.fiscal_year, today))


def wanting(register: Register, measure: Measure) -> tuple[Standing, ...]:
    """What a reviewer asks for and does not find in a measure."""
    said = standings(register, measure, NONE)
    return tuple(each for each in (Standing.NO_RESULT, Standing.NO_OUTCOME, Standing.NO_EVIDENCE) if each in said)


def decisions_on(register: Register, measure_id: str) -> tuple[Decision, ...]:
    """What was ever decided on a measure, the open ones first, each oldest first."""
    its = [decision for decision in register.decisions if decision.measure == measure_id]
    return tuple(sorted(its, key=lambda decision: decision.done))


def decisions_of(register: Register, meeting: Meeting) -> tuple[Decision, ...]:
    """What a meeting decided, in the order of the measures, then as it was decided."""
    places = {measure.id: place for place, measure in enumerate(register.measures)}
    its = [decision for decision in register.decisions if decision.meeting == meeting.id]
    return tuple(sorted(its, key=lambda decision: places.get(decision.measure, len(places))))


def as_it_ended(register: Register, meeting: Meeting, history: Sequence[Change]) -> Register | None:
    """The register as a meeting left it: what was changed since is taken back. One that goes on: as it is now.

    None when the history does not lead back there: it was edited by hand, or is of another register.
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
