"""Write tables as text: CSV, cells copied from a spreadsheet, and web pages."""

from html import escape

from tools.intake.tables import MadeCell, MadeTable


def csv_file(table: MadeTable, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """Return a CSV file, as Excel saves it."""
    return delimited(table, delimiter).replace("\n", "\r\n").encode(encoding)


def copied_cells(table: MadeTable, encoding: str = "utf-8") -> bytes:
    """Return the text that a spreadsheet puts on the clipboard: tabs, and quotes around cells of several lines."""
    return delimited(table, "\t").encode(encoding)


def delimited(table: MadeTable, delimiter: str) -> str:
    """Return the fields of a table in lines."""
    lines = []
    for row in table.rows:
        fields = ["\n".join(cell.lines) if cell else "" for cell in row]
        lines.append(delimiter.join(_quoted(field, delimiter) for field in fields))
    return "\n".join(lines) + "\n"


def _quoted(field: str, delimiter: str) -> str:
    if any(sign in field for sign in ('"', "\n", delimiter)):
        return '"' + field.replace('"', '""') + '"'
    return field


def web_page(table: MadeTable) -> bytes:
    """Return a web page, with ends of cells left out as HTML allows."""
    rows = ""
    for row in table.rows:
        cells = (f"<td rowspan={cell.rows} colspan='{cell.columns}'>{_inside(cell)}" for cell in row if cell)
        rows += f"<tr class=a>{''.join(cells)}</tr>\n"
    head = "<head><title>x</title><style>td > p { margin: 0 }</style></head>"
    return f"<!DOCTYPE html><html lang=th>{head}<body><h1>รายงาน</h1><table>{rows}</table></body></html>".encode()


def _inside(cell: MadeCell) -> str:
    return "".join(f"<p>{escape(line)}</p>\n" for line in cell.lines)
