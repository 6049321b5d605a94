"""`itatui due`: tell what is due or over, for people, for a mail by cron, and for a calendar."""

import argparse
import sys
from datetime import date
from pathlib import Path

from itatui.cli.filter_options import add_unit_options, unit_of
from itatui.cli.output import print_answer, print_json, print_note, today
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.domain.due_dates import DueDate, due, due_dates
from itatui.domain.filter import Filter, filter_measures
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import N_, _, ngettext
from itatui.store import RegisterFile
from itatui.store.errors import StoreError
from itatui.store.paths import typed_path
from itatui.thai import numerals, quote
from itatui.wording.due_dates import due_activity, due_day, due_subject, due_who
from itatui.wording.titles import agency_and_year

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

EXAMPLE = "itatui due --unit สำนักปลัด --days 30"

DAYS = 14
"""Days from which a due date counts as near, unless others are asked for."""
MAX_DAYS = 3660


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `due`."""
    add_unit_options(parser)
    days = N_("how many days ahead count as near (default: 14)")
    parser.add_argument("--days", type=int, metavar="N", default=DAYS, help=days)
    ics = N_("write all open due dates as a calendar (iCalendar) for phones; - is standard output")
    parser.add_argument("--ics", metavar="FILE", help=ics)
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print what is due, and return 1 if anything is; or write the calendar."""
    if not 0 <= arguments.days <= MAX_DAYS:
        raise UsageError(_("--days is a number from 0 to {last}").format(last=MAX_DAYS))
    if arguments.ics and arguments.json:
        raise UsageError(_("--json and --ics do not go together"))
    file = open_register(arguments)
    register = file.load()
    day = today()
    unit = unit_of(arguments, register)
    found = due_dates(register, filter_measures(register, Filter(unit=unit), day).measures)
    if arguments.ics:
        _write_calendar(file, register, found, arguments.ics)
        return 0
    near = due(found, day, arguments.days)
    if arguments.json:
        note_sample(file, register)
        print_json([_view(each, day) for each in near])
    else:
        _print(register, near, day, arguments.days)
    return 1 if near else 0


def _print(register: Register, near: list[DueDate], day: date, days: int) -> None:
    """Print the due dates that are over, then the near ones; nothing at all if there are none, as cron expects."""
    if not near:
        if sys.stdout.isatty():
            words = ngettext("nothing is due within {count} day", "nothing is due within {count} days", days)
            print_note(words.format(count=days))
        return
    print_answer(numerals(agency_and_year(register)))
    over = [each for each in near if each.days_left(day) < 0]
    for heading, group in ((_("Late or overdue"), over), (_("Due soon"), near[len(over) :])):
        if group:
            print_answer(numerals(f"\n{heading}: {len(group)}"))
        for each in group:
            print_answer(numerals(f"- {due_subject(each)} ({due_day(each, day)})"))
            print_answer(numerals(f"  {due_activity(each)}"))
            print_answer(f"  {_('Responsible')}: {due_who(each)}")


def _view(due_date: DueDate, day: date) -> "dict[str, Any]":
    decision = due_date.decision
    return {
        "ref": due_date.ref,
        "id": due_date.measure.id,
        "day": due_date.day.isoformat(),
        "days_left": due_date.days_left(day),
        "quarter": due_date.quarter or None,
        "decision": decision and {"id": decision.id, "text": decision.text},
        "activity": due_date.measure.activity,
        "responsible": due_who(due_date),
    }


def _write_calendar(file: RegisterFile, register: Register, found: list[DueDate], target: str) -> None:
    from itatui.report.formats.calendar import calendar  # lazy: only --ics needs it

    data = calendar(register, found, _stamp(file, register))
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    path = typed_path(target)
    _replace_calendar(path, data)
    print_answer(str(path))


def _stamp(file: RegisterFile, register: Register) -> str:
    """Return the time of the last change in UTC, as calendars write it; without one, the start of the year."""
    from datetime import UTC, datetime

    from itatui.domain.fiscal_year import quarter_dates

    history = file.history()
    try:
        when = datetime.fromisoformat(history[-1].when).astimezone(UTC)
    except (IndexError, ValueError, OverflowError):  # no change yet, or edited by hand
        return f"{quarter_dates(register.fiscal_year, 1)[0]:%Y%m%d}T000000Z"
    return f"{when:%Y%m%dT%H%M%SZ}"


def _replace_calendar(path: Path, data: bytes) -> None:
    """Write the calendar over an earlier one. Refuse to overwrite another file."""
    from itatui.report.formats.calendar import HEAD
    from itatui.store.errors import os_failure
    from itatui.store.files import atomic

    try:
        if path.exists():
            with path.open("rb") as file:
                if file.read(len(HEAD)) != HEAD:
                    raise StoreError(
                        _("{path} is another file; nothing was written").format(path=quote(str(path), 400))
                    )
        atomic.replace(path, data)
    except OSError as error:
        raise os_failure(path, error, writing=True) from None
