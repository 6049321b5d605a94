"""`itatui`, `itatui open`: the register on the screen."""

import argparse

from itatui.cli.register_option import is_first_start, open_register
from itatui.cli.screen import require_screen, show_screen
from itatui.locale import N_

EXAMPLE = "itatui --register register_2567.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `open`."""
    parser.add_argument("--anyway", action="store_true", help=N_("open even on a terminal that cannot show Thai"))


def run(arguments: argparse.Namespace) -> int:
    """Open the register until the user quits. A register that cannot be read is refused before the screen starts."""
    require_screen(arguments)
    file = None if is_first_start(arguments) else open_register(arguments)
    if file is not None:
        file.load()
    return show_screen(arguments, file)
