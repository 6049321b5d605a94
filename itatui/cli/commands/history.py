"""`itatui history`: what was changed, when and by whom, latest first."""

import argparse

from itatui.cli.edit_lines import answer_edits, edit_picture
from itatui.cli.filter_options import measure_named
from itatui.cli.output import answer, answer_json, coloured, open_register
from itatui.domain.change import Change
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.text_diff import edit_difference
from itatui.locale import N_
from itatui.locale.dates import moment
from itatui.thai import numerals
from itatui.wording.changes import describe_change

EXAMPLE = "itatui history IIT-2"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `history`."""
    parser.add_argument("ref", metavar="REF", nargs="?", help=N_("one measure or track only"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Shows it."""
    file = open_register(arguments)
    register = file.load()
    target = _target(register, arguments.ref) if arguments.ref else None
    changes = [change for change in file.history() if target is None or _concerns(change, target)]
    if arguments.json:
        answer_json([_picture(register, change) for change in changes])
        return 0
    colour = coloured(arguments)
    for change in reversed(changes):
        who = f"{change.who}@{change.origin}" if change.origin else change.who
        words = f"{numerals(moment(change.when))}  {who}  {numerals(describe_change(change, register))}"
        answer(f"{change.number:>5}  {words}")  # the number as it is typed for `undo`
        if not change.restores:
            edits = [edit for edit in change.edits if edit_difference(edit, register)]
            answer_edits(edits, register, " " * 7, words=len(change.edits) > 1, colour=colour)
    return 0


def _target(register: Register, ref: str) -> tuple[str, str]:
    if ref.casefold() == REGISTER_REF:
        return "register", ""
    track = register.track(ref)
    return ("track", track.code) if track else ("measure", measure_named(register, ref).id)


def _concerns(change: Change, target: tuple[str, str]) -> bool:
    return any((edit.kind, edit.id) == target for edit in change.edits)


def _picture(register: Register, change: Change) -> dict[str, object]:
    return {
        "number": change.number,
        "when": change.when,
        "who": change.who,
        "from": change.origin,
        "undoes": change.undoes,
        "redoes": change.redoes,
        "restores": change.restores,
        "words": describe_change(change, register),
        "edits": [edit_picture(edit, register) for edit in change.edits],
    }
