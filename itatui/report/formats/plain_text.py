"""Draw a report as plain lines, without escape sequences and without Rich: for the screen, and fast at any length.

The lines are those that `itatui.report.formats.terminal` prints.
"""

from collections.abc import Iterator

from itatui.report.formats.grid_lines import Span, grid_lines
from itatui.report.layout.lines import Block
from itatui.report.layout.page import PageLayout, layout_report
from itatui.report.model import Report
from itatui.thai import pad


def lines(report: Report, width: int, *, ascii: bool = False, thai_digits: bool = False) -> list[str]:  # noqa: A002
    """Return the printed report, each line `width` (at least 20) cells wide, or empty."""
    page = layout_report(report, width, in_thai_digits=thai_digits)
    return ["".join([text for text, _tone in spans]) for spans in page_lines(page, ascii=ascii)]


def page_lines(page: PageLayout, *, ascii: bool = False) -> Iterator[list[Span]]:  # noqa: A002
    """Yield the lines of a page in parts with their tones, each as wide as the page, or empty."""
    for part in page.parts:
        if part is None:
            yield []
        elif isinstance(part, Block):
            yield from ([(pad(line, page.width), part.tone)] for line in part.lines)
        else:
            yield from grid_lines(part, ascii=ascii)
