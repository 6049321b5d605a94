"""The form of a new measure: activity, units and plan, saved with one key. It saves nothing itself."""

from collections.abc import Callable
from typing import NamedTuple

from textual.binding import Binding

from itatui.domain.activities import activities
from itatui.domain.field_text import parse_units
from itatui.domain.measure import Measure
from itatui.domain.quarters import Quarters, phrase
from itatui.locale import _
from itatui.thai import clean
from itatui.tui.dialogs.form import FormDialog, FormField, RefusedError, Shape
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.prompts import Answer, confirm_lines
from itatui.tui.dialogs.unit_choices import Measures, choose_units
from itatui.tui.keyboard import bound
from itatui.tui.text_input.text_area import ThaiTextArea
from itatui.tui.widgets.caption import Caption
from itatui.tui.widgets.quarter_boxes import QuarterBoxes
from itatui.tui.words import Words


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


class MeasureForm(FormDialog[None]):
    """Ask for new measures until Enter or Esc; a draft keeps what was typed."""

    BINDINGS = [
        Binding("enter", "take(False)", priority=True),
        Binding(bound("ctrl+s", "f2"), "take(False)", priority=True),
        Binding(bound("ctrl+n"), "take(True)", priority=True),
    ]
    PREFIX = "new"

    def __init__(self, measures: NewMeasures, kept: KeptText) -> None:
        self._measures = measures
        self._count = 1
        """Measures that the title speaks of."""
        proposal = measures.proposal()
        units = FormField(
            "units",
            lambda: _("Responsible: units, separated by commas"),
            ", ".join(proposal.responsible),
            Shape.PARAGRAPH,
            selects=bool,
            choose=lambda field: choose_units(field, measures.known),
            no_choice=lambda: _("No unit is known yet: type the first one"),
        )
        plan = FormField("plan", lambda: _("Planned quarters: 1–4 or Space"), phrase(proposal.planned), Shape.QUARTERS)
        rows = (
            (FormField("text", lambda: _("Activity"), shape=Shape.PARAGRAPH, takes_several=True),),
            (units,),
            (plan,),
        )
        super().__init__(
            self._title,
            rows,
            kept,
            lambda: _("Enter: save   ^N: save, then the next   Tab: next field   F4: units   Esc: cancel"),
        )

    def _title(self) -> str:
        return self._measures.title(self._count)

    @property
    def _plan(self) -> QuarterBoxes:
        return self.query_one(QuarterBoxes)

    def on_text_area_changed(self, event: ThaiTextArea.Changed) -> None:
        """Name the measures in the title."""
        event.stop()
        self._count_measures()

    def _count_measures(self) -> None:
        count = max(len(self._activities()), 1)
        if count != self._count:
            self._count = count
            self.query_one("#new_title", Caption).say(self._title)

    # The values ----------------------------------------------------------------------------------

    def typed(self) -> MeasureEntry:
        """Return the measures as they are filled in so far."""
        if not self.query(QuarterBoxes):  # not composed yet, or closed
            return MeasureEntry((), (), frozenset())
        return MeasureEntry(self._activities(), parse_units(self.text_of("units")), self._plan.ticked)

    def _activities(self) -> tuple[str, ...]:
        text, _dropped = clean(self.area("text").text)
        return activities(text) if "\n" in text else (text.strip(),) if text.strip() else ()

    # Keys ----------------------------------------------------------------------------------------

    def action_take(self, goes_on: bool = False) -> None:
        """Save the measures, unless there is no activity; then close, or go on with the next."""
        entry = self.typed()
        if not entry.activities:
            self.refuse(RefusedError("text", lambda: _("Enter the activity first")))
            return
        self._kept.confirm()
        refs = self._measures.save(entry, goes_on)
        if goes_on:
            self._begin_next(lambda: _("Saved: {measures}").format(measures=refs))
        else:
            self.dismiss(None)

    def _begin_next(self, saved: Words) -> None:
        proposal = self._measures.proposal()
        self.area("text").load_text("")
        self.area("units").load_text(", ".join(proposal.responsible))
        self._plan.tick_only(proposal.planned)
        self._kept.begin_again()
        self.area("text").focus()
        self._count = 1
        self.query_one("#new_title", Caption).say(self._title)
        self.say(saved)

    def on_answer_lines(self, message: Answer.Lines) -> None:
        """Ask whether each line is a measure; they stay in the field, for units and plan to be filled in."""
        message.stop()
        field = self.query_one("#new_text", Answer)

        def take(lines: tuple[str, ...]) -> None:
            field.fill("\n".join(lines))

        confirm_lines(self, field, message, take)
