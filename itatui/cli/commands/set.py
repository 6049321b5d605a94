"""`itatui set`: change fields of a measure, a track, a meeting or the register. Exit 0 means safe on the disk."""

import argparse

from itatui.cli.field_args import add_quarter_options, field_edits, quarter_edits
from itatui.cli.refs import find_thing
from itatui.cli.register_option import open_register
from itatui.errors import UsageError
from itatui.locale import N_, _

EXAMPLE = "itatui set IIT-2 result='ได้มีการจัดอบรมแล้ว' --tick 3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `set`."""
    parser.add_argument(
        "ref",
        metavar="REF",
        help=N_("a measure (IIT-2), a track (IIT), a meeting (meeting, meeting-2) or the register (register)"),
    )
    field = N_("a field and its new value; - reads standard input; evidence='words | address', one a line")
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", help=field)
    add_quarter_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Save all edits as one change, or none."""
    file = open_register(arguments)
    register = file.load()
    thing = find_thing(register, arguments.ref)
    edits = [*field_edits(register, thing, arguments.fields), *quarter_edits(thing, arguments)]
    edits = list({edit[:3]: edit for edit in edits}.values())  # the last value of a field wins
    if not edits:
        raise UsageError(_("nothing to change; see: itatui set --help"))
    register = file.apply(*edits)
    if any(edit.field == "fiscal_year" for edit in edits):
        from itatui.cli.year_notes import note_years_left  # lazy, here and below: most changes are of other fields

        note_years_left(register)
    if any(edit.field == "evidence" for edit in edits):
        from itatui.cli.evidence_notes import note_targets

        note_targets(edits, file.path)
    return 0
