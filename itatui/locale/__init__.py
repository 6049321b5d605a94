"""Messages in Thai and English, in catalogues of gettext.

The message ids are the English texts in the code; `th/LC_MESSAGES/itatui.po` has the Thai. The compiled catalogue is
in the repository, so that a checkout needs no build. No message is looked up at import.
"""

from functools import cache

from itatui.locale.catalogue import Catalogue, Messages

LANGUAGES = ("th", "en")
"""Languages of the interface; the first is the default."""
_FOLDER = __file__.rpartition("/")[0]


class _Current:
    """The current language and catalogue; global, since a process serves a single user."""

    language = LANGUAGES[0]
    catalogue: Messages | None = None


def speak(language: str) -> None:
    """Set the language, from `LANGUAGES`, for all later messages."""
    _Current.language = language
    _Current.catalogue = None


def language() -> str:
    """Return the current language."""
    return _Current.language


def _catalogue() -> Messages:
    if _Current.catalogue is None:
        _Current.catalogue = _catalogue_of(_Current.language)
    return _Current.catalogue


@cache
def _catalogue_of(language: str) -> Messages:
    if language == "en":
        return Messages()
    with open(f"{_FOLDER}/{language}/LC_MESSAGES/itatui.mo", "rb") as file:  # noqa: PTH123
        return Catalogue(file)


def in_every_language(message: str) -> tuple[str, ...]:
    """Return a message in every language, for a search that takes words of any."""
    return tuple(_catalogue_of(each).gettext(message) for each in LANGUAGES)


def _(message: str) -> str:
    """Translate a message into the current language."""
    return _catalogue().gettext(message)


def ngettext(one: str, several: str, count: int) -> str:
    """Translate a message about a number of things, which has the number as a placeholder."""
    return _catalogue().ngettext(one, several, count)


def N_(message: str) -> str:
    """Mark a message for extraction; `_` translates it where it is used."""
    return message
