"""The minutes of a meeting as tables: what it decided, and how the register's measures stood when it ended.

No widths or borders are known here; `table` sets them as the report's are set.
"""

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
from itatui.report.layout.cells import Cell, Piece, Tone
from itatui.report.sheets import Sheet, Sheets
from itatui.wording.meetings import ref_of


def minutes(then: Register | None, now: Register, meeting: Meeting) -> Sheets:
    """The minutes of a meeting: its decisions as the register has them now, the measures as they were `then`.

    None for `then` where the history does not lead back: the measures are told as they are, and that is said.
    """
    register = then or now
    held = date.fromisoformat(meeting.date)
    return Sheets(
        (
            _("Minutes of the review meeting, {day}").format(day=day(meeting.date)),
            _("{agency}, fiscal year {year}").format(agency=now.agency, year=now.fiscal_year),
            _scope(register, meeting, held),
        ),
        (
            Sheet(
                _("Decisions"),
                (_("Measure"), _("Decision"), _("To be done by"), _("Due")),
                tuple(_decided(decision, now) for decision in decisions_of(now, meeting)),
                _("(no decision was noted)"),
            ),
            Sheet(
                _("The measures as they stood"),
                (_("Measure"), _("Activity"), _("Quarters 1 2 3 4"), _("To be asked"), _("Responsible")),
                tuple(_stood(register, measure, meeting, held) for measure in agenda(register, meeting, held)),
                _("(there is no such measure)"),
            ),
        ),
        tuple(_notes(then, meeting)),
    )


def _scope(register: Register, meeting: Meeting, held: date) -> str:
    count = len(agenda(register, meeting, held))
    reviewed = len([measure for measure in agenda(register, meeting, held) if measure.id in meeting.reviewed])
    which = [meeting.track or _("all tracks"), *([_("late only")] if meeting.late else [])]
    told = _("{which}: reviewed {reviewed} of {count} measures")
    return told.format(which=", ".join(which), reviewed=reviewed, count=count)


def _notes(then: Register | None, meeting: Meeting) -> Iterable[str]:
    yield _("● carried out   ○ planned   ! late   · not planned")
    if not meeting.closed:
        yield _("The meeting was not ended: the measures are told as they are now.")
    elif then is None:
        yield _("The history does not lead back to the meeting's end: the measures are told as they are now.")
    else:
        yield _("The meeting ended {when}.").format(when=moment(meeting.closed))


def _decided(decision: Decision, register: Register) -> tuple[Cell, ...]:
    none = Piece(_("(nobody named)"), Tone.MISSING)
    due = [Piece(day(decision.due)) if decision.due else Piece(_("(no day set)"), Tone.MISSING)]
    if decision.done:
        due.append(Piece(_("carried out"), Tone.DONE))
    who = Piece(decision.who) if decision.who else none
    return (Piece(ref_of(register, decision.measure)),), (Piece(decision.text),), (who,), tuple(due)


def _stood(register: Register, measure: Measure, meeting: Meeting, held: date) -> tuple[Cell, ...]:
    late = late_quarters_in(register, measure, held)
    marks = " ".join(mark(number, measure.planned, measure.done, late) for number in NUMBERS)
    reviewed = (Piece(_("reviewed"), Tone.DONE),) if measure.id in meeting.reviewed else ()
    return (
        (Piece(register.ref(measure)), *reviewed),
        (Piece(measure.activity),),
        (Piece(marks, Tone.LATE if late else Tone.TEXT),),
        tuple(asked(register, measure, held)),
        (Piece(responsible_phrase(measure)),),
    )


def asked(register: Register, measure: Measure, today: date) -> Iterable[Piece]:
    """What is late or missing in a measure, a piece each; one piece that says so when nothing is."""
    late = late_quarters_in(register, measure, today)
    if late:
        yield Piece(_("late: quarter {quarters}").format(quarters=phrase(late)), Tone.LATE, "!")
    lacks = missing(register, measure)
    yield from (Piece(_(STATUS_LABELS[each]), Tone.MISSING, "-") for each in lacks)
    if not late and not lacks:
        yield Piece(_("nothing is late or missing"), Tone.DONE)
