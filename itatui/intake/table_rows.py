"""The rows of a table that hold measures, with their track; headings, sums and signatures are left out."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from itatui.domain.activities import list_item
from itatui.domain.register import Register
from itatui.intake.blank_words import Blanks, is_blank
from itatui.intake.grid import Cell, Table
from itatui.intake.headings import Headings, Role, line_key
from itatui.intake.list_items import items_of
from itatui.intake.page_joints import join_pages, text_over
from itatui.intake.tracks import NamedTrack, named_track

ACTIVITY, TRACK, NUMBER = Role("activity"), Role("track"), Role("number")
_SUM = r"\s{0,3}รวม(?:ทั้ง|เงิน|งบ|\s|$)"
_FOOT = r"\s{0,3}(?:หมายเหตุ|ลงชื่อ|\(?ลงนาม|ผู้รายงาน|ผู้จัดทำ|ผู้ตรวจ|ตำแหน่ง|\.{3})"
"""Start of a note or a signature below the measures."""
_SIGNATURE = r"\s{0,3}\(?(?:ลงชื่อ|ลงนาม)[\s.…_]{3}"
"""Start of the lines for signatures, which end a table."""
_FOOT_CELLS = 2
"""Cells with words of such a row, at most."""
_LETTER = "[A-Za-zก-ฮ]"


class TableRow(NamedTuple):
    """A row that holds measures."""

    cells: Mapping[Role, Cell]
    """The cells with words, by the role of their column; a merged one in every row that it covers."""
    track: NamedTrack | None


class TableRows(NamedTuple):
    """The rows of a table."""

    rows: tuple[TableRow, ...]
    left_out: tuple[str, ...]
    """Texts of rows that are neither measures nor tracks, sums nor signatures."""


def rows_of(
    table: Table,
    headings: Headings,
    register: Register,
    track: NamedTrack | None = None,
    blanks: Blanks = frozenset(),
) -> TableRows:
    """Return the rows below the headings. `track` is that of rows before any that names one.

    `blanks` are words of a form for a missing value.
    """
    table = join_pages(table, headings)
    repeated = {line_key(table.lines[row]) for row in range(headings.start, headings.end)}
    rows: list[TableRow] = []
    left_out: list[str] = []
    is_new_page = is_signed = False
    for number, line in enumerate(table.lines[headings.end :], headings.end):
        is_new_page = is_new_page or number in table.page_starts
        if line_key(line) in repeated:
            is_new_page, is_signed = True, False
            continue
        words = [cell for cell in dict.fromkeys(line) if _has_words(cell)]
        is_signed = is_signed or any(re.match(_SIGNATURE, cell.text) for cell in words)
        if is_signed or not any(cell.row == number for cell in words) or _is_foot(words):
            continue
        if (band := _band(words, line, headings)) is not None:
            named = named_track(band.text, register)
            left_out += [] if named else [band.text]
            track = named or track
            continue
        row = _row(line, headings, blanks)
        if TRACK in row:
            track = named_track(row[TRACK].text, register)
        if rows and _goes_on(row, rows[-1], number, is_new_page=is_new_page):
            cells = _joined(rows[-1].cells, row, number, "" if is_new_page else "\n")
            rows[-1] = rows[-1]._replace(cells=cells)
        elif ACTIVITY in row or Role("ref") in row:
            rows.append(TableRow(row, track))
        is_new_page = False
    return TableRows(tuple(rows), tuple(left_out))


def _has_words(cell: Cell) -> bool:
    return not is_blank(cell.text)


def _is_foot(words: list[Cell]) -> bool:
    """Return whether a row is a sum, a signature or the numbers of the columns."""
    is_note = len(words) <= _FOOT_CELLS and re.match(_FOOT, words[0].text)
    is_sum = re.match(_SUM, words[0].text)
    return bool(is_note or is_sum) or not any(re.search(_LETTER, cell.text) for cell in words)


def _band(words: list[Cell], line: tuple[Cell, ...], headings: Headings) -> Cell | None:
    """Return the only cell of a row, if it lies over most columns or begins left of the activities; else None."""
    if len(words) != 1:
        return None
    cell = words[0]
    is_wide = 2 * cell.columns > len(line) and len(line) > 2
    role = headings.roles[cell.column]
    return cell if is_wide or role is None or role.name in ("number", "track") else None


def _row(line: tuple[Cell, ...], headings: Headings, blanks: Blanks) -> dict[Role, Cell]:
    pairs = zip(headings.roles, line, strict=True)
    row: dict[Role, Cell] = {}
    for role, cell in pairs:
        if role and not is_blank(cell.text, blanks):
            row.setdefault(role, cell)
    if ACTIVITY in row and not re.search(_LETTER, row[ACTIVITY].text):
        del row[ACTIVITY]
    return row


def _goes_on(row: Mapping[Role, Cell], last: TableRow, number: int, *, is_new_page: bool) -> bool:
    """Return whether a row goes on with the cells of the row before: on a new page, or below a merged activity."""
    if ACTIVITY not in row:
        return NUMBER not in row and Role("ref") not in row
    if row[ACTIVITY].row < number:
        return True
    if not is_new_page or NUMBER in row or (TRACK in row and row[TRACK].row == number):
        return False
    before = last.cells.get(ACTIVITY)
    is_list = before is not None and len(items_of(before.text).texts) > 1 and TRACK in last.cells
    if list_item(row[ACTIVITY].text):
        return is_list
    return is_list or NUMBER in last.cells or (before is not None and list_item(before.text) is not None)


def _joined(before: Mapping[Role, Cell], row: Mapping[Role, Cell], number: int, between: str) -> dict[Role, Cell]:
    """Return the cells of a row with those of the row that goes on with them; merged ones count once.

    `between` is a line end, or empty if a page broke the text.
    """
    joined = dict(before)
    for role, cell in row.items():
        if role not in joined:
            joined[role] = cell
        elif cell.row == number and not role.quarter:
            joined[role] = joined[role]._replace(
                text=f"{joined[role].text}\n{cell.text}" if between else text_over(joined[role].text, cell.text)
            )
    return joined
