"""`itatui redo`: redo your last undone change."""

import argparse

from itatui.cli.output import print_note
from itatui.cli.register_option import open_register
from itatui.thai import safe
from itatui.wording.changes import describe_change

EXAMPLE = "itatui redo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing: `redo` has no arguments of its own."""


def run(arguments: argparse.Namespace) -> int:
    """Redo the change and describe it."""
    file = open_register(arguments)
    register = file.redo()
    print_note(safe(describe_change(file.history()[-1], register)))
    return 0
