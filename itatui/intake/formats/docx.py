"""Word documents: tables with merged cells, automatic numbers and tracked changes.

Inserted text is read, deleted text is not: the document as it would be with all changes accepted.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from itatui.intake.grid import CAPTION_LINES, HIDDEN_START, MAX_COLUMNS, Cell, Table, table_of
from itatui.intake.word_numbers import WordNumbers
from itatui.intake.zip_parts import Package

DOCUMENT = "word/document.xml"
_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_GONE = frozenset({"del", "moveFrom", "Fallback", "drawing", "pict", "object", "pPr", "rPr", "instrText", "delText"})
"""Elements whose text the document does not show in the line."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SYMBOLS = {"FC": "✓", "FE": "☑", "FB": "✗", "FD": "☒", "A8": "☐", "50": "✓", "52": "☑", "B7": "•", "A7": "•"}
"""Signs of the fonts Wingdings and Symbol, by the end of their codes."""
HIDDEN = "sheet"
"""Root of the part of custom XML that holds the hidden text."""
_CUSTOM = "customXml/item[0-9]{1,4}\\.xml"
_MAX_CUSTOM = 20


def read_docx(package: Package) -> tuple[Table, ...]:
    """Return the tables of a document, each with the lines before it. `UnreadableError`."""
    optional = (package.tree(name) if name in package.names else None for name in (_NUMBERING, _STYLES))
    numbers = WordNumbers(*optional)
    tables: list[Table] = []
    before: list[str] = []
    body = package.tree(DOCUMENT).find("body")
    for block in _blocks(body) if body is not None else ():
        if block.tag == "p":
            before.append("".join(_paragraph(block, numbers)))
        else:
            caption = "\n".join([line for line in before if line.strip()][-CAPTION_LINES:])
            tables.append(table_of(_cells(block, numbers), caption))
            before = []
    return tuple(tables)


def hidden_text(package: Package) -> str:
    """Return the hidden text of a unit's sheet; empty if there is none."""
    for name in sorted(name for name in package.names if re.fullmatch(_CUSTOM, name))[:_MAX_CUSTOM]:
        root = package.tree(name)
        if root.tag == HIDDEN and (root.text or "").startswith(HIDDEN_START):
            return root.text or ""
    return ""


def _blocks(owner: Element, kinds: frozenset[str] = frozenset({"p", "tbl"})) -> Iterator[Element]:
    """Yield the elements of these kinds below another, through content controls and tracked changes."""
    for child in owner:
        if child.tag in kinds:
            yield child
        elif child.tag not in _GONE and child.tag not in ("p", "tbl", "tr", "tc"):
            yield from _blocks(child, kinds)


def _cells(table: Element, numbers: WordNumbers) -> list[Cell]:
    """Return the cells of a table. A cell merged with the one above makes that one longer."""
    cells: list[Cell] = []
    open_cells: dict[int, int] = {}
    row = 0
    for line in _blocks(table, frozenset({"tr"})):
        properties = line.find("trPr")
        if properties is not None and properties.find("del") is not None:
            continue
        column = _number(properties, "gridBefore", 0)
        for cell in _blocks(line, frozenset({"tc"})):
            style = cell.find("tcPr")
            columns = max(_number(style, "gridSpan", 1), 1)
            merged = style.find("vMerge") if style is not None else None
            if merged is not None and merged.get("val") != "restart" and column in open_cells:
                above = cells[open_cells[column]]
                cells[open_cells[column]] = above._replace(rows=row - above.row + 1)
            else:
                open_cells.pop(column, None)
                if merged is not None:
                    open_cells[column] = len(cells)
                cells.append(Cell(_text(cell, numbers), row, column, 1, columns))
            column = min(column + columns, 2 * MAX_COLUMNS)
        row += 1
    return cells


def _number(properties: Element | None, name: str, default: int) -> int:
    """Return a count of columns, at most `MAX_COLUMNS`."""
    found = properties.find(name) if properties is not None else None
    text = found.get("val", "") if found is not None else ""
    return min(int(text), MAX_COLUMNS) if text.isascii() and text.isdigit() and len(text) < 10 else default


def _text(cell: Element, numbers: WordNumbers) -> str:
    """Return the paragraphs of a cell, a line each; those of a table inside it too."""
    pieces: list[str] = []
    for block in _blocks(cell):
        if block.tag == "tbl":
            for line in _blocks(block, frozenset({"tr"})):
                pieces += [_text(each, numbers) + "\n" for each in _blocks(line, frozenset({"tc"}))]
        else:
            pieces += _paragraph(block, numbers)
            pieces.append("" if _runs_on(block) else "\n")
    return "".join(pieces).strip("\n")


def _runs_on(paragraph: Element) -> bool:
    """Return whether the end of a paragraph is deleted, so that the next one goes on in its line."""
    properties = paragraph.find("pPr")
    mark = properties.find("rPr") if properties is not None else None
    return mark is not None and mark.find("del") is not None


def _paragraph(paragraph: Element, numbers: WordNumbers) -> list[str]:
    """Return the text of a paragraph in pieces, with its automatic number."""
    pieces = list(_inline(paragraph))
    if _runs_on(paragraph):
        return pieces
    label = numbers.label(paragraph)
    return [f"{label} ", *pieces] if label and "".join(pieces).strip() else [label, *pieces]


def _inline(owner: Element) -> Iterator[str]:
    for child in owner:
        if child.tag == "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == "sym":
            yield _SYMBOLS.get(child.get("char", "")[-2:].upper(), "")
        elif child.tag not in _GONE:
            yield from _inline(child)
