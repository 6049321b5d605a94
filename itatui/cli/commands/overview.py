"""`itatui overview`: tracks by quarters as a heat map with numbers, what is late, what is due next."""

import argparse
from typing import Any

from itatui.cli.output import answer_json, open_register, today
from itatui.cli.table_options import print_arguments, print_sheets
from itatui.domain.overview import Overview, overview
from itatui.locale import N_

EXAMPLE = "itatui overview --width 80"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `overview`."""
    print_arguments(parser)
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Prints it."""
    register = open_register(arguments).load()
    found = overview(register, today())
    if arguments.json:
        answer_json(_picture(found))
        return 0
    from itatui.report.overview import sheets_of

    print_sheets(sheets_of(register, found, ascii=arguments.ascii), arguments)
    return 0


def _picture(found: Overview) -> dict[str, Any]:
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
        "due": due and {"quarter": due.quarter, "last_day": due.last_day.isoformat(), "refs": list(due.refs)},
    }
