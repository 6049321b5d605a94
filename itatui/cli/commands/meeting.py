"""`itatui meeting`: the register on the screen, in the review meeting."""

import argparse

from itatui.cli.refs import find_track
from itatui.cli.register_option import open_register
from itatui.cli.screen import require_screen, show_screen
from itatui.domain.filter import Filter
from itatui.domain.status import LATE_ONLY
from itatui.locale import N_

EXAMPLE = "itatui meeting --late"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `meeting`."""
    parser.add_argument("--track", metavar="TRACK", help=N_("only this track, such as IIT"))
    parser.add_argument("--anyway", action="store_true", help=N_("open even on a terminal that cannot show Thai"))
    parser.add_argument("--late", action="store_true", help=N_("only late measures"))


def run(arguments: argparse.Namespace) -> int:
    """Resume the open meeting or begin one. `--track` and `--late` replace its filter."""
    require_screen(arguments)
    file = open_register(arguments)
    register = file.load()
    filter_ = None
    if arguments.track or arguments.late:
        code = find_track(register, arguments.track).code if arguments.track else ""
        filter_ = Filter(code, statuses=LATE_ONLY if arguments.late else frozenset())
    return show_screen(arguments, file, lambda main: main.open_meeting(filter_))
