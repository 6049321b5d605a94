"""The first page of a long printout, which is laid out in a fraction of the time."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, takewhile
from typing import TypeVar

from itatui.report.layout.cells import Cell
from itatui.report.sheets import Sheet, Sheets
from itatui.report.track_model import Report, TrackRow
from itatui.thai import cells

LONG = 2
"""A printout with more than this number of entries for each line of a page is long."""

_Item = TypeVar("_Item")


def is_long(printout: Report | Sheets, lines: int) -> bool:
    """Test whether a printout has far more than pages of this many lines."""
    if isinstance(printout, Report):
        entries = sum(len(row.measures) for row in printout.rows)
    else:
        entries = sum(len(sheet.rows) for sheet in printout.sheets)
    return entries > LONG * lines


def first_page(printout: Report | Sheets, lines: int, width: int) -> Report | Sheets:
    """Return a printout without what will not be on its first lines: no column is wider than half the page."""
    if isinstance(printout, Report):
        return printout._replace(rows=tuple(_first_rows(printout, lines, max(width // 2, 1))))
    return printout._replace(sheets=tuple(_first_part(sheet, lines, max(width // 2, 1)) for sheet in printout.sheets))


def _first_rows(report: Report, lines: int, width: int) -> Iterator[TrackRow]:
    for row in report.rows:
        if lines <= 0:
            return
        measures = _first(row.measures, lines, lambda entry: _height(entry.text, width))
        yield row._replace(
            measures=measures,
            results=_first(row.results, lines, lambda entry: _height(entry.text, width)),
            duties=_first(row.duties, lines, lambda duty: _height(duty.responsible.text, width) + len(duty.period)),
            outcomes=_first(row.outcomes, lines, lambda outcome: _height(outcome.entry.text, width)),
        )
        lines -= sum(_height(entry.text, width) for entry in measures)


def _first_part(sheet: Sheet, lines: int, width: int) -> Sheet:
    def height(row: Sequence[Cell]) -> int:
        return max(sum(_height(text.text, width) for text in cell) for cell in row)

    return sheet._replace(rows=_first(sheet.rows, lines, height))


def _first(items: Sequence[_Item], lines: int, height: Callable[[_Item], int]) -> tuple[_Item, ...]:
    """Return the items that fill so many lines, and the last of them if it does not end there."""
    before = accumulate(map(height, items), initial=0)  # lazily: a long printout has thousands of items
    return tuple(item for item, _used in takewhile(lambda pair: pair[1] < lines, zip(items, before, strict=False)))


def _height(text: str, width: int) -> int:
    """Return the least lines of a text in a column of so many cells."""
    return max(-(-cells(text) // width), 1)
