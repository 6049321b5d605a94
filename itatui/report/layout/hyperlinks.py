"""Addresses that a document may link to: those of the web and of mail, in the form that every office program opens."""

import re

from itatui.domain.links import address_of

_HOST = r"[A-Za-z0-9._~%-]+(?::[0-9]+)?"
_REST = r"(?:[^#\[\]]*)(?:#[^#\[\]]*)?"
_WEB = rf"https?://{_HOST}(?:[/?#]{_REST})?"
_MAIL = rf"mailto:[A-Za-z0-9._%+-]+@{_HOST}(?:\?{_REST})?"
"""Programs of others call a document damaged whose address has a lone `%`, brackets or a second `#`. A name before
the host hides where a link goes."""
_LONE_PERCENT = "%(?![0-9A-Fa-f]{2})"


def hyperlink_of(target: str) -> str:
    """Return the address of a target in printable ASCII; empty if a document has no link for it."""
    address = address_of(target) if target else ""
    if not re.fullmatch(f"{_WEB}|{_MAIL}", address, re.IGNORECASE) or re.search(_LONE_PERCENT, address):
        return ""
    return address
