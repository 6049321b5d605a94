"""Excel workbooks: the texts, numbers and dates of the visible sheets, with merged cells."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element

from itatui.domain.fiscal_year import BUDDHIST_ERA
from itatui.intake.errors import UnreadableError
from itatui.intake.grid import HIDDEN_START, Cell, Table, table_of
from itatui.intake.zip_parts import Package
from itatui.locale import _

WORKBOOK = "xl/workbook.xml"
HIDDEN = "itatui"
"""Name of the sheet with the hidden text."""
_LINKS, _TEXTS, _STYLES = "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"
_MAX_SHEETS = 50
_MAX_MERGES = 20_000
_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
"""Numbers of the built-in formats of dates."""
_PERCENTS = frozenset({9, 10})
_PLAIN, _DATE, _PERCENT = 0, 1, 2
_PLACE = "([A-Z]{1,3})([0-9]{1,7})"
_ESCAPED = "_x([0-9A-Fa-f]{4})_"
"""A code point that XML cannot hold, as Excel writes it."""


class _Book(NamedTuple):
    """The parts of a workbook that its sheets share."""

    texts: list[str]
    formats: list[int]
    """Kind of the format of each style: `_PLAIN`, `_DATE` or `_PERCENT`."""
    first_day: date
    """Day 0."""


def read_xlsx(package: Package) -> tuple[tuple[Table, ...], str]:
    """Return a table for each visible sheet with texts, its name the caption; and a unit's hidden text.

    `UnreadableError`.
    """
    workbook = package.tree(WORKBOOK)
    properties = workbook.find("workbookPr")
    of_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    texts = package.tree(_TEXTS).findall("si") if _TEXTS in package.names else []
    formats = _formats(package.tree(_STYLES)) if _STYLES in package.names else []
    book = _Book([_rich_text(each) for each in texts], formats, date(1904, 1, 1) if of_1904 else date(1899, 12, 30))
    parts = _sheet_parts(package)
    tables, hidden = [], ""
    for sheet in list(workbook.iter("sheet"))[:_MAX_SHEETS]:
        part = parts.get(sheet.get("id", ""), "")
        if part not in package.names:
            continue
        if sheet.get("name") == HIDDEN:
            hidden = hidden or _hidden_text(package.tree(part), book)
        elif sheet.get("state", "visible") == "visible":
            table = table_of(_cells(package.tree(part), book), sheet.get("name", ""))
            tables += [table] if table.lines else []
    return tuple(tables), hidden


def _hidden_text(sheet: Element, book: _Book) -> str:
    """Return the pieces of the first column as a text; empty if they are no hidden text."""
    pieces = sorted((row, cell.text) for (row, column), cell in _own_cells(sheet, book) if column == 1)
    text = "".join(text for _row, text in pieces)
    return text if text.startswith(HIDDEN_START) else ""


def _sheet_parts(package: Package) -> dict[str, str]:
    """Return the part of each sheet by the id of its link. Links out of the file are left alone."""
    if _LINKS not in package.names:
        return {}
    links = package.tree(_LINKS).iter("Relationship")
    inside = {link.get("Id", ""): link.get("Target", "") for link in links if link.get("TargetMode") != "External"}
    return {name: target[1:] if target.startswith("/") else f"xl/{target}" for name, target in inside.items()}


def _formats(styles: Element) -> list[int]:
    own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in styles.iter("numFmt")}
    used = styles.find("cellXfs")
    return [_kind(each.get("numFmtId", "0"), own) for each in used] if used is not None else []


def _kind(number: str, own: dict[str, str]) -> int:
    if number in own:
        code = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", own[number][:200]).lower()
        if re.search("[dy]|mmm", code):
            return _DATE
        return _PERCENT if "%" in code else _PLAIN
    builtin = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
    return _DATE if builtin in _DATES else _PERCENT if builtin in _PERCENTS else _PLAIN


def _cells(sheet: Element, book: _Book) -> list[Cell]:
    cells = dict(_own_cells(sheet, book))
    merges = list(sheet.iter("mergeCell"))
    if len(merges) > _MAX_MERGES:
        raise UnreadableError(_("its table has too many cells"))
    for each in merges:
        area = re.fullmatch(f"{_PLACE}:{_PLACE}", each.get("ref", ""))
        if area is None:
            continue
        row, column, last_row, last_column = int(area[2]), _column(area[1]), int(area[4]), _column(area[3])
        if (row, column) in cells:
            found = cells[row, column]
            cells[row, column] = found._replace(rows=last_row - row + 1, columns=last_column - column + 1)
    return list(cells.values())


def _own_cells(sheet: Element, book: _Book) -> Iterator[tuple[tuple[int, int], Cell]]:
    """Yield the cells that are written, by their place. A row or cell without a place follows the one before."""
    row = 0
    for line in sheet.iter("row"):
        named = line.get("r", "")
        row = int(named) if named.isascii() and named.isdigit() and len(named) < 8 else row + 1
        column = 0
        for cell in line.findall("c"):
            place = re.fullmatch(_PLACE, cell.get("r", ""))
            column = _column(place[1]) if place else column + 1
            text = _text(cell, book)
            if text.strip():
                yield (row, column), Cell(text, row, column)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _text(cell: Element, book: _Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inside = cell.find("is")
        return _rich_text(inside) if inside is not None else ""
    found = cell.find("v")
    value = (found.text or "") if found is not None else ""
    if kind == "s":
        index = int(value) if value.isascii() and value.isdigit() and len(value) < 8 else len(book.texts)
        return book.texts[index] if index < len(book.texts) else ""
    if kind == "b":
        return "✓" if value == "1" else ""
    if kind == "str":
        return _unescaped(value)
    return "" if kind == "e" else _number(value, cell.get("s", ""), book)


def _rich_text(owner: Element) -> str:
    """Return the text of a string with formats, without the phonetic guide."""
    parts = (owner, *owner.findall("r"))
    return _unescaped("".join(text.text or "" for part in parts for text in part.findall("t")))


def _unescaped(text: str) -> str:
    return re.sub(_ESCAPED, lambda match: chr(int(match[1], 16)), text)


def _number(value: str, style: str, book: _Book) -> str:
    """Return a number as people write it: `50000`, `12.5`, `40%`, or a day with a Buddhist Era year."""
    index = int(style) if style.isascii() and style.isdigit() and len(style) < 6 else len(book.formats)
    kind = book.formats[index] if index < len(book.formats) else _PLAIN
    try:
        number = float(value)
    except ValueError:
        return value
    if not abs(number) < 1e15:
        return value
    if kind == _DATE and 0 < number < 200_000:
        day = book.first_day + timedelta(days=int(number))
        return f"{day.day}/{day.month}/{day.year + BUDDHIST_ERA}"
    if kind == _PERCENT:
        return f"{_plain(round(number * 100, 6))}%"
    return _plain(number)


def _plain(number: float) -> str:
    """Return a decimal without the last digits, in which binary numbers differ from those typed."""
    return f"{number:.10f}".rstrip("0").rstrip(".")
