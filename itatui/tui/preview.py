"""The bordered table on the screen: what `itatui report` prints of the measures in the list."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.build import build
from itatui.report.model import Report
from itatui.report.terminal import lines
from itatui.tui.drawing import strip
from itatui.tui.pane import Pane


class Table(Pane):
    """The printed lines, at the pane's own width."""

    COMPONENT_CLASSES = {"table--text"}

    def __init__(self, report: Report) -> None:
        super().__init__("table")
        self._report = report
        self._lines: list[str] = []

    def on_resize(self) -> None:
        """Prints it anew for this width."""
        self._lines = lines(self._report, self.width)
        self.virtual_size = Size(0, len(self._lines))
        self.border_subtitle = _("Esc: back   on paper: itatui report")

    def render_line(self, y: int) -> Strip:
        """A printed line."""
        row = y + round(self.scroll_y)
        text = self._lines[row] if row < len(self._lines) else ""
        return strip([(text, self.look("table--text"))], self.width, self.look("table--text"))


class Preview(Screen[None]):
    """The table on a screen of its own."""

    BINDINGS = [Binding("escape,f8,enter,p,ย", "dismiss(None)", show=False)]

    def __init__(self, register: Register, measures: Sequence[Measure] | None, today: date) -> None:
        super().__init__()
        self._report = build(register, measures, today=today)

    def compose(self) -> ComposeResult:
        """The table."""
        yield Table(self._report)

    def on_mount(self) -> None:
        """Says what it is."""
        table = self.query_one(Table)
        table.border_title = _("Report")
        table.focus()
