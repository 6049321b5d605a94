"""Damage that can be mended without asking, since no Thai text means it: what PDFs and careless keyboards leave behind.

Marks on one base in another order than they are typed in, a mark twice, ํา for ำ, เเ for แ, characters that are not
seen, and the shapes of letters that old fonts keep at places of their own. What a reader could take for meant
is not here: `itatui.thai.repair.suggestions` asks about that. Search reads every text as mended
(`itatui.thai.spelling_fold`).
"""

import re

ABOVE = "\u0e31\u0e34-\u0e37\u0e47\u0e4d"  # ั ิ ี ึ ื ็ ํ
BELOW = "\u0e38-\u0e3a"  # ุ ู ฺ
TONES = "\u0e48-\u0e4c"  # ่ ้ ๊ ๋ ์
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
"""What takes no space on the page, as ranges of a regular expression: the soft hyphen, joiners, zero-width spaces."""

_RING, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
_SIGNS = f"{ABOVE}{BELOW}{TONES}{_AM}"

# The Thai fonts of Windows keep letters with shifted or shortened parts at U+F700 to U+F71A, and a PDF gives those.
_SHAPES = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        "ญ\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
_SHAPED = "\uf701-\uf70e\uf710-\uf71a"
_THAI = "\u0e00-\u0e7f\uf700-\uf71a"

_MISORDERED = f"[{TONES}][{ABOVE}{BELOW}]|[{BELOW}][{ABOVE}]|{_AM}[{_SIGNS}]"
_DAMAGE = f"{_MISORDERED}|([{_SIGNS}])\\1|{_RING}[{_SIGNS}{INVISIBLE}]{{0,4}}[{_AA}{_AM}]|เเ|[\uf700-\uf71a{INVISIBLE}]"
"""Where there is none of this there is nothing to mend."""
# Joiners belong to some pictures of people (U+1F469 and the like); beside Thai letters they are never meant.
_PLACE = (
    f"เ[{INVISIBLE}]*เ|[{_SIGNS}{_SHAPED}][{_SIGNS}{_SHAPED}{INVISIBLE}]*{_AA}?|[\uf700\uf70f]"
    f"|(?<=[{_THAI}])[{INVISIBLE}]+|(?<![{INVISIBLE}])[{INVISIBLE}]+(?=[{_THAI}])|[\u00ad\u200b\u2060\ufeff]+"
)


def repair_marks(text: str) -> tuple[str, int]:
    """`text` with its damage mended, and how many places that were: letters with their marks, as a reader counts."""
    if text.isascii() or not re.search(_DAMAGE, text):
        return text, 0
    count = 0

    def mended(place: re.Match[str]) -> str:
        nonlocal count
        found = place.group()
        meant = _mended(found)
        count += found != meant
        return meant

    return re.sub(_PLACE, mended, text), count


def _mended(place: str) -> str:
    if place[0] == "เ":
        return "แ"
    seen = re.sub(f"[{INVISIBLE}]", "", place).translate(_SHAPES)
    if len(seen) < 2:
        return seen
    marks = [sign for sign in seen if sign not in (_AA, _AM)]
    rest = seen[-1] if seen[-1] == _AA else ""
    if _AM in seen or (rest and _RING in marks):
        # The tone mark stands before ำ, whichever side of the ring or of the whole it was typed on.
        marks, rest = [mark for mark in marks if mark != _RING], _AM + (rest if _RING not in marks else "")
    marks.sort(key=_rank)
    return "".join(mark for before, mark in zip(["", *marks], marks, strict=False) if mark != before) + rest


def _rank(mark: str) -> int:
    """Above, then below, then tone: the order in which Thai is typed and Unicode's charts give it."""
    if mark in "\u0e38\u0e39\u0e3a":
        return 1
    return 2 if "\u0e48" <= mark <= "\u0e4c" else 0
