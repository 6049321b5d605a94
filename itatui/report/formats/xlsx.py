"""A report as a workbook of Excel: a sheet a table, rows a measure with merged cells, ready to print."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.report.layout.hyperlinks import hyperlink_of
from itatui.report.layout.measure_grid import align_of, cell_text, divided, grid_rows, joined
from itatui.report.layout.paper_widths import paper_widths
from itatui.report.layout.paragraphs import headings, signature_rows
from itatui.report.layout.zip_parts import zipped
from itatui.report.look import DRAFT, Look, dressed, is_landscape, sheet_size
from itatui.report.model import Align, Cell, Passage, Report, Row, RowKind, Table, Tone
from itatui.report.open_cells import hide, lock
from itatui.thai import cells, quote, wrap

FONT = "TH SarabunPSK"
_SIZE = 14
_LINE = 19.0
"""Points of a line."""
_HIGHEST = 409.0
"""Points of the highest row that a sheet can have."""
_CELLS = {True: 140, False: 90}
"""Cells of a line of text across the page, each about a unit of width: landscape, portrait."""
_PAGE_HEIGHT = {True: 490.0, False: 735.0}
"""Points of rows on a page of A4, across and upright."""
_OPEN_LINES = 3
"""Lines of the lowest row that is to be filled in."""
_SCALE = {"A4": 1.0, "A3": 2**0.5}
"""Widths and heights of paper, in those of A4."""
_SIGNS = ("=", "+", "-", "@")
"""Signs before which an edited cell would become a formula."""
_ESCAPES = "_(?=x[0-9A-Fa-f]{4}_)"
"""Excel reads `_x0041_` as an A."""
_LONGEST = 32_767
"""Code points of the longest text that a cell can have."""
_MOST_LINKS = 65_530
"""Links that a sheet can have."""
_SHEET_NAME = 31
"""Code points of the longest name of a sheet."""
_DOTS = 28
"""Dots of a line to sign on: two places have room beside each other even above unequal columns."""
_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


class TooLongError(ItatuiError):
    """A text would be cut, since no cell of a workbook can hold it."""


def document(report: Report, look: Look) -> bytes:
    """Return the report as an XLSX. Raise `TooLongError` for a text that no cell can hold."""
    from openpyxl import Workbook  # lazy: only this format needs it

    report = dressed(report, look)
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = report.title, "itatui"
    styles = _Styles(book)
    for number, table in enumerate(report.tables):
        sheet = _Sheet(book.create_sheet(_sheet_name(table.title, number)), styles, table, report)
        sheet.fill(first=number == 0, last=number == len(report.tables) - 1, draft=look.draft)
    if report.hidden:
        hide(book, report.hidden)
    file = io.BytesIO()
    book.save(file)
    return _without_times(file.getvalue(), fixed_heights=not report.hidden)


def _sheet_name(title: str, number: int) -> str:
    name = re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:_SHEET_NAME].strip()
    return name or ("รายงาน" if not number else f"รายงาน {number + 1}")


def _without_times(data: bytes, *, fixed_heights: bool) -> bytes:
    """Return the workbook without the times at which it was written. Other heights than fixed ones follow the texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"].decode()
    parts["docProps/core.xml"] = re.sub(r"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", "", core).encode()
    if not fixed_heights:
        parts = {name: part.replace(b' customHeight="1"', b"") for name, part in parts.items()}
    return zipped(parts)


class _CellLook(NamedTuple):
    """How a cell looks."""

    tone: Tone = Tone.TEXT
    align: Align = Align.LEFT
    middle: bool = False
    """Whether its text stands in the middle of its height."""
    bordered: bool = False
    filled: bool = False
    figures: str = "General"
    """Format of numbers."""


