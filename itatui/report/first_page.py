"""The first page of a long printout, which is laid out in a fraction of the time."""

from itatui.report.model import Report, TrackRow
from itatui.report.sheets import Sheets

LONG = 2
"""A printout with more than this number of entries for each line of a page is long."""


def is_long(printout: Report | Sheets, lines: int) -> bool:
    """Test whether a printout has far more than pages of this many lines."""
    if isinstance(printout, Report):
        entries = sum(len(row.measures) for row in printout.rows)
    else:
        entries = sum(len(sheet.rows) for sheet in printout.sheets)
    return entries > LONG * lines


def first_page(printout: Report | Sheets, lines: int) -> Report | Sheets:
    """Return a printout without what can not be on its first lines: every entry takes at least one."""
    if isinstance(printout, Report):
        rows: list[TrackRow] = []
        for row in printout.rows:
            if lines > 0:
                rows.append(
                    row._replace(
                        measures=row.measures[:lines],
                        results=row.results[:lines],
                        duties=row.duties[:lines],
                        outcomes=row.outcomes[:lines],
                    )
                )
            lines -= len(row.measures)
        return printout._replace(rows=tuple(rows))
    return printout._replace(sheets=tuple(sheet._replace(rows=sheet.rows[:lines]) for sheet in printout.sheets))
