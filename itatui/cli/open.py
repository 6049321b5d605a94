"""`itatui`, `itatui open`: the register on the screen."""

import argparse
import sys

from itatui.cli.session import open_register
from itatui.cli.showing import refuse_the_unable
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store import RegisterFile

EXAMPLE = "itatui --register register_2567.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `open`."""
    parser.add_argument("--anyway", action="store_true", help=N_("also on a terminal that cannot show Thai"))


def run(arguments: argparse.Namespace) -> int:
    """Opens it, until the person quits. The register is read first: what is wrong with it is said in a line."""
    file = screen_of(arguments)
    from itatui.tui.starting import start  # here: no other command may wait for textual

    return start(file, colour=not arguments.no_color, sara_am=arguments.config.sara_am)


def screen_of(arguments: argparse.Namespace) -> RegisterFile:
    """The register for a screen, read once; `UsageError` where there is no terminal to show it on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(_("the screen needs a terminal; in a pipe use itatui list, show, report or set"))
    if not arguments.anyway:
        refuse_the_unable()
    file = open_register(arguments)
    file.load()
    return file
