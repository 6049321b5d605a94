"""The themes, and the theme that suits a terminal.

`itatui.tui.styling.styles` uses these colours; `itatui.tui.terminal.color_filter` reduces them for terminals with few.
Only the current theme is converted to a theme of Textual.
"""

from collections.abc import Mapping
from typing import NamedTuple

from textual.theme import Theme

from itatui.locale import N_
from itatui.tui.terminal.color_filter import ALL, NONE, SIXTEEN


class Colours(NamedTuple):
    """A theme: colours as `#rrggbb`."""

    title: str
    """Name on the screen."""
    ground: str
    """Background."""
    raised: str
    """Background of dialogs and of text being edited."""
    text: str
    primary: str
    """Titles, and the background of the chosen row."""
    secondary: str
    """Scroll bars; never text."""
    accent: str
    """Keys, and the background of the cursor."""
    good: str
    doubtful: str
    bad: str
    dark: bool = True
    """True if the background is darker than the text."""
    sends: int = ALL
    """Most colours that the theme sends; 16 are the terminal's own."""


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
"""Themes by their name in the settings. The 16 colours of a terminal have the values that Rich gives them."""

MEETING_THEMES = ("contrast-dark", "contrast-light")
"""Themes for a projector: dark room, lit room. A meeting begins in the first."""

AUTO = "auto"
"""Setting: the theme that suits the terminal."""


def theme_for(setting: str, colours: int) -> str:
    """Return the name of the theme for a setting, on a terminal of so many colours."""
    if colours == NONE:
        return "mono"
    if setting in THEMES:
        return setting
    return "ansi" if colours <= SIXTEEN else "dark"


def textual_name(name: str) -> str:
    """Return the theme's name among Textual's themes, which has a `dark` of its own."""
    return f"itatui-{name}"


def textual_theme(name: str) -> Theme:
    """Return a theme in Textual's form."""
    theme = THEMES[name]
    return Theme(
        name=textual_name(name),
        primary=theme.primary,
        secondary=theme.secondary,
        accent=theme.accent,
        foreground=theme.text,
        background=theme.ground,
        surface=theme.raised,
        panel=theme.raised,
        success=theme.good,
        warning=theme.doubtful,
        error=theme.bad,
        dark=theme.dark,
        variables=_variables(theme),
    )


def _variables(theme: Colours) -> dict[str, str]:
    """Return the colours that Textual would otherwise mix too faint, or too close to each other."""
    faint = ("text", "text-muted", "text-disabled", "foreground-muted", "foreground-disabled")
    texts = dict.fromkeys((*faint, "button-color-foreground"), theme.text)
    meanings = {"primary": theme.primary, "accent": theme.accent, "success": theme.good}
    meanings |= {"warning": theme.doubtful, "error": theme.bad, "secondary": theme.text}
    return {
        **texts,
        **{f"text-{name}": colour for name, colour in meanings.items()},
        "panel-lighten-1": theme.raised,
        "block-cursor-background": theme.accent,
        "block-cursor-foreground": theme.ground,
        "block-cursor-blurred-background": theme.primary,
        "block-cursor-blurred-foreground": theme.ground,
        "block-hover-background": theme.raised,
        "input-cursor-background": theme.text,
        "input-cursor-foreground": theme.ground,
        "input-selection-background": theme.primary,
        "input-selection-foreground": theme.ground,
        "screen-selection-background": theme.primary,
        "screen-selection-foreground": theme.ground,
    }
