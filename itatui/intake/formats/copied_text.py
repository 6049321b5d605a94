"""Text copied from a PDF: a table without its lines, whose columns follow each other in each row.

A row begins with the name of the track; its measures are numbered, its results have bullets, then come the units with
the quarters, and the outcome at last. Each page repeats the headings. An empty line parts the cells.
"""

from typing import NamedTuple

from itatui.domain.activities import list_item
from itatui.intake.grid import Cell, Table, table_of
from itatui.intake.quarter_words import find_quarters
from itatui.intake.same_text import text_key
from itatui.intake.soft_lines import join_lines

_HEADINGS = ("แบบวัด", "มาตรการหรือกิจกรรม", "สรุปผลการดำเนินการ", "ผู้รับผิดชอบ / ระยะเวลาดำเนินการ", "ผลลัพธ์หรือความสำเร็จ")
"""Headings of the table that is read, in its order."""
_PERIOD_LINES = 8
"""Lines of the longest cell of units and quarters."""
_MAX_LINES = 20_000


class _Row(NamedTuple):
    """A row of the table, by the first lines of its cells."""

    after: int
    """Line after the row before: the outcome of that row and the headings."""
    label: int
    measures: int
    results: int
    period: int
    outcome: int


def read_copied(text: str) -> Table | None:
    """Return the table of a text; None if it has no numbered measures, results with bullets, and quarters."""
    lines = text.split("\n")
    rows = _rows(lines) if len(lines) <= _MAX_LINES else []
    if not rows:
        return None
    ends = [*(_outcome_end(lines, row, rows[0]) for row in rows[1:]), len(lines)]
    cells = [Cell(heading, 0, column) for column, heading in enumerate(_HEADINGS)]
    for number, (row, end) in enumerate(zip(rows, ends, strict=True), 1):
        bounds = (row.label, row.measures, row.results, row.period, row.outcome, end)
        for column in range(len(bounds) - 1):
            cells.append(Cell(join_lines(lines[bounds[column] : bounds[column + 1]]), number, column))
    return table_of(cells)


def _rows(lines: list[str]) -> list[_Row]:
    """Return the rows found: measure 1, a bullet, then a short paragraph that tells the quarters."""
    rows: list[_Row] = []
    after = measures = results = 0
    for start, end in _paragraphs(lines):
        for at in range(start, end):
            item = list_item(lines[at])
            if item and item.number == 1 and not measures:
                measures = at
            elif item and not item.number and measures and not results:
                results = at
        is_period = results and start > results and end - start <= _PERIOD_LINES
        if is_period and find_quarters(join_lines(lines[start:end])).quarters:
            rows.append(_Row(after, _label(lines, after, measures), measures, results, start, end))
            after, measures, results = end, 0, 0
    return rows


def _paragraphs(lines: list[str]) -> list[tuple[int, int]]:
    """Return the first line of each paragraph, and the line after it."""
    found: list[tuple[int, int]] = []
    start = 0
    for at, line in enumerate([*lines, ""]):
        if not line.strip():
            found += [(start, at)] if at > start else []
            start = at + 1
    return found


def _label(lines: list[str], after: int, measures: int) -> int:
    """Return the first line of the paragraph before the measures."""
    at = measures
    while at > after and not lines[at - 1].strip():
        at -= 1
    while at > after and lines[at - 1].strip():
        at -= 1
    return at


def _outcome_end(lines: list[str], row: _Row, first: _Row) -> int:
    """Return the line after the outcome of the row before: the headings begin there, as before the first row."""
    end = row.label
    own = [at for at in range(row.after, row.label) if lines[at].strip()]
    heads = [at for at in range(first.after, first.label) if lines[at].strip()]
    for at, head in zip(reversed(own), reversed(heads), strict=False):
        if text_key(lines[at]) != text_key(lines[head]):
            break
        end = at
    return end
