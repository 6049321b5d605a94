"""The texts of each table cell with numbers and bullets, safe for a terminal, before line breaking."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from itatui.report.model import Column, Entry, Tone
from itatui.thai import safe, thai_digits

_STRAY_JOINER = "(?<![\u2190-\U0010ffff])\u200d|\u200d(?![\u2190-\U0010ffff])"
"""Compiled only when a text contains a joiner: compiling takes as long as the layout of a page."""


class CellText(NamedTuple):
    """A paragraph or several in a cell, with a mark in front."""

    text: str
    tone: Tone = Tone.TEXT
    mark: str = ""
    """`1.` or `-`, or empty."""
    whole: bool = False
    """Whether it is a number, which is never broken."""


Texts: TypeAlias = tuple[CellText, ...]
"""The texts of a cell."""
Convert: TypeAlias = Callable[[str], str]
"""Converts a text of the report for output."""


def converter(*, in_thai_digits: bool) -> Convert:
    """Return a function that makes a text safe for a terminal and, if wanted, writes Thai digits."""

    def convert(text: str) -> str:
        plain = safe(text).replace("\t", " ")
        if "\u200d" in plain:
            # A joiner that joins no two symbols is invisible, but Rich counts the next character as part of it.
            plain = re.sub(_STRAY_JOINER, "", plain)
        return thai_digits(plain) if in_thai_digits else plain

    return convert


def heading_text(column: Column, convert: Convert) -> Texts:
    """Return the heading of a column."""
    return (CellText(convert(column.heading), Tone.HEADING),)


def cell_texts(entries: Iterable[Entry], convert: Convert) -> Texts:
    """Return the entries of a cell as texts: an empty line before those apart, and a line for what they are about."""
    texts: list[CellText] = []
    for entry in entries:
        if entry.apart:
            texts.append(CellText(""))
        if entry.about:
            texts.append(CellText(convert(entry.about), Tone.ABOUT))
        texts.append(CellText(convert(entry.text), entry.tone, convert(entry.mark), bool(entry.value)))
    return tuple(texts)
