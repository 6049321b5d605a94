"""A report laid out in cells for a given width: titles, tables or boxes, notes and places to sign.

Printing and colours belong to the formats.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from itatui.report.layout.cells import Convert, converter
from itatui.report.layout.lines import Block, Grid, aligned, centred
from itatui.report.layout.narrow import boxes
from itatui.report.layout.passages import passage_blocks, signature_blocks
from itatui.report.layout.table import fits, table_grid
from itatui.report.model import Align, Report, Table, Tone
from itatui.thai import wrap

MIN_WIDTH = 20
"""Cells of the narrowest page; narrower terminals cut or fold it."""

Part: TypeAlias = Block | Grid | None
"""Lines, a bordered table, or an empty line (None)."""


class PageLayout(NamedTuple):
    """What is printed, from top to bottom."""

    width: int
    parts: tuple[Part, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The bordered tables."""
        return tuple(part for part in self.parts if isinstance(part, Grid))


def layout_report(report: Report, width: int, *, in_thai_digits: bool = False) -> PageLayout:
    """Lay out a report for a terminal of `width` cells."""
    width = max(width, MIN_WIDTH)
    convert = converter(in_thai_digits=in_thai_digits)
    parts: list[Part] = []
    if report.number.strip():
        lines = aligned(wrap(convert(report.number), width), width, Align.RIGHT)
        parts.append(Block(tuple(lines), Tone.TEXT))
    for title in _titles(report.titles, width, convert):
        parts += [title, Block(("",), Tone.TEXT)]
    for passage in report.opening:
        parts += [*passage_blocks(passage, width, convert), None]
    for table in report.tables:
        parts += _table_parts(table, width, convert)
    return PageLayout(width, (*parts, *_parts_below(report, width, convert)))


def is_wide(report: Report, width: int) -> bool:
    """Test whether a table of a report needs more than `width` cells for its columns."""
    convert = converter(in_thai_digits=False)
    return any(not fits(table, width, convert) for table in report.tables if table.rows)


def _titles(titles: Sequence[str], width: int, convert: Convert) -> Iterator[Block]:
    """Yield the titles that stand together, centred, as a block."""
    for is_line, group in groupby(titles, lambda title: bool(title.strip())):
        if is_line:
            yield Block(tuple(line for title in group for line in centred(convert(title), width)), Tone.TITLE)


def _table_parts(table: Table, width: int, convert: Convert) -> Iterator[Part]:
    if table.title:
        yield from (Block(tuple(wrap(convert(table.title), width)), Tone.HEADING), Block(("",), Tone.TEXT))
    if not table.rows and table.empty:
        yield Block(tuple(wrap(convert(table.empty), width)), Tone.MISSING)
    elif (grid := table_grid(table, width, convert)) is not None:
        yield grid
    else:
        yield from boxes(table, width, convert)
    if table.title:
        yield None


def _parts_below(report: Report, width: int, convert: Convert) -> Iterator[Part]:
    """Yield what stands below the tables: apart from each other, the notes close to the table of a form."""
    notes = _lines(report.notes, width, convert, Tone.ABOUT)
    by_form = bool(report.form)
    signatures = signature_blocks(report.signatures, width, convert, thai=by_form, beside=by_form)
    if report.form:
        yield from notes
        for group in (_lines(report.foot, width, convert, Tone.TEXT), *([block] for block in signatures)):
            if group:
                yield from (None, *group)
        return
    passages = [passage_blocks(passage, width, convert) for passage in report.closing]
    for blocks in (notes, *passages, *([block] for block in signatures)):
        if blocks:
            yield from (*blocks, None)


def _lines(texts: Iterable[str], width: int, convert: Convert, tone: Tone) -> list[Block]:
    return [Block(tuple(wrap(convert(text), width)), tone) for text in texts]
