"""The colours of the screen: every theme in one table, and which of them suits a terminal.

How the parts of a line use these colours is told in `itatui.tui.styling.styles`, how they are sent to a terminal of few
colours in `itatui.tui.terminal.color_filter`. Only the theme in force is made into one of Textual's.
"""

from collections.abc import Mapping
from typing import NamedTuple

from textual.theme import Theme

from itatui.locale import N_
from itatui.tui.terminal.color_filter import ALL, NONE, SIXTEEN


class Colours(NamedTuple):
    """A theme: eight colours as `#rrggbb`."""

    title: str
    """What people call it."""
    ground: str
    """Behind everything."""
    raised: str
    """Behind what stands on top: a dialog, a text that is written."""
    text: str
    primary: str
    """Titles, and the ground of what is chosen."""
    secondary: str
    """What is only drawn: a bar. No text is in it."""
    accent: str
    """Keys, and the ground of what the keys are at."""
    good: str
    doubtful: str
    bad: str
    dark: bool = True
    """Whether the ground is darker than the text."""
    sends: int = ALL
    """How many colours it sends at most; the 16 are the terminal's own."""


THEMES: Mapping[str, Colours] = {
    "dark": Colours(
        N_("Dark"),
        *("#10151a", "#22272b", "#e8e8e8", "#7cc4ff", "#5f7285", "#ffb52e", "#6bd48f", "#ffb52e", "#ff7b72"),
    ),
    "light": Colours(
        N_("Light"),
        *("#fbfbf8", "#eceff2", "#1c2126", "#0b5394", "#74828f", "#7a4100", "#17602f", "#7a4100", "#a8201a"),
        dark=False,
    ),
    "contrast-dark": Colours(
        N_("High contrast, dark"),
        *("#000000", "#141414", "#ffffff", "#9ad7ff", "#a8b6c4", "#ffd75f", "#86ffb0", "#ffd75f", "#ffaaa5"),
    ),
    "contrast-light": Colours(
        N_("High contrast, light"),
        *("#ffffff", "#f2f2f2", "#000000", "#00356f", "#44525f", "#582f00", "#00481c", "#582f00", "#820008"),
        dark=False,
    ),
    "ansi": Colours(
        N_("The terminal's own 16 colours"),
        *("#000000", "#000000", "#aaaaaa", "#55ffff", "#aaaaaa", "#ffff55", "#55ff55", "#ffff55", "#ff5555"),
        sends=SIXTEEN,
    ),
    "mono": Colours(N_("No colours"), "#000000", "#000000", *("#ffffff",) * 7, sends=NONE),
}
"""Every theme, by its name in the settings. The 16 colours of a terminal stand here as Rich takes them to be."""

ROOM = ("contrast-dark", "contrast-light")
"""Those for a room with a projector: lights off, lights on. The first is the one that a meeting begins in."""

AUTO = "auto"
"""The setting of who leaves it to the terminal."""


def suiting(wanted: str, colours: int) -> str:
    """The theme for a setting on a terminal of so many colours: the one that is wanted, if it can be seen at all."""
    if colours == NONE:
        return "mono"
    if wanted in THEMES:
        return wanted
    return "ansi" if colours <= SIXTEEN else "dark"


def called(name: str) -> str:
    """A theme's name among those of Textual, which has a `dark` of its own."""
    return f"itatui-{name}"


def made(name: str) -> Theme:
    """A theme as Textual has it."""
    its = THEMES[name]
    return Theme(
        name=called(name),
        primary=its.primary,
        secondary=its.secondary,
        accent=its.accent,
        foreground=its.text,
        background=its.ground,
        surface=its.raised,
        panel=its.raised,
        success=its.good,
        warning=its.doubtful,
        error=its.bad,
        dark=its.dark,
        variables=_made_sure(its),
    )


def _made_sure(its: Colours) -> dict[str, str]:
    """What Textual would mix out of these colours too faintly to be read, or too near to each other."""
    faint = ("text", "text-muted", "text-disabled", "foreground-muted", "foreground-disabled")
    texts = dict.fromkeys((*faint, "button-color-foreground"), its.text)
    meanings = {"primary": its.primary, "accent": its.accent, "success": its.good}
    meanings |= {"warning": its.doubtful, "error": its.bad, "secondary": its.text}
    return {
        **texts,
        **{f"text-{name}": colour for name, colour in meanings.items()},
        "panel-lighten-1": its.raised,
        "block-cursor-background": its.accent,
        "block-cursor-foreground": its.ground,
        "block-cursor-blurred-background": its.primary,
        "block-cursor-blurred-foreground": its.ground,
        "block-hover-background": its.raised,
        "input-cursor-background": its.text,
        "input-cursor-foreground": its.ground,
        "input-selection-background": its.primary,
        "input-selection-foreground": its.ground,
        "screen-selection-background": its.primary,
        "screen-selection-foreground": its.ground,
    }
