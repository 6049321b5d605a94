"""Cells broken into lines: every text that the report prints in cells passes through `set_cell`."""

from typing import NamedTuple

from itatui.report.layout.cells import Cell, Piece, Tone
from itatui.thai import cells, wrap


class Block(NamedTuple):
    """Lines of one tone, each no wider than they were set for."""

    lines: tuple[str, ...]
    tone: Tone


class Grid(NamedTuple):
    """One bordered table."""

    widths: tuple[int, ...]
    """Of the columns, without the spaces at their sides."""
    sides: tuple[int, int]
    """The spaces at the left and the right of each column."""
    head: tuple[tuple[Block, ...], ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]


def indent_of(cell: Cell) -> int:
    """The cells that the marks of a cell take with the space behind them; 0 without marks."""
    return max((cells(piece.mark) + 1 for piece in cell if piece.mark), default=0)


def set_cell(cell: Cell, width: int, *, hanging: bool) -> tuple[Block, ...]:
    """A cell in lines of at most `width` cells; `hanging`: the text of marked pieces stands clear of the marks."""
    indent = indent_of(cell) if hanging else 0
    return tuple(Block(_set(piece, width, indent), piece.tone) for piece in cell)


def _set(piece: Piece, width: int, indent: int) -> tuple[str, ...]:
    if not piece.mark:
        return tuple(wrap(piece.text, width))
    if not indent:
        return tuple(wrap(f"{piece.mark} {piece.text}", width))
    first, *rest = wrap(piece.text, width - indent)
    mark = " " * (indent - 1 - cells(piece.mark)) + piece.mark
    return f"{mark} {first}", *(" " * indent + line for line in rest)


def centred(text: str, width: int) -> tuple[str, ...]:
    """A text in as few lines as the width allows, these about equally long, each in the middle of the width."""
    narrow = _balanced(text, width)
    return tuple(" " * ((width - cells(line)) // 2) + line for line in wrap(text, narrow))


def _balanced(text: str, width: int) -> int:
    """The least width that takes no more lines than `width` does, down to half of it."""
    wanted = len(wrap(text, width))
    low, high = width // 2, width
    while wanted > 1 and low < high:
        middle = (low + high) // 2
        if len(wrap(text, middle)) > wanted:
            low = middle + 1
        else:
            high = middle
    return high
