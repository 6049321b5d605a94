"""Print a report on a terminal with Rich, which is imported when something is printed.

Lines are broken and drawn before Rich sees them; Rich colours them only. No text passes through markup, none is cut.
"""

from typing import TYPE_CHECKING, NamedTuple

from itatui.report.layout.page import PageLayout, layout_report
from itatui.report.layout.page_lines import page_lines
from itatui.report.model import Report, Tone

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

_STYLES = {
    Tone.TITLE: "bold",
    Tone.HEADING: "bold",
    Tone.ABOUT: "italic",
    Tone.MISSING: "yellow",
    Tone.DONE: "green",
    Tone.LATE: "bold red",
}


def print_report(report: Report, console: "Console", *, ascii: bool = False, thai_digits: bool = False) -> None:  # noqa: A002
    """Print a report in the width and colours of a console. Consoles below 20 cells fold the lines."""
    page = render(report, console.width, ascii=ascii, thai_digits=thai_digits)
    console.print(page, crop=False, no_wrap=True, overflow="ignore")


class PrintedPage(NamedTuple):
    """A page as a Rich renderable."""

    page: PageLayout
    ascii: bool = False

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Yield the lines in the colours of a console."""
        from rich.segment import Segment

        styles = {tone: console.get_style(style) for tone, style in _STYLES.items()}
        for spans in page_lines(self.page, ascii=self.ascii):
            yield from (Segment(text, styles.get(tone) if tone else None) for text, tone in spans)
            yield Segment.line()


def render(report: Report, width: int, *, ascii: bool = False, thai_digits: bool = False) -> PrintedPage:  # noqa: A002
    """Return a report in `width` cells as a Rich renderable.

    `ascii` draws borders of ASCII characters; `thai_digits` prints Thai digits.
    """
    return PrintedPage(layout_report(report, width, in_thai_digits=thai_digits), ascii)
