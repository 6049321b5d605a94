"""The table of settings: titles, help and names of values."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from itatui.locale import N_, _
from itatui.tui.styling.themes import THEMES


class Setting(NamedTuple):
    """A setting as the settings screen shows it."""

    name: str
    """Key in the configuration."""
    title: str
    help: str
    words: Mapping[str, str] = {}
    """Name of each value; empty: the setting is a text or a list of words."""


SETTINGS = (
    Setting(
        "language",
        N_("Language"),
        N_("Language of the program and its dates (Buddhist Era in Thai, Gregorian in English)."),
        {"th": "ไทย", "en": "English"},
    ),
    Setting(
        "theme",
        N_("Colours"),
        N_("High contrast suits projectors and tired eyes; the terminal's own colours suit PuTTY and the console."),
        {"auto": N_("Automatic"), **{name: theme.title for name, theme in THEMES.items()}},
    ),
    Setting(
        "digits",
        N_("Digits"),
        N_("Digits used on the screen and in print. You can type either."),
        {"arabic": N_("Arabic digits"), "thai": N_("Thai digits")},
    ),
    Setting(
        "motion",
        N_("Animation"),
        N_("Animation. Off over SSH unless you turn it on."),
        {"auto": N_("Not over SSH"), "full": N_("Always"), "none": N_("Never")},
    ),
    Setting(
        "sara_am",
        N_("The vowel ำ"),
        N_("How ำ is sent to the terminal, to keep borders straight; itatui doctor shows a sample."),
        {"auto": N_("Automatic"), "whole": N_("As one character"), "split": N_("In two parts")},
    ),
    Setting("unit", N_("Your unit"), N_("The unit whose measures are shown as yours.")),
    Setting(
        "words",
        N_("Your own words"),
        N_("Names and words never split across lines, separated by spaces."),
    ),
)
"""Settings in the order of the screen; those missing from the configuration are not shown."""


def value_words(setting: Setting, value: Any) -> str:
    """Return the name of a value, or its text."""
    if setting.words:
        return _(setting.words[value]) if value in setting.words else str(value)
    text = value if isinstance(value, str) else " ".join(value)
    return text or _("(none)")


def next_choice(setting: Setting, choices: tuple[str, ...], value: Any, by: int) -> str:
    """Return the choice `by` places after a value, in a circle."""
    values = choices or tuple(setting.words)
    at = values.index(value) if value in values else 0
    return values[(at + by) % len(values)]


def typed_value(before: Any, text: str) -> Any:
    """Return a typed text as a value of the same type as `before`: a text, or a tuple of words."""
    return text if isinstance(before, str) else tuple(text.replace(",", " ").split())
