"""The environment of a run: terminal, settings and registers."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from itatui.domain.protocols import DraftStore, RegisterList, SettingsStore, YearSource
from itatui.thai.sara_am import AUTO
from itatui.tui.terminal.color_filter import ALL

if TYPE_CHECKING:
    from itatui.report.publisher import Publisher

Motion = Literal["none", "basic", "full"]


class Environment(NamedTuple):
    """Capabilities of the terminal, and access to settings and registers."""

    theme: str = "auto"
    """Setting of the theme: a name in `itatui.tui.styling.themes.THEMES`, or `auto`."""
    colours: int = ALL
    """Number of colours of the terminal."""
    motion: Motion = "none"
    """Level of animation, in Textual's words."""
    sara_am: str = AUTO
    """Setting of the spelling of ำ in output."""
    unit: str = ""
    """The user's own unit; empty: not set."""
    settings: SettingsStore | None = None
    """Where settings are kept; None: nowhere."""
    shelf: RegisterList | None = None
    """The registers that can be opened; None: no others."""
    drafts: DraftStore | None = None
    """Where typed texts are kept until they are confirmed; None: nowhere."""
    publisher: "Publisher | None" = None
    """Where documents go; None: nowhere."""
    year: YearSource | None = None
    """Rules, indicators and items of the year; None: unknown."""
    links: bool = True
    """Whether the terminal is told the addresses of links."""


DEFAULT = Environment()
"""No settings, and a terminal without limits."""


def motion_level(setting: str, environment: Mapping[str, str]) -> Motion:
    """Return the level of animation: none over SSH, unless the setting asks for it."""
    if setting == "full":
        return "full"
    far = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
    return "none" if setting == "none" or far else "basic"


def takes_links(environment: Mapping[str, str]) -> bool:
    """Return whether a terminal of this name takes addresses of links, or at least ignores them (OSC 8)."""
    name = environment.get("TERM", "")
    return not name.startswith(("vt", "dumb")) and name.partition("-")[0] not in ("", "ansi", "cygwin", "linux")
