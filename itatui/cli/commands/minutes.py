"""`itatui minutes`: the minutes of a meeting, to be signed, with its decisions and the state of the measures."""

import argparse
from typing import Any

from itatui.cli.json_views import measure_view, meeting_view
from itatui.cli.output import print_json
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.cli.table_options import add_table_options, print_report
from itatui.domain.agenda import agenda, decisions_of, meeting_with_number, register_at_end
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.locale import N_

EXAMPLE = "itatui minutes --width 100 > minutes.txt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `minutes`."""
    parser.add_argument(
        "meeting", metavar="MEETING", nargs="?", type=int, help=N_("the meeting's number, from 1 (default: the latest)")
    )
    add_table_options(parser)
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the minutes of the meeting."""
    file = open_register(arguments)
    register = file.load()
    meeting = meeting_with_number(register, arguments.meeting)
    then = register_at_end(register, meeting, file.history() if meeting.closed else ())
    if arguments.json:
        note_sample(file, register)
        print_json(_json_view(then, register, meeting))
        return 0
    from itatui.report.minutes import minutes

    print_report(minutes(then, register, meeting), arguments, file, register)
    return 0


def _json_view(then: Register | None, now: Register, meeting: Meeting) -> dict[str, Any]:
    from datetime import date

    held, register = date.fromisoformat(meeting.date), then or now
    decisions = [
        {**decision._asdict(), "ref": now.ref(measure) if (measure := now.measure(decision.measure)) else None}
        for decision in decisions_of(now, meeting)
    ]
    measures = [
        {**measure_view(register, measure, held), "reviewed": measure.id in meeting.reviewed}
        for measure in agenda(register, meeting, held)
    ]
    return {**meeting_view(now, meeting), "as_it_ended": then is not None, "decisions": decisions, "measures": measures}
