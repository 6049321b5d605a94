"""Cells, headings and places to sign of a dressed report, as documents hold them."""

from collections.abc import Sequence
from itertools import groupby

from itatui.report.layout.cells import Texts, cell_texts
from itatui.report.layout.passages import signing_words
from itatui.report.model import COVERED_BY_ABOVE, COVERED_BY_LEFT, Cell, Column, Entry, Report, Tone

DOTS = 40
"""Dots of a line to sign on."""


def paragraphs(entries: Sequence[Entry]) -> Texts:
    """Return the paragraphs of a cell of a dressed report; an empty one divides blocks."""
    return cell_texts(entries, str)


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


def signature_rows(report: Report, dots: int = DOTS) -> list[tuple[tuple[str, ...], ...]]:
    """Return the lines of the places to sign, two beside each other; of an odd number the first is alone."""
    blocks = signature_lines(report, dots)
    alone = len(blocks) % 2
    return [tuple(blocks[:alone])] * alone + [tuple(blocks[at : at + 2]) for at in range(alone, len(blocks), 2)]


def signature_lines(report: Report, dots: int = DOTS) -> list[tuple[str, ...]]:
    """Return the lines of each place to sign: dots and role, name, position, date."""
    sign, place, date = signing_words(thai=bool(report.form))
    found = []
    for signature in report.signatures:
        lines = [f"{sign} {'.' * dots} {signature.role}".rstrip(), f"({signature.name or '.' * dots})"]
        lines.append(signature.position or f"{place} {'.' * dots}")
        found.append((*lines, *([f"{date} {'.' * dots}"] if signature.dated else [])))
    return found
