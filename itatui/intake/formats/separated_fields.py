"""Text with tabs or commas: CSV files, and tables copied from a spreadsheet or a word processor."""

import re
from collections import Counter

from itatui.intake.errors import UnreadableError
from itatui.intake.grid import MAX_AREA, Cell, Table, table_of
from itatui.locale import _

_DELIMITERS = "\t,;"
_FORMULA_SIGNS = "=+-@\t\r"
"""First signs of a text that spreadsheets take for a formula; exports put an apostrophe before them."""
_SAMPLE = 200
"""Records from which the delimiter is told."""


def read_fields(text: str) -> Table | None:
    """Return the table of a text; None if it is no table: most of its records have a single field."""
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        records = _records(text, delimiter)
        widths = Counter(len(record) for record in records[:_SAMPLE] if any(map(str.strip, record)))
        if delimiter == "\t":
            is_table = bool(widths) and max(widths) > 1
        else:  # a sentence has commas too: nearly all records of a file are equally long
            width, count = widths.most_common(1)[0] if widths else (1, 0)
            is_table = width > 2 and count * 10 >= widths.total() * 9
        if is_table:
            return table_of(
                Cell(_unescaped(field) if delimiter != "\t" else field, row, column)
                for row, record in enumerate(records)
                for column, field in enumerate(record)
            )
    return None


def _records(text: str, delimiter: str) -> list[list[str]]:
    """Return the fields of each record. Only a field that is quoted as a whole can hold delimiters and line ends."""
    records: list[list[str]] = [[]]
    at, end, count = 0, len(text), 0
    stop_sign = re.compile(f"[{delimiter}\n]")
    while at <= end:
        close = _closing_quote(text, at, delimiter) if text.startswith('"', at) else -1
        if close >= 0:
            field, at = text[at + 1 : close].replace('""', '"'), close + 1
        else:
            found = stop_sign.search(text, at)
            stop = found.start() if found else end
            field, at = text[at:stop], stop
        records[-1].append(field)
        count += 1
        if count > MAX_AREA:
            raise UnreadableError(_("its table has too many cells"))
        if text.startswith("\n", at):
            records.append([])
        at += 1
    return records


def _closing_quote(text: str, at: int, delimiter: str) -> int:
    """Return the offset of the quote that ends the field whose opening quote is at `at`; -1 if it is a mere sign."""
    close = text.find('"', at + 1)
    while close >= 0 and text.startswith('""', close):
        close = text.find('"', close + 2)
    after = text[close + 1 : close + 2]
    return close if close >= 0 and after in ("", "\n", delimiter) else -1


def _unescaped(field: str) -> str:
    return field[1:] if field[:1] == "'" and field[1:2] and field[1] in _FORMULA_SIGNS else field
