"""`itatui history`: the changes with their dates and authors, latest first."""

import argparse
from collections.abc import Sequence

from itatui.cli.edit_lines import edit_view, print_edits
from itatui.cli.output import print_answer, print_json, use_colour
from itatui.cli.pager import paged
from itatui.cli.refs import find_thing
from itatui.cli.register_option import open_register
from itatui.domain.change import Change
from itatui.domain.fields import id_of, kind_of
from itatui.domain.register import Register
from itatui.domain.text_diff import edit_difference
from itatui.locale import N_
from itatui.locale.dates import moment
from itatui.thai import numerals
from itatui.wording.changes import describe_change

EXAMPLE = "itatui history IIT-2"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `history`."""
    parser.add_argument(
        "ref",
        metavar="REF",
        nargs="?",
        help=N_("only this measure (IIT-2), track (IIT), meeting (meeting-1) or the register's own fields (register)"),
    )
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the changes, or those of one measure, track, meeting or the register."""
    file = open_register(arguments)
    register = file.load()
    target = _target(register, arguments.ref) if arguments.ref else None
    changes = [change for change in file.history() if target is None or _concerns(change, target)]
    if arguments.json:
        print_json([_json_view(register, change) for change in changes])
        return 0
    with paged():
        _print(changes, register, colour=use_colour(arguments))
    return 0


def _print(changes: Sequence[Change], register: Register, *, colour: bool) -> None:
    """Print changes, latest first, each with the differences of its texts."""
    for change in reversed(changes):
        author = f"{change.who}@{change.origin}" if change.origin else change.who
        words = f"{numerals(moment(change.when))}  {author}  {numerals(describe_change(change, register))}"
        print_answer(f"{change.number:>5}  {words}")  # in Arabic digits, to be typed for `undo`
        if not change.restores:
            edits = [edit for edit in change.edits if edit_difference(edit, register)]
            print_edits(edits, register, " " * 7, words=len(change.edits) > 1, colour=colour)


def _target(register: Register, ref: str) -> tuple[str, str]:
    thing = find_thing(register, ref)
    return kind_of(thing), id_of(thing)


def _concerns(change: Change, target: tuple[str, str]) -> bool:
    return any((edit.kind, edit.id) == target for edit in change.edits)


def _json_view(register: Register, change: Change) -> dict[str, object]:
    return {
        "number": change.number,
        "when": change.when,
        "who": change.who,
        "from": change.origin,
        "undoes": change.undoes,
        "redoes": change.redoes,
        "restores": change.restores,
        "words": describe_change(change, register),
        "edits": [edit_view(edit, register) for edit in change.edits],
    }
