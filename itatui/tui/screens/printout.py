"""Printed tables on a screen of their own: the overview, and the minutes of a meeting. It works out neither."""

import re
from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip

from itatui.report.formats.terminal import page_lines
from itatui.report.overview import SHADES
from itatui.report.sheets import Sheets, layout_sheets
from itatui.resources import resource
from itatui.tui.commands import bindings
from itatui.tui.styling.spans import Run
from itatui.tui.styling.strips import strip
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.pane import ReadingPane

_SIGNS = re.compile(f"([{SHADES}]+ [0-9]+/[0-9]+|! [^│]*)")
_LOOKS = dict(zip(SHADES, ("late", "missing", "changed", "done"), strict=True))
"""The looks of a cell by how dense its signs are."""


class Tables(ReadingPane):
    """The printed lines, at the pane's own width, in the colours of their signs."""

    def __init__(self, make: Callable[[], Sheets]) -> None:
        super().__init__("tables")
        self._make = make
        self._lines: list[str] = []

    def on_resize(self) -> None:
        """Prints them anew for this width."""
        self.print()

    def print(self) -> None:
        """Prints what there is now."""
        lines: list[str] = []
        for page in layout_sheets(self._make(), self.width):
            lines += page_lines(page)
            if page.grids or page.bottom:
                lines.append("")
        self._lines = lines
        self.redraw_all()
        self.content_changed()

    def line_count(self) -> int:
        """As many as were printed."""
        return len(self._lines)

    def draw_line(self, row: int) -> Strip:
        """A printed line."""
        text = self._lines[row] if row < len(self._lines) else ""
        parts = [(words, self.look(look)) for words, look in _looking(text)]
        return strip(parts, self.width, self.look("text"))


def _looking(line: str) -> Iterator[Run]:
    """A printed line in looks: cells of the heat map by their signs, and what is late."""
    for words in _SIGNS.split(line):
        if words:
            yield words, "late" if words.startswith("! ") else _LOOKS.get(words[0], "text")


class PrintoutScreen(Screen[None]):
    """Tables, and what can be done."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [*bindings("overview")]
    AUTO_FOCUS = "#tables"

    def __init__(self, make: Callable[[], Sheets], title: str, hint: str) -> None:
        super().__init__()
        self._make = make
        self._title = title
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The tables, and what can be done."""
        yield Tables(self._make)
        yield Footer(id="foot")

    def on_mount(self) -> None:
        """Says what it is."""
        tables = self.query_one(Tables)
        tables.entitle(self._title)
        tables.border_subtitle = self._hint
        self.query_one(Footer).where = "overview"

    def print(self) -> None:
        """Prints what there is now: something was changed."""
        self.query_one(Tables).print()

    def action_stop(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Tells what can be done."""
        from itatui.tui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog("overview"))

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Does what was clicked on."""
        message.stop()
        self.run_worker(self.run_action(message.action), group="foot")
