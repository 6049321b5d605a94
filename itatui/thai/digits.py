"""Thai and Arabic digits, each for the other, and the ones that the person chose for all that is printed."""

import re

DIGITS = ("arabic", "thai")
"""What can be chosen; the first is what is written when nobody chose."""

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
# What people type or open stands as it is typed: an address, a file, and a word of Latin letters, such as IIT-2.
_FILE = "(?:[~.]{0,2}/.*|.*\\.[A-Za-z][A-Za-z0-9]{1,4}[.,;:)\\]}»”’]*)"
_TYPED = "(?:[A-Za-z][A-Za-z0-9+.-]*://|www\\.).*|[A-Za-z0-9._~%/#?&=+:@\\\\-]*[A-Za-z][A-Za-z0-9._~%/#?&=+:@\\\\-]*"


class _Chosen:
    """The digits in force. There are one sort a process: a process speaks with one person."""

    thai = False


def choose_digits(digits: str) -> None:
    """Writes all numbers from now on in these digits, one of `DIGITS`."""
    _Chosen.thai = digits == "thai"


def uses_thai_digits() -> bool:
    """Whether Thai digits are chosen."""
    return _Chosen.thai


def numerals(text: str) -> str:
    """`text` as it is printed for people: in Thai digits if these are chosen, otherwise as it is."""
    return thai_digits(text) if _Chosen.thai else text


def thai_digits(text: str) -> str:
    """`text` with Arabic digits written as Thai ones, but for addresses, files, and words with Latin letters."""
    if not re.search("[0-9]", text):
        return text
    if not re.search("[A-Za-z/]", text):
        return text.translate(_TO_THAI)
    return "".join(map(_word, re.split("(\\s+)", text)))


def _word(word: str) -> str:
    """A run without white space; what is typed as it stands keeps its digits."""
    if re.fullmatch(_FILE, word):
        return word
    start = 0
    done: list[str] = []
    for typed in re.finditer(_TYPED, word):
        done += [word[start : typed.start()].translate(_TO_THAI), typed.group()]
        start = typed.end()
    return "".join([*done, word[start:].translate(_TO_THAI)])


def arabic_digits(text: str) -> str:
    """`text` with Thai digits written as Arabic ones."""
    return text.translate(_TO_ARABIC)
