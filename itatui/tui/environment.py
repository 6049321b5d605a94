"""Where a person sits: what their terminal can show, and where their settings and registers are."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from itatui.domain.settings import Settings
from itatui.domain.shelf import RegisterList
from itatui.thai.sara_am import AUTO
from itatui.tui.terminal.color_filter import ALL

Motion = Literal["none", "basic", "full"]


class Environment(NamedTuple):
    """What is known of it at the start."""

    theme: str = "auto"
    """The setting: a name of `itatui.tui.styling.themes.THEMES`, or what suits the terminal."""
    colours: int = ALL
    """How many the terminal has."""
    motion: Motion = "none"
    """How much may move by itself, as Textual calls it."""
    sara_am: str = AUTO
    """The setting of how ำ is sent."""
    unit: str = ""
    """The person's own unit; empty: none is chosen."""
    settings: Settings | None = None
    """Where they are kept; None: nowhere."""
    shelf: RegisterList | None = None
    """Where the registers are; None: there is but the one."""


DEFAULT = Environment()
"""Nobody's, at a terminal that can do everything."""


def motion_level(setting: str, environment: Mapping[str, str]) -> Motion:
    """How much may move by itself: over a line nothing, unless the person asks for it."""
    if setting == "full":
        return "full"
    far = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
    return "none" if setting == "none" or far else "basic"
