"""Printed tables on the screen: the report, the overview, and the minutes of a meeting."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip

from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.locale import _, language
from itatui.report.build import build
from itatui.report.formats.terminal import lines, page_lines
from itatui.report.model import Report
from itatui.report.overview import SHADES
from itatui.report.sheets import Sheets, layout_sheets
from itatui.resources import resource
from itatui.thai import uses_thai_digits
from itatui.tui.commands import bindings
from itatui.tui.keyboard import bound
from itatui.tui.styling.spans import Span
from itatui.tui.styling.strips import strip
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.pane import ReadingPane
from itatui.tui.words import Words, words_of

_MARKS = re.compile(f"([{SHADES}]+ [0-9]+/[0-9]+|! [^│]*)")
"""Cells of the heat map, and late items."""
_SHADE_STYLES = dict(zip(SHADES, ("late", "missing", "changed", "done"), strict=True))

Printout = Report | Sheets


class PrintedLines(ReadingPane):
    """A printout at the width of the pane; the marks of the sheets in colour."""

    def __init__(self, make: Callable[[], Printout]) -> None:
        super().__init__("printout")
        self._make = make
        self._lines: Sequence[str] = ()
        self._has_marks = False

    def on_resize(self) -> None:
        """Print for the new width."""
        printout = self._make()
        self._has_marks = isinstance(printout, Sheets)
        if isinstance(printout, Report):
            self._lines = lines(printout, self.width, thai_digits=uses_thai_digits())
        else:
            self._lines = list(_sheet_lines(printout, self.width))
        self.redraw_all()
        self.content_changed()

    def on_language_changed(self) -> None:
        """Print in another language."""
        self.on_resize()

    def line_count(self) -> int:
        """Return the number of printed lines."""
        return len(self._lines)

    def draw_line(self, row: int) -> Strip:
        """Draw a printed line."""
        line = self._lines[row] if row < len(self._lines) else ""
        spans = _marked(line) if self._has_marks else [(line, "text")]
        return strip([(text, self.style(style)) for text, style in spans], self.width, self.style("text"))


def _sheet_lines(sheets: Sheets, width: int) -> Iterator[str]:
    for page in layout_sheets(sheets, width):
        yield from page_lines(page)
        if page.grids or page.bottom:
            yield ""


def _marked(line: str) -> Iterator[Span]:
    for words in _MARKS.split(line):
        if words:
            yield words, "late" if words.startswith("! ") else _SHADE_STYLES.get(words[0], "text")


class PrintoutScreen(Screen[None]):
    """A printout on a screen of its own; with a footer if it has commands of its own."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [*bindings("overview"), Binding(bound("escape", "f8", "enter", "p"), "close_report", show=False)]
    AUTO_FOCUS = "#printout"

    def __init__(self, make: Callable[[], Printout], title: Words, hint: Words, *, footer: bool = True) -> None:
        """`make` is called at each width; `hint` is shown in the lower border."""
        super().__init__()
        self._make = make
        self._heading = title
        self._hint = hint
        self._footer = footer

    def compose(self) -> ComposeResult:
        """The printed lines, and the footer."""
        yield PrintedLines(self._make)
        if self._footer:
            yield Footer(id="foot")

    def on_mount(self) -> None:
        """Show the title, the hint and the commands."""
        self.on_language_changed()
        for footer in self.query(Footer):
            footer.where = "overview"

    def on_language_changed(self) -> None:
        """Show the title and the hint in the current language."""
        printed = self.query_one(PrintedLines)
        printed.set_title(words_of(self._heading))
        printed.border_subtitle = words_of(self._hint)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the commands of the footer, or the keys that close the report."""
        if action == "close_report":
            return not self._footer
        return self._footer or action not in ("help", "stop")

    def action_stop(self) -> None:
        """Close the screen."""
        self.dismiss(None)

    action_close_report = action_stop

    def action_help(self) -> None:
        """Show the help."""
        from itatui.tui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog("overview"))

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Run the command that was clicked."""
        message.stop()
        self.run_worker(self.run_action(message.action), group="foot")


def report_screen(
    register: Register, measures: Sequence[Measure] | None, today: date, filter_words: Words
) -> PrintoutScreen:
    """Return the report of some measures, or of all (None), on a screen; `filter_words` describe the selection."""

    @cache
    def report_in(_language: str) -> Report:
        return build(register, measures, today=today, narrowing=words_of(filter_words))

    return PrintoutScreen(
        lambda: report_in(language()),
        lambda: _("Report"),
        lambda: _("Esc: back   to print: itatui report"),
        footer=False,
    )
