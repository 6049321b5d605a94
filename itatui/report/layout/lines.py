"""Break cells into lines. Every text that the report prints in cells passes through `wrap_cell`."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from itatui.report.layout.cells import CellText, Texts
from itatui.report.layout.demand import check_demand
from itatui.report.model import Align, Tone
from itatui.thai import break_points, cells, wrap


class Block(NamedTuple):
    """Lines of the same tone."""

    lines: tuple[str, ...]
    tone: Tone


class Frame(NamedTuple):
    """A cell in lines, within its border."""

    blocks: tuple[Block, ...]
    rows: int = 1
    """Rows over which it goes, down; 0: a frame above covers it."""
    columns: int = 1
    """Columns over which it goes, to the right; 0: a frame on the left covers it."""
    middle: bool = False
    """Whether its lines stand in the middle of its height, else at the top."""

    @property
    def line_count(self) -> int:
        """Number of its lines."""
        return sum(len(block.lines) for block in self.blocks)


Frames: TypeAlias = tuple[Frame, ...]
"""A row: a frame for each column."""


class Grid(NamedTuple):
    """A bordered table."""

    widths: tuple[int, ...]
    """Cells of each column without padding."""
    sides: tuple[int, int]
    """Padding in cells on the left and right of each column."""
    head: tuple[Frames, ...]
    """Rows of the headings."""
    rows: tuple[Frames, ...]


def indent_of(texts: Texts) -> int:
    """Return the cells of the widest mark of a cell and the space behind it; 0 without marks."""
    marks = [text.mark for text in texts if text.mark]
    return max(map(cells, marks)) + 1 if marks else 0


def wrap_cell(texts: Texts, width: int, *, hanging: bool, align: Align = Align.LEFT) -> tuple[Block, ...]:
    """Break a cell into lines of at most `width` cells. `hanging` indents marked texts behind their marks."""
    indent = indent_of(texts) if hanging else 0
    blocks = (Block(_wrap_text(text, width, indent), text.tone) for text in texts)
    if align is Align.LEFT:
        return tuple(blocks)
    return tuple(block._replace(lines=tuple(aligned(block.lines, width, align))) for block in blocks)


def aligned(lines: Iterable[str], width: int, align: Align) -> Iterable[str]:
    """Yield lines moved to the right or to the middle of `width` cells."""
    for line in lines:
        free = max(width - cells(line.rstrip()), 0)
        yield " " * (free if align is Align.RIGHT else free // 2) + line.rstrip()


def _wrap_text(text: CellText, width: int, indent: int) -> tuple[str, ...]:
    check_demand()
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


def _longest_word(text: str) -> int:
    """Return the cells of the longest word without a break inside."""
    return max(cells(text[start:end].rstrip()) for start, end in pairwise((0, *break_points(text), len(text))))


def _balanced(text: str, width: int) -> int:
    """Return the smallest width that needs no more lines than `width`: down to half of it, or to the longest word."""
    line_count = len(wrap(text, width))
    low, high = max(width // 2, min(width, _longest_word(text))), width
    while line_count > 1 and low < high:
        middle = (low + high) // 2
        if len(wrap(text, middle)) > line_count:
            low = middle + 1
        else:
            high = middle
    return high
