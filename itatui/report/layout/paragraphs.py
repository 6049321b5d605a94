"""The paragraphs of cells, headings and signatures of a dressed report, for documents."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from itatui.locale import _
from itatui.report.model import COVERED_BY_ABOVE, COVERED_BY_LEFT, Cell, Column, Entry, Signature, Tone

DOTS = 40
"""Dots of a line to sign on."""


class Paragraph(NamedTuple):
    """A paragraph, or several of the same kind divided by newlines."""

    text: str
    tone: Tone = Tone.TEXT
    mark: str = ""
    """`1.` or `-` in front of it, or empty."""
    target: str = ""
    """Address of a link; empty: none."""


def paragraphs(entries: Sequence[Entry]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a cell; an empty one divides blocks."""
    found: list[Paragraph] = []
    for entry in entries:
        if entry.apart and found:
            found.append(Paragraph(""))
        if entry.about:
            found.append(Paragraph(entry.about, Tone.ABOUT))
        found.append(Paragraph(entry.text, entry.tone, entry.mark, entry.target))
    return tuple(found)


def headings(columns: Sequence[Column]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of the headings: one, or two where a heading goes over several columns."""
    below = tuple(Cell((Entry(column.heading, tone=Tone.HEADING),)) for column in columns)
    if not any(column.over for column in columns):
        return (below,)
    above: list[Cell] = []
    under: list[Cell] = []
    for over, group in groupby(zip(columns, below, strict=True), key=lambda pair: pair[0].over):
        cells = [cell for _column, cell in group]
        if over:
            above += [
                Cell((Entry(over, tone=Tone.HEADING),), columns=len(cells)),
                *[COVERED_BY_LEFT] * (len(cells) - 1),
            ]
            under += cells
        else:
            above += [cell._replace(rows=2) for cell in cells]
            under += [COVERED_BY_ABOVE] * len(cells)
    return tuple(above), tuple(under)


def signature_lines(signature: Signature) -> tuple[str, ...]:
    """Return the lines of a place to sign: dots and role, name, position, date."""
    lines = [f"{_('Signed')} {'.' * DOTS} {signature.role}".rstrip()]
    lines.append(f"({signature.name or '.' * DOTS})")
    lines.append(signature.position or f"{_('Position')} {'.' * DOTS}")
    if signature.dated:
        lines.append(f"{_('Date')} {'.' * DOTS}")
    return tuple(lines)
