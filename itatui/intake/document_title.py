"""The agency and the fiscal year that the lines above the tables of a document name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from itatui.intake.grid import Grid, Table
from itatui.intake.headings import find_headings
from itatui.thai import arabic_digits, repair_text

_GAP = r"\s{0,3}"
_YEAR = rf"(?:ปีงบประมาณ|ประจำปี|พ\.{_GAP}ศ\.|ปี){_GAP}(?:พ\.{_GAP}ศ\.)?{_GAP}(25[0-9]{{2}})(?![0-9])"
_KIND = (
    r"(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|เมืองพัทยา|สำนักงาน|กรม(?!ธรรม์)|มหาวิทยาลัย|"
    r"โรงพยาบาล|วิทยาลัย|การประปา|การไฟฟ้า)"
)
"""Words with which the name of an agency begins."""
_AGENCY = rf"(?<![ก-๙]){_KIND}[ก-๙]{{1,60}}|(?<=ของ){_KIND}[ก-๙]{{1,60}}"
_MAX_LINES = 60
_MAX_LINE = 400
"""Code points of a line that are looked at."""


class DocumentTitle(NamedTuple):
    """The agency and the year of a document, where its lines name them."""

    agency: str = ""
    fiscal_year: int = 0
    """Buddhist Era; 0: not named."""


def title_of(grid: Grid) -> DocumentTitle:
    """Return agency and fiscal year: of the lines above the tables, the year else of the cells."""
    lines = [repair_text(" ".join(line.split()))[0] for line in _lines_above(grid)]
    agencies = [found[0] for line in lines if (found := re.search(_AGENCY, line))]
    cells = (cell.text[:_MAX_LINE] for table in grid.tables for line in table.lines[:_MAX_LINES] for cell in line)
    years = (found[1] for text in (*lines, *cells) if (found := re.search(_YEAR, arabic_digits(text))))
    return DocumentTitle(next(iter(agencies), ""), int(next(years, "0")))


def _lines_above(grid: Grid) -> list[str]:
    found = [line for table in grid.tables for line in _above(table)]
    return [line[:_MAX_LINE] for line in found if line.strip()][:_MAX_LINES]


def _above(table: Table) -> Iterator[str]:
    """Yield the lines before a table, and the rows above its headings."""
    yield from table.caption.split("\n")
    headings = find_headings(table, {})
    for line in table.lines[: headings.start if headings else 0]:
        for cell in dict.fromkeys(line):
            yield from cell.text.split("\n")
