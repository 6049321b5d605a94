"""`itatui show`: the fields of a measure, a track, a meeting, or the whole register."""

import argparse

from itatui.cli.filter_options import add_filter_options, apply_filter, filter_of, with_found
from itatui.cli.json_views import measure_view, meeting_view, register_view, track_view
from itatui.cli.output import print_json, print_styled, today, use_colour
from itatui.cli.pager import paged
from itatui.cli.refs import Thing, find_thing
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.domain.field_text import format_field
from itatui.domain.fields import View, fields_shown, kind_of
from itatui.domain.filter import Filter
from itatui.domain.kinds import Kind
from itatui.domain.measure import Evidence, Measure
from itatui.domain.meeting import Meeting
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.track import Track, label_phrase
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.locale.dates import day
from itatui.thai import numerals

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

EXAMPLE = "itatui show IIT-2 --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `show`."""
    parser.add_argument(
        "ref",
        metavar="REF",
        nargs="?",
        default=REGISTER_REF,
        help=N_("a measure (IIT-2), a track (IIT) or a meeting (meeting-2); default: the whole register"),
    )
    add_filter_options(parser)
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the fields; of a track and of the register, only the measures that match the filter."""
    file = open_register(arguments)
    register = file.load()
    note_sample(file, register)
    thing = find_thing(register, arguments.ref)
    chosen, sought, _first = apply_filter(arguments, register, today())
    whole = filter_of(arguments, register) == Filter()
    if isinstance(thing, Meeting):
        if not whole:
            raise UsageError(_("a meeting has no measures of its own; filters work on a track or the register"))
    elif isinstance(thing, Measure):
        if not whole:
            message = _("{ref} is a single measure; filters work on a track or the register")
            raise UsageError(message.format(ref=register.ref(thing)))
    elif isinstance(thing, Track):
        chosen = tuple(measure for measure in chosen if measure.track == thing.code)
    if arguments.json:
        print_json(_json_view(register, thing, chosen))
        return 0
    colour = use_colour(arguments)
    with paged():
        for line in "\n".join(_lines(register, thing, chosen, whole=whole)).split("\n"):
            print_styled(with_found(line, sought), colour=colour)
    return 0


def _json_view(register: Register, thing: Thing, chosen: tuple[Measure, ...]) -> "dict[str, Any]":
    if isinstance(thing, Measure):
        return measure_view(register, thing, today())
    if isinstance(thing, Meeting):
        return meeting_view(register, thing)
    if isinstance(thing, Track):
        return track_view(register, thing, today(), chosen)
    return register_view(register, today(), chosen)


def _lines(register: Register, thing: Thing, chosen: tuple[Measure, ...], *, whole: bool) -> list[str]:
    if isinstance(thing, Measure):
        return _measure_lines(register, thing)
    if isinstance(thing, Meeting):
        return [numerals(_("meeting of {day}").format(day=day(thing.date))), *_field_lines(register, thing)]
    if isinstance(thing, Track):
        lines = [*_indented("", numerals(label_phrase(thing))), *_field_lines(register, thing)]
        for measure in chosen:
            if measure.track == thing.code:
                lines += ["", *_measure_lines(register, measure)]
        return lines
    year = _("fiscal year {year}").format(year=thing.fiscal_year)
    lines = [numerals(line) for line in (thing.agency, year, thing.title)] + _field_lines(register, thing)
    for track in thing.tracks:
        if whole or any(measure.track == track.code for measure in chosen):
            lines += ["", *_lines(register, track, chosen, whole=whole)]
    return lines


def _measure_lines(register: Register, measure: Measure) -> list[str]:
    activity = _indented(f"{register.ref(measure)}  ", numerals(measure.activity))
    return [*activity, *_field_lines(register, measure)]


def _field_lines(register: Register, record: Measure | Track | Meeting | Register) -> list[str]:
    reporter = register.reporter(record) if isinstance(record, Measure) else record
    lines: list[str] = []
    for field in fields_shown(kind_of(record), View.SHOW, register):
        value = field.get(record)
        if isinstance(reporter, Measure) and reporter is not record and field.name == "result":
            lines += _field(_(field.label), _("(reported with {ref})").format(ref=register.ref(reporter)))
        elif field.name == "activity":
            continue  # beside the REF
        elif field.kind is Kind.LINKS:
            links = [link for link in value if isinstance(link, Evidence)] if isinstance(value, tuple) else []
            title = _(field.label)
            for link in links:
                lines += _indented(f"  {title}: ", f"{numerals(link.label)} {link.target}")
        elif field.kind is Kind.QUARTERS:
            quarters = format_field(register, record, field)
            lines += _field(_(field.label), _("quarters {quarters}").format(quarters=quarters) if value else "")
        elif value or field.expected:
            text = field.phrase(record) if field.phrase else format_field(register, record, field)
            lines += _field(_(field.label), text)
    return lines


def _field(title: str, text: str) -> list[str]:
    return _indented(f"  {title}: ", numerals(text if text.strip() else _("(none yet)")))


def _indented(head: str, text: str) -> list[str]:
    """Return the lines of a text, the first behind `head`, the others indented; empty lines at its ends are dropped."""
    first, *rest = text.strip().split("\n")
    return [head + first, *(f"    {line}".rstrip() for line in rest)]
