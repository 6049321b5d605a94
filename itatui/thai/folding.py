"""One spelling for all the spellings that a reader takes for the same, so that search finds what is meant."""

import re

from itatui.thai.digits import arabic_digits

_ABOVE = "\u0e31\u0e34-\u0e37\u0e47\u0e4d"  # ั ิ ี ึ ื ็ ํ
_BELOW = "\u0e38-\u0e3a"  # ุ ู ฺ
_TONES = "\u0e48-\u0e4c"  # ่ ้ ๊ ๋ ์
_MISORDERED = f"[{_TONES}][{_ABOVE}{_BELOW}]|[{_BELOW}][{_ABOVE}]"
_MARKS = f"[{_ABOVE}{_BELOW}{_TONES}]{{2,}}"
_RING = "\u0e4d"
_AM = "\u0e33"
_INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufeff]"


def fold(text: str) -> str:
    """`text` as search compares it: `fold(part) in fold(whole)` says whether the part is there.

    Marks on one base are put in one order (เพ่ือ is เพื่อ, as a PDF gives it), ํา is ำ, เเ is แ, Thai digits are
    Arabic ones, letters have no case, and what takes no space on the page is left out.
    """
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = _composed(folded).replace("เเ", "แ")
    if re.search("[๐-๙]", folded):
        folded = arabic_digits(folded)
    if re.search(_MISORDERED, folded):
        folded = re.sub(_MARKS, _in_order, folded)
    # The tone mark stands before ำ, whichever side of the ring or of the whole it was typed on.
    if _RING in folded:
        folded = re.sub(f"{_RING}([{_TONES}]?)\u0e32", f"\\1{_AM}", folded)
    if _AM in folded:
        folded = re.sub(f"{_AM}([{_TONES}])", f"\\1{_AM}", folded)
    return folded


def _composed(text: str) -> str:
    """`text` without what is not seen, and with foreign letters and their marks in one."""
    if not text.isprintable():
        text = re.sub(_INVISIBLE, "", text)
    if re.search("[^\0-\u02ff\u0e00-\u0e7f\u2010-\u205e]", text):
        import unicodedata

        return unicodedata.normalize("NFC", text)
    return text


def _in_order(marks: re.Match[str]) -> str:
    return "".join(sorted(marks.group(), key=_rank))


def _rank(mark: str) -> int:
    """Above, then below, then tone: the order in which Thai is typed and Unicode's charts give it."""
    if mark in "\u0e38\u0e39\u0e3a":
        return 1
    return 2 if "\u0e48" <= mark <= "\u0e4c" else 0
