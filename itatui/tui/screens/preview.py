"""The bordered table on the screen: what `itatui report` prints of the measures in the list."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip

from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.build import build
from itatui.report.formats.terminal import lines
from itatui.report.model import Report
from itatui.thai import uses_thai_digits
from itatui.tui.keyboard import bound
from itatui.tui.styling.strips import strip
from itatui.tui.widgets.pane import ReadingPane


class Table(ReadingPane):
    """The printed lines, at the pane's own width."""

    def __init__(self, report: Report) -> None:
        super().__init__("table")
        self._report = report
        self._lines: list[str] = []

    def on_resize(self) -> None:
        """Prints it anew for this width."""
        self._lines = lines(self._report, self.width, thai_digits=uses_thai_digits())
        self.redraw_all()
        self.border_subtitle = _("Esc: back   on paper: itatui report")

    def line_count(self) -> int:
        """As many as were printed."""
        return len(self._lines)

    def draw_line(self, row: int) -> Strip:
        """A printed line."""
        text = self._lines[row] if row < len(self._lines) else ""
        return strip([(text, self.look("text"))], self.width, self.look("text"))


class Preview(Screen[None]):
    """The table on a screen of its own."""

    BINDINGS = [Binding(bound("escape", "f8", "enter", "p"), "dismiss(None)", show=False)]

    def __init__(self, register: Register, measures: Sequence[Measure] | None, today: date, narrowing: str) -> None:
        super().__init__()
        self._report = build(register, measures, today=today, narrowing=narrowing)

    def compose(self) -> ComposeResult:
        """The table."""
        yield Table(self._report)

    def on_mount(self) -> None:
        """Says what it is."""
        table = self.query_one(Table)
        table.border_title = _("The report")
        table.focus()
