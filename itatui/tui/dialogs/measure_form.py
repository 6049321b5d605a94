"""The form of a new measure: activity, units and plan, saved with one key. It saves nothing itself."""

from collections.abc import Callable
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from itatui.domain.activities import activities
from itatui.domain.field_text import parse_units
from itatui.domain.measure import Measure
from itatui.domain.quarters import Quarters
from itatui.locale import _
from itatui.resources import resource
from itatui.thai import clean
from itatui.tui.dialogs.kept_text import CLEAR_BINDING, KeptText
from itatui.tui.dialogs.prompts import Answer, confirm_lines
from itatui.tui.dialogs.unit_choices import Measures, choose_units
from itatui.tui.keyboard import bound
from itatui.tui.widgets.caption import Caption
from itatui.tui.widgets.quarter_boxes import QuarterBoxes
from itatui.tui.words import Words

FIELDS = ("text", "units", "plan")
"""The fields in the order of Tab, as a draft names them."""


class MeasureEntry(NamedTuple):
    """The form as it was filled in."""

    activities: tuple[str, ...]
    """One for each measure."""
    units: tuple[str, ...]
    planned: Quarters


class NewMeasures(NamedTuple):
    """What the form asks of its caller."""

    title: Callable[[int], str]
    """Returns the question for so many measures."""
    proposal: Callable[[], Measure]
    """Returns the next measure, with the units and the plan that are likely."""
    known: Measures
    """Returns the measures whose units are offered."""
    save: Callable[[MeasureEntry, bool], str]
    """Saves the measures and returns their names; True: the form stays open for the next."""


class MeasureForm(ModalScreen[None]):
    """Ask for new measures until Enter or Esc; a draft keeps what was typed."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding("escape", "leave"),
        Binding("tab", "step(1)", priority=True),
        Binding("shift+tab", "step(-1)", priority=True),
        Binding(bound("enter", "ctrl+s", "f2"), "take(False)", priority=True),
        Binding(bound("ctrl+n"), "take(True)", priority=True),
        Binding("f4", "choose", priority=True),
        CLEAR_BINDING,
    ]

    def __init__(self, measures: NewMeasures, kept: KeptText) -> None:
        super().__init__()
        self._measures = measures
        self._kept = kept
        self._count = 1
        """Measures that the title speaks of."""

    def compose(self) -> ComposeResult:
        """The question, the fields with their names in the border, a line about the last attempt, and the keys."""
        proposal = self._measures.proposal()
        with Vertical(classes="dialog form"):
            yield Caption(self._title, widget_id="new_title", classes="question")
            yield self._kept.note
            activity = Answer(widget_id="new_text")
            activity.takes_several = True
            yield activity
            yield Answer(", ".join(proposal.responsible), widget_id="new_units")
            yield QuarterBoxes(proposal.planned, widget_id="new_plan")
            yield Caption("", widget_id="new_wrong", classes="wrong")
            yield Caption(
                lambda: _("Enter: save   ^N: save, then the next   Tab: next field   F4: units   Esc: cancel"),
                classes="hint",
            )

    def _title(self) -> str:
        return self._measures.title(self._count)

    def _answer(self, name: str) -> Answer:
        return self.query_one(f"#new_{name}", Answer)

    @property
    def _plan(self) -> QuarterBoxes:
        return self.query_one(QuarterBoxes)

    def on_language_changed(self) -> None:
        """Name the fields in the current language."""
        titles = (_("Activity"), _("Responsible: units, separated by commas"), _("Planned quarters: 1–4 or Space"))
        for name, title in zip(FIELDS, titles, strict=True):
            self.query_one(f"#new_{name}").border_title = title

    def on_mount(self) -> None:
        """Begin in the activity, with the texts of an earlier time."""
        self.on_language_changed()
        self._kept.begin(self, {"text": self._answer("text"), "units": self._answer("units"), "plan": self._plan})
        self._count_measures()

    def on_text_area_changed(self, event: Answer.Changed) -> None:
        """Keep the texts; name the measures in the title."""
        event.stop()
        self._kept.typed()
        self._count_measures()

    def on_quarter_boxes_changed(self, event: QuarterBoxes.Changed) -> None:
        """Keep the plan."""
        event.stop()
        self._kept.typed()

    def _count_measures(self) -> None:
        count = max(len(self._activities()), 1)
        if count != self._count:
            self._count = count
            self.query_one("#new_title", Caption).say(self._title)

    def on_unmount(self) -> None:
        """Keep the texts, however the dialog was closed."""
        self._kept.end()

    # The values ----------------------------------------------------------------------------------

    def typed(self) -> MeasureEntry:
        """Return the measures as they are filled in so far."""
        if not self.query(QuarterBoxes):  # not composed yet, or closed
            return MeasureEntry((), (), frozenset())
        units, _dropped = clean(self._answer("units").text)
        return MeasureEntry(self._activities(), parse_units(units), self._plan.ticked)

    def _activities(self) -> tuple[str, ...]:
        text, _dropped = clean(self._answer("text").text)
        return activities(text) if "\n" in text else (text.strip(),) if text.strip() else ()

    # Keys ----------------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) field. Proposed units are selected: typing replaces them."""
        here = next((number for number, name in enumerate(FIELDS) if self.query_one(f"#new_{name}").has_focus), 0)
        name = FIELDS[(here + by) % len(FIELDS)]
        self.query_one(f"#new_{name}").focus()
        units = self._answer("units")
        if name == "units":
            units.select_all()
        else:
            units.move_cursor(units.document.end)

    def action_take(self, goes_on: bool) -> None:
        """Save the measures, unless there is no activity; then close, or go on with the next."""
        entry = self.typed()
        if not entry.activities:
            self._say(lambda: _("Enter the activity first"))
            self._answer("text").focus()
            return
        self._kept.confirm()
        refs = self._measures.save(entry, goes_on)
        if goes_on:
            self._begin_next(lambda: _("Saved: {measures}").format(measures=refs))
        else:
            self.dismiss(None)

    def _begin_next(self, saved: Words) -> None:
        proposal = self._measures.proposal()
        self._answer("text").load_text("")
        self._answer("units").load_text(", ".join(proposal.responsible))
        self._plan.tick_only(proposal.planned)
        self._kept.begin_again()
        self._answer("text").focus()
        self._count = 1
        self.query_one("#new_title", Caption).say(self._title)
        self._say(saved)

    def _say(self, words: Words) -> None:
        self.query_one("#new_wrong", Caption).say(words)

    def action_choose(self) -> None:
        """Choose units from those that the register knows."""
        field = self._answer("units")
        field.focus()
        field.move_cursor(field.document.end)
        dialog = choose_units(field, self._measures.known)
        if dialog is None:
            self._say(lambda: _("No unit is known yet: type the first one"))
        else:
            self.app.push_screen(dialog)

    def action_leave(self) -> None:
        """Leave the texts for later."""
        self._kept.leave()
        self.dismiss(None)

    def action_clear_kept(self) -> None:
        """Clear the texts that were kept."""
        self._kept.clear()

    def on_answer_lines(self, message: Answer.Lines) -> None:
        """Ask whether each line is a measure; they stay in the field, for units and plan to be filled in."""
        message.stop()
        field = self._answer("text")

        def take(lines: tuple[str, ...]) -> None:
            field.fill("\n".join(lines))

        confirm_lines(self, field, message, take)
