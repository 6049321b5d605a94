"""Find texts in what a reader of PDF gives back, and where their lines were broken."""

import re
from typing import NamedTuple

_HEAD = 12
"""Letters by which the places are found where a text may begin."""


class Found(NamedTuple):
    """A text that was found."""

    breaks: tuple[int, ...]
    """Places in the text, in code points, at which a line ends."""
    lost_spaces: int
    """Spaces at line ends that the reader does not give back."""


def find(text: str, pages: list[str]) -> Found | None:
    """Return a text among the pages, code point for code point; None if it is not there.

    Lines may end anywhere in it, without the spaces there, and pages at the end of a line.
    """
    for length in (_HEAD, 1):  # the second time also texts of which a page has the first letters only
        head = re.compile("\n*".join("[ \n]*" if letter in " \n" else re.escape(letter) for letter in text[:length]))
        found = [
            match
            for number, page in enumerate(pages)
            for start in head.finditer(page)
            if (match := _match(text, page, start.start(), pages[number + 1 : number + 2]))
        ]
        if found:  # a text that ends like this one, but for a space, comes second
            return min(found, key=lambda match: match.lost_spaces)
    return None


def _match(text: str, page: str, start: int, following: list[str]) -> Found | None:
    at = start
    breaks: list[int] = []
    lost = 0
    for place, letter in enumerate(text):
        while page.startswith("\n", at) and letter != "\n":
            if place not in breaks and place:
                breaks.append(place)
            at += 1
        if page.startswith(letter, at):
            at += 1
        elif letter in " \n" and (page[at - 1 : at] == "\n" or at == len(page)):
            lost += letter == " "
        elif place and page[at - 1 : at] == "\n":
            rest = _continued(text[place:], following)
            return rest and Found((*breaks, *(place + each for each in rest.breaks)), lost + rest.lost_spaces)
        else:
            return None
    return Found(tuple(breaks), lost)


def _continued(rest: str, following: list[str]) -> Found | None:
    """Return the rest of a text on the next page, at the beginning of a line or of a cell."""
    for page in following:
        for start in re.finditer(f"(?:^|(?<=[ \n])){re.escape(rest[0])}", page):
            if found := _match(rest, page, start.start(), []):
                return found
    return None
