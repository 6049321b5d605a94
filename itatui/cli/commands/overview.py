"""`itatui overview`: a heat map of tracks by quarters, the late measures, and the next due date."""

import argparse
from typing import Any

from itatui.cli.output import print_json, today
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.cli.table_options import add_table_options, print_report
from itatui.domain.overview import Overview, overview
from itatui.locale import N_

EXAMPLE = "itatui overview --width 80"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `overview`."""
    add_table_options(parser)
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the overview as of today."""
    file = open_register(arguments)
    register = file.load()
    found = overview(register, today())
    if arguments.json:
        note_sample(file, register)
        print_json(_json_view(found))
        return 0
    from itatui.report.overview import overview_report

    print_report(overview_report(register, found, ascii=arguments.ascii), arguments, file, register)
    return 0


def _json_view(found: Overview) -> dict[str, Any]:
    due = found.due
    return {
        "tracks": [
            {
                "track": line.code or None,
                "quarters": [count._asdict() for count in line.quarters],
                **line.tally._asdict(),
                "share": round(line.tally.share, 4),
            }
            for line in found.lines
        ],
        "late": [{"ref": late.ref, "id": late.measure.id, "quarters": sorted(late.quarters)} for late in found.late],
        "dropped": [{"ref": each.ref, "id": each.measure.id, "reason": each.measure.dropped} for each in found.dropped],
        "due": due and {"quarter": due.quarter, "last_day": due.last_day.isoformat(), "refs": list(due.refs)},
    }
