"""How a report looks on paper, apart from its content."""

from collections.abc import Callable
from typing import NamedTuple

from itatui.report.layout.cells import Convert, converter
from itatui.report.model import Cell, Column, Entry, Passage, Report, Row, Signature, Table

DRAFT = "ร่าง"
"""Printed on each page of a draft."""


class Look(NamedTuple):
    """The choices of whoever exports a report. The same report in the same look gives the same bytes."""

    thai_digits: bool = False
    """Whether numbers are in Thai digits, whatever the form asks for."""
    draft: bool = False
    """Whether each page says that it is a draft."""
    paper: str = ""
    """One of `itatui.domain.form.PAPERS`; empty: that of the report."""
    signatures: bool = True
    """Whether the places to sign are printed."""
    register: bytes = b""
    """The register as a file, attached in formats that can hold it; empty: none."""
    register_name: str = "register.json"
    on_progress: Callable[[int, int], object] = lambda _done, _total: None
    """Called with the rows drawn so far and their number."""


def dressed(report: Report, look: Look) -> Report:
    """Return the report as it is printed: safe texts, in the digits, on the paper and with the signatures of a look."""
    printed = with_texts(report, converter(in_thai_digits=look.thai_digits))
    return printed._replace(signatures=printed.signatures if look.signatures else (), paper=look.paper or report.paper)


def with_texts(report: Report, convert: Convert) -> Report:
    """Return the report with each of its texts converted."""
    return report._replace(
        titles=tuple(map(convert, report.titles)),
        tables=tuple(_table(table, convert) for table in report.tables),
        notes=tuple(map(convert, report.notes)),
        number=convert(report.number),
        opening=tuple(_passage(passage, convert) for passage in report.opening),
        closing=tuple(_passage(passage, convert) for passage in report.closing),
        foot=tuple(map(convert, report.foot)),
        signatures=tuple(_signature(each, convert) for each in report.signatures),
    )


def sheet_size(report: Report) -> str:
    """Return the size of the paper of a dressed report: `A4` or `A3`."""
    return "A3" if report.paper.upper().startswith("A3") else "A4"


def is_landscape(report: Report) -> bool:
    """Return whether the paper of a dressed report is wider than it is high."""
    return "portrait" not in report.paper.lower()


def _table(table: Table, convert: Convert) -> Table:
    return table._replace(
        columns=tuple(_column(column, convert) for column in table.columns),
        rows=tuple(_row(row, convert) for row in table.rows),
        title=convert(table.title),
        empty=convert(table.empty),
    )


def _column(column: Column, convert: Convert) -> Column:
    return column._replace(heading=convert(column.heading), over=convert(column.over))


def _row(row: Row, convert: Convert) -> Row:
    cells = tuple(Cell(tuple(_entry(each, convert) for each in cell.entries), *cell[1:]) for cell in row.cells)
    return row._replace(cells=cells, label=convert(row.label))


def _entry(entry: Entry, convert: Convert) -> Entry:
    return entry._replace(text=convert(entry.text), mark=convert(entry.mark), about=convert(entry.about))


def _passage(passage: Passage, convert: Convert) -> Passage:
    return Passage(convert(passage.heading), tuple(_entry(entry, convert) for entry in passage.lines))


def _signature(signature: Signature, convert: Convert) -> Signature:
    role, name, position = map(convert, signature[:3])
    return Signature(role, name.strip(), position.strip(), signature.dated)
