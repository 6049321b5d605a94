"""Letter-spaced words, such as the heading โ ร ง เ รี ย น: their spaces are intended."""

import re

_MARKS = "[ัิ-ฺ็-๎]*"
_FIRST, _LETTER = f"[ก-ฮฤฦเ-ไ]{_MARKS}", f"[ก-ฮฤฦะาำเ-ๅ]{_MARKS}"
_ANY = "ก-ฺเ-ๅ็-๎"
_GAP = "[ \u00a0]+"
# The last letter does not belong to a word split before า.
_END = f"(?![{_ANY}])(?!{_GAP}[\u0e48-\u0e4b\u0e4d]{{0,2}}[าำ])"
_SPACED = re.compile(f"(?<![{_ANY}]){_FIRST}{_GAP}(?:{_LETTER}{_GAP})+{_LETTER}{_END}")
"""Three or more letters, each with its marks, with spaces between them."""


def spaced_offsets(text: str) -> set[int]:
    """Return the offsets (code points) inside the letter-spaced words of a text."""
    return {at for match in _SPACED.finditer(text) for at in range(match.start(), match.end())}
