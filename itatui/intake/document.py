"""Read a document of any format, recognized by its first bytes, never by its name."""

from collections.abc import Callable

from itatui.intake.errors import UnreadableError
from itatui.intake.grid import Grid, Table
from itatui.intake.misread_text import restored
from itatui.locale import N_, _
from itatui.thai import clean

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of the largest document."""
_MAX_TEXT = 8 * 1024 * 1024
"""Bytes of the longest text file."""
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", N_("it is an old Word or Excel file, or has a password: save it as .docx or .xlsx")),
    (b"{\\rtf", N_("it is an RTF file: save it as .docx")),
    (b"\x89PNG", N_("it is a picture: only text can be read")),
    (b"\xff\xd8\xff", N_("it is a picture: only text can be read")),
    (b"GIF8", N_("it is a picture: only text can be read")),
)
"""First bytes of other formats, with the reason why they are refused."""
_WORD, _EXCEL = "word/document.xml", "xl/workbook.xml"


def _go_on(_done: int, _total: int) -> bool:
    return True


def read_document(data: bytes, step: Callable[[int, int], bool] = _go_on) -> Grid:
    """Return the tables of a document of any format. `UnreadableError` says why there are none.

    `step` is called for each page with the pages read and their number; it returns whether to go on.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableError(_("it is larger than {limit} MB").format(limit=MAX_BYTES // 1024 // 1024))
    for start, reason in _OTHERS:
        if data.startswith(start):
            raise UnreadableError(_(reason))
    read = _packed if data.startswith(b"PK") else _plain
    grid = _ruled(data, step) if data.startswith(b"%PDF") else read(data)
    tables = tuple(table for table in grid.tables if table.lines)
    if not tables:
        raise UnreadableError(_("it holds no table"))
    return restored(grid._replace(tables=tables))


def _ruled(data: bytes, step: Callable[[int, int], bool]) -> Grid:
    from itatui.intake.formats.pdf import read_pdf

    return Grid("PDF", read_pdf(data, step))


def _packed(data: bytes) -> Grid:
    from itatui.intake.zip_parts import open_package  # lazy: zipfile and XML are slow to import

    package = open_package(data)
    if _WORD in package.names:
        from itatui.intake.formats.docx import hidden_text, read_docx

        return Grid("DOCX", read_docx(package), hidden_text(package))
    if _EXCEL in package.names:
        from itatui.intake.formats.xlsx import read_xlsx

        return Grid("XLSX", *read_xlsx(package))
    raise UnreadableError(_("it is neither a Word nor an Excel file: save it as .docx or .xlsx"))


def read_pasted(text: str) -> Grid | None:
    """Return the table of a pasted text: cells with tabs, or a table copied from a PDF; None if it is none."""
    from itatui.intake.formats.copied_text import read_copied
    from itatui.intake.formats.separated_fields import read_fields

    text = clean(text)[0]
    table = read_fields(text) if "\t" in text else read_copied(text)
    return Grid("text", (table,)) if table is not None and table.lines else None


def _plain(data: bytes) -> Grid:
    """Return the table of a web page, a CSV file, a text file or text copied from a PDF."""
    from itatui.intake.formats.copied_text import read_copied
    from itatui.intake.formats.html import is_page, read_page
    from itatui.intake.formats.separated_fields import read_fields

    if len(data) > _MAX_TEXT:
        raise UnreadableError(_("it is larger than {limit} MB").format(limit=_MAX_TEXT // 1024 // 1024))
    text = clean(_decoded(data))[0]
    if is_page(text):
        return Grid("HTML", read_page(text))
    readers: tuple[tuple[str, Callable[[str], Table | None]], ...] = (("CSV", read_fields), ("text", read_copied))
    for name, reader in readers:
        if (table := reader(text)) is not None:
            return Grid(name, (table,))
    raise UnreadableError(_("it holds no table"))


def _decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or TIS-620 as Windows has it (CP874)."""
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp874")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableError(_("it is neither text nor a document that can be read"))
