"""The report on a terminal, printed by Rich; Rich is imported when something is printed, not before.

The lines are broken before Rich sees them, so that Rich only draws the borders and puts the lines between them.
No text goes through markup, and none is cut.
"""

from io import StringIO
from typing import TYPE_CHECKING

from itatui.report.layout.cells import Tone
from itatui.report.layout.lines import Block, Grid
from itatui.report.layout.table import Page, layout
from itatui.report.model import Report
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


def lines(report: Report, width: int, *, ascii: bool = False, thai_digits: bool = False) -> list[str]:  # noqa: A002
    """The printed report as plain text without escape sequences; every line is `width` cells wide, 20 at least."""
    return page_lines(layout(report, width, in_thai_digits=thai_digits), ascii=ascii)


def print_report(report: Report, console: "Console", *, ascii: bool = False, thai_digits: bool = False) -> None:  # noqa: A002
    """Prints the report in the width, and with the colours, of a console; one that is too narrow folds it."""
    print_page(layout(report, console.width, in_thai_digits=thai_digits), console, ascii=ascii)


def print_page(page: Page, console: "Console", *, ascii: bool = False) -> None:  # noqa: A002
    """Prints what is laid out, in the colours of a console."""
    console.print(render_page(page, ascii=ascii), crop=False, no_wrap=True, overflow="ignore")


def print_pages(pages: "Iterable[Page]", console: "Console", *, ascii: bool = False) -> None:  # noqa: A002
    """Prints pages below each other, an empty line after each."""
    for page in pages:
        print_page(page, console, ascii=ascii)
        if page.grids or page.bottom:
            console.print()


def page_lines(page: Page, *, ascii: bool = False) -> list[str]:  # noqa: A002
    """What is laid out as plain text without escape sequences; every line is as wide as the page."""
    from rich.console import Console

    file = StringIO()
    print_page(page, Console(file=file, width=page.width, color_system=None, legacy_windows=False), ascii=ascii)
    return file.getvalue().split("\n")[:-1]


def render(report: Report, width: int, *, ascii: bool = False, thai_digits: bool = False) -> "Group":  # noqa: A002
    """What Rich prints for a report in `width` cells.

    `ascii` draws the borders with ASCII characters; `thai_digits` writes the numbers in them.
    """
    return render_page(layout(report, width, in_thai_digits=thai_digits), ascii=ascii)


def render_page(page: Page, *, ascii: bool = False) -> "Group":  # noqa: A002
    """What Rich prints for what is laid out; `ascii` draws the borders with ASCII characters."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = []
    for block in page.top:
        parts += _full(block, page.width), Text(" " * page.width)
    parts += (_table(grid, page.width, ascii=ascii) for grid in page.grids)
    parts += (_full(block, page.width) for block in page.bottom)
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
    """A text for each block: the time that Rich takes for one text goes with the square of its length."""
    from rich.console import Group

    return Group(*(_text(block.lines, block.tone) for block in blocks))


def _full(block: Block, width: int) -> "Text":
    return _text((pad(line, width) for line in block.lines), block.tone)


def _text(lines: "Iterable[str]", tone: Tone) -> "Text":
    from rich.text import Text

    return Text("\n".join(lines), style=_STYLES[tone], no_wrap=True, overflow="ignore")
