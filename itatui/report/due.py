"""What is due, as a table for each unit."""

from collections.abc import Sequence
from datetime import date

from itatui.domain.due_dates import DueDate, due
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.model import Entry, Report, Tone
from itatui.report.text_tables import Texts, text_table
from itatui.wording.due_dates import due_activity, due_day, due_subject, due_units
from itatui.wording.titles import agency_and_year


def due_report(register: Register, found: Sequence[DueDate], today: date, days: int) -> Report:
    """Return a table for each unit with what is over or at most some days away, and count the rest."""
    near = due(found, today, days)
    units: dict[str, list[DueDate]] = {}
    for each in near:
        for unit in due_units(each):
            units.setdefault(unit, []).append(each)
    tables = [
        text_table(
            f"{unit}: {len(group)}", (_("Due"), _("Work"), _("Activity")), tuple(_row(each, today) for each in group)
        )
        for unit, group in units.items()
    ]
    notes = [] if near else [_("nothing is due within {count} days").format(count=days)]
    if later := len(found) - len(near):
        notes.append(_("Due later than in {days} days: {count}").format(days=days, count=later))
    return Report((_("Due dates"), "", agency_and_year(register)), tuple(tables), tuple(notes))


def _row(each: DueDate, today: date) -> Texts:
    is_over = each.days_left(today) < 0
    day = Entry(
        f"! {due_day(each, today)}" if is_over else due_day(each, today), tone=Tone.LATE if is_over else Tone.TEXT
    )
    return (day,), (Entry(due_subject(each)),), (Entry(due_activity(each)),)
