"""One spelling for all the spellings that a reader takes for the same, so that search finds what is meant."""

import re

from itatui.thai.digits import arabic_digits
from itatui.thai.repair.normalize import INVISIBLE, mend


def fold(text: str) -> str:
    """`text` as search compares it: `fold(part) in fold(whole)` says whether the part is there.

    What `mend` mends is read as mended (เพ่ือ is เพื่อ, as a PDF gives it), Thai digits are Arabic ones, letters have no
    case, and what takes no space on the page is left out.
    """
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = _composed(folded)
    if re.search("[๐-๙]", folded):
        folded = arabic_digits(folded)
    return mend(folded)[0]


def _composed(text: str) -> str:
    """`text` without what is not seen, and with foreign letters and their marks in one."""
    if not text.isprintable():
        text = re.sub(f"[{INVISIBLE}]", "", text)
    if re.search("[^\0-\u02ff\u0e00-\u0e7f\u2010-\u205e]", text):
        import unicodedata

        return unicodedata.normalize("NFC", text)
    return text
