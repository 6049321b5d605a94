"""The interface of the modules of commands, for type checkers alone."""

import argparse
from typing import Protocol


class CommandModule(Protocol):
    """The interface of a module in `itatui.cli.commands`."""

    EXAMPLE: str
    """A command line that works as it stands."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments to its parser."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Run the command and return the exit code."""
