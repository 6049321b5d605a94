"""The columns of a document with their roles, as a user sees and corrects them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from itatui.intake.errors import UnreadableError
from itatui.intake.grid import Table
from itatui.intake.headings import Headings, Role, role_named
from itatui.intake.proposal import ReadColumn
from itatui.thai import arabic_digits

_MAX_PLAIN = 60
"""Code points of a heading of which no word is known."""
_SAMPLES = 3
_LETTER = "[A-Za-zก-ฮ]"


class UnknownColumnsError(UnreadableError):
    """No column of a document is known to hold the measures: the roles of its columns must be told."""

    def __init__(self, message: str, columns: tuple[ReadColumn, ...]) -> None:
        super().__init__(message)
        self.columns = columns


class HeadedTable(Protocol):
    """A table with its headings."""

    @property
    def headings(self) -> Headings:
        """The headings."""

    @property
    def table(self) -> Table:
        """The table."""


def columns_of(sections: Iterable[HeadedTable]) -> tuple[ReadColumn, ...]:
    """Return the columns of all tables, each heading with its role once."""
    found: dict[tuple[str, str], ReadColumn] = {}
    for section in sections:
        for column in _columns(section.table, section.headings):
            found.setdefault((column.heading, column.role), column)
    return tuple(found.values())


def _columns(table: Table, headings: Headings) -> Iterator[ReadColumn]:
    for number, (text, role) in enumerate(zip(headings.texts, headings.roles, strict=True)):
        if text or role:
            yield ReadColumn(text, _name_of(role), _samples(table, headings, number))


def _name_of(role: Role | None) -> str:
    if role is None:
        return ""
    return f"{role.name}={role.equals}" if role.equals else f"{role.name}.{role.quarter}".removesuffix(".0")


def _samples(table: Table, headings: Headings, column: int) -> tuple[str, ...]:
    cells = dict.fromkeys(line[column].text.strip() for line in table.lines[headings.end :])
    return tuple([text for text in cells if text and text != headings.texts[column]][:_SAMPLES])


def with_roles(headings: Headings, chosen: Mapping[str, str]) -> Headings:
    """Return headings with the roles that a user chose, by the text of the heading; other columns lose these roles."""
    if not chosen:
        return headings
    pairs = list(zip(headings.texts, headings.roles, strict=True))
    own = [role_named(chosen[text]) if chosen.get(text) else None for text, _role in pairs]
    roles: list[Role | None] = []
    for (text, role), wanted in zip(pairs, own, strict=True):
        kept = wanted if text in chosen else role
        is_taken = kept is not None and not kept.quarter and (kept in roles or (text not in chosen and kept in own))
        roles.append(None if is_taken else kept)
    return headings._replace(roles=tuple(roles))


def plain_headings(table: Table) -> Headings:
    """Return the headings of a table of which no word is known: its first row if it has a short text in each column.

    Where there is no such row, the columns are named by their numbers, such as `(2)`.
    """
    texts = [" ".join(cell.text.split()) for cell in table.lines[0]]
    are_short = all(len(text) <= _MAX_PLAIN and re.search(_LETTER, text) for text in texts)
    has_numbers = any(re.match(r"\s*[0-9]", arabic_digits(text)) for text in texts)
    none = (None,) * len(texts)
    if are_short and not has_numbers and len(set(texts)) == len(texts) and len(table.lines) > 1:
        return Headings(0, 1, none, tuple(texts))
    return Headings(0, 0, none, tuple(f"({number})" for number, _text in enumerate(texts, 1)))
