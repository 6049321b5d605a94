"""Thai text that a spreadsheet program read as Western text, as when a CSV file is opened without telling its encoding.

Each sign stands for a byte of the file, so that nothing is lost.
"""

import re

from itatui.intake.grid import Grid
from itatui.locale import _

_THAI = "[ก-๛]"
_UNDEFINED = {0xF100 + byte: byte for byte in range(0x80, 0xA0)}
"""Private code points by which LibreOffice keeps the bytes that Windows-1252 does not define."""
_MIN_HIGH = 0.4
"""Share of the code points beyond ASCII in the texts that hold any: other languages have fewer."""
_MIN_THAI = 0.5
"""Share of the code points beyond ASCII that must be Thai once the text is restored."""


def restored(grid: Grid) -> Grid:
    """Return a document with its texts as they were written, if all of them were misread; else the document."""
    texts = {cell.text for table in grid.tables for line in table.lines for cell in line if not cell.text.isascii()}
    whole = "".join(texts)
    if not texts or re.search(_THAI, whole) or sum(sign > "\x7f" for sign in whole) < _MIN_HIGH * len(whole):
        return grid
    for encoding in ("utf-8", "cp874"):
        found = {text: _reread(text, encoding) for text in texts}
        high = [sign for text in found.values() for sign in text if not sign.isascii()]
        thai = [sign for sign in high if re.match(_THAI, sign)]
        if all(found.values()) and high and len(thai) >= _MIN_THAI * len(high):
            return _with_texts(grid, found)
    return grid


def _reread(text: str, encoding: str) -> str:
    """Return the text of the bytes for which the signs of a text stand; empty if there is none."""
    try:
        return b"".join(map(_byte, text)).decode(encoding).lstrip("\ufeff") or " "
    except UnicodeError:
        return ""


def _byte(sign: str) -> bytes:
    number = _UNDEFINED.get(ord(sign), ord(sign))
    return bytes([number]) if number < 0xA0 else sign.encode("cp1252")


def _with_texts(grid: Grid, texts: dict[str, str]) -> Grid:
    tables = []
    for table in grid.tables:
        cells = {cell: cell._replace(text=texts.get(cell.text, cell.text)) for line in table.lines for cell in line}
        tables.append(table._replace(lines=tuple(tuple(cells[cell] for cell in line) for line in table.lines)))
    note = _("Another program had read its Thai letters as Western ones; they were restored")
    return grid._replace(tables=tuple(tables), notes=(*grid.notes, note))
