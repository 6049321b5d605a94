"""Thai dictionary order: by consonant first, although เ แ โ ใ ไ are written before it.

Source: the Royal Institute Dictionary, as in ISO 14651 and the Unicode Collation Algorithm. Tone marks, ็ and ์ only
decide between otherwise equal words.
"""

import re

_LEADING = re.compile("([เแโใไ])([ก-ฮ])")
_LESSER = re.compile("[็-์]")


def collation_key(text: str) -> tuple[str, str]:
    """Return the key that sorts texts in dictionary order."""
    swapped = _LEADING.sub(r"\2\1", text.casefold())
    return _LESSER.sub("", swapped), swapped
