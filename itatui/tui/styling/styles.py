"""How each part of a line looks, in the colours of the theme in force: the one list of every style that carries text.

Textual would have these as component classes in the style sheets, and works each of them out, for every pane, each
time that a pane gets the keys: a tenth of the time to the first picture.
"""

from collections.abc import Mapping
from typing import NamedTuple

from rich.color import Color
from rich.style import Style


class Look(NamedTuple):
    """One way to look."""

    colour: str = "foreground"
    """A colour of the theme."""
    ground: str = "background"
    """The theme's colour behind it."""
    bold: bool = False
    italic: bool = False
    reverse: bool = False
    underline: bool = False

    def style(self, colours: Mapping[str, str]) -> Style:
        """The style in a theme's colours."""
        return Style(
            color=Color.parse(colours[self.colour]),
            bgcolor=Color.parse(colours[self.ground]),
            bold=self.bold or None,
            italic=self.italic or None,
            reverse=self.reverse or None,
            underline=self.underline or None,
        )


LOOKS = {
    "text": Look(),
    "note": Look(),
    "strong": Look(bold=True),
    "title": Look("primary", bold=True),
    "key": Look("accent", bold=True),
    "done": Look("success"),
    "ticked": Look("success", bold=True),
    "added": Look("success", bold=True),
    "removed": Look("error"),
    "late": Look("error", bold=True),
    "missing": Look("warning"),
    "changed": Look("accent", bold=True),
    "found": Look("warning", reverse=True),
    "empty": Look(italic=True),
    "bar": Look("secondary"),
    "chosen": Look("background", "primary", bold=True),
    "cursor": Look("background", "accent", bold=True),
    "place": Look("accent", bold=True, reverse=True),
    "box": Look("foreground", reverse=True),
    "writing": Look(ground="surface"),
    "hint": Look(ground="surface", italic=True),
    "selected": Look("background", "primary", underline=True),
    "pen": Look(ground="surface", reverse=True),
    "saved": Look("success"),
    "saving": Look("warning"),
    "failed": Look("error", bold=True, reverse=True),
}
"""Every look, by its name. Nothing that a look says is said by its colour alone."""
