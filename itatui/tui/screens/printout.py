"""Printed tables on the screen: the report, the overview, and the minutes of a meeting."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.app import ComposeResult
from textual.strip import Strip

from itatui.locale import _, language
from itatui.report.first_page import first_page, is_long
from itatui.report.formats.plain_text import lines
from itatui.report.layout.page import is_wide
from itatui.report.layout.table import TABLE_WIDTH
from itatui.report.model import Report
from itatui.report.overview import SHADES
from itatui.report.publisher import Publisher
from itatui.resources import resource
from itatui.thai import cells, numerals, uses_thai_digits
from itatui.thai.cell_columns import column_at
from itatui.tui.commands import COMMANDS, bindings
from itatui.tui.protocols import register_app
from itatui.tui.screens.printed_tables import PrintedTable
from itatui.tui.screens.register_view import RegisterView
from itatui.tui.side_thread import work_beside
from itatui.tui.styling.spans import Span
from itatui.tui.styling.strips import strip
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.pane import ReadingPane

_MARKS = re.compile(f"([{SHADES}]+ [0-9]+/[0-9]+|! [^│]*)")
"""Cells of the heat map, and late items."""
_SHADE_STYLES = {SHADES[-1]: "done"}
"""Style of a cell of the heat map; others are plain: what is not done may be due later, and what is late says so."""


PAPERS = (120, 160)
"""Cells of tables that can be wider than the screen."""
MEASURES_ON_A_LINE = 3
"""Measures that are filled in for each line of a first page."""
STEP = 8
"""Cells by which a wide table scrolls sideways."""


class _Layout(NamedTuple):
    """What the lines of a printout depend on."""

    table: PrintedTable
    width: int
    language: str
    thai_digits: bool


class PrintedLines(ReadingPane):
    """A table at the width of the pane; the marks of sheets in colour.

    It is laid out in a thread, which takes seconds for a long report; of a long one, the first page comes first.
    """

    def __init__(self, table: PrintedTable) -> None:
        super().__init__("printout")
        self.table = table
        self._lines: Sequence[str] = ()
        self._printed: _Layout | None = None
        """Layout of the lines; None: there are none, or only those of the first page."""
        self._has_marks = False
        self._paper = 0
        """Cells of a table wider than the pane; 0: it is as wide as the pane."""
        self._chosen = False
        """Whether the user chose the width. Otherwise a form that the pane is too narrow for is wider."""
        self._left = 0
        """First cell in sight."""
        self._working = False
        self._target = 0
        """Line to which the user has scrolled, which a first page may not have."""

    def show(self, table: PrintedTable) -> None:
        """Show a table as it is now; what is in sight stays there as far as it is unchanged."""
        self.table = table
        self.set_title(table.title())
        self._show_hint()
        self._print()

    def on_mount(self) -> None:
        """Show the title."""
        self.show(self.table)

    def on_resize(self) -> None:
        """Print for the new width."""
        self._left = max(min(self._left, self._paper - self.width), 0)
        self._show_hint()
        self._print()

    def on_language_changed(self) -> None:
        """Print in the current language and digits."""
        self.show(self.table)

    def _show_hint(self) -> None:
        """Name the command in the border, or say how a table wider than the screen is read."""
        hint = self.table.hint()
        if self._paper > self.width:
            hint = _("← →: scroll   {cells} cells wide").format(cells=self._paper)
        self.border_subtitle = numerals(hint)

    def change_width(self) -> None:
        """Lay the table out wider than the pane, the next width each time, and then as wide as the pane again."""
        wider = [paper for paper in PAPERS if paper > max(self._paper, self.width)]
        self._paper, self._left, self._chosen = wider[0] if wider else 0, 0, True
        self._show_hint()
        self._print()

    def forget_width(self) -> None:
        """Lay the next table out as wide as it needs to be, from its first line."""
        self._paper, self._left, self._chosen = 0, 0, False
        self.go_to_line(0)

    def scroll_sideways(self, by: int) -> None:
        """Scroll by steps, to the right if positive, as far as the table goes."""
        left = max(min(self._left + by * STEP, self._paper - self.width), 0)
        if left != self._left:
            self._left = left
            self.redraw_all()

    def _wanted(self) -> _Layout:
        return _Layout(self.table, max(self.width, self._paper), language(), uses_thai_digits())

    @property
    def is_due(self) -> bool:
        """Whether the lines have yet to be laid out."""
        return self.inside.width > 0 and self._printed != self._wanted()

    def _print(self) -> None:
        if self.is_due and not self._working:
            self._working = True
            self.call_after_refresh(self._begin)  # a thread would take half of the time in which the screen is drawn

    def _begin(self) -> None:
        self.run_worker(self._lay_out(), group="layout")

    async def _lay_out(self) -> None:
        """Lay out until the lines are those that are wanted: the pane or the register may change meanwhile."""
        while self.is_due:
            wanted, height = self._wanted(), self.inside.height
            begun = await work_beside(wanted.table.beginning, MEASURES_ON_A_LINE * height)
            printout = await work_beside(wanted.table.printout) if begun is None else begun
            self._has_marks = not printout.form
            paper = self._paper if self._chosen else await work_beside(_paper_of, printout, height, self.width)
            if paper != self._paper:
                self._paper, self._left = paper, 0
                self._show_hint()
                continue
            if begun is not None or is_long(printout, height):
                if not self.top:
                    first = await work_beside(_first_lines, printout, height, wanted)
                    if self._wanted() != wanted:
                        continue
                    self._take(first, None)
                if begun is not None:
                    printout = await work_beside(wanted.table.printout)
            self._take(await work_beside(_printed_lines, printout, wanted), wanted)
        self._working = False

    def _take(self, printed: list[str], layout: _Layout | None) -> None:
        """Draw other lines. `layout` is None for those of a first page."""
        top = _moved(self.top, self._lines, printed) if self._printed else self._target
        self._lines, self._printed = printed, layout
        self.redraw_all()
        self.content_changed()
        self.go_to_line(top)

    def go_to_line(self, top: int) -> bool:
        """Scroll, on a first page as soon as there are more lines."""
        self._target = top
        return super().go_to_line(top)

    def line_count(self) -> int:
        """Return the number of printed lines."""
        return len(self._lines)

    def draw_line(self, row: int) -> Strip:
        """Draw a printed line."""
        line = self._lines[row] if row < len(self._lines) else ""
        spans: Iterable[Span] = _marked(line) if self._has_marks else [(line, "text")]
        if self._paper > self.width:
            spans = _in_sight(spans, self._left, self.width)
        return strip([(text, self.style(style)) for text, style in spans], self.width, self.style("text"))


def _printed_lines(printout: Report, layout: _Layout) -> list[str]:
    thai_digits = bool(printout.form) and (layout.thai_digits or printout.thai_digits)
    return lines(printout, layout.width, thai_digits=thai_digits)


def _first_lines(printout: Report, height: int, layout: _Layout) -> list[str]:
    return _printed_lines(first_page(printout, height, layout.width), layout)


def _paper_of(printout: Report, height: int, width: int) -> int:
    """Return the cells of the narrowest wide table that a form needs; 0 if the width of the pane is enough."""
    first = first_page(printout, height, width)
    if not printout.form or width < TABLE_WIDTH or not is_wide(first, width):
        return 0
    return next((paper for paper in PAPERS if paper > width and not is_wide(first, paper)), 0)


def _moved(line: int, before: Sequence[str], after: Sequence[str]) -> int:
    """Return the number of a line after a change: what stands above or below the change keeps its place."""
    most = min(len(before), len(after))
    same = next((at for at in range(most) if before[at] != after[at]), most)
    rest = most - same
    same_end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    if line < same:
        return line
    if line >= len(before) - same_end:
        return line + len(after) - len(before)
    return same + (line - same) * (len(after) - same - same_end) // (len(before) - same - same_end)


def _marked(line: str) -> Iterator[Span]:
    for at, words in enumerate(_MARKS.split(line)):
        if words:
            is_cell = at % 2  # the legend is none
            style = "late" if words.startswith("! ") else _SHADE_STYLES.get(words[0], "text")
            yield words, style if is_cell else "text"


def _in_sight(spans: Iterable[Span], left: int, width: int) -> Iterator[Span]:
    """Yield the parts of a line from a cell on, at most `width` cells, cut between clusters."""
    for text, style in spans:
        hidden, size = max(left, 0), cells(text)
        left -= size
        if hidden >= size or width <= 0:
            continue
        shown = text[column_at(text, hidden) :] if hidden else text
        if cells(shown) > width:
            shown = shown[: column_at(shown, width)]
        width -= cells(shown)
        yield shown, style


class PrintoutScreen(RegisterView):
    """A table on a screen of its own."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [*bindings("overview")]
    AUTO_FOCUS = "#printout"
    PLACE = "overview"
    """Place of the commands of the footer."""

    def __init__(self, table: Callable[[], PrintedTable]) -> None:
        """`table` returns the table of the register as it is now."""
        super().__init__()
        self._table = table

    def compose(self) -> ComposeResult:
        """The printed lines, and the footer."""
        yield PrintedLines(self._table())
        yield Footer(id="foot")

    def on_mount(self) -> None:
        """Name the place for the footer."""
        self.query_one(Footer).where = self.PLACE
        self._follow_commands()

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can. The footer leaves such commands out."""
        return ""

    def register_path(self) -> Path | None:
        """Return the file of the register, beside which files of evidence lie; None: it is not known here."""
        return None

    def _follow_commands(self) -> None:
        for footer in self.query(Footer):
            footer.idle = frozenset(each.action for each in COMMANDS if each.foot and self.refusal(each.action))

    def reload(self) -> None:
        """Show the table as it is now."""
        self._follow_commands()
        for printed in self.query(PrintedLines):
            printed.show(self._table())

    on_language_changed = reload

    def action_widen_table(self) -> None:
        """Change the width of the table."""
        self.query_one(PrintedLines).change_width()

    def action_sideways(self, by: int) -> None:
        """Scroll sideways, to the right if positive."""
        self.query_one(PrintedLines).scroll_sideways(by)

    def action_export(self) -> None:
        """Write the table as a file, in a format that the user chooses."""
        if publisher := self._publisher():
            from itatui.tui.screens.export_actions import Exporter

            table = self._table()
            exporter = Exporter(self, publisher, table.printout, table.register, self.register_path())
            exporter.begin(self.file_name())

    def file_name(self) -> str:
        """Return the beginning of the name of an exported file."""
        return f"{self.PLACE}_{self._table().register.fiscal_year}"

    async def action_print(self) -> None:
        """Print the table on a printer that the user chooses."""
        if publisher := self._publisher():
            from itatui.tui.screens.export_actions import choose_printer

            await choose_printer(self, publisher, self._table().printout)

    def _publisher(self) -> Publisher | None:
        publisher = register_app(self).environment.publisher
        if publisher is None:
            self.app.notify(_("Nothing can be exported or printed here."), markup=False)
        return publisher

    def action_stop(self) -> None:
        """Close the screen."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the help."""
        from itatui.tui.dialogs.help import show_help

        show_help(self, self.PLACE)

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Run the command that was clicked."""
        message.stop()
        self.run_worker(self.run_action(message.action), group="foot")
