"""`itatui sheets`: which units have sent their sheets, and which have not."""

import argparse
from typing import Any

from itatui.cli.csv_output import print_csv
from itatui.cli.output import print_json
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.cli.table_options import add_table_options, print_report
from itatui.domain.rounds import find_round
from itatui.domain.sent_sheets import UnitLine, awaited_rounds, unit_lines
from itatui.locale import N_

EXAMPLE = "itatui sheets --missing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `sheets`."""
    parser.add_argument("--round", metavar="ROUND", help=N_("only the sheets of this round of reporting"))
    parser.add_argument("--missing", action="store_true", help=N_("only units that have not sent all their sheets"))
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--csv", action="store_true", help=N_("output CSV for spreadsheets"))
    kind.add_argument("--json", action="store_true", help=N_("output JSON"))
    add_table_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the list."""
    file = open_register(arguments)
    register = file.load()
    only = None if arguments.round is None else find_round(register.rounds, arguments.round)
    rounds = (only.name,) if only else awaited_rounds(register)
    lines = unit_lines(register)
    if arguments.missing:
        lines = tuple(line for line in lines if not all(line.of_round(name) for name in rounds))
    if arguments.json or arguments.csv:
        note_sample(file, register)
        views = [_view(line, name) for line in lines for name in rounds]
        if arguments.json:
            print_json(views)
        else:
            columns = ["unit", "measures", "round", "received", "made"]
            print_csv(columns, ([view[column] or "" for column in columns] for view in views))
        return 0
    from itatui.report.sent_sheets import sheets_report

    print_report(sheets_report(register, lines, rounds), arguments, file, register)
    return 0


def _view(line: UnitLine, name: str) -> dict[str, Any]:
    sheet = line.of_round(name)
    return {
        "unit": line.unit,
        "measures": line.measures,
        "round": name or None,
        "received": sheet.received if sheet else None,
        "made": sheet.made if sheet else None,
    }
