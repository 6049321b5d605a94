"""`itatui set`: changes one measure, one track or the register; exits 0 only when it is safe on the disk."""

import argparse

from itatui.cli.field_args import Thing, field_edits, quarter_arguments, quarter_edits
from itatui.cli.output import open_register
from itatui.domain.register import REGISTER_REF, Register
from itatui.errors import UsageError
from itatui.locale import N_, _

EXAMPLE = "itatui set IIT-2 result='ได้มีการจัดอบรมแล้ว' --tick 3"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `set`."""
    parser.add_argument("ref", metavar="REF", help=N_("IIT-2, or IIT for the track, or register for the register"))
    field = N_("a field and its new value; - as a value reads standard input")
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", help=field)
    quarter_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Changes it, all of it or nothing."""
    file = open_register(arguments)
    register = file.load()
    thing = named(register, arguments.ref)
    edits = [*field_edits(register, thing, arguments.fields), *quarter_edits(thing, arguments)]
    edits = list({edit.field: edit for edit in edits}.values())  # of two words on one field the last counts
    if not edits:
        raise UsageError(_("nothing to change; see: itatui set --help"))
    file.apply(*edits)
    return 0


def named(register: Register, ref: str) -> Thing:
    """What a REF names, the register itself included."""
    return register if ref.casefold() == REGISTER_REF else register.find(ref)
