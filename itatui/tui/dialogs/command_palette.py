"""The palette of commands, asking in the person's language and in colours that can be read.

It is imported by who opens it: Textual's own module brings four kinds of widgets.
"""

from textual.command import CommandPalette

from itatui.locale import _
from itatui.resources import resource


class ThaiCommandPalette(CommandPalette):
    """Every command by its name."""

    CSS_PATH = resource("styles", "palette.tcss")

    def __init__(self) -> None:
        super().__init__(placeholder=_("What do you want to do?"), id="--command-palette")
