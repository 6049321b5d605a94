"""`itatui repair`: repair damaged letters in the texts, and list or accept suggestions for doubtful words."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from itatui.cli.edit_lines import print_diff
from itatui.cli.field_args import parse_numbers
from itatui.cli.output import print_answer, print_json, print_note, use_colour
from itatui.cli.register_option import open_register
from itatui.domain.edits import set_field
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.repairs import Repair, records_in, repair_edit, repairs
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store import RegisterFile
from itatui.wording.changes import repaired_words
from itatui.wording.repairs import damaged_words, reason_of, repair_difference, repair_subject, suggestion_difference

EXAMPLE = "itatui repair IIT-2 --apply --all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `repair`."""
    ref = N_("a measure (IIT-2), or a track with its measures (IIT); default: the whole register")
    parser.add_argument("ref", metavar="REF", nargs="?", default=REGISTER_REF, help=ref)
    damage = N_(
        "fix misplaced or doubled marks, split ำ, two เ for แ, and invisible characters; otherwise they are only listed"
    )
    parser.add_argument("--apply", action="store_true", help=damage)
    suggestions = parser.add_mutually_exclusive_group()
    suggestions.add_argument(
        "--take", metavar="N", help=N_("with --apply: apply these suggestions too, such as 1,3 or 2-5")
    )
    suggestions.add_argument("--all", action="store_true", help=N_("with --apply: apply every suggestion too"))
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List the damage, or repair it in one change."""
    if (arguments.take or arguments.all) and not arguments.apply:
        raise UsageError(_("--take and --all need --apply"))
    if arguments.json and arguments.apply:
        raise UsageError(_("--json works only without --apply"))
    file = open_register(arguments)
    register = file.load()
    whole = arguments.ref.casefold() == REGISTER_REF
    found = repairs(register, records_in(register, None if whole else register.find(arguments.ref)))
    if arguments.apply:
        _apply(file, register, found, arguments)
    elif arguments.json:
        print_json(_json_view(register, found))
    else:
        _list(register, found, colour=use_colour(arguments))
    return 0


def _numbered(found: Sequence[Repair]) -> Iterator[tuple[int, Repair, int]]:
    """Yield the suggestions: number from 1, repair of the field, index (from 0) within that repair."""
    number = 0
    for repair in found:
        for at in range(len(repair.suggestions)):
            number += 1
            yield number, repair, at


def _list(register: Register, found: Sequence[Repair], *, colour: bool) -> None:
    numbered = list(_numbered(found))
    for repair in found:
        if repair.damage:
            print_answer(f"{repair_subject(repair, register)}: {damaged_words(repair.damage)}")
            print_diff(repair_difference(repair, register), " " * 5, colour=colour)
    for number, repair, at in numbered:
        print_answer(f"{number:>3}  {repair_subject(repair, register)}: {reason_of(repair.suggestions[at])}")
        print_diff(suggestion_difference(repair, at), " " * 5, colour=colour)
    if not found:
        print_note(_("nothing to fix"))
        return
    if count := sum(repair.damage for repair in found):
        print_note(damaged_words(count))
    if numbered:
        print_note(_("places to check: {count}").format(count=len(numbered)))
    print_note(_("--apply fixes the damaged letters; add --take 1,3 or --all to apply suggestions too"))


def _apply(file: RegisterFile, register: Register, found: Sequence[Repair], arguments: argparse.Namespace) -> None:
    numbered = list(_numbered(found))
    wanted = {number for number, _repair, _at in numbered} if arguments.all else set()
    if arguments.take:
        wanted = parse_numbers(arguments.take, len(numbered))
    edits = []
    for repair in found:
        accepted = {at for number, other, at in numbered if other is repair and number in wanted}
        if (edit := repair_edit(register, repair, accepted)) is not None:
            edits.append(edit)
    if not edits:
        print_note(_("nothing to fix") if not found else _("no damaged letters; the places to check were not changed"))
        return
    file.apply(*edits)
    if count := sum(repair.damage for repair in found):
        print_note(repaired_words(count))
    if numbered:
        print_note(_("suggestions applied: {taken} of {count}").format(taken=len(wanted), count=len(numbered)))
    print_note(_("undo with: itatui undo"))


def _json_view(register: Register, found: Sequence[Repair]) -> dict[str, Any]:
    return {
        "mended": [
            {
                **_address(repair),
                "count": repair.damage,
                "before": "".join(piece.text for piece in repair_difference(repair, register) if piece.kind != "new"),
                "after": repair.text,
            }
            for repair in found
            if repair.damage
        ],
        "doubtful": [
            {
                "number": number,
                **_address(repair),
                **repair.suggestions[at]._asdict(),
                "words": reason_of(repair.suggestions[at]),
            }
            for number, repair, at in _numbered(found)
        ],
    }


def _address(repair: Repair) -> dict[str, str]:
    kind, name, field, *_values = set_field(repair.record, repair.field.name, None)
    return {"kind": kind, "id": name, "field": field}
