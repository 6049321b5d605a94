"""Folding of spelling variants that look the same to a reader, for search."""

import re

from itatui.thai.digits import arabic_digits
from itatui.thai.repair.normalize import INVISIBLE, repair_marks


def fold(text: str) -> str:
    """Return `text` in its folded spelling; `fold(part) in fold(whole)` tests if a text contains a part.

    Marks are repaired first (เพ่ือ, as copied from a PDF, becomes เพื่อ), Thai digits become Arabic, case is folded, and
    characters that take no space on the page are dropped.
    """
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = _composed(folded)
    if re.search("[๐-๙]", folded):
        folded = arabic_digits(folded)
    return repair_marks(folded)[0]


def _composed(text: str) -> str:
    """Drop invisible characters, and compose foreign letters with their marks (NFC)."""
    if not text.isprintable():
        text = re.sub(f"[{INVISIBLE}]", "", text)
    if re.search("[^\0-\u02ff\u0e00-\u0e7f\u2010-\u205e]", text):
        import unicodedata

        return unicodedata.normalize("NFC", text)
    return text
