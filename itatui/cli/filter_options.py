"""The words that say which measures are meant: one by its REF, or several by a `Selection`."""

import argparse
from datetime import date

from itatui.cli.output import say
from itatui.domain.filter import Filter, Sort, narrow
from itatui.domain.measure import Measure
from itatui.domain.register import Register, UnknownRefError
from itatui.domain.search import Found, Match
from itatui.domain.standing import Standing
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import safe
from itatui.wording.filters import quarter_named, sort_named, standings_named, unit_named

_REVERSE = "7"
"""Not a colour: ECMA-48 shows it on any terminal."""


def selection_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the words to a command's parser."""
    parser.add_argument("--track", metavar="TRACK", default="", help=N_("one track only, such as IIT"))
    parser.add_argument("--find", metavar="TEXT", default="", help=N_("measures with this text in them"))
    parser.add_argument("--late", action="store_true", help=N_("measures that are late"))
    parser.add_argument(
        "--status",
        metavar="STATUS",
        action="append",
        default=[],
        help=N_(
            "late, not-started, under-way, done, unplanned, no-result, no-outcome or no-evidence; "
            "several with commas: any of them"
        ),
    )
    parser.add_argument("--unit", metavar="UNIT", default="", help=N_("what this unit is responsible for"))
    parser.add_argument("--mine", action="store_true", help=N_("what your own unit is responsible for"))
    parser.add_argument("--quarter", metavar="Q", default="", help=N_("what is planned or done in this quarter"))
    parser.add_argument("--sort", metavar="ORDER", default=Sort.NUMBER.value, help=N_("number, due, status or unit"))


def selection_of(arguments: argparse.Namespace, register: Register) -> Filter:
    """The selection that the words mean; `UnknownRefError` or `UsageError` with what there is instead."""
    code = track_named(register, arguments.track).code if arguments.track else ""
    late = [Standing.LATE.value] if arguments.late else []
    unit = _own_unit(arguments.config.unit) if arguments.mine else arguments.unit
    return Filter(
        code,
        arguments.find,
        standings_named([*late, *arguments.status]),
        unit_named(register, unit) if unit else "",
        quarter_named(arguments.quarter) if arguments.quarter else 0,
        sort_named(arguments.sort),
    )


def _own_unit(unit: str) -> str:
    if not unit:
        raise UsageError(_('say in the configuration which unit is yours: unit = "…"; itatui where tells its place'))
    return unit


def narrowed(arguments: argparse.Namespace, register: Register, day: date) -> Found:
    """The measures that the words mean on a day; says so when their text was only found without tone marks."""
    found = narrow(register, selection_of(arguments, register), day)
    if not found.sought.tones:
        say(_("nothing has {text} with these tone marks; found without tone marks").format(text=safe(arguments.find)))
    return found


def with_found(text: str, sought: Match) -> list[tuple[str, str]]:
    """Return a text in pieces for `answer_painted`, matches in reverse video."""
    return [(_REVERSE if is_match else "", part) for part, is_match in sought.split(text)]


def track_named(register: Register, code: str) -> Track:
    """The track with this code; `UnknownRefError` with the ones that there are."""
    track = register.track(code)
    if track is None:
        codes = ", ".join(track.code for track in register.tracks)
        message = _("there is no track {code}; there are {codes}")
        raise UnknownRefError(message.format(code=safe(code), codes=safe(codes)))
    return track


def measure_named(register: Register, ref: str) -> Measure:
    """The measure that a REF names; `UnknownRefError` when it names none."""
    found = register.find(ref)
    if not isinstance(found, Measure):
        message = _("{ref} is a track; name one of its measures, as {ref}-1")
        raise UnknownRefError(message.format(ref=found.code))
    return found
