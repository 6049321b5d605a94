"""Write tables as a PDF file with drawn lines, as word processors print them: long rows go on over a page.

The font is not embedded; a map gives the code points of its signs, which is all that a reader of texts needs.
"""

from collections.abc import Iterable

from itatui.thai import cells, wrap
from tools.intake.tables import MadeTable

_WIDTH, _HEIGHT, _MARGIN = 842, 595, 40
_LEADING, _PAD = 14.0, 4.0
_CELL = 6.0
"""Points of a terminal cell's width: a column of 20 of them has texts of 20."""
_CODES = (*range(33, 127), *range(161, 173), *range(174, 256))
"""Codes for the signs: readers leave out a text of a single sign whose code has no shape in common fonts."""
_ROWS_OF_PAGE = 34
"""Lines of text of a page."""


class Pages:
    """Pages that are being filled with lines and texts."""

    def __init__(self) -> None:
        self.codes: dict[str, int] = {}
        self.contents: list[str] = [""]
        self.used = 0

    def write(self, text: str, x: float, y: float) -> None:
        """Write a text at a place of the last page."""
        codes = "".join(f"{self.codes.setdefault(sign, _CODES[len(self.codes)]):02x}" for sign in text)
        self.contents[-1] += f"BT /F 10 Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET\n"

    def row(self, lines: list[list[str]], widths: list[float], *, merged: bool) -> None:
        """Draw a row of cells of these lines; the rest goes on over the next page."""
        count = max(map(len, lines))
        take = min(count, _ROWS_OF_PAGE - self.used)
        if take < min(count, 2):
            self.contents.append("")
            self.used, take = 0, min(count, _ROWS_OF_PAGE)
        top = _HEIGHT - _MARGIN - self.used * _LEADING
        height, x = take * _LEADING, float(_MARGIN)
        for each, width in zip(lines, [sum(widths)] if merged else widths, strict=True):
            self.contents[-1] += f"{x} {top - height} {width} {height} re S\n"
            for number, text in enumerate(each[:take], 1):
                self.write(text, x + _PAD, top - number * _LEADING + _PAD)
            x += width
        self.used += take
        if count > take:
            self.row([each[take:] for each in lines], widths, merged=merged)


def pdf_file(table: MadeTable) -> bytes:
    """Return a PDF file of a table whose cells lie in one row each, or over its whole width."""
    pages = Pages()
    columns = len(table.rows[0])
    lengths = [max((cells(line) for row in table.rows for line in _lines(row[at])), default=1) for at in range(columns)]
    shares = [min(length, 60) + 6 for length in lengths]
    widths = [(_WIDTH - 2 * _MARGIN) * share / sum(shares) for share in shares]
    for row in table.rows:
        merged = row[1:] == [None] * (columns - 1)
        own = row[:1] if merged else row
        fits = [sum(widths)] if merged else widths
        texts = [
            [piece for line in _lines(cell) for piece in wrap(line, max(int((width - 2 * _PAD) / _CELL), 4))]
            for cell, width in zip(own, fits, strict=True)
        ]
        pages.row(texts, widths, merged=merged)
    return file_of(pages)


def _lines(cell: object) -> tuple[str, ...]:
    lines: tuple[str, ...] = getattr(cell, "lines", ())
    return lines


def file_of(pages: Pages) -> bytes:
    """Return the file of these pages."""
    chars = "".join(f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>\n" for sign, code in pages.codes.items())
    unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        + "".join(
            f"{len(part)} beginbfchar\n{chr(10).join(part)}\nendbfchar\n" for part in _parts(chars.splitlines(), 90)
        )
        + "endcmap end end"
    )
    count = len(pages.contents)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
    signs = {code: sign for sign, code in pages.codes.items()}
    widths = " ".join("500" if cells(signs.get(code, " ")) else "0" for code in range(256))
    font = f"/BaseFont /Any /FirstChar 0 /LastChar 255 /Widths [{widths}] /ToUnicode 4 0 R"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        f"<< /Type /Font /Subtype /TrueType {font} >>",
        stream(unicode),
    ]
    for number, content in enumerate(pages.contents):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>",
            stream(content),
        ]
    return written_objects(objects)


def _parts(lines: list[str], size: int) -> Iterable[list[str]]:
    return (lines[at : at + size] for at in range(0, len(lines), size))


def stream(text: str) -> str:
    """Return an object that holds a text."""
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def written_objects(objects: list[str]) -> bytes:
    """Return the file of these objects, the first of which is the catalogue."""
    text, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    text += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return f"{text}startxref\n{text.index('xref')}\n%%EOF".encode("ascii")
