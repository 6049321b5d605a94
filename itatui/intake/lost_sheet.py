"""Sheets of units that have lost their hidden part: read as any document, and with doubt where a text is there already.

Without that part nothing tells whether a text of the sheet is newer than that of the register.
"""

from itatui.domain.fields import value_of
from itatui.domain.register import Register
from itatui.domain.unit_sheet import MARK_SIGN
from itatui.intake.errors import UnreadableError
from itatui.intake.grid import Grid
from itatui.intake.measure_matches import measure_with_ref
from itatui.intake.proposal import ProposedMeasure
from itatui.locale import _

_MARK_ROWS = 12
"""Rows of a table in which the mark of a sheet may stand."""


def lost_sheet(grid: Grid, year: int) -> str:
    """Return the unit of a sheet that has lost its hidden part; empty for another document.

    `UnreadableError` if it is of another fiscal year (Buddhist Era).
    """
    captions = [table.caption for table in grid.tables]
    captions += [cell.text for table in grid.tables for line in table.lines[:_MARK_ROWS] for cell in line[:1]]
    lines = (line.strip() for caption in captions for line in caption.split("\n"))
    marks = (line.split(MARK_SIGN) for line in lines if line.startswith(f"itatui{MARK_SIGN}"))
    for _program, found, *rest in (parts for parts in marks if len(parts) > 2):
        if found.isdecimal() and len(found) < 6 and int(found) != year:
            raise UnreadableError(other_year(int(found), year))
        return rest[0]
    return ""


def other_year(year: int, own: int) -> str:
    """Return why the sheet of another fiscal year is refused."""
    return _("it is a sheet of fiscal year {year}, and the register is of {own}").format(year=year, own=own)


def doubted(register: Register, proposed: ProposedMeasure) -> ProposedMeasure:
    """Return a measure of such a sheet in which every text that would replace another one is unsure."""
    measure = measure_with_ref(register, proposed.ref)
    if measure is None:
        return proposed
    held = {path for path, _text in proposed.texts if value_of(measure, path)}
    return proposed._replace(unsure=proposed.unsure | held)
