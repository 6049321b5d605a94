"""The activities in a pasted text, one a line, and the items of lists."""

import re
from itertools import pairwise

from itatui.domain.named_tuple import NamedTuple
from itatui.thai import arabic_digits

_ITEM = r"\s*(?:[-–—•▪●○◦*·]\s*|\(?(?:[0-9๐-๙]+\.)*(?P<number>[0-9๐-๙]+)(?:[.)]\s*|(?<=\.[0-9๐-๙])\s+))(?=\S)"
"""A bullet or a number at the start of a line: `-`, `•`, `1.`, `1)`, `(1)`, `1.1`, `๑.`."""

_LIST_ITEM = (
    r"\s*(?:[-–—](?!\s*[0-9๐-๙])|[•▪●○◦*·➢\uf0b7]|\(?(?P<number>[0-9๐-๙]{1,3})[.)](?:(?=\s)|(?![0-9๐-๙])))\s*(?=\S)"
)
"""A bullet or a plain number at the start of a line; not `1.1`, nor the rest `– 4` of a range."""


class ListItem(NamedTuple):
    """The start of a line that is an item of a list."""

    number: int
    """0 for a bullet."""
    end: int
    """Offset (code points) of its text."""


def list_item(line: str) -> ListItem | None:
    """Return the bullet or number at the start of a line; None if there is none."""
    found = re.match(_LIST_ITEM, line)
    return found and ListItem(int(arabic_digits(found["number"] or "0")), found.end())


def activities(text: str) -> tuple[str, ...]:
    """Return the lines of a cleaned text without empty ones, each on a single line, with spaces for tabs.

    Bullets and numbers are left out if every line has one: the register numbers its measures itself.
    """
    lines = [line.replace("\t", " ").strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    items = [item for line in lines if (item := re.match(_ITEM, line))]
    if 1 < len(lines) == len(items) and _is_list(items):
        lines = [line[item.end() :] for line, item in zip(lines, items, strict=True)]
    return tuple(lines)


def _is_list(items: list[re.Match[str]]) -> bool:
    """Test whether numbers count up, or begin again at 1: a text may begin with a figure such as 2.5."""
    numbers = [int(item["number"] or 0) for item in items]
    return all(number in (0, 1, before + 1) for before, number in pairwise(numbers))
