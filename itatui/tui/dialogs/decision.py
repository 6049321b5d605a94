"""The dialog for a decision of a meeting: text, person in charge, due date. It saves nothing."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from itatui.domain.dates import parse_day
from itatui.domain.fiscal_year import fiscal_year_of, quarter_dates, quarter_of
from itatui.errors import UsageError
from itatui.locale import _
from itatui.locale.dates import day, weekday_and_day
from itatui.thai import numerals
from itatui.tui.dialogs.form import FormDialog, FormField, RefusedError, Shape
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.text_input.text_area import ThaiTextArea

if TYPE_CHECKING:
    from itatui.tui.dialogs.choose import Choice, ChooseDialog


class Decided(NamedTuple):
    """A decision as it was typed."""

    text: str
    who: str
    due: str
    """ISO 8601 date; empty: none."""


NEXT_MEETING_DAYS = 30
"""Days until the next meeting, as it is proposed."""


class DecisionDialog(FormDialog[Decided]):
    """Ask for a decision. Return None on Esc."""

    PREFIX = "decide"

    def __init__(self, ref: str, units: Sequence[str], today: date, kept: KeptText) -> None:
        """The units responsible for the measure are proposed; typing replaces them."""
        self._today = today
        proposed = ", ".join(units)
        due = FormField("due", self._due, shape=Shape.PARAGRAPH, choose=self._choose_day, note=self._note_of_day)
        rows = (
            (FormField("text", lambda: _("Decision"), shape=Shape.PARAGRAPH),),
            (
                FormField(
                    "who",
                    lambda: _("Responsible"),
                    proposed,
                    Shape.PARAGRAPH,
                    selects=lambda text: text == proposed != "",
                ),
            ),
            (due,),
        )
        super().__init__(
            lambda: _("Decision on {ref}").format(ref=ref),
            rows,
            kept,
            lambda: _("Enter: next field, then save   ^S: save   Esc: cancel"),
        )

    def _due(self) -> str:
        words = _("Due, for example {day}, +14 or end of Q3")
        return numerals(words.format(day=day(self._today.isoformat())))

    def _note_of_day(self, text: str) -> str:
        """Return how the date is understood, so far as it is one."""
        words = _("optional   F4: choose a date")
        if text:
            words = _("not yet a date   F4: choose a date")
            with suppress(UsageError):
                if found := parse_day(text, self._today):
                    past = _("{day}, already past") if found < self._today else "{day}"
                    words = past.format(day=weekday_and_day(found))
        return numerals(words)

    def _choose_day(self, field: ThaiTextArea) -> "ChooseDialog":
        """Return a dialog with a few dates for the due date."""
        from itatui.tui.dialogs.choose import ChooseDialog  # lazy: most dates are typed

        return ChooseDialog(lambda: _("Due"), lambda: proposals(self._today), lambda iso: field.fill(day(iso)))

    def typed(self) -> Decided:
        """Return the decision typed so far; an unreadable date is kept in the text."""
        text, who, due = self.texts.values()
        try:
            found = parse_day(due, self._today)
        except UsageError:
            return Decided(f"{text} ({due})", who, "")
        return Decided(text, who, found.isoformat() if found else "")

    def result(self) -> Decided:
        """Return the decision. Raise `RefusedError` if the text is empty or the date unreadable."""
        due = self.text_of("due")
        self.read("due", lambda: parse_day(due, self._today))
        decision = self.typed()
        if not decision.text:
            raise RefusedError("text", lambda: _("Enter the decision first"))
        return decision


def proposals(today: date) -> "list[Choice]":
    """Return dates that decisions are often due on: ends of the month and of quarters, and the next meeting."""
    from itatui.tui.dialogs.choose import Choice, with_numbers

    year, quarter = fiscal_year_of(today), quarter_of(today)
    days = [
        (_("End of this month"), parse_day("end of this month", today)),
        (_("End of quarter {quarter}").format(quarter=quarter), quarter_dates(year, quarter)[1]),
        (
            _("End of quarter {quarter}").format(quarter=quarter % 4 + 1),
            quarter_dates(year + quarter // 4, quarter % 4 + 1)[1],
        ),
        (_("End of the fiscal year"), quarter_dates(year, 4)[1]),
        (
            _("Next meeting, in {days} days").format(days=NEXT_MEETING_DAYS),
            today + timedelta(days=NEXT_MEETING_DAYS),
        ),
    ]
    return with_numbers(
        [Choice(when.isoformat(), title, figure=day(when.isoformat())) for title, when in days if when is not None]
    )
