"""Several measures at once: which are marked, and what is done to all of them, as one change that is undone at once."""

from textual.reactive import var

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.field_text import parse_value
from itatui.domain.fields import MEASURE_FIELDS, value_of
from itatui.domain.measure import Measure
from itatui.locale import _
from itatui.tui.screens.main.filter_actions import Narrowing
from itatui.tui.widgets.measure_detail import MeasureDetail


class Marked(Narrowing):
    """The commands of the main screen that go through the list, and those on all that is marked in it."""

    marked: var[frozenset[str]] = var(frozenset[str]())
    """The ids of the measures that are marked."""

    def watch_register(self) -> None:
        """Forgets the marks of what is gone."""
        super().watch_register()
        if self.marked and self.register is not None:
            self.marked = frozenset(name for name in self.marked if self.register.measure(name) is not None)

    def action_mark(self) -> None:
        """Marks the measure under the cursor, or takes its mark away, and goes on to the next."""
        measure = self.current_measure()
        if measure is not None:
            self.marked = self.marked ^ {measure.id}
            self._go_on(1)

    def action_mark_all(self) -> None:
        """Marks every measure in the list, or none when all are marked."""
        shown = frozenset(measure.id for measure in self.shown)
        self.marked = self.marked - shown if shown <= self.marked else self.marked | shown

    def unmark(self) -> bool:
        """Takes all the marks away; False when there are none."""
        there_were = bool(self.marked)
        self.marked = frozenset()
        return there_were

    def _all_marked(self) -> list[Measure]:
        """Those that are marked and still there; without a mark the one under the cursor."""
        register, current = self.register, self.current_measure()
        if register is None:
            return []
        marked = [measure for measure in register.measures if measure.id in self.marked]
        return marked or ([current] if current else [])

    def tick_marked(self, field: str) -> None:
        """Ticks a quarter of all that are marked; unticks it when it is ticked in all of them."""
        measures = self._all_marked()
        ticked = not all(value_of(measure, field) for measure in measures)
        self._change_all([set_field(measure, field, ticked) for measure in measures])

    def action_assign(self) -> None:
        """Asks who is responsible for all that are marked, or for the measure under the cursor."""
        from itatui.tui.dialogs.prompts import Ask

        measures = self._all_marked()
        if not measures:
            return
        question = _("Responsible for {count} measures: units, with commas between").format(count=len(measures))

        def assign(text: str | None) -> None:
            if text is None or self.register is None:
                return
            field = MEASURE_FIELDS["responsible"]
            there = [measure for measure in map(self.register.measure, [m.id for m in measures]) if measure]
            units = [parse_value(self.register, measure, field, text) for measure in there]
            self._change_all([set_field(m, "responsible", after) for m, after in zip(there, units, strict=True)])

        self.app.push_screen(Ask(question, does=_("assign")), assign)

    def _change_all(self, edits: list[Edit]) -> None:
        changed = [edit for edit in edits if edit.before != edit.after]
        self.make(*changed)
        if len(changed) > 1:
            self.tell(_("{count} measures changed; ^Z takes all of it back").format(count=len(changed)))

    def _go_on(self, by: int) -> bool:
        """Goes on in the list; False at its end."""
        ids = [measure.id for measure in self.shown]
        place = ids.index(self.current) + by if self.current in ids else 0
        if not 0 <= place < len(ids):
            return False
        self.current = ids[place]
        return True

    def action_save_and_next(self) -> None:
        """Saves what is written, and goes on writing in the same field of the next measure in the list."""
        editor = self.editor
        if editor is None or not self.close_editor(""):  # the keys stay in a field
            return
        if not self._go_on(1):
            self.tell(_("that was the last measure in the list"))
            self.go_to_pane("detail")
            return
        self._rested()
        detail = self.query_one(MeasureDetail)
        spot = detail.find(editor.kind, editor.field) or detail.find("measure", "result")
        if spot is not None:
            detail.go_to(*spot[:2])
            self.open_editor(spot)
