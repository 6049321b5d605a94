"""Printed tables on the screen: the report, the overview, and the minutes of a meeting."""

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Size
from textual.strip import Strip

from itatui.locale import _, language
from itatui.report.shades import SHADES
from itatui.resources import resource
from itatui.thai import cells, numerals, uses_thai_digits
from itatui.thai.cell_columns import column_at
from itatui.tui.commands import COMMANDS, bindings
from itatui.tui.protocols import register_app
from itatui.tui.screens.printed_page import PAPERS, Layout, Page, begin, finish
from itatui.tui.screens.printed_tables import PrintedTable
from itatui.tui.screens.register_view import RegisterView
from itatui.tui.side_thread import work_beside
from itatui.tui.styling.spans import Span
from itatui.tui.styling.strips import strip
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.pane import ReadingPane

if TYPE_CHECKING:
    from itatui.tui.screens.export_actions import Exporter

_SHADE_STYLES = {SHADES[-1]: "done"}
"""Style of a cell of the heat map; others are plain: what is not done may be due later, and what is late says so."""

SETTLE_S = 0.1
"""Seconds in which the screen draws a first page before the whole is laid out: a thread would take half of them."""
STEP = 8
"""Cells by which a wide table scrolls sideways."""
_AROUND = Size(2, 3)
"""Cells and lines around the lines of a table on the screen: its border and the footer."""


class PrintedLines(ReadingPane):
    """A table at the width of the pane; the marks of sheets in colour.

    It is laid out in a thread, which takes seconds for a long report; of a long one, the first page comes first.
    """

    def __init__(self, table: PrintedTable, room: Size | None = None) -> None:
        """`room` is the size within the border that the pane will have on the screen; None: not known."""
        super().__init__("printout")
        self.table = table
        self._expected = room or Size(0, 0)
        self._page: Page | None = None
        """The lines in sight: those that are wanted, of their first page alone, or older ones; None: there are none."""
        self._paper = 0
        """Cells of a table wider than the pane; 0: it is as wide as the pane."""
        self._chosen = False
        """Whether the user chose the width. Otherwise a form that the pane is too narrow for is wider."""
        self._left = 0
        """First cell in sight."""
        self._working = self._is_left = False
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

    @property
    def _room(self) -> Size:
        return self.inside or self._expected

    def _wanted(self) -> Layout:
        width = max(self._room.width - 1, 1)
        return Layout(self.table, width, self._paper if self._chosen else None, language(), uses_thai_digits())

    @property
    def lines(self) -> Sequence[str]:
        """The lines as they are laid out."""
        return self._page.lines if self._page else ()

    @property
    def is_due(self) -> bool:
        """Whether the lines have yet to be laid out."""
        if not self._room or self._is_left:
            return False
        return self._page is None or not self._page.is_whole or self._page.layout != self._wanted()

    async def lay_out_first_page(self) -> None:
        """Lay out the first page, before the pane is drawn for the first time."""
        self._page = await work_beside(begin, self._wanted(), self._room.height)
        self._paper = self._page.paper

    def _print(self) -> None:
        if self.is_due and not self._working:
            self._working = True
            self.call_after_refresh(self._begin)  # a thread would take half of the time in which the screen is drawn

    def _begin(self) -> None:
        self.run_worker(self._lay_out(), group="layout")

    async def _lay_out(self) -> None:
        """Lay out until the lines are those that are wanted: the pane or the register may change meanwhile."""
        while self.is_due:
            wanted, height = self._wanted(), self._room.height
            page: Page | None
            if not self.top and (self._page is None or self._page.layout != wanted):
                page = await work_beside(begin, wanted, height)
                if self._wanted() != wanted:
                    continue
            else:
                await asyncio.sleep(SETTLE_S)
                page = await self._whole()
            if page:
                self._take(page)
        self._working = False

    async def _whole(self) -> Page | None:
        """Lay the whole out; None if the screen closes, or gets another size, before that is done."""
        room = self._room
        return await work_beside(finish, self._wanted(), room.height, lambda: self._room == room and not self._is_left)

    def leave(self) -> None:
        """Lay nothing more out: the screen is about to close, and the one below it is to be drawn."""
        self._is_left = True

    def _take(self, page: Page) -> None:
        """Draw other lines."""
        before, self._page = self._page, page
        top = _moved(self.top, before.lines, page.lines) if before and before.is_whole else self._target
        if page.paper != self._paper and not self._chosen:
            self._paper, self._left = page.paper, 0
            self._show_hint()
        self.redraw_all()
        self.content_changed()
        self.go_to_line(top)

    def go_to_line(self, top: int) -> bool:
        """Scroll, on a first page as soon as there are more lines."""
        self._target = top
        return super().go_to_line(top)

    def line_count(self) -> int:
        """Return the number of printed lines."""
        return len(self.lines)

    def draw_line(self, row: int) -> Strip:
        """Draw a printed line."""
        line = self.lines[row] if row < len(self.lines) else ""
        has_marks = self._page is not None and self._page.has_marks
        spans: Iterable[Span] = _marked(line) if has_marks else [(line, "text")]
        if self._paper > self.width:
            spans = _in_sight(spans, self._left, self.width)
        return strip([(text, self.style(style)) for text, style in spans], self.width, self.style("text"))


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


@cache
def _marks() -> re.Pattern[str]:
    """Return the pattern of cells of the heat map and of late items; the report has none."""
    return re.compile(f"([{SHADES}]+ [0-9]+/[0-9]+|! [^│]*)")


def _marked(line: str) -> Iterator[Span]:
    for at, words in enumerate(_marks().split(line)):
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
        self._opened: PrintedLines | None = None
        """The lines, if they were laid out before the screen is shown."""

    async def lay_out_first_page(self, size: Size) -> None:
        """Lay the first page out for a terminal of this size before the screen is shown: it is then drawn once."""
        self._opened = PrintedLines(self._table(), size - _AROUND)
        await self._opened.lay_out_first_page()

    def compose(self) -> ComposeResult:
        """The printed lines, and the footer."""
        lines = self._opened or PrintedLines(self._table())
        lines.table = self._table()
        yield lines
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
        if exporter := self._exporter():
            exporter.export(self.file_name())

    def file_name(self) -> str:
        """Return the beginning of the name of an exported file."""
        return f"{self.PLACE}_{self._table().register.fiscal_year}"

    async def action_print(self) -> None:
        """Print the table on a printer that the user chooses."""
        if exporter := self._exporter():
            await exporter.print()

    def _exporter(self) -> "Exporter | None":
        from itatui.tui.screens.export_actions import Exporter

        publisher, table = register_app(self).environment.publisher, self._table()
        if publisher is None:
            self.app.notify(_("Nothing can be exported or printed here."), markup=False)
            return None
        return Exporter(self, publisher, table.printout, table.register, self.register_path())

    def action_stop(self) -> None:
        """Close the screen."""
        self.query_one(PrintedLines).leave()
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the help."""
        from itatui.tui.dialogs.help import show_help

        show_help(self, self.PLACE)

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Run the command that was clicked."""
        message.stop()
        self.run_worker(self.run_action(message.action), group="foot")
