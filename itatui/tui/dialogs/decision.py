"""The dialog for a decision of a meeting: text, person in charge, due date. It saves nothing."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from itatui.domain.dates import parse_day
from itatui.errors import UsageError
from itatui.locale import _
from itatui.locale.dates import day
from itatui.resources import resource
from itatui.thai import clean, one_line
from itatui.tui.dialogs.kept_text import CLEAR_BINDING, KeptText
from itatui.tui.dialogs.prompts import Answer
from itatui.tui.keyboard import bound
from itatui.tui.widgets.caption import Caption


class Decided(NamedTuple):
    """A decision as it was typed."""

    text: str
    who: str
    due: str
    """ISO 8601 date; empty: none."""


FIELDS = ("text", "who", "due")


class DecisionDialog(ModalScreen[Decided | None]):
    """Ask for a decision. Return None on Esc."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding("escape", "leave"),
        Binding("tab", "step(1)", priority=True),
        Binding("shift+tab", "step(-1)", priority=True),
        Binding("enter", "on", priority=True),
        Binding(bound("ctrl+s", "f2"), "take", priority=True),
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
        due = _("Due, for example {day} (optional)").format(day=day(self._today.isoformat()))
        for name, title in zip(FIELDS, (_("Decision"), _("Responsible"), due), strict=True):
            self._field(name).border_title = title

    def _field(self, name: str) -> Answer:
        return self.query_one(f"#decide_{name}", Answer)

    def on_mount(self) -> None:
        """Suggest the units responsible for the measure."""
        self.on_language_changed()
        self._field("who").text = ", ".join(self._units)
        self._kept.begin(self, {name: self._field(name) for name in FIELDS})

    def on_text_area_changed(self, event: Answer.Changed) -> None:
        """Keep the texts."""
        event.stop()
        self._kept.typed()

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
            due = parse_day(self._text_of("due"))
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
            parse_day(due)
        except UsageError:
            self.query_one("#decide_wrong", Caption).say(lambda: _fault_of_day(due))
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


def _fault_of_day(text: str) -> str:
    """Return why a text cannot be read as a day, in the current language."""
    try:
        parse_day(text)
    except UsageError as error:
        return str(error)
    return ""
