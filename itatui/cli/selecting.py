"""The words that say which measures are meant: one by its REF, or several by a `Selection`."""

import argparse

from itatui.domain.measure import Measure
from itatui.domain.register import Register, UnknownRefError
from itatui.domain.selection import Selection
from itatui.domain.track import Track
from itatui.locale import N_, _
from itatui.thai import safe


def selection_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the words to a command's parser."""
    parser.add_argument("--track", metavar="TRACK", default="", help=N_("one track only, such as IIT"))
    parser.add_argument("--find", metavar="TEXT", default="", help=N_("measures with this text in them"))
    parser.add_argument("--late", action="store_true", help=N_("measures that are late"))


def selection_of(arguments: argparse.Namespace, register: Register) -> Selection:
    """The selection that the words mean; `UnknownRefError` when there is no such track."""
    code = track_named(register, arguments.track).code if arguments.track else ""
    return Selection(code, arguments.find, arguments.late)


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
