"""The comparison with another register, such as last year's: new, reworded, dropped and kept measures."""

import asyncio
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, NamedTuple

from itatui.domain.comparison import FATE_LABELS, PLAN, Fate, Pair, compare
from itatui.domain.fields import MEASURE_FIELDS
from itatui.domain.register import Register
from itatui.locale import _
from itatui.report.comparison import change_parts, comparison_report, place_words, plan_text, refs
from itatui.report.model import Report
from itatui.thai import numerals, one_line, pad, safe, truncate
from itatui.tui.commands import bindings
from itatui.tui.protocols import register_app
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.session.session import RegisterSession
from itatui.tui.styling.diff_lines import diff_lines, legible
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines

if TYPE_CHECKING:
    from itatui.tui.screens.export_actions import Exporter
    from itatui.tui.widgets.list_view import ListView

SIGNS = {Fate.NEW: "+", Fate.REWORDED: "~", Fate.DROPPED: "-", Fate.KEPT: " "}
"""Sign before a measure by its fate: colour says nothing alone."""
STYLES = {Fate.NEW: "added", Fate.REWORDED: "changed", Fate.DROPPED: "removed", Fate.KEPT: "text"}
REF_CELLS = 9
"""Cells of the number of a measure."""


class Row(NamedTuple):
    """A row of the list: a pair of measures, or the heading of those of a fate."""

    fate: Fate
    pair: Pair | None = None

    def key(self) -> Hashable:
        """Return the identity of the row."""
        pair = self.pair
        return self.fate if pair is None else (pair.old and pair.old.id, pair.new and pair.new.id)


class ComparisonScreen(ListDetailScreen):
    """The measures by their fate, and the differences of the pair under the cursor."""

    BINDINGS = [*bindings("comparing")]
    PLACE = "comparing"

    def __init__(
        self,
        session: RegisterSession,
        old: Register,
        go_to: Callable[[str], None],
        choose_table: Callable[[], None],
        choose_file: Callable[[], None],
    ) -> None:
        """`go_to` takes the id of a measure of the open register."""
        super().__init__()
        self._session = session
        self._old = old
        self._go_to = go_to
        self._choose_table = choose_table
        self._choose_file = choose_file
        self._compared: tuple[Register, Register] | None = None
        """The registers of the rows; None: they are not compared yet."""
        self._rows: list[Row] = []
        self._counts: dict[Fate, int] = {}

    def compare_with(self, old: Register) -> None:
        """Compare with another register."""
        self._old = old
        self.list.show(0, 0, _("reading…"))
        self.reload()

    def title_of_list(self) -> str:
        """Return the years of both registers."""
        words = _("{old} and {new} compared")
        return numerals(words.format(old=self._old.fiscal_year, new=self._session.register.fiscal_year))

    def title_of_detail(self, at: int | None) -> str:
        """Return the fate of the measure."""
        return _(FATE_LABELS[self._rows[at].fate]) if at is not None else ""

    def reload(self) -> None:
        """Compare in the background."""
        if self._compared is None:
            self.list.show(0, 0, _("reading…"))
        self.run_worker(self._load(), group="compare", exclusive=True)

    async def _load(self) -> None:
        old, new = self._old, self._session.register
        pairs = await asyncio.to_thread(compare, old, new)
        self._compared = old, new
        self._counts = {fate: sum(pair.fate is fate for pair in pairs) for fate in Fate}
        self._rows = []
        for fate in Fate:
            self._rows.append(Row(fate))
            self._rows += [Row(fate, pair) for pair in pairs if pair.fate is fate]
        first = next((at for at, row in enumerate(self._rows) if row.pair is not None), 0)
        self.show_rows([row.key() for row in self._rows], "", self.list.at if self._keys else first)

    def row(self, at: int, width: int) -> list[Span]:
        """Return a heading with its number, or sign, number and activity of a measure."""
        fate, pair = self._rows[at]
        if pair is None:
            return [(truncate(numerals(f" {_(FATE_LABELS[fate])}: {self._counts[fate]}"), width), "title")]
        measure = pair.new or pair.old
        words = one_line(measure.activity) if measure else ""
        before, after = refs(pair, *self._registers)
        ref = pad(truncate(numerals(safe(after or before)), REF_CELLS), REF_CELLS)
        return [(f" {SIGNS[fate]} ", STYLES[fate]), (f"{ref} ", "strong"), (safe(words), "text")]

    @property
    def _registers(self) -> tuple[Register, Register]:
        """The earlier and the later register of the rows."""
        assert self._compared is not None
        return self._compared

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return the fields of the plan, those that differ word by word."""
        row = self._rows[at]
        return lambda width: self._lines(row, width)

    def _lines(self, row: Row, width: int) -> list[list[Span]]:
        if row.pair is None:
            return wrap_spans([(_("Activity, units and plan are compared; results differ every year."), "note")], width)
        pair, (old, new) = row.pair, self._registers
        measure = pair.new or pair.old
        lines = wrap_spans([(safe(numerals(place_words(pair, old, new))), "title")], width)
        for name in PLAN:
            lines += [[], *wrap_spans([(_(MEASURE_FIELDS[name].label), "title")], width)]
            if name in pair.changed:
                lines += diff_lines(legible(change_parts(name, pair, new)), width)
            else:
                text = plan_text(new, measure, name) if measure else ""
                lines += wrap_spans([(safe(numerals(text or _("(none yet)"))), "text")], width)
        return lines

    def on_list_view_moved(self, message: "ListView.Moved") -> None:
        """Offer in the footer what works on the row under the cursor."""
        message.stop()
        self.offer()

    # Commands ------------------------------------------------------------------------------------

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        if action in ("export", "print") and register_app(self).environment.publisher is None:
            return _("Nothing can be exported or printed here.")
        if action != "go_there":
            return ""
        pair = self._rows[self.current_row].pair if self.current_row is not None else None
        if pair is None:
            return _("Choose a line below the heading first")
        return "" if pair.new else _("This measure is no longer in the register")

    def action_go_there(self) -> None:
        """Go to the measure under the cursor in the register."""
        if reason := self.refusal("go_there"):
            self.warn(reason)
            return
        pair = self._rows[self.current_row or 0].pair
        if pair is not None and pair.new is not None:
            self.dismiss(None)
            self._go_to(pair.new.id)

    def _report(self) -> Report:
        """Return the comparison as tables. It may take a second."""
        new = self._session.register
        return comparison_report(self._old, new, compare(self._old, new))

    def action_export(self) -> None:
        """Write the comparison as a file, in a format that the user chooses."""
        if exporter := self._exporter():
            exporter.export(f"comparison_{self._old.fiscal_year}_{self._session.register.fiscal_year}")

    async def action_print(self) -> None:
        """Print the comparison on a printer that the user chooses."""
        if exporter := self._exporter():
            await exporter.print()

    def _exporter(self) -> "Exporter | None":
        from itatui.tui.screens.export_actions import Exporter

        publisher, session = register_app(self).environment.publisher, self._session
        if publisher is None:
            return None
        return Exporter(self, publisher, self._report, session.register, session.store.path)

    def action_choose_file(self) -> None:
        """Compare with another register."""
        self._choose_file()

    def action_choose_table(self) -> None:
        """Choose a table of the year."""
        self._choose_table()