class _Styles:
    """The styles of a workbook by looks. openpyxl compares every part of a style that is given to a cell alone."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._names: dict[_CellLook, str] = {}

    def name(self, look: _CellLook) -> str:
        """Return the name of the style of a look, which is added to the workbook at its first use."""
        if look not in self._names:
            self._names[look] = f"itatui {len(self._names) + 1}"
            self._add(self._names[look], look)
        return self._names[look]

    def _add(self, name: str, look: _CellLook) -> None:
        from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

        bold = look.tone in (Tone.TITLE, Tone.HEADING, Tone.LATE)
        colour = "8A4500" if look.tone is Tone.MISSING else None
        line = Side(style="thin") if look.bordered else Side()
        vertical = "center" if look.middle else "top"
        style = NamedStyle(
            name,
            font=Font(name=FONT, size=18 if look.tone is Tone.TITLE else _SIZE, bold=bold, color=colour),
            fill=PatternFill("solid", fgColor="EDEDED") if look.filled else PatternFill(),
            border=Border(left=line, right=line, top=line, bottom=line),
            alignment=Alignment(horizontal=_ALIGNS[look.align], vertical=vertical, wrap_text=True),
            number_format=look.figures,
            hidden=True,
        )
        self._book.add_named_style(style)


def _with_bands(groups: Sequence[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """Yield groups of rows, each band together with the group below it: no page ends with a band."""
    above: list[Row] = []
    for group in groups:
        above += group
        if group[-1].kind is not RowKind.BAND:
            yield above
            above = []
    if above:
        yield above


class _Sheet:
    """A sheet while it is filled from top to bottom."""

    def __init__(self, sheet: Any, styles: _Styles, table: Table, report: Report) -> None:
        self.sheet, self.styles, self.table, self.report = sheet, styles, table, report
        self._scale = _SCALE[sheet_size(report)]
        self.widths = paper_widths(table, int(_CELLS[is_landscape(report)] * self._scale))
        self.row = self._head = 0
        """The last row that is filled, and the first of the headings."""
        self._links = 0

    def fill(self, *, first: bool, last: bool, draft: bool) -> None:
        """Fill the sheet: titles and opening on the first, notes, closing and signatures on the last."""
        report = self.report
        if first:
            self._full_width(DRAFT if draft else "", Tone.HEADING)
            self._full_width(report.number, align=Align.RIGHT)
            for title in report.titles:
                self._full_width(title, Tone.TITLE, Align.CENTRE)
            for passage in report.opening:
                self._passage(passage)
        self._full_width(self.table.title, Tone.HEADING)
        if self.table.empty and not self.table.rows:
            self._full_width(self.table.empty, Tone.MISSING)
        else:
            self._fill_table()
        if last:
            self.row += 1
            for note in report.notes:
                self._full_width(note, Tone.ABOUT)
            for line in report.foot:
                self._full_width(line)
            for passage in report.closing:
                self._passage(passage)
            for blocks in signature_rows(report, _DOTS):
                self._sign(blocks)
        self._set_up_page(first=first, draft=draft)

    def _passage(self, passage: Passage) -> None:
        self._full_width(passage.heading, Tone.HEADING)
        if passage.lines:
            self._full_width(cell_text(Cell(passage.lines)))

    def _full_width(self, text: str, tone: Tone = Tone.TEXT, align: Align = Align.LEFT) -> None:
        """Write a text over all columns, in a row of its own; nothing if it is blank."""
        if not text.strip():
            return
        self.row += 1
        lines = self._spread(text, range(1, len(self.widths) + 1), tone, align)
        self._set_height(self.row, lines * (1.3 if tone is Tone.TITLE else 1.0))

    def _spread(self, text: str, columns: range, tone: Tone, align: Align) -> int:
        """Write a text over some columns (from 1) of the current row, and return the lines that it needs."""
        first, last = columns[0], columns[-1]
        self._write(self.row, first, text, _CellLook(tone, align))
        if last > first:
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=first, end_column=last)
        return len(wrap(text, max(sum(self.widths[first - 1 : last]) - 2, 1)))

    def _sign(self, blocks: Sequence[Sequence[str]]) -> None:
        """Write places to sign beside each other, a single one on the right; below each other in a narrow table."""
        self.row += 1
        halves = self._halves(max(cells(line) for lines in blocks for line in lines))
        if not halves:
            for lines in blocks:
                for line in lines:
                    self._full_width(line, align=Align.CENTRE)
                self.row += 1
            return
        for beside in zip_longest(*blocks, fillvalue=""):
            self.row += 1
            places = zip(beside, halves[-len(beside) :], strict=True)
            needed = [self._spread(text, columns, Tone.TEXT, Align.CENTRE) for text, columns in places if text]
            self._set_height(self.row, max(needed))

    def _halves(self, needed: int) -> tuple[range, range] | None:
        """Return the columns (from 1) of both halves of the page, about equally wide; None if a half lacks room."""
        count, total = len(self.widths), sum(self.widths)
        middle = min(range(1, count), key=lambda at: abs(2 * sum(self.widths[:at]) - total), default=0)
        left = sum(self.widths[:middle])
        if min(left, total - left) < needed + 2:
            return None
        return range(1, middle + 1), range(middle + 1, count + 1)

    def _fill_table(self) -> None:
        from openpyxl.utils import get_column_letter

        for column, width in enumerate(self.widths, 1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width
        self._head = self.row + 1
        self._fill_rows([Row(cells) for cells in headings(self.table.columns)], heading=True)
        self.sheet.print_title_rows = f"{self._head}:{self.row}"
        self.sheet.freeze_panes = f"A{self.row + 1}"
        rows = divided(grid_rows(self.table), _LONGEST)
        start = self.row + 1
        self._fill_rows(rows, heading=False)
        if self.report.hidden:
            lock(self.sheet, self.table, rows, start)
        else:
            self._break_pages(rows, start)

    def _fill_rows(self, rows: Sequence[Row], *, heading: bool) -> None:
        first = self.row + 1
        lines = [_OPEN_LINES if self.report.hidden and not heading else 1] * len(rows)
        spanning: list[tuple[int, int, int]] = []
        for at, row in enumerate(rows):
            for column, cell in enumerate(row.cells):
                needed = self._fill_cell(first + at, column, cell, row, heading=heading)
                if cell.rows == 1 or not cell.columns:
                    lines[at] = max(lines[at], needed)
                elif cell.rows:
                    spanning.append((at, cell.rows, needed))
        for at, count, needed in spanning:
            part = range(at, min(at + count, len(rows)))
            short = needed - sum(lines[each] for each in part)
            for turn, each in enumerate(part):  # the missing lines, spread evenly
                lines[each] += max(short * (turn + 1) // len(part) - short * turn // len(part), 0)
        for at, count in enumerate(lines):
            self._set_height(first + at, count)
        self.row += len(rows)

    def _break_pages(self, rows: Sequence[Row], start: int) -> None:
        """Begin a page before merged rows that do not fit on the page before: their text would be cut there."""
        from openpyxl.worksheet.pagebreak import Break

        heights = self.sheet.row_dimensions
        page = _PAGE_HEIGHT[is_landscape(self.report)] * self._scale
        used = sum(heights[row].height for row in range(1, start))
        headings = sum(heights[row].height for row in range(self._head, start))
        for group in _with_bands(joined(rows)):
            height = sum(heights[row].height for row in range(start, start + len(group)))
            if used + height > page and used > headings:
                self.sheet.row_breaks.append(Break(id=start - 1))
                used = headings
            used += height
            start += len(group)

    def _fill_cell(self, row: int, column: int, cell: Cell, content: Row, *, heading: bool) -> int:
        """Fill a cell, and return the lines that its text needs; 0 for a covered cell."""
        filled = heading or content.kind is RowKind.BAND
        if not cell.rows or not cell.columns:
            self.sheet.cell(row, column + 1).style = self.styles.name(_CellLook(bordered=True, filled=filled))
            return 0
        text = cell_text(cell)
        is_strong = heading or content.kind in (RowKind.BAND, RowKind.SUM)
        tone = Tone.HEADING if is_strong else cell.entries[0].tone if len(cell.entries) == 1 else Tone.TEXT
        align = Align.CENTRE if heading else align_of(self.table, content, column)
        look = _CellLook(tone, align, bordered=True, filled=filled)
        value = cell.entries[0].value if len(cell.entries) == 1 else ""
        if value and self.table.columns[column].is_number and text.isascii():
            self._write(row, column + 1, float(value), look)
        else:
            self._write(row, column + 1, text, look._replace(middle=heading))
            self._link(row, column + 1, cell)
        if cell.rows > 1 or cell.columns > 1:
            last = {"end_row": row + cell.rows - 1, "end_column": column + cell.columns}
            self.sheet.merge_cells(start_row=row, start_column=column + 1, **last)
        return len(wrap(text, max(sum(self.widths[column : column + cell.columns]) - 2, 1)))

    def _link(self, row: int, column: int, cell: Cell) -> None:
        """Make a cell a link if all its texts are that one: a cell of Excel has a single link, over the whole of it."""
        targets = {entry.target for entry in cell.entries}
        address = hyperlink_of(targets.pop()) if len(targets) == 1 else ""
        if address and self._links < _MOST_LINKS:
            self._links += 1
            self.sheet.cell(row, column).hyperlink = address

    def _write(self, row: int, column: int, value: str | float, look: _CellLook) -> None:
        cell = self.sheet.cell(row, column)
        if isinstance(value, str):
            written = re.sub(_ESCAPES, "_x005F_", value)
            if len(written) > _LONGEST:
                message = _("{text}: longer than a cell of Excel can be; export a DOCX")
                raise TooLongError(message.format(text=quote(value, 30)))
            cell.value, cell.style = written, self.styles.name(look)
            cell.data_type = "s"  # never a formula
            cell.quotePrefix = value.startswith(_SIGNS)
        else:
            is_whole = value == int(value)
            cell.value = int(value) if is_whole else value
            cell.style = self.styles.name(look._replace(figures="#,##0" if is_whole else "#,##0.00"))

    def _set_height(self, row: int, lines: float) -> None:
        self.sheet.row_dimensions[row].height = min(lines * _LINE + 2, _HIGHEST)

    def _set_up_page(self, *, first: bool, draft: bool) -> None:
        from openpyxl.worksheet.properties import PageSetupProperties

        sheet = self.sheet
        sheet.page_setup.orientation = "landscape" if is_landscape(self.report) else "portrait"
        sheet.page_setup.paperSize = {"A4": sheet.PAPERSIZE_A4, "A3": sheet.PAPERSIZE_A3}[sheet_size(self.report)]
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top = sheet.page_margins.bottom = 0.7
        sheet.page_margins.header = sheet.page_margins.footer = 0.3
        sheet.oddFooter.right.text = "หน้า &P จาก &N"
        if draft:
            sheet.oddHeader.left.text = DRAFT
        if draft and first:  # its first page has the mark in the first row
            sheet.HeaderFooter.differentFirst = True
            sheet.firstFooter.right.text = sheet.oddFooter.right.text
