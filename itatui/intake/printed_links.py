"""Evidence as tables print it: a label and an address below it, numbered if there are several."""

import re

from itatui.domain.measure import Evidence
from itatui.intake.list_items import items_of
from itatui.intake.same_text import text_key

_ADDRESS = r"(?:[a-z][a-z0-9+.-]{1,15}://|www\.)\S+|\S+\.[A-Za-z0-9]{2,5}(?:/\S*)?|(?:~|\.{0,2})/\S.*"
"""A web address, or the name of a file."""


def link_lines(text: str) -> str:
    """Return the text of a cell as a field of evidence takes it: a line for each piece, `label | address`."""
    items = items_of(text)
    pieces = items.texts if items.first == 1 and items.has_signs else _pieces(text)
    return "\n".join(_line(piece) for piece in pieces)


def _pieces(text: str) -> list[str]:
    """Return the lines of a text, each address with the label above it."""
    pieces: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if pieces and _is_address(line) and "\n" not in pieces[-1] and not _is_address(pieces[-1]):
            pieces[-1] += f"\n{line}"
        else:
            pieces.append(line)
    return pieces


def _line(piece: str) -> str:
    *label, last = [line.strip() for line in piece.split("\n") if line.strip()] or [""]
    if label and _is_address(last):
        return f"{' '.join(label)} | {last}"
    whole = " ".join((*label, last))
    return whole if _is_address(whole) or "|" in whole or re.search("://", whole) else f"{whole} |"


def _is_address(line: str) -> bool:
    return re.fullmatch(_ADDRESS, line, re.IGNORECASE) is not None


def are_same_links(before: object, after: object) -> bool:
    """Return whether two values of evidence are printed alike."""
    return _printed(before) == _printed(after)


def _printed(value: object) -> list[str]:
    links = value if isinstance(value, tuple) else ()
    return [text_key(link.label + link.target) for link in links if isinstance(link, Evidence)]
