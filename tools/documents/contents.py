"""Contents of an exported document, by a reader of its format: texts, formulas, tags."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from tools.documents.readers import MissingReaderError, read

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""Signs with which spreadsheets begin a formula."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ESCAPE = "_x005F_(?=x[0-9A-Fa-f]{4}_)"


def texts_of(ending: str, data: bytes) -> list[str]:
    """Return the paragraphs, cells or pages of a document. Raise `MissingReaderError` without a reader of it."""
    return list(_READERS[ending](data))


def formulas_of(ending: str, data: bytes) -> list[str]:
    """Return the cells that a spreadsheet takes for formulas."""
    if ending == "csv":
        return [text for text in texts_of(ending, data) if text.startswith(FORMULA_SIGNS)]
    if ending == "xlsx":
        return [str(cell.value) for cell in _cells(data) if cell.data_type == "f"]
    return []


def tags_of(data: bytes) -> set[str]:
    """Return the names of the tags of a page."""
    page = _Page()
    page.feed(data.decode("utf-8"))
    return page.tags


class _Page(HTMLParser):
    """The texts between the tags of a page other than line breaks, and the names of the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts = [""]

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self._end_text(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_text(tag)

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data

    def _end_text(self, tag: str) -> None:
        if tag == "br":
            self.texts[-1] += "\n"
        else:
            self.texts.append("")


def _html(data: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(data.decode("utf-8"))
    yield from filter(None, page.texts)


def _csv(data: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        yield from row


def _docx(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in map(ElementTree.fromstring, map(archive.read, archive.namelist())):  # each must be well-formed
            for paragraph in part.iter(f"{_WORD}p"):
                pieces = (each for each in paragraph.iter() if each.tag in (f"{_WORD}t", f"{_WORD}br"))
                yield "".join("\n" if each.tag == f"{_WORD}br" else each.text or "" for each in pieces)


def _xlsx(data: bytes) -> Iterator[str]:
    for cell in _cells(data):
        if cell.value is not None:
            yield re.sub(_ESCAPE, "_", str(cell.value))


def _cells(data: bytes) -> Iterator[Any]:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingReaderError(str(error.name)) from None
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            yield from row


def _pdf(data: bytes) -> Iterator[str]:
    yield from read("pypdf", data)


_READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "html": _html,
    "csv": _csv,
    "docx": _docx,
    "xlsx": _xlsx,
    "pdf": _pdf,
}
