"""Web pages: the tables in them, with their spans. No link is followed, and nothing in a page is run."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from itatui.intake.errors import UnreadableError
from itatui.intake.grid import CAPTION_LINES, MAX_AREA, MAX_COLUMNS, Cell, Table, table_of
from itatui.locale import _

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15}+)([^<>]*+)>")
_HIDDEN = ("script", "style", "head", "template")
_LINE_ENDS = frozenset(
    {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "caption", "table", "section", "ul", "ol"}
)
_CELLS = ("td", "th")
_MAX_ROWS = 20_000


class _Piece(NamedTuple):
    """A tag, or the text between two tags."""

    text: str = ""
    tag: str = ""
    """Its name, with `/` before that of an end."""
    attributes: str = ""


def is_page(text: str) -> bool:
    """Return whether a text is a web page or a part of it."""
    return re.match(r"\s{0,100}<(?:!doctype html|html|table|\?xml|meta)\b", text, re.IGNORECASE) is not None


def read_page(text: str) -> tuple[Table, ...]:
    """Return the tables of a page, each with the lines before it. A table inside a cell is text of the cell."""
    tables: list[Table] = []
    before: list[str] = []
    inside: list[_Piece] = []
    depth = 0
    for piece in _pieces(text):
        depth += (piece.tag == "table") - (piece.tag == "/table" and depth > 0)
        if depth:
            inside.append(piece)
        elif inside:
            lines = [line.strip() for line in "".join(before).split("\n") if line.strip()]
            tables.append(table_of(_cells(inside), "\n".join(lines[-CAPTION_LINES:])))
            before, inside = [], []
        else:
            before.append("\n" if piece.tag.strip("/") in _LINE_ENDS else " ".join(piece.text.split()))
    return tuple(tables)


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the tags and texts of a page, without comments, scripts and styles."""
    at = 0
    for match in _TAG.finditer(text):
        if match.start() < at:
            continue
        if (comment := text.find("<!--", at, match.start())) >= 0:
            yield _Piece(unescape(text[at:comment]))
            end = text.find("-->", comment)
            at = len(text) if end < 0 else end + 3
            if match.start() < at:
                continue
        if match.start() > at:
            yield _Piece(unescape(text[at : match.start()]))
        at = match.end()
        name = match[2].lower()
        if name in _HIDDEN and not match[1]:
            close = re.compile(f"</{name}", re.IGNORECASE).search(text, at)
            at = close.start() if close else len(text)
        yield _Piece(tag=match[1] + name, attributes=match[3])
    yield _Piece(unescape(text[at:]))


def _cells(pieces: list[_Piece]) -> list[Cell]:
    """Return the cells of a table. One that an earlier row covers moves those of its row to the right."""
    cells: list[Cell] = []
    covered: dict[int, int] = {}
    row, column, depth = -1, 0, 0
    texts: list[str] | None = None
    for piece in pieces:
        depth += (piece.tag == "table") - (piece.tag == "/table")
        if depth == 1 and piece.tag in ("tr", "/tr", "/td", "/th", *_CELLS, "/table") and texts is not None:
            cells[-1] = cells[-1]._replace(text=_text(texts))
            texts = None
        if depth == 1 and piece.tag == "tr":
            row, column = row + 1, 0
        elif depth == 1 and piece.tag in _CELLS and row >= 0:
            while covered.get(column, -1) >= row:
                column += 1
            rows, columns = _span(piece, "rowspan", _MAX_ROWS), _span(piece, "colspan", MAX_COLUMNS)
            covered.update(dict.fromkeys(range(column, column + columns), row + rows - 1))
            cells.append(Cell("", row, column, rows, columns))
            column += columns
            texts = []
        elif texts is not None:
            texts.append("\n" if piece.tag.strip("/") in (*_LINE_ENDS, *_CELLS) else re.sub(r"\s+", " ", piece.text))
        if row > _MAX_ROWS or column > 2 * MAX_COLUMNS or len(cells) > MAX_AREA:
            raise UnreadableError(_("its table has too many cells"))
    return cells


def _span(piece: _Piece, name: str, most: int) -> int:
    found = re.search(rf"\b{name}\s{{0,3}}=\s{{0,3}}[\"']?([0-9]{{1,6}})", piece.attributes, re.IGNORECASE)
    return min(max(int(found[1]), 1), most) if found else 1


def _text(pieces: list[str]) -> str:
    return "\n".join(filter(None, (" ".join(line.split(" ")).strip() for line in "".join(pieces).split("\n"))))
