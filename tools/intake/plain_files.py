"""Write tables as text: CSV, and cells copied from a spreadsheet."""

from tools.intake.tables import MadeTable


def csv_file(table: MadeTable, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """Return a CSV file, as Excel saves it."""
    return delimited(table, delimiter, always=False).replace("\n", "\r\n").encode(encoding)


def copied_cells(table: MadeTable, encoding: str = "utf-8") -> bytes:
    """Return the text that a spreadsheet puts on the clipboard: tabs, and quotes around cells of several lines."""
    return delimited(table, "\t", always=False).encode(encoding)


def delimited(table: MadeTable, delimiter: str, *, always: bool) -> str:
    """Return the fields of a table in lines."""
    lines = []
    for row in table.rows:
        fields = ["\n".join(cell.lines) if cell else "" for cell in row]
        lines.append(delimiter.join(_quoted(field, delimiter, always=always) for field in fields))
    return "\n".join(lines) + "\n"


def _quoted(field: str, delimiter: str, *, always: bool) -> str:
    if always or any(sign in field for sign in ('"', "\n", delimiter)):
        return '"' + field.replace('"', '""') + '"'
    return field
