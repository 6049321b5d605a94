"""`itatui move`: change the number of a measure in its track, or move it to another track."""

import argparse

from itatui.cli.output import print_answer
from itatui.cli.refs import find_measure, find_track
from itatui.cli.register_option import open_register
from itatui.domain.change import Edit
from itatui.domain.edits import move_measure
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track_edits import move_to_track
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import arabic_digits, quote

EXAMPLE = "itatui move OIT-3 1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `move`."""
    parser.add_argument("ref", metavar="REF", help=N_("the measure, such as IIT-2"))
    parser.add_argument("place", metavar="PLACE", help=N_("its new number, from 1, or another track"))
    number = N_("its number in the other track (default: last)")
    parser.add_argument("position", metavar="POSITION", nargs="?", help=number)


def run(arguments: argparse.Namespace) -> int:
    """Move the measure and print its new REF."""
    file = open_register(arguments)
    register = file.load()
    measure = find_measure(register, arguments.ref)
    edits = _edits(register, measure, arguments.place, arguments.position)
    if edits:
        register = file.apply(*edits)
    print_answer(register.ref(register.measure(measure.id) or measure))
    return 0


def _edits(register: Register, measure: Measure, place: str, position: str | None) -> tuple[Edit, ...]:
    track = register.track(place)
    if track is None and position is None and (number := _number(place)) is not None:
        return move_measure(register, measure, number)
    track = find_track(register, place)
    number = None if position is None else _number(position)
    if position is not None and number is None:
        raise UsageError(_("{word} is not a number").format(word=quote(position)))
    if track.code == measure.track:
        return move_measure(register, measure, number or len(register.measures_of(track.code)))
    return move_to_track(register, measure, track, number or 0)


def _number(text: str) -> int | None:
    digits = arabic_digits(text.strip())
    return int(digits) if digits.isascii() and digits.lstrip("-").isdigit() and len(digits) < 30 else None
