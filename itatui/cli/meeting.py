"""`itatui meeting`: the review meeting on the screen, at once."""

import argparse

from itatui.cli.open import screen_of
from itatui.cli.selecting import track_named
from itatui.domain.selection import Selection
from itatui.locale import N_

EXAMPLE = "itatui meeting --late"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `meeting`."""
    parser.add_argument("--track", metavar="TRACK", default="", help=N_("one track only, such as IIT"))
    parser.add_argument("--late", action="store_true", help=N_("measures that are late"))


def run(arguments: argparse.Namespace) -> int:
    """Goes on with the meeting that was not ended, or begins one; with words it goes through these from now on."""
    file = screen_of(arguments)
    selection = None
    if arguments.track or arguments.late:
        code = track_named(file.load(), arguments.track).code if arguments.track else ""
        selection = Selection(track=code, late=arguments.late)
    from itatui.tui.starting import start  # here: no other command may wait for textual

    return start(file, colour=not arguments.no_color, first=lambda main: main.convene(selection))
