"""The classes of characters that breaking turns on: each code point of a text stands for one letter of a class.

T  a Thai letter, or a vowel or sign that is none of the next two
N  what is written on or after a base (marks, ะ า ำ ๅ ฯ ๆ): a line must not begin with one
V  a vowel written before its consonant (เ แ โ ใ ไ): a line must not end with one
D  a digit, Arabic or Thai      L  a letter of another alphabet      W  an ideograph or the like, two cells wide
O  an opening bracket or quote  C  closing punctuation               P  a full stop
S  a space or tab   /  a slash   -  a hyphen or dash   Z  a zero-width space   X  anything else
"""

_CLASSES = {
    "N": "ะัาำิีึืฺุูฯๅๆ็่้๊๋์ํ๎๚๛",
    "V": "เแโใไ",
    "D": "0123456789๐๑๒๓๔๕๖๗๘๙",
    "O": "([{",
    "C": ")]},:;!?%",
    "P": ".",
    "S": " \t",
    "/": "/",
    "-": "-",
    "Z": "\x01",
    "W": "\x02",
    "X": "฿๏",
}
# Foreign characters stand for a TIS-620 character of the same class, "?" last of all: it is what encoding puts
# in the place of any other.
_STAND_INS = str.maketrans("«“‘»”’…?–—\u200b\x01\x02", "((())))!--\x01\x03\x03")


def _table() -> bytes:
    table = bytearray(b"X" * 256)
    for letter in range(ord("a"), ord("z") + 1):
        table[letter] = table[letter - 32] = ord("L")
    table[0xA1:0xFC] = b"T" * (0xFC - 0xA1)
    for name, members in _CLASSES.items():
        for byte in members.encode("tis-620"):
            table[byte] = ord(name)
    table[ord("?")] = ord("X")
    return bytes(table)


def classes(text: str) -> bytes:
    """The class of each code point of `text`, one letter each."""
    plain = text.translate(_STAND_INS)
    try:
        return plain.encode("tis-620").translate(_TABLE)
    except UnicodeEncodeError:
        return "".join(map(_stand_in, plain)).encode("tis-620", "replace").translate(_TABLE)


def _stand_in(character: str) -> str:
    if character < "\x80" or "\u0e00" <= character < "\u0e80" or not character.isalpha():
        return character
    return "\x02" if "\u2e80" <= character <= "\ua4cf" or "\uac00" <= character <= "\ufaff" else "a"


_TABLE = _table()
