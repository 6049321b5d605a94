"""One spelling for all the spellings that a reader takes for the same, so that search finds what is meant."""

import re

from itatui.thai.digits import arabic_digits

_ABOVE = "\u0e31\u0e34-\u0e37\u0e47\u0e4d"  # ั ิ ี ึ ื ็ ํ
_BELOW = "\u0e38-\u0e3a"  # ุ ู ฺ
_TONES = "\u0e48-\u0e4c"  # ่ ้ ๊ ๋ ์
_MARK_RUN = f"[{_ABOVE}{_BELOW}{_TONES}]{{2,}}"
_SPLIT_AM = "\u0e4d([\u0e48-\u0e4b]?)\u0e32"
_TONED_AM = "\u0e33([\u0e48-\u0e4b])"
_SPLIT_AE = "\u0e40\u0e40"
_INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufeff]"


def fold(text: str) -> str:
    """`text` as search compares it: `fold(part) in fold(whole)` says whether the part is there.

    Marks on one base are put in one order (เพ่ือ is เพื่อ, as a PDF gives it), ํา is ำ, เเ is แ, Thai digits are
    Arabic ones, letters have no case, and what takes no space on the page is left out.
    """
    if text.isascii():
        return text.lower()
    folded = arabic_digits(re.sub(_INVISIBLE, "", text)).casefold().replace(_SPLIT_AE, "แ")
    folded = re.sub(_MARK_RUN, _in_order, folded)
    # The tone mark stands before ำ, whichever side of the ring or of the whole it was typed on.
    folded = re.sub(_SPLIT_AM, "\\1\u0e33", folded)
    return re.sub(_TONED_AM, "\\1\u0e33", folded)


def _in_order(marks: re.Match[str]) -> str:
    return "".join(sorted(marks.group(), key=_rank))


def _rank(mark: str) -> tuple[int, str]:
    return (mark >= "\u0e48" and mark != "\u0e4d", mark)
