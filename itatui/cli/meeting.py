"""`itatui meeting`: the review meeting on the screen, at once."""

import argparse

from itatui.cli.open import screen_of
from itatui.cli.selecting import track_named
from itatui.domain.selection import Selection
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
    file = screen_of(arguments)
    selection = None
    if arguments.track or arguments.late:
        code = track_named(file.load(), arguments.track).code if arguments.track else ""
        selection = Selection(code, standings=LATE if arguments.late else frozenset())
    from itatui.tui.starting import start  # here: no other command may wait for textual

    colour, sara_am = not arguments.no_color, arguments.config.sara_am
    return start(file, colour=colour, sara_am=sara_am, first=lambda main: main.convene(selection))
