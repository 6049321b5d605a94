"""Character classes for line breaking, a letter for each code point of a text.

T  Thai letter, vowel or sign of neither of the next two classes
N  Thai sign on or after a base (marks, ะ า ำ ๅ ฯ ๆ): a line must not begin with it
V  vowel written before its consonant (เ แ โ ใ ไ): a line must not end with it
D  digit, Arabic or Thai      L  letter of another alphabet    W  ideograph or similar, two cells wide
O  opening bracket or quote   C  closing punctuation           P  full stop
S  space or tab   /  slash   -  hyphen or dash   Z  zero-width space   X  anything else
"""

from itatui.thai.code_page import encoded

_CLASSES = {
    "N": "ะัาำิีึืฺุูฯๅๆ็่้๊๋์ํ๎๚๛",
    "V": "เแโใไ",
    "D": "0123456789๐๑๒๓๔๕๖๗๘๙",
    "O": "([{“‘",
    "C": ")]},:;!?%”’…",
    "P": ".",
    "S": " \t",
    "/": "/",
    "-": "-–—",
    "Z": "\x01",
    "W": "\x02",
    "X": "฿๏",
}
# Characters outside the code page are replaced by one of the same class. "?" is of class X, since encoding with
# "replace" puts it in place of all others.
_STAND_INS = str.maketrans("«»?\u200b\x01\x02", "()!\x01\x03\x03")


def _table() -> bytes:
    table = bytearray(b"X" * 256)
    for letter in range(ord("a"), ord("z") + 1):
        table[letter] = table[letter - 32] = ord("L")
    table[0xA1:0xFC] = b"T" * (0xFC - 0xA1)
    for name, members in _CLASSES.items():
        for byte in encoded(members):
            table[byte] = ord(name)
    table[ord("?")] = ord("X")
    return bytes(table)


def classes(text: str) -> bytes:
    """Return the classes of the code points of `text`, as bytes."""
    try:
        return encoded(text).translate(_PAGE_TABLE)  # most texts: no stand-ins are needed
    except UnicodeEncodeError:
        pass
    plain = text.translate(_STAND_INS)
    try:
        return encoded(plain).translate(_TABLE)
    except UnicodeEncodeError:
        return encoded("".join(map(_stand_in, plain)), "replace").translate(_TABLE)


def _stand_in(character: str) -> str:
    if character < "\x80" or "\u0e00" <= character < "\u0e80" or not character.isalpha():
        return character
    return "\x02" if "\u2e80" <= character <= "\ua4cf" or "\uac00" <= character <= "\ufaff" else "a"


_TABLE = _table()
_PAGE_TABLE = bytes.maketrans(b"?\x01\x02", b"!\x03\x03").translate(_TABLE)
"""Classes of the code page itself, where "?" and two control characters stand for nothing else."""
