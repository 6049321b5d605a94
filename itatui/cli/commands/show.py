"""`itatui show`: the fields of a measure, a track, or the whole register."""

import argparse
from typing import Any

from itatui.cli.filter_options import add_filter_options, apply_filter, filter_of, with_found
from itatui.cli.json_views import measure_view, register_view, track_view
from itatui.cli.output import print_json, print_styled, today, use_colour
from itatui.cli.register_option import open_register
from itatui.domain.filter import Filter
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.quarters import Quarters, phrase
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.track import Track, label_phrase
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import numerals

EXAMPLE = "itatui show IIT-2 --json"

Thing = Measure | Track | Register


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `show`."""
    parser.add_argument("ref", metavar="REF", nargs="?", default=REGISTER_REF, help=N_("IIT-2, or IIT for the track"))
    add_filter_options(parser)
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the fields; of a track and of the register, only the measures that match the filter."""
    register = open_register(arguments).load()
    thing = register if arguments.ref.casefold() == REGISTER_REF else register.find(arguments.ref)
    chosen, sought, _first = apply_filter(arguments, register, today())
    whole = filter_of(arguments, register) == Filter()
    if isinstance(thing, Measure):
        if not whole:
            message = _("{ref} is one measure; a selection is made of a track or of the register")
            raise UsageError(message.format(ref=register.ref(thing)))
    elif isinstance(thing, Track):
        chosen = tuple(measure for measure in chosen if measure.track == thing.code)
    if arguments.json:
        print_json(_json_view(register, thing, chosen))
        return 0
    colour = use_colour(arguments)
    for line in "\n".join(_lines(register, thing, chosen, whole=whole)).split("\n"):
        print_styled(with_found(line, sought), colour=colour)
    return 0


def _json_view(register: Register, thing: Thing, chosen: tuple[Measure, ...]) -> dict[str, Any]:
    if isinstance(thing, Measure):
        return measure_view(register, thing, today())
    if isinstance(thing, Track):
        return track_view(register, thing, today(), chosen)
    return register_view(register, today(), chosen)


def _lines(register: Register, thing: Thing, chosen: tuple[Measure, ...], *, whole: bool) -> list[str]:
    if isinstance(thing, Measure):
        return _measure_lines(register, thing)
    if isinstance(thing, Track):
        lines = [numerals(label_phrase(thing)), *_field(_("Outcome"), thing.outcome)]
        for measure in chosen:
            if measure.track == thing.code:
                lines += ["", *_measure_lines(register, measure)]
        return lines
    year = _("fiscal year {year}").format(year=thing.fiscal_year)
    lines = [numerals(line) for line in (thing.agency, year, thing.title)]
    for track in thing.tracks:
        if whole or any(measure.track == track.code for measure in chosen):
            lines += ["", *_lines(register, track, chosen, whole=whole)]
    return lines


def _measure_lines(register: Register, measure: Measure) -> list[str]:
    reporter = register.reporter(measure)
    result = measure.result
    if reporter is not measure:
        result = _("(reported with {ref})").format(ref=register.ref(reporter))
    lines = [f"{register.ref(measure)}  {numerals(measure.activity)}"]
    lines += _field(_("Planned"), _quarters(measure.planned))
    lines += _field(_("Done"), _quarters(measure.done))
    lines += _field(_("Responsible"), responsible_phrase(measure))
    lines += _field(_("Result"), result)
    if measure.outcome:
        lines += _field(_("Outcome"), measure.outcome)
    for link in measure.evidence:
        lines.append(f"  {_('Evidence')}: {f'{numerals(link.label)} {link.target}'.strip()}")
    return lines


def _quarters(some: Quarters) -> str:
    return _("quarters {quarters}").format(quarters=phrase(some)) if some else ""


def _field(title: str, text: str) -> list[str]:
    return [f"  {title}: {numerals(text or _('(none yet)'))}"]
