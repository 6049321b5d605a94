"""Automatic repair of damage by PDFs and typing slips that no Thai text intends.

Repaired are marks in the wrong order, doubled marks, ํา and ำา for ำ, เเ for แ, invisible characters, letter shapes
from the private code points of old fonts, and ำ split by a space (`itatui.thai.repair.split_vowels`). Anything that
might be intended is left to `itatui.thai.repair.suggestions`. Search repairs the marks of all text
(`itatui.thai.spelling_fold`).
"""

import re
from functools import lru_cache

from itatui.thai.code_page import coded, encoded
from itatui.thai.sanitize import clean, one_line

ABOVE = "\u0e31\u0e34-\u0e37\u0e47\u0e4d"  # ั ิ ี ึ ื ็ ํ
BELOW = "\u0e38-\u0e3a"  # ุ ู ฺ
TONES = "\u0e48-\u0e4c"  # ่ ้ ๊ ๋ ์
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphen, joiners and zero-width spaces, as ranges of a regular expression."""

_RING, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
_SIGNS = f"{ABOVE}{BELOW}{TONES}{_AM}"

# Thai fonts of Windows have shifted and shortened letter shapes at U+F700 to U+F71A, which PDFs contain.
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

_MISORDERED = f"(?<=[{TONES}])[{ABOVE}{BELOW}]|(?<=[{BELOW}])[{ABOVE}]|(?<={_AM})[{_SIGNS}{_AA}]"
_RING_AND_AA = f"(?<={_RING})[{_SIGNS}{INVISIBLE}]{{0,4}}[{_AA}{_AM}]"
_DAMAGE = (
    f"[{_SIGNS}เ\uf700-\uf71a{INVISIBLE}]"
    f"(?:(?<=[\uf700-\uf71a{INVISIBLE}])"
    f"|(?=[{_SIGNS}{_AA}เ{INVISIBLE}])(?:{_MISORDERED}|(?<=([{_SIGNS}]))\\1|{_RING_AND_AA}|(?<=เ)เ))"
)
"""Signs of damage; text without a match needs no repair. Each begins with a sign, so that letters are skipped fast, and
most signs are followed by a letter that ends the search at them."""
_SPLIT = f"[ \u00a0\n][{_RING}{TONES}]{{0,2}}[{_AA}{_AM}]"
"""Sign of a split ำ; no Thai word begins with the vowel."""
_NEVER = (
    (TONES, f"{ABOVE}{BELOW}{TONES}"),
    (BELOW, f"{ABOVE}{BELOW}"),
    (ABOVE, ABOVE),
    ("เ", "เ"),
    (_RING, f"{_SIGNS}{_AA}"),
    (_AM, f"{_SIGNS}{_AA}"),
    (" \u00a0\n", f"{_RING}{TONES}{_AA}{_AM}"),
)
"""Signs, and those that never follow them in a sound text: all damage has such a pair, or a character that the Thai
code page lacks. Each entry is a bit of a byte, so there are at most eight."""
# Joiners belong to some emoji (such as U+1F469); beside Thai letters they are never intended.
_CANDIDATE = (
    f"เ[{INVISIBLE}]*เ"
    f"|(?=[{_SIGNS}{_SHAPED}{INVISIBLE}]*[{_RING}{_AM}\uf711])[{_SIGNS}{_SHAPED}][{_SIGNS}{_SHAPED}{INVISIBLE}{_AA}]*"
    f"|[{_SIGNS}{_SHAPED}][{_SIGNS}{_SHAPED}{INVISIBLE}]*(?:{_AA}[{_AA}{INVISIBLE}]*)?|[\uf700\uf70f]"
    f"|(?<=[{_THAI}])[{INVISIBLE}]+|(?<![{INVISIBLE}])[{INVISIBLE}]+(?=[{_THAI}])|[\u00ad\u200b\u2060\ufeff]+"
)


def repair_text(text: str) -> tuple[str, int]:
    """Return the text with its marks repaired and its certain split ำ joined, and the number of repaired clusters."""
    if (data := coded(text)) is not None and not _has_suspects(data):
        return text, 0
    text, count = repair_marks(text)
    if not re.search(_SPLIT, text):
        return text, count
    from itatui.thai.repair.split_vowels import join_vowels  # Lazy import: it reads the word list.

    text, joined = join_vowels(text)
    return text, count + joined


def typed_line(text: str) -> str:
    """Return a typed text as a single line: without refused characters and spaces around it, its marks repaired."""
    return repair_text(one_line(clean(text)[0]))[0].strip()


def may_be_damaged(text: str, data: bytes | None) -> bool:
    """Return whether a text has a sign of damage; False: `repair_text` leaves it as it is.

    `data` is the text in the Thai code page, which lacks the invisible and old characters; None: it has others.
    """
    if data is not None and not _has_suspects(data):
        return False
    return bool(re.search(_DAMAGE, text) or re.search(_SPLIT, text))


def _has_suspects(data: bytes) -> bool:
    """Return whether a text in the Thai code page has a pair of `_NEVER`.

    The text and the text moved on by a letter are taken as two numbers: a fifth of the time of a pattern.
    """
    before, after = (int.from_bytes(data.translate(table), "little") for table in _suspect_tables())
    return bool(before << 8 & after)


@lru_cache(1)
def _suspect_tables() -> tuple[bytes, bytes]:
    """Return the bits of each byte of the code page: of the entries of `_NEVER` in which it is before, and after."""
    tables = (bytearray(256), bytearray(256))
    for bit, pair in enumerate(_NEVER):
        for table, ranges in zip(tables, pair, strict=True):
            for byte in encoded(_members(ranges)):
                table[byte] |= 1 << bit
    return bytes(tables[0]), bytes(tables[1])


def _members(ranges: str) -> str:
    """Return the characters in ranges of a regular expression."""
    first, *rest = ranges.split("-")
    for part in rest:
        first += "".join(map(chr, range(ord(first[-1]) + 1, ord(part[0])))) + part
    return first


def repair_marks(text: str) -> tuple[str, int]:
    """Return the repaired text and the number of repaired clusters."""
    if text.isascii() or not re.search(_DAMAGE, text):
        return text, 0
    count = 0

    def repair(match: re.Match[str]) -> str:
        nonlocal count
        repaired = _repair(match.group())
        count += repaired != match.group()
        return repaired

    return re.sub(_CANDIDATE, repair, text), count


def _repair(candidate: str) -> str:
    if candidate[0] == "เ":
        return "แ"
    visible = re.sub(f"[{INVISIBLE}]", "", candidate).translate(_SHAPES)
    if len(visible) < 2:
        return visible
    marks = [sign for sign in visible if sign not in (_AA, _AM)]
    rest = _AA * visible.count(_AA)
    if _AM in visible or (rest and _RING in marks):
        # The tone mark precedes ำ, on whichever side of the ring or of the whole it was typed. ำ is never before า.
        marks, rest = [mark for mark in marks if mark != _RING], _AM
    marks.sort(key=_rank)
    return "".join(mark for before, mark in zip(["", *marks], marks, strict=False) if mark != before) + rest


def _rank(mark: str) -> int:
    """Rank marks above, below, then tones: the order of typing and of the Unicode charts."""
    if mark in "\u0e38\u0e39\u0e3a":
        return 1
    return 2 if "\u0e48" <= mark <= "\u0e4c" else 0
