"""`itatui meeting`: the review meeting on the screen, at once."""

import argparse

from itatui.cli.commands.open import ask_for_a_screen, show
from itatui.cli.filter_options import track_named
from itatui.cli.output import open_register
from itatui.domain.filter import Filter
from itatui.domain.standing import LATE
from itatui.locale import N_

EXAMPLE = "itatui meeting --late"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `meeting`."""
    parser.add_argument("--track", metavar="TRACK", default="", help=N_("one track only, such as IIT"))
    parser.add_argument("--anyway", action="store_true", help=N_("also on a terminal that cannot show Thai"))
    parser.add_argument("--late", action="store_true", help=N_("measures that are late"))


def run(arguments: argparse.Namespace) -> int:
    """Goes on with the meeting that was not ended, or begins one; with words it goes through these from now on."""
    ask_for_a_screen(arguments)
    file = open_register(arguments)
    register = file.load()
    selection = None
    if arguments.track or arguments.late:
        code = track_named(register, arguments.track).code if arguments.track else ""
        selection = Filter(code, standings=LATE if arguments.late else frozenset())
    return show(arguments, file, lambda main: main.open_meeting(selection))
