"""`itatui redo`: makes again what one took back last."""

import argparse

from itatui.cli.output import open_register, say
from itatui.thai import safe
from itatui.wording.changes import describe_change

EXAMPLE = "itatui redo"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`redo` has no words of its own."""


def run(arguments: argparse.Namespace) -> int:
    """Makes it again, and says what."""
    file = open_register(arguments)
    register = file.redo()
    say(safe(describe_change(file.history()[-1], register)))
    return 0
