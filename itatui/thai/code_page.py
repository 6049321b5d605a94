"""Texts in the Thai code page, a byte a letter: TIS-620 with quotes and dashes, as Windows has it (CP874).

Places in the bytes are places in the text, and looking at every letter is several times as fast.
"""

from codecs import charmap_encode
from encodings.cp874 import encoding_table


def encoded(text: str, errors: str = "strict") -> bytes:
    """Return a text in the code page, with "?" for other letters if `errors` is `replace`, else `UnicodeEncodeError`.

    It does what `text.encode("cp874", errors)` does, which takes twice as long for a line, to find the code page.
    """
    return charmap_encode(text, errors, encoding_table)[0]


def coded(text: str) -> bytes | None:
    """Return a text in the code page; None if it has a character that the page lacks."""
    try:
        return encoded(text)
    except UnicodeEncodeError:
        return None


def folded_case(text: str, data: bytes | None) -> str:
    """Return `text.casefold()`; `data` is the text in the code page, of which only ASCII letters have a case."""
    return text.casefold() if data is None else data.lower().decode("cp874")
