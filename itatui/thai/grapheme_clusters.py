"""What the eye takes for one character: the units that a line, a cursor and a cut never divide.

The rule is that of Unicode UAX 29, extended grapheme clusters: marks and ำ go with what they follow, and so do
joiners, variation selectors and the other signs that take no cell of their own.
"""

import re
from functools import cache

JOINING = "\u0e31" + "".join(map(chr, (*range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4F))))
"""Thai marks and ำ: what belongs to the character before it."""

_ZWJ = "\u200d"


@cache
def _plain() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What only the long way can tell, and a cluster of all other text."""
    unusual = "[^\n -~\u0e00-\u0e7f\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u25fc]"
    return re.compile(unusual), re.compile(f"\n|[^\n{JOINING}][{JOINING}]*|[{JOINING}]+")


def clusters(text: str) -> list[str]:
    """The clusters of `text` in order; joined again they are `text`."""
    unusual, cluster = _plain()
    if not unusual.search(text):
        return cluster.findall(text)
    found: list[str] = []
    for character in text:
        if found and _belongs(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(cluster: str, character: str) -> bool:
    """Whether `character` is part of the cluster that stands before it."""
    if character in "\n\r\t" or cluster in ("\r\n", "\r", "\n", "\t"):
        return cluster == "\r" and character == "\n"
    if cluster[-1] == _ZWJ or character == "\u0e33":
        return True
    if _is_flag_half(character):
        return len(cluster) == 1 and _is_flag_half(cluster)
    if " " <= character <= "~":
        return False
    import unicodedata

    from rich.cells import get_character_cell_size

    return (
        unicodedata.category(character)[0] == "M"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or get_character_cell_size(character) == 0
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
