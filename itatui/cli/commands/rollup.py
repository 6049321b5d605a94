"""`itatui rollup`: many registers in one table; it writes nothing, and damaged files are named."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from itatui.cli.csv_output import print_csv
from itatui.cli.output import json_line, print_note, today
from itatui.cli.register_readers import Reading, read_registers, register_paths
from itatui.cli.table_documents import add_export_option, give_report
from itatui.cli.table_options import add_table_options
from itatui.cli.terminal.progress_bar import with_progress
from itatui.domain.rollup import COUNTS, GROUPINGS, RegisterLine, RollupOptions, grouped
from itatui.locale import N_, _
from itatui.store import config
from itatui.store.errors import StoreError, reason_of
from itatui.thai import quote, safe

EXAMPLE = "itatui rollup . --by year"

NAMES = ("file", "agency", "year", "unit")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `rollup`."""
    parser.add_argument("places", metavar="FILE", nargs="+", help=N_("files, and folders with all their subfolders"))
    by = N_("a line for each file, folder, agency, year or responsible unit (default: file)")
    parser.add_argument("--by", choices=GROUPINGS, default=GROUPINGS[0], help=by)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--csv", action="store_true", help=N_("output CSV for spreadsheets"))
    kind.add_argument("--json", action="store_true", help=N_("output JSON, an object a line"))
    add_export_option(parser, kind)
    add_table_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the table, then name the damaged files on standard error; return 1 if there are any."""
    where = config.config_path()
    options = RollupOptions(today(), config.rules(where), config.indicators(where), by_unit=arguments.by == "unit")
    try:
        paths = list(register_paths(arguments.places, lambda error: print_note(_reason(error))))
    except OSError as error:
        raise StoreError(_reason(error)) from None
    readings = with_progress(read_registers(paths, options), len(paths))
    if arguments.json and arguments.by == GROUPINGS[0]:
        damaged = _stream(readings)
    else:
        lines: list[RegisterLine] = []
        damaged = []
        for reading in readings:
            lines += reading.lines
            damaged += [reading] if reading.reason else []
        _print(grouped(lines, arguments.by), len(damaged), arguments)
    for reading in damaged:
        print_note(safe(reading.reason))
    if damaged:
        print_note(_("damaged files: {count} of {all}").format(count=len(damaged), all=len(paths)))
    return 1 if damaged else 0


def _reason(error: OSError) -> str:
    return f"{quote(str(error.filename), 400)}: {reason_of(error)}"


def _stream(readings: Any) -> list[Reading]:
    """Print a line of JSON for each file as it is read, damaged ones too. Return the damaged ones."""
    damaged = []
    for reading in readings:
        if reading.reason:
            damaged.append(reading)
            sys.stdout.write(json_line({"file": reading.file, "damaged": reading.reason}) + "\n")
        for line in reading.lines:
            sys.stdout.write(json_line(_view(line, GROUPINGS[0])) + "\n")
    return damaged


def _print(lines: Sequence[RegisterLine], damaged: int, arguments: argparse.Namespace) -> None:
    if arguments.json:
        for line in lines:
            sys.stdout.write(json_line(_view(line, arguments.by)) + "\n")
    elif arguments.csv:
        columns = list(_view(RegisterLine("", "", 0), arguments.by))
        print_csv(columns, (list(_view(line, arguments.by).values()) for line in lines))
    else:
        from itatui.report.rollup import rollup_report

        give_report(rollup_report(lines, damaged), arguments)


def _view(line: RegisterLine, by: str) -> dict[str, Any]:
    """Return a line with the names by which it was grouped."""
    names = {"file": ("file", "agency", "year"), "folder": ("file",)}.get(by, (by,))
    keys = {"file": "folder" if by == "folder" else "file"}
    counts = {name: getattr(line, name) for name in COUNTS if by != GROUPINGS[0] or name != "registers"}
    return {**{keys.get(name, name): getattr(line, name) for name in names}, **counts, "percent": line.percent}
