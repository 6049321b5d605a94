"""Grapheme clusters: the units that lines, cursors and truncation never divide.

The rules are those of Unicode UAX 29, extended grapheme clusters: marks and ำ join the character before them, and so
do joiners, variation selectors and other characters of zero cells.
"""

import re
from functools import cache

JOINING = "\u0e31" + "".join(map(chr, (*range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4F))))
"""Thai marks and ำ, which join the character before them."""

_ZWJ = "\u200d"


@cache
def _plain() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a character that needs the full rules, and of a cluster in all other text."""
    unusual = "[^\n -~\u0e00-\u0e7f\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u25fc]"
    return re.compile(unusual), re.compile(f"\n|[^\n{JOINING}][{JOINING}]*|[{JOINING}]+")


def clusters(text: str) -> list[str]:
    """Split `text` into its clusters."""
    unusual, cluster = _plain()
    if not unusual.search(text):
        return cluster.findall(text)
    units: list[str] = []
    for character in text:
        if units and _joins(units[-1], character):
            units[-1] += character
        else:
            units.append(character)
    return units


def _joins(cluster: str, character: str) -> bool:
    """Return True if `character` continues the cluster before it."""
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
