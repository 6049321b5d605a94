"""The command palette, in the user's language and in legible colours.

Imported when it is opened: Textual's own module brings four kinds of widgets.
"""

from textual.command import CommandPalette
from textual.widgets import Input

from itatui.locale import _
from itatui.resources import resource


class ThaiCommandPalette(CommandPalette):
    """Every command of the current place, by name."""

    CSS_PATH = resource("styles", "palette.tcss")

    def __init__(self) -> None:
        super().__init__(placeholder=_("Search commands"), id="--command-palette")

    def on_language_changed(self) -> None:
        """Show the hint in another language, and search the commands again by their new names."""
        field = self.query_one(Input)
        field.placeholder = _("Search commands")
        field.post_message(Input.Changed(field, field.value))
