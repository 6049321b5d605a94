"""What can be set, in words: the one list from which the settings' screen is drawn. It sets nothing."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from itatui.locale import N_, _
from itatui.tui.styling.themes import THEMES


class Setting(NamedTuple):
    """One thing to set."""

    name: str
    """Its key in the configuration."""
    title: str
    help: str
    words: Mapping[str, str] = {}
    """How each of its values is called; none: it is a text, or a list of words."""


SETTINGS = (
    Setting(
        "language",
        N_("Language"),
        N_("Of all that itatui says, with its dates: the Buddhist Era in Thai, Gregorian years in English."),
        {"th": "ไทย", "en": "English"},
    ),
    Setting(
        "theme",
        N_("Colours"),
        N_("High contrast is for a projector or tired eyes; the terminal's own colours suit PuTTY and the console."),
        {"auto": N_("What suits the terminal"), **{name: its.title for name, its in THEMES.items()}},
    ),
    Setting(
        "digits",
        N_("Digits"),
        N_("In which digits numbers are shown and printed. Either can be typed."),
        {"arabic": N_("Arabic digits"), "thai": N_("Thai digits")},
    ),
    Setting(
        "motion",
        N_("Motion"),
        N_("Whether anything glides. Over a line, as with SSH, nothing does unless you ask for it."),
        {"auto": N_("Not over a line"), "full": N_("Always"), "none": N_("Never")},
    ),
    Setting(
        "sara_am",
        N_("The sign ำ"),
        N_("How ำ is sent to the terminal, so that borders stay straight; itatui doctor shows it."),
        {"auto": N_("What suits the terminal"), "whole": N_("As one sign"), "split": N_("In two parts")},
    ),
    Setting("unit", N_("Your unit"), N_("The unit whose measures are yours.")),
    Setting(
        "words",
        N_("Your own words"),
        N_("Names and words that lines are never broken inside, with spaces between them."),
    ),
)
"""Everything that can be set on the screen, if the configuration knows of it."""


def shown(setting: Setting, value: Any) -> str:
    """A value as people read it."""
    if setting.words:
        return _(setting.words[value]) if value in setting.words else str(value)
    text = value if isinstance(value, str) else " ".join(value)
    return text or _("(none)")


def after(setting: Setting, choices: tuple[str, ...], value: Any, by: int) -> str:
    """The choice that comes so many after a value, round and round."""
    all_of_them = choices or tuple(setting.words)
    at = all_of_them.index(value) if value in all_of_them else 0
    return all_of_them[(at + by) % len(all_of_them)]


def typed(setting: Setting, before: Any, text: str) -> Any:
    """What a typed text means for a setting that is a text or a list of words."""
    return text if isinstance(before, str) else tuple(text.replace(",", " ").split())
