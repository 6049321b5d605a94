"""Cells that a page cut in two, joined again."""

import re

from itatui.domain.activities import list_item
from itatui.intake.grid import Cell, Table
from itatui.intake.headings import Headings, line_key
from itatui.intake.list_items import items_of
from itatui.intake.soft_lines import join_lines

_OF_TRACK = frozenset({"track", "outcome", "responsible", "planned"})
"""Roles of cells that often lie over several measures."""
_CONTINUED = r"\(\s{0,3}(?:ต่อ|continued)\s{0,3}\)$"
"""The end of a label that a page repeats."""


def join_pages(table: Table, headings: Headings) -> Table:
    """Return a table whose cells are whole: a row that goes on over a page, and merged cells that do."""
    lines = [list(line) for line in table.lines]
    heads = {line_key(table.lines[row]) for row in range(headings.start, headings.end)}
    for start in sorted(table.page_starts):
        last, first = start - 1, start
        while first < len(lines) and line_key(lines[first]) in heads:
            first += 1
        if headings.end <= last < first < len(lines):
            _join(lines, last, first, headings)
    return table._replace(lines=tuple(map(tuple, lines)))


def _join(lines: list[list[Cell]], last: int, first: int, headings: Headings) -> None:
    """Join the cells of the last row of a page with those of the first row of the next."""
    is_row = _is_rest(lines[last], lines[first], headings)
    is_new_track = not is_row and _names_track(lines, first, headings)
    for column, role in enumerate(headings.roles):
        before, after = lines[last][column], lines[first][column]
        is_merged = before.rows > 1 or after.rows > 1
        is_wide = role is not None and role.name in _OF_TRACK and is_merged and not is_new_track
        if after.row != first or not before.text or not (is_row or is_wide):
            continue
        text = before.text if re.search(_CONTINUED, after.text) else text_over(before.text, after.text)
        whole = before._replace(text=text, rows=after.row + after.rows - before.row)
        for line in lines:
            line[:] = [whole if cell in (before, after) else cell for cell in line]
        if is_merged:
            _extend(lines, first + 1, column, headings)


def _extend(lines: list[list[Cell]], row: int, column: int, headings: Headings) -> None:
    """Let a merged cell cover the empty places below it, which a page leaves without a text, up to the next track."""
    while row < len(lines) and not lines[row][column].text and not _names_track(lines, row, headings):
        lines[row][column] = lines[row - 1][column]
        row += 1


def _cell(line: list[Cell], name: str, headings: Headings) -> Cell | None:
    """Return the cell in the column with a role; None if there is no such column."""
    return next((cell for cell, role in zip(line, headings.roles, strict=True) if role and role.name == name), None)


def _is_rest(last: list[Cell], first: list[Cell], headings: Headings) -> bool:
    """Return whether a row is the rest of the row before: it lacks the number, or the start of a list, of that one."""
    numbers = _cell(last, "number", headings), _cell(first, "number", headings)
    if numbers[0] is not None and numbers[1] is not None:
        return bool(numbers[0].text) and not numbers[1].text
    before, after = _cell(last, "activity", headings), _cell(first, "activity", headings)
    if before is None or after is None or list_item(before.text) is None:
        return False
    track = _cell(first, "track", headings)
    is_told = track is not None and re.search(_CONTINUED, track.text) is not None
    return list_item(after.text) is None or (is_told and len(items_of(before.text).texts) > 1)


def _names_track(lines: list[list[Cell]], row: int, headings: Headings) -> bool:
    """Return whether a row begins a track."""
    track = _cell(lines[row], "track", headings)
    return track is not None and bool(track.text) and track.row == row and not re.search(_CONTINUED, track.text)


def text_over(before: str, after: str) -> str:
    """Return a text that a page cut, whole again."""
    if not before or not after or list_item(after):
        return f"{before}\n{after}".strip("\n")
    *lines, end = before.split("\n")
    start, *others = after.split("\n")
    return "\n".join([*lines, join_lines([end, start]), *others])
