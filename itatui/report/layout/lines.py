"""Break cells into lines. Every text that the report prints in cells passes through `wrap_cell`."""

from typing import NamedTuple

from itatui.report.layout.cells import Cell, CellText, Tone
from itatui.thai import cells, wrap


class Block(NamedTuple):
    """Lines of the same tone."""

    lines: tuple[str, ...]
    tone: Tone


class Grid(NamedTuple):
    """A bordered table."""

    widths: tuple[int, ...]
    """Cells of each column without padding."""
    sides: tuple[int, int]
    """Padding in cells on the left and right of each column."""
    head: tuple[tuple[Block, ...], ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]


def indent_of(cell: Cell) -> int:
    """Return the cells of the widest mark of a cell and the space behind it; 0 without marks."""
    return max((cells(text.mark) + 1 for text in cell if text.mark), default=0)


def wrap_cell(cell: Cell, width: int, *, hanging: bool) -> tuple[Block, ...]:
    """Break a cell into lines of at most `width` cells. `hanging` indents marked texts behind their marks."""
    indent = indent_of(cell) if hanging else 0
    return tuple(Block(_wrap_text(text, width, indent), text.tone) for text in cell)


def _wrap_text(text: CellText, width: int, indent: int) -> tuple[str, ...]:
    if not text.mark:
        return tuple(wrap(text.text, width))
    if not indent:
        return tuple(wrap(f"{text.mark} {text.text}", width))
    first, *rest = wrap(text.text, width - indent)
    mark = " " * (indent - 1 - cells(text.mark)) + text.mark
    return f"{mark} {first}", *(" " * indent + line for line in rest)


def centred(text: str, width: int) -> tuple[str, ...]:
    """Break a text into as few lines as possible, about equally long, each centred in `width` cells."""
    narrow = _balanced(text, width)
    return tuple(" " * ((width - cells(line)) // 2) + line for line in wrap(text, narrow))


def _balanced(text: str, width: int) -> int:
    """Return the smallest width, down to half of `width`, that needs no more lines than `width`."""
    line_count = len(wrap(text, width))
    low, high = width // 2, width
    while line_count > 1 and low < high:
        middle = (low + high) // 2
        if len(wrap(text, middle)) > line_count:
            low = middle + 1
        else:
            high = middle
    return high
