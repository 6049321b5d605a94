"""Print the report on a terminal with Rich, which is imported when something is printed.

Lines are broken before Rich sees them; Rich draws the borders only. No text passes through markup, none is cut.
"""

from typing import TYPE_CHECKING

from itatui.report.layout.cells import Tone
from itatui.report.layout.lines import Block, Grid
from itatui.report.layout.table import PageLayout, layout_report
from itatui.report.track_model import Report
from itatui.thai import pad

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, Group, RenderableType
    from rich.table import Table
    from rich.text import Text

_STYLES = {
    Tone.TITLE: "bold",
    Tone.HEADING: "bold",
    Tone.ABOUT: "italic",
    Tone.TEXT: "",
    Tone.MISSING: "yellow",
    Tone.DONE: "green",
    Tone.LATE: "bold red",
}


def print_report(report: Report, console: "Console", *, ascii: bool = False, thai_digits: bool = False) -> None:  # noqa: A002
    """Print the report in the width and colours of a console. Consoles below 20 cells fold the lines."""
    print_page(layout_report(report, console.width, in_thai_digits=thai_digits), console, ascii=ascii)


def print_page(page: PageLayout, console: "Console", *, ascii: bool = False) -> None:  # noqa: A002
    """Print a page in the colours of a console."""
    console.print(render_page(page, ascii=ascii), crop=False, no_wrap=True, overflow="ignore")


def print_pages(pages: "Iterable[PageLayout]", console: "Console", *, ascii: bool = False) -> None:  # noqa: A002
    """Print pages below each other, each followed by an empty line."""
    for page in pages:
        print_page(page, console, ascii=ascii)
        if page.grids or page.bottom:
            console.print()


def render(report: Report, width: int, *, ascii: bool = False, thai_digits: bool = False) -> "Group":  # noqa: A002
    """Return the report in `width` cells as a Rich renderable.

    `ascii` draws borders of ASCII characters; `thai_digits` prints Thai digits.
    """
    return render_page(layout_report(report, width, in_thai_digits=thai_digits), ascii=ascii)


def render_page(page: PageLayout, *, ascii: bool = False) -> "Group":  # noqa: A002
    """Return a page as a Rich renderable; `ascii` draws borders of ASCII characters."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = []
    for block in page.top:
        parts += _full_width(block, page.width), Text(" " * page.width)
    parts += (_table(grid, page.width, ascii=ascii) for grid in page.grids)
    parts += (_full_width(block, page.width) for block in page.bottom)
    return Group(*parts)


def _table(grid: Grid, width: int, *, ascii: bool) -> "Table":  # noqa: A002
    from rich import box
    from rich.table import Table

    left, right = grid.sides
    table = Table(
        box=box.ASCII_DOUBLE_HEAD if ascii else box.SQUARE_DOUBLE_HEAD,
        width=width,
        padding=(0, right, 0, left),
        show_lines=True,
        header_style="",
    )
    for cell, cells in zip(grid.head, grid.widths, strict=True):
        table.add_column(_cell(cell), width=cells, no_wrap=True, overflow="ignore")
    for row in grid.rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(blocks: "Iterable[Block]") -> "Group":
    """Return a `Text` per block: Rich's time for a text grows with the square of its length."""
    from rich.console import Group

    return Group(*(_text(block.lines, block.tone) for block in blocks))


def _full_width(block: Block, width: int) -> "Text":
    return _text((pad(line, width) for line in block.lines), block.tone)


def _text(lines: "Iterable[str]", tone: Tone) -> "Text":
    from rich.text import Text

    return Text("\n".join(lines), style=_STYLES[tone], no_wrap=True, overflow="ignore")
