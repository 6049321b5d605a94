"""Rows under headings, narrowed by typed words."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from itatui.thai import search_key


class Row(Protocol):
    """A heading, or a row below one."""

    @property
    def is_heading(self) -> bool:
        """Whether it stands above the rows that follow it, and is never found itself."""

    @property
    def searched(self) -> str:
        """The search key of the texts by which it is found."""


R = TypeVar("R", bound=Row)


def narrowed(rows: Sequence[R], wanted: str) -> list[R]:
    """Return the rows with all words of a text, in any spelling, under their headings; all rows for an empty text."""
    words = [search_key(word) for word in wanted.split()]
    if not words:
        return list(rows)
    found: list[R] = []
    for row in rows:
        if row.is_heading:
            if found and found[-1].is_heading:
                found.pop()
            found.append(row)
        elif all(word in row.searched for word in words):
            found.append(row)
    return found[:-1] if found and found[-1].is_heading else found
