"""The minutes of a meeting as tables: its decisions, and the state of its measures when it ended."""

from collections.abc import Iterable
from datetime import date

from itatui.domain.agenda import agenda, decisions_of, late_quarters_in
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.quarters import NUMBERS, phrase
from itatui.domain.register import Register
from itatui.domain.status import STATUS_LABELS, mark, missing
from itatui.locale import _
from itatui.locale.dates import day, moment
from itatui.report.layout.cells import Cell, CellText, Tone
from itatui.report.sheets import Sheet, Sheets
from itatui.wording.meetings import ref_of


def minutes(then: Register | None, now: Register, meeting: Meeting) -> Sheets:
    """Return the minutes: the decisions of `now`, and the measures of `then`, the register when the meeting ended.

    `then` is None if the history does not reach back so far; then a note says that the measures are current.
    """
    register = then or now
    held = date.fromisoformat(meeting.date)
    return Sheets(
        (
            _("Minutes of the review meeting, {day}").format(day=day(meeting.date, full=True)),
            _("{agency}, fiscal year {year}").format(agency=now.agency, year=now.fiscal_year),
            _scope(register, meeting, held),
        ),
        (
            Sheet(
                _("Decisions"),
                (_("Measure"), _("Decision"), _("Responsible"), _("Due")),
                tuple(_decision_row(decision, now) for decision in decisions_of(now, meeting)),
                _("(no decisions)"),
            ),
            Sheet(
                _("Status of the measures"),
                (_("Measure"), _("Activity"), _("Quarters 1 2 3 4"), _("Needs attention"), _("Responsible")),
                tuple(_measure_row(register, measure, meeting, held) for measure in agenda(register, meeting, held)),
                _("(no such measures)"),
            ),
        ),
        tuple(_notes(then, meeting)),
    )


def _scope(register: Register, meeting: Meeting, held: date) -> str:
    count = len(agenda(register, meeting, held))
    reviewed = len([measure for measure in agenda(register, meeting, held) if measure.id in meeting.reviewed])
    scope = [meeting.track or _("all tracks"), *([_("late only")] if meeting.late else [])]
    template = _("{which}: reviewed {reviewed} of {count} measures")
    return template.format(which=", ".join(scope), reviewed=reviewed, count=count)


def _notes(then: Register | None, meeting: Meeting) -> Iterable[str]:
    yield _("● done   ○ planned   ! late   · not planned")
    if not meeting.closed:
        yield _("The meeting has not ended: measures are shown as they are now.")
    elif then is None:
        yield _("The history does not go back to the end of the meeting: measures are shown as they are now.")
    else:
        yield _("The meeting ended {when}.").format(when=moment(meeting.closed))


def _decision_row(decision: Decision, register: Register) -> tuple[Cell, ...]:
    nobody = CellText(_("(not assigned)"), Tone.MISSING)
    due = [CellText(day(decision.due)) if decision.due else CellText(_("(no due date)"), Tone.MISSING)]
    if decision.done:
        due.append(CellText(_("done"), Tone.DONE))
    responsible = CellText(decision.who) if decision.who else nobody
    return (CellText(ref_of(register, decision.measure)),), (CellText(decision.text),), (responsible,), tuple(due)


def _measure_row(register: Register, measure: Measure, meeting: Meeting, held: date) -> tuple[Cell, ...]:
    late = late_quarters_in(register, measure, held)
    marks = " ".join(mark(number, measure.planned, measure.done, late) for number in NUMBERS)
    reviewed = (CellText(_("reviewed"), Tone.DONE),) if measure.id in meeting.reviewed else ()
    return (
        (CellText(register.ref(measure)), *reviewed),
        (CellText(measure.activity),),
        (CellText(marks, Tone.LATE if late else Tone.TEXT),),
        tuple(_open_points(register, measure, held)),
        (CellText(responsible_phrase(measure)),),
    )


def _open_points(register: Register, measure: Measure, today: date) -> Iterable[CellText]:
    """Yield a text for each late or missing part of a measure, or a single text if there is none."""
    late = late_quarters_in(register, measure, today)
    if late:
        yield CellText(_("late: quarter {quarters}").format(quarters=phrase(late)), Tone.LATE, "!")
    lacks = missing(register, measure)
    yield from (CellText(_(STATUS_LABELS[each]), Tone.MISSING, "-") for each in lacks)
    if not late and not lacks:
        yield CellText(_("nothing is late or missing"), Tone.DONE)
