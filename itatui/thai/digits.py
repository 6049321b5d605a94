"""Conversion between Thai and Arabic digits, and the user's choice of digits for output."""

import re

DIGITS = ("arabic", "thai")
"""Kinds of digits; the first is the default."""

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
# Digits stay as typed in addresses, file names, and words with Latin letters, such as IIT-2.
_FILE = "(?:[~.]{0,2}/.*|.*\\.[A-Za-z][A-Za-z0-9]{1,4}[.,;:)\\]}»”’]*)"
_TYPED = "(?:[A-Za-z][A-Za-z0-9+.-]*://|www\\.).*|[A-Za-z0-9._~%/#?&=+:@\\\\-]*[A-Za-z][A-Za-z0-9._~%/#?&=+:@\\\\-]*"


class _Chosen:
    """The current choice; global, since a process serves a single user."""

    thai = False


def choose_digits(digits: str) -> None:
    """Set the kind of digits, from `DIGITS`, for all later output."""
    _Chosen.thai = digits == "thai"


def uses_thai_digits() -> bool:
    """Return True if Thai digits are chosen."""
    return _Chosen.thai


def numerals(text: str) -> str:
    """Return `text` for people, in Thai digits if these are chosen."""
    return thai_digits(text) if _Chosen.thai else text


def thai_digits(text: str) -> str:
    """Replace Arabic by Thai digits, except in addresses, file names, and words with Latin letters."""
    if not re.search("[0-9]", text):
        return text
    if not re.search("[A-Za-z/]", text):
        return text.translate(_TO_THAI)
    return "".join(map(_word, re.split("(\\s+)", text)))


def _word(word: str) -> str:
    """Convert the digits of a run without white space."""
    if re.fullmatch(_FILE, word):
        return word
    start = 0
    parts: list[str] = []
    for typed in re.finditer(_TYPED, word):
        parts += [word[start : typed.start()].translate(_TO_THAI), typed.group()]
        start = typed.end()
    return "".join([*parts, word[start:].translate(_TO_THAI)])


def arabic_digits(text: str) -> str:
    """Replace Thai by Arabic digits."""
    return text.translate(_TO_ARABIC)
