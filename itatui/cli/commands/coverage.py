"""`itatui coverage`: indicators, last year's scores, and the measures that answer them."""

import argparse

from itatui.cli.output import print_json
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.cli.table_documents import add_export_option, give_report
from itatui.cli.table_options import add_table_options
from itatui.domain.indicators import coverage
from itatui.locale import N_
from itatui.store import config

EXAMPLE = "itatui coverage --width 100"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `coverage`."""
    add_table_options(parser)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help=N_("output JSON"))
    add_export_option(parser, kind)


def run(arguments: argparse.Namespace) -> int:
    """Print the table of indicators."""
    indicators = config.indicators(config.config_path())
    file = open_register(arguments)
    register = file.load()
    rows = coverage(register, indicators)
    if arguments.json:
        note_sample(file, register)
        print_json(
            [
                {
                    **row.indicator._asdict(),
                    "score": row.score,
                    "line": indicators.line,
                    "low": row.is_low,
                    "measures": [register.ref(measure) for measure in row.measures],
                }
                for row in rows
            ]
        )
        return 0
    from itatui.report.coverage import coverage_report

    give_report(coverage_report(register, indicators, rows), arguments, file, register)
    return 0
