"""Draw a report as plain lines, without escape sequences and without Rich: for the screen, and fast at any length.

The lines are those that `itatui.report.formats.terminal` prints.
"""

from itatui.report.layout.page import layout_report
from itatui.report.layout.page_lines import page_lines
from itatui.report.model import Report


def lines(report: Report, width: int, *, ascii: bool = False, thai_digits: bool = False) -> list[str]:  # noqa: A002
    """Return the printed report, each line `width` (at least 20) cells wide, or empty."""
    page = layout_report(report, width, in_thai_digits=thai_digits)
    return ["".join([text for text, _tone in spans]) for spans in page_lines(page, ascii=ascii)]
