"""The dialog for a decision of a meeting: text, person in charge, due date. It saves nothing."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from itatui.domain.dates import parse_day
from itatui.domain.fiscal_year import fiscal_year_of, quarter_dates, quarter_of
from itatui.errors import UsageError
from itatui.locale import _
from itatui.locale.dates import day, weekday_and_day
from itatui.resources import resource
from itatui.thai import clean, numerals, one_line
from itatui.tui.dialogs.kept_text import CLEAR_BINDING, KeptText
from itatui.tui.dialogs.prompts import Answer
from itatui.tui.keyboard import bound
from itatui.tui.widgets.caption import Caption

if TYPE_CHECKING:
    from itatui.tui.dialogs.choose import Choice


class Decided(NamedTuple):
    """A decision as it was typed."""

    text: str
    who: str
    due: str
    """ISO 8601 date; empty: none."""


FIELDS = ("text", "who", "due")
NEXT_MEETING_DAYS = 30
"""Days until the next meeting, as it is proposed."""


class DecisionDialog(ModalScreen[Decided | None]):
    """Ask for a decision. Return None on Esc."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding("escape", "leave"),
        Binding("tab", "step(1)", priority=True),
        Binding("shift+tab", "step(-1)", priority=True),
        Binding("enter", "on", priority=True),
        Binding(bound("ctrl+s", "f2"), "take", priority=True),
        Binding("f4", "choose_day", show=False, priority=True),
        CLEAR_BINDING,
    ]

    def __init__(self, ref: str, units: Sequence[str], today: date, kept: KeptText) -> None:
        super().__init__()
        self._kept = kept
        self._ref = ref
        self._units = units
        self._today = today

    def compose(self) -> ComposeResult:
        """The question, three fields with their names in the border, a refusal, and the keys."""
        with Vertical(classes="dialog form"):
            yield Caption(lambda: _("Decision on {ref}").format(ref=self._ref), classes="question")
            yield self._kept.note
            for name in FIELDS:
                yield Answer(widget_id=f"decide_{name}")
            yield Caption("", widget_id="decide_wrong", classes="wrong")
            yield Caption(lambda: _("Enter: next field, then save   ^S: save   Esc: cancel"), classes="hint")

    def on_language_changed(self) -> None:
        """Name the fields, in the current language."""
        due = _("Due, for example {day}, +14 or end of Q3").format(day=day(self._today.isoformat()))
        for name, title in zip(FIELDS, (_("Decision"), _("Responsible"), due), strict=True):
            self._field(name).border_title = numerals(title)
        self._echo()

    def _field(self, name: str) -> Answer:
        return self.query_one(f"#decide_{name}", Answer)

    def on_mount(self) -> None:
        """Suggest the units responsible for the measure."""
        self.on_language_changed()
        self._field("who").text = ", ".join(self._units)
        self._kept.begin(self, {name: self._field(name) for name in FIELDS})

    def on_text_area_changed(self, event: Answer.Changed) -> None:
        """Keep the texts, and show how the date is understood."""
        event.stop()
        self._kept.typed()
        self._echo()

    def _echo(self) -> None:
        """Show under the field how its date is understood, so far as it is one."""
        words = _("optional   F4: choose a date")
        if text := self._text_of("due"):
            words = _("not yet a date   F4: choose a date")
            with suppress(UsageError):
                if found := parse_day(text, self._today):
                    past = _("{day}, already past") if found < self._today else "{day}"
                    words = past.format(day=weekday_and_day(found))
        field = self._field("due")
        field.border_subtitle = numerals(words)
        field.refresh(layout=True)  # otherwise only lines of text that differ are drawn

    def action_choose_day(self) -> None:
        """Offer a few dates for the due date."""
        from itatui.tui.dialogs.choose import ChooseDialog  # lazy: most dates are typed

        def choose(iso: str) -> None:
            field = self._field("due")
            field.replace(day(iso), field.document.start, field.document.end)
            field.move_cursor(field.document.end)
            field.focus()

        self.app.push_screen(ChooseDialog(lambda: _("Due"), lambda: proposals(self._today), choose))

    def on_unmount(self) -> None:
        """Keep the texts, however the dialog was closed."""
        self._kept.end()

    def _text_of(self, name: str) -> str:
        fields = self.query(f"#decide_{name}")
        text, _dropped = clean(fields.first(Answer).text if fields else "")
        return one_line(text).strip()

    def typed(self) -> Decided:
        """Return the decision typed so far; an unreadable date is kept in the text."""
        text, who = self._text_of("text"), self._text_of("who")
        try:
            due = parse_day(self._text_of("due"), self._today)
        except UsageError:
            return Decided(f"{text} ({self._text_of('due')})", who, "")
        return Decided(text, who, due.isoformat() if due else "")

    def action_step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) field. The suggested units are selected: typing replaces them."""
        here = self.focused.id if self.focused else ""
        numbers = [number for number, name in enumerate(FIELDS) if here == f"decide_{name}"]
        number = (numbers[0] if numbers else 0) + by
        field = self._field(FIELDS[number % len(FIELDS)])
        field.focus()
        if field.text and field.text == ", ".join(self._units):
            field.select_all()

    def action_on(self) -> None:
        """Go to the next field; on the last field, accept."""
        if self.focused is not None and self.focused.id == f"decide_{FIELDS[-1]}":
            self.action_take()
        else:
            self.action_step(1)

    def action_take(self) -> None:
        """Return the decision, unless the text is empty or the date unreadable."""
        due = self._text_of("due")
        try:
            parse_day(due, self._today)
        except UsageError:
            self.query_one("#decide_wrong", Caption).say(lambda: _fault_of_day(due, self._today))
            self._field("due").focus()
            return
        decision = self.typed()
        if decision.text:
            self._kept.confirm()
            self.dismiss(decision)
        else:
            self.query_one("#decide_wrong", Caption).say(lambda: _("Enter the decision first"))
            self._field("text").focus()

    def action_leave(self) -> None:
        """Leave the texts for later."""
        self._kept.leave()
        self.dismiss(None)

    def action_clear_kept(self) -> None:
        """Clear the texts that were kept."""
        self._kept.clear()


def _fault_of_day(text: str, today: date) -> str:
    """Return why a text cannot be read as a day, in the current language."""
    try:
        parse_day(text, today)
    except UsageError as error:
        return str(error)
    return ""


def proposals(today: date) -> "list[Choice]":
    """Return dates that decisions are often due on: ends of the month and of quarters, and the next meeting."""
    from itatui.tui.dialogs.choose import Choice

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
    return [
        Choice(when.isoformat(), title, str(number), day(when.isoformat()))
        for number, (title, when) in enumerate(days, 1)
        if when is not None
    ]
