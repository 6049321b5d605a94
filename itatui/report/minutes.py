"""The minutes of a meeting, to be signed: its details, its decisions, and the state of its measures when it ended.

The form is that of official Thai minutes. A detail that is not known is a dotted line to be filled in by hand.
"""

from collections.abc import Iterable
from datetime import date

from itatui.domain.agenda import agenda, decisions_of, late_quarters_in
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.minutes import people, position_of
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.status import mark
from itatui.locale import _, ngettext
from itatui.locale.dates import clock, day
from itatui.report.layout.passages import dotted
from itatui.report.model import Entry, Passage, Report, Signature, Table, Tone
from itatui.report.text_tables import Texts, text_table
from itatui.thai import cells, pad
from itatui.wording.meetings import open_points, ref_of
from itatui.wording.titles import agency_and_year

_SHORT, _LONG = 12, 30
"""Cells of the dotted lines for a number or a time, and for a name or a place."""
NO_BREAK = "\u00a0"
"""Between the marks of the quarters, which stay in a line."""
_NAMES = 3
"""Dotted lines for the people present."""
_NAME_CELLS = 32
"""Cells of the widest name beside which positions are aligned."""


def minutes(then: Register | None, now: Register, meeting: Meeting) -> Report:
    """Return the minutes: the details and decisions of `now`, and the measures of `then`, when the meeting ended.

    `then` is None if the history does not reach back so far; then a note says that the measures are current.
    """
    register = then or now
    return Report(
        _titles(now, meeting),
        (_decisions(now, meeting), _measures(register, meeting)),
        tuple(_notes(register, then, meeting)),
        opening=(
            Passage(_("Present"), tuple(_present(meeting))),
            Passage(_("Chair of the meeting"), (Entry(dotted(meeting.chair, _LONG)),)),
            Passage(_("Started at {time}").format(time=clock(dotted(meeting.began, _SHORT)))),
        ),
        closing=(Passage(_("Ended at {time}").format(time=clock(dotted(meeting.ended, _SHORT)))),),
        signatures=(
            Signature(_("Note-taker"), meeting.note_taker, position_of(meeting.note_taker, meeting.present)),
            Signature(_("Chair, minutes checked"), meeting.chair, position_of(meeting.chair, meeting.present)),
        ),
    )


def _titles(register: Register, meeting: Meeting) -> tuple[str, ...]:
    """Return the title with the agency, and below it number, day and place, a line each."""
    head = (
        _("Minutes of the review meeting on integrity and transparency measures"),
        agency_and_year(register),
    )
    about = (
        _("No. {no}").format(no=dotted(meeting.no, _SHORT)),
        _("held on {day}").format(day=day(meeting.date, full=True)),
        _("at {place}").format(place=dotted(meeting.place, _LONG)),
    )
    return "\n".join(head), "", "\n".join(about)


def _decisions(register: Register, meeting: Meeting) -> Table:
    return text_table(
        _("Decisions"),
        (_("Measure"), _("Decision"), _("Responsible"), _("Due")),
        tuple(_decision_row(decision, register) for decision in decisions_of(register, meeting)),
        _("(no decisions)"),
    )


def _measures(register: Register, meeting: Meeting) -> Table:
    held = date.fromisoformat(meeting.date)
    return text_table(
        _("Status of the measures ({scope})").format(scope=_scope(register, meeting, held)),
        (_("Measure"), _("Activity"), _("Quarters 1 2 3 4"), _("Needs attention"), _("Responsible")),
        tuple(_measure_row(register, measure, meeting, held) for measure in agenda(register, meeting, held)),
        _("(no such measures)"),
    )


def _present(meeting: Meeting) -> Iterable[Entry]:
    """Yield a numbered line for each person present, the positions below each other; dotted lines if none is named."""
    found = people(meeting.present)
    widest = max((cells(person.name) for person in found if cells(person.name) <= _NAME_CELLS), default=0)
    for number, person in enumerate(found, 1):
        name = pad(person.name, widest) if person.position and cells(person.name) <= widest else person.name
        yield Entry(f"{name}  {person.position}".rstrip(), mark=f"{number}.")
    if not found:
        yield from (Entry("." * _LONG, mark=f"{number}.") for number in range(1, _NAMES + 1))


def _scope(register: Register, meeting: Meeting, held: date) -> str:
    count = len(agenda(register, meeting, held))
    reviewed = len([measure for measure in agenda(register, meeting, held) if measure.id in meeting.reviewed])
    scope = [meeting.track or _("all tracks"), *([_("late only")] if meeting.late else [])]
    template = ngettext(
        "{which}: reviewed {reviewed} of {count} measure", "{which}: reviewed {reviewed} of {count} measures", count
    )
    return template.format(which=", ".join(scope), reviewed=reviewed, count=count)


def _notes(register: Register, then: Register | None, meeting: Meeting) -> Iterable[str]:
    yield _("● done   ○ planned   ! late   · not in the plan")
    if any(measure.is_dropped for measure in register.measures):
        yield _("– planned, but cannot be done")
    if not meeting.closed:
        yield _("The meeting has not ended: measures are shown as they are now.")
    elif then is None:
        yield _("The history does not go back to the end of the meeting: measures are shown as they are now.")


def _decision_row(decision: Decision, register: Register) -> Texts:
    nobody = Entry(_("(not assigned)"), tone=Tone.MISSING)
    due = [Entry(day(decision.due)) if decision.due else Entry(_("(no due date)"), tone=Tone.MISSING)]
    if decision.done:
        due.append(Entry(_("done"), tone=Tone.DONE))
    responsible = Entry(decision.who) if decision.who else nobody
    return (Entry(ref_of(register, decision.measure)),), (Entry(decision.text),), (responsible,), tuple(due)


def _measure_row(register: Register, measure: Measure, meeting: Meeting, held: date) -> Texts:
    late = late_quarters_in(register, measure, held)
    marks = NO_BREAK.join(mark(number, measure, late) for number in NUMBERS)
    reviewed = (Entry(_("reviewed"), tone=Tone.DONE),) if measure.id in meeting.reviewed else ()
    return (
        (Entry(register.ref(measure)), *reviewed),
        (Entry(measure.activity),),
        (Entry(marks, tone=Tone.LATE if late else Tone.TEXT),),
        tuple(_open_points(register, measure, held)),
        (Entry(responsible_phrase(measure)),),
    )


def _open_points(register: Register, measure: Measure, today: date) -> Iterable[Entry]:
    """Yield a text for each late or missing part of a measure, or a single text if there is none."""
    points = list(open_points(register, measure, today))
    for point in points:
        tone, sign = (Tone.LATE, "!") if point.late else (Tone.MISSING, "-")
        yield Entry(point.words, tone=tone, mark=sign)
    if not points:
        yield Entry(_("nothing is late or missing"), tone=Tone.DONE)
