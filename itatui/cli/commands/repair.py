"""`itatui repair`: mends the marks that are damaged, and offers what is doubtful, in one text or all of them."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from itatui.cli.edit_lines import answer_pieces
from itatui.cli.field_args import numbers
from itatui.cli.output import answer, answer_json, coloured, open_register, say
from itatui.domain.edits import set_field
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.repairs import Repair, records_in, repair_edit, repairs
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store import RegisterFile
from itatui.wording.changes import repaired_words
from itatui.wording.repairs import damaged_words, reason_of, repair_difference, repair_subject, suggestion_difference

EXAMPLE = "itatui repair IIT-2 --apply --all"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `repair`."""
    ref = N_("IIT-2, or IIT for the track and its measures; the whole register when not given")
    parser.add_argument("ref", metavar="REF", nargs="?", default=REGISTER_REF, help=ref)
    parser.add_argument("--apply", action="store_true", help=N_("mend what is damaged; else it is only shown"))
    some = parser.add_mutually_exclusive_group()
    some.add_argument("--take", metavar="N", default="", help=N_("with --apply: these suggestions too, as 1,3 or 2-5"))
    some.add_argument("--all", action="store_true", help=N_("with --apply: every suggestion too"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Shows what there is to repair, or repairs it: all of that in one change."""
    if (arguments.take or arguments.all) and not arguments.apply:
        raise UsageError(_("--take and --all are for --apply"))
    if arguments.json and arguments.apply:
        raise UsageError(_("--json is for the list, without --apply"))
    file = open_register(arguments)
    register = file.load()
    whole = arguments.ref.casefold() == REGISTER_REF
    found = repairs(register, records_in(register, None if whole else register.find(arguments.ref)))
    if arguments.apply:
        _apply(file, register, found, arguments)
    elif arguments.json:
        answer_json(_picture(register, found))
    else:
        _list(register, found, colour=coloured(arguments))
    return 0


def _numbered(found: Sequence[Repair]) -> Iterator[tuple[int, Repair, int]]:
    """The suggestions with their numbers from 1, and the place (from 0) that each has in its own field."""
    number = 0
    for repair in found:
        for at in range(len(repair.suggestions)):
            number += 1
            yield number, repair, at


def _list(register: Register, found: Sequence[Repair], *, colour: bool) -> None:
    numbered = list(_numbered(found))
    for repair in found:
        if repair.damage:
            answer(f"{repair_subject(repair, register)}: {damaged_words(repair.damage)}")
            answer_pieces(repair_difference(repair, register), " " * 5, colour=colour)
    for number, repair, at in numbered:
        answer(f"{number:>3}  {repair_subject(repair, register)}: {reason_of(repair.suggestions[at])}")
        answer_pieces(suggestion_difference(repair, at), " " * 5, colour=colour)
    if not found:
        say(_("there is nothing to repair"))
        return
    if count := sum(repair.damage for repair in found):
        say(damaged_words(count))
    if numbered:
        say(_("doubtful places: {count}").format(count=len(numbered)))
    say(_("--apply mends the first; --take 1,3 or --all takes suggestions, too"))


def _apply(file: RegisterFile, register: Register, found: Sequence[Repair], arguments: argparse.Namespace) -> None:
    numbered = list(_numbered(found))
    wanted = {number for number, _repair, _at in numbered} if arguments.all else numbers(arguments.take, len(numbered))
    edits = []
    for repair in found:
        some = {at for number, its, at in numbered if its is repair and number in wanted}
        if (edit := repair_edit(register, repair, some)) is not None:
            edits.append(edit)
    if not edits:
        say(_("there is nothing to repair") if not found else _("nothing was damaged; what is doubtful was left"))
        return
    file.apply(*edits)
    if mended := sum(repair.damage for repair in found):
        say(repaired_words(mended))
    if numbered:
        say(_("suggestions taken: {taken} of {count}").format(taken=len(wanted), count=len(numbered)))
    say(_("itatui undo takes it back"))


def _picture(register: Register, found: Sequence[Repair]) -> dict[str, Any]:
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
