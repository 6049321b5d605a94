"""What itatui says to people, in Thai and in English, through gettext.

The English text in the code is the message id. `th/LC_MESSAGES/itatui.po` holds the Thai; the compiled catalogue
stands beside it so that a bare checkout speaks Thai too. No message is looked up at import.
"""

import gettext
from pathlib import Path

LANGUAGES = ("th", "en")
"""The languages there are; the first is the one spoken when nobody chose."""


class _Spoken:
    """The catalogue in force. There is one a process: a process speaks with one person."""

    language = LANGUAGES[0]
    catalogue: gettext.NullTranslations | None = None


def speak(language: str) -> None:
    """Says everything from now on in this language, one of `LANGUAGES`."""
    _Spoken.language = language
    _Spoken.catalogue = None


def language() -> str:
    """The language in force."""
    return _Spoken.language


def _catalogue() -> gettext.NullTranslations:
    if _Spoken.catalogue is None:
        _Spoken.catalogue = (
            gettext.NullTranslations()
            if _Spoken.language == "en"
            else gettext.translation("itatui", Path(__file__).parent, [_Spoken.language], fallback=True)
        )
    return _Spoken.catalogue


def _(message: str) -> str:
    """The message in the language in force."""
    return _catalogue().gettext(message)


def N_(message: str) -> str:
    """Marks a message for the catalogues where it is defined; `_` says it where it is used."""
    return message
