"""Targets of evidence: which of them are links, and as which address a terminal may open them."""

from functools import lru_cache
from pathlib import Path

SCHEMES = ("http://", "https://", "ftp://", "file://", "mailto:")
"""Beginnings of the addresses that a terminal is given; no other is."""
MAX_LENGTH = 2000
"""Most bytes of an address: terminals ignore longer ones."""

_KEPT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,=%")
"""Characters of an address that are not percent-encoded. A semicolon would end a parameter of the sequence."""


@lru_cache(512)
def address_of(target: str) -> str:
    """Return the address of a target in printable ASCII, percent-encoded; empty if it is no link.

    A text with a space or a control character in it is none.
    """
    text = target.strip()
    lower = text.lower()
    if lower.startswith("www."):
        text, lower = f"https://{text}", f"https://{lower}"
    if not lower.startswith(SCHEMES) or lower in SCHEMES or not text.isprintable() or len(text.split()) > 1:
        return ""
    if _KEPT.issuperset(text):  # the usual case
        address = text
    else:
        address = "".join(letter if letter in _KEPT else _encoded(letter) for letter in text)
    return address if len(address) <= MAX_LENGTH else ""


def is_found(target: str, folder: Path) -> bool:
    """Return whether a target is a link, or a file that exists: relative to a folder, or absolute."""
    if address_of(target):
        return True
    try:
        return bool(target) and (folder / target).exists()
    except (OSError, ValueError):  # too long a name, or a null byte
        return False


def _encoded(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8"))
