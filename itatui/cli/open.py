"""`itatui`, `itatui open`: the register on the screen."""

import argparse
import sys

from itatui.cli.session import open_register
from itatui.errors import UsageError
from itatui.locale import _
from itatui.store import RegisterFile

EXAMPLE = "itatui --register register_2567.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`open` has no words of its own."""


def run(arguments: argparse.Namespace) -> int:
    """Opens it, until the person quits. The register is read first: what is wrong with it is said in a line."""
    file = screen_of(arguments)
    from itatui.tui.starting import start  # here: no other command may wait for textual

    return start(file, colour=not arguments.no_color)


def screen_of(arguments: argparse.Namespace) -> RegisterFile:
    """The register for a screen, read once; `UsageError` where there is no terminal to show it on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(_("the screen needs a terminal; in a pipe use itatui list, show, report or set"))
    file = open_register(arguments)
    file.load()
    return file
