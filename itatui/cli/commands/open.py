"""`itatui`, `itatui open`: the register on the screen."""

import argparse
import sys
from typing import TYPE_CHECKING

from itatui.cli.output import new_here, open_register
from itatui.cli.terminal.capabilities import refuse_the_unable
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store import RegisterFile
from itatui.store.config import config_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from itatui.tui.screens.main.screen import MainScreen

EXAMPLE = "itatui --register register_2567.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of `open`."""
    parser.add_argument("--anyway", action="store_true", help=N_("also on a terminal that cannot show Thai"))


def run(arguments: argparse.Namespace) -> int:
    """Opens it, until the person quits. The register is read first: what is wrong with it is said in a line."""
    ask_for_a_screen(arguments)
    file = None if new_here(arguments) else open_register(arguments)
    if file is not None:
        file.load()
    return show(arguments, file)


def ask_for_a_screen(arguments: argparse.Namespace) -> None:
    """`UsageError` where there is no terminal, and where it could not show Thai unless that is wanted anyway."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(_("the screen needs a terminal; in a pipe use itatui list, show, report or set"))
    if not arguments.anyway:
        refuse_the_unable()


def show(
    arguments: argparse.Namespace, file: RegisterFile | None, first: "Callable[[MainScreen], None] | None" = None
) -> int:
    """Shows a register until the person quits; returns the exit code. `first` is done as soon as it is there."""
    from itatui.store.config import SettingsFile
    from itatui.store.recent import RecentRegisters
    from itatui.tui.startup import start  # here: no other command may wait for textual

    settings = arguments.config
    return start(
        file,
        colour=not arguments.no_color,
        theme=settings.theme,
        motion=settings.motion,
        sara_am=settings.sara_am,
        unit=settings.unit,
        settings=SettingsFile(config_path()),
        shelf=RecentRegisters(),
        first=first,
    )
