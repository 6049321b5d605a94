"""Options that filter the measures of a command, as the filter of the screen does."""

import argparse
from datetime import date

from itatui.cli.output import print_note
from itatui.cli.refs import find_track
from itatui.domain.filter import Filter, Sort, filter_measures
from itatui.domain.register import Register
from itatui.domain.search import Match, SearchResult
from itatui.domain.status import Status
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import quote
from itatui.wording.filters import parse_own_value, parse_quarter, parse_sort, parse_statuses, parse_unit

_REVERSE = "7"
"""The SGR parameter of ECMA-48 for reverse video, which every terminal shows."""


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command's parser."""
    parser.add_argument("--track", metavar="TRACK", help=N_("only this track, such as IIT"))
    parser.add_argument("--find", metavar="TEXT", help=N_("only measures containing this text"))
    parser.add_argument("--late", action="store_true", help=N_("only late measures"))
    parser.add_argument(
        "--status",
        metavar="STATUS",
        action="append",
        default=[],
        help=N_(
            "late, not-started, under-way, done, unplanned, dropped, no-result, no-outcome or "
            "no-evidence; several, separated by commas, match any of them"
        ),
    )
    add_unit_options(parser)
    parser.add_argument("--quarter", metavar="Q", help=N_("only measures planned or done in this quarter"))
    parser.add_argument(
        "--field",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help=N_("only measures with this value in a field of the register's own; without VALUE: with none"),
    )
    parser.add_argument(
        "--sort",
        metavar="ORDER",
        default=Sort.NUMBER.value,
        help=N_("order: number, due, status, unit, or the name of an own field"),
    )


def add_unit_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose a unit to a command's parser."""
    parser.add_argument("--unit", metavar="UNIT", help=N_("only measures of units with this in their name"))
    parser.add_argument(
        "--mine", action="store_true", help=N_("only measures of your unit, as set in the configuration file")
    )


def unit_of(arguments: argparse.Namespace, register: Register) -> str:
    """Return the unit of the options, empty if none is chosen. Raise `UsageError`, naming the units."""
    unit = _own_unit(arguments.config.unit) if arguments.mine else arguments.unit
    return parse_unit(register, unit) if unit else ""


def filter_of(arguments: argparse.Namespace, register: Register) -> Filter:
    """Return the filter of the options. Raise `UnknownRefError` or `UsageError`, naming the possible values."""
    code = find_track(register, arguments.track).code if arguments.track else ""
    late = [Status.LATE.value] if arguments.late else []
    sort, sort_field = parse_sort(register, arguments.sort)
    return Filter(
        code,
        arguments.find or "",
        parse_statuses([*late, *arguments.status]),
        unit_of(arguments, register),
        parse_quarter(arguments.quarter) if arguments.quarter else 0,
        sort,
        tuple(parse_own_value(register, text) for text in arguments.field),
        sort_field,
    )


def _own_unit(unit: str) -> str:
    if not unit:
        raise UsageError(_('set your unit in the configuration file: unit = "…"; itatui where shows the file'))
    return unit


def apply_filter(arguments: argparse.Namespace, register: Register, day: date) -> SearchResult:
    """Return the measures that match the options on a day. Print a note if the text matches only without tone marks."""
    found = filter_measures(register, filter_of(arguments, register), day)
    if not found.match.tones:
        print_note(
            _("nothing matches {text} with these tone marks; showing matches without tone marks").format(
                text=quote(arguments.find or "")
            )
        )
    return found


def with_found(text: str, sought: Match) -> list[tuple[str, str]]:
    """Return (code, text) pairs for `print_styled`, with the matches in reverse video."""
    return [(_REVERSE if is_match else "", part) for part, is_match in sought.split(text)]
