"""Folding of spelling variants that look the same to a reader, for search."""

import re

from itatui.thai.digits import arabic_digits
from itatui.thai.repair.normalize import INVISIBLE, repair_marks

_SIGNS = "\u0e48-\u0e4b\u0e4d"
_GAP_BEFORE_AM = f"[ \u00a0\n{INVISIBLE}][{_SIGNS}{INVISIBLE}]*[าำ]"
SPLIT_AM = f"([ก-ฮ][{_SIGNS}{INVISIBLE}]*)[ \u00a0\n][ \u00a0\n{INVISIBLE}]*([{_SIGNS}{INVISIBLE}]*)[าำ]"
"""A consonant, spaces and า or ำ."""


def fold(text: str) -> str:
    """Return `text` in its folded spelling; `fold(part) in fold(whole)` tests if a text contains a part.

    Marks are repaired first (เพ่ือ, as copied from a PDF, becomes เพื่อ), ำ split by a space or line end is joined
    (ด าเนินการ), Thai digits become Arabic, case is folded, and characters that take no space on the page are dropped.
    """
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = _composed(folded)
    if re.search("[๐-๙]", folded):
        folded = arabic_digits(folded)
    return repair_marks(_joined(folded))[0]


def _joined(text: str) -> str:
    """Join every ำ that a space splits: nothing in Thai begins with า, so the space is damage whatever was meant."""
    return re.sub(SPLIT_AM, r"\1\2ำ", text) if re.search(_GAP_BEFORE_AM, text) else text


def _composed(text: str) -> str:
    """Drop invisible characters, and compose foreign letters with their marks (NFC)."""
    if not text.isprintable():
        text = re.sub(f"[{INVISIBLE}]", "", text)
    if re.search("[^\0-\u02ff\u0e00-\u0e7f\u2010-\u205e]", text):
        import unicodedata

        return unicodedata.normalize("NFC", text)
    return text
