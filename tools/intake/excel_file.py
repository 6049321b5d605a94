"""Write tables as an Excel workbook: a sheet each, with merged cells."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from tools.intake.tables import MadeTable
from tools.intake.word_file import LINK_SPACE, LINKS, package

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def excel_file(tables: Iterable[MadeTable], *, shared: bool = True, first_row: int = 1) -> bytes:
    """Return a workbook; `shared`: with the texts in a table of their own, as Excel writes them."""
    texts: list[str] = []
    parts: dict[str, str] = {}
    names: list[str] = []
    for number, table in enumerate(tables, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(table, texts, shared=shared, first_row=first_row)
        names.append(table.caption or f"Sheet{number}")
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{LINKS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(names) + 1)
    )
    links += f'<Relationship Id="rId{len(names) + 1}" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>'
    strings = "".join(f"<si><t xml:space='preserve'>{escape(text)}</t></si>" for text in texts)
    return package(
        {
            "xl/workbook.xml": f'<workbook xmlns="{NAMESPACE}" xmlns:r="{LINKS}"><sheets>{sheets}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINK_SPACE}">{links}</Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{NAMESPACE}">{strings}</sst>',
            **parts,
        }
    )


def _sheet(table: MadeTable, texts: list[str], *, shared: bool, first_row: int) -> str:
    rows, merges = "", ""
    for number, row in enumerate(table.rows, first_row):
        cells = ""
        for column, cell in enumerate(row, 1):
            text = "\n".join(cell.lines) if cell else ""
            if not cell or not text:
                continue
            place = f"{letters(column)}{number}"
            cells += _cell(place, text, texts, shared=shared)
            if cell.rows > 1 or cell.columns > 1:
                end = f"{letters(column + cell.columns - 1)}{number + cell.rows - 1}"
                merges += f'<mergeCell ref="{place}:{end}"/>'
        rows += f'<row r="{number}">{cells}</row>'
    merged = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    return f'<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData>{merged}</worksheet>'


def _cell(place: str, text: str, texts: list[str], *, shared: bool) -> str:
    if text.isascii() and text.isdigit():
        return f'<c r="{place}"><v>{text}</v></c>'
    if not shared:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    texts.append(text)
    return f'<c r="{place}" t="s"><v>{len(texts) - 1}</v></c>'


def letters(column: int) -> str:
    """Return the letters of a column, from 1: `A`, `AA`."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
