"""The question for a decision: what, who is to do it, and by when. It answers, and saves nothing."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from itatui.domain.dates import parse_day
from itatui.errors import UsageError
from itatui.locale import _
from itatui.locale.dates import day
from itatui.resources import resource
from itatui.thai import clean, safe
from itatui.tui.dialogs.prompts import Answer
from itatui.tui.keyboard import bound


class Decided(NamedTuple):
    """The answer."""

    text: str
    who: str
    due: str
    """ISO 8601; empty: no day was set."""


FIELDS = ("text", "who", "due")


class DecisionDialog(ModalScreen[Decided | None]):
    """Asks for a decision; None when the person thought better of it."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding("escape", "dismiss(None)"),
        Binding("tab", "step(1)", priority=True),
        Binding("shift+tab", "step(-1)", priority=True),
        Binding("enter", "on", priority=True),
        Binding(bound("ctrl+s", "f2"), "take", priority=True),
    ]

    def __init__(self, ref: str, units: Sequence[str], today: date) -> None:
        super().__init__()
        self._ref = ref
        self._units = units
        self._today = today

    def compose(self) -> ComposeResult:
        """The question and three fields."""
        titles = (_("What is decided"), _("Who is to do it"), self._due_title())
        with Vertical(classes="dialog"):
            yield Static(Content(safe(_("Decision on {ref}").format(ref=self._ref))), classes="question")
            for name, title in zip(FIELDS, titles, strict=True):
                yield Static(Content(title), classes="field")
                yield Answer(widget_id=f"decide_{name}")
            yield Static(Content(_("Enter: next field, then note it   ^S: note it   Esc: do not")), classes="hint")
            yield Static("", id="decide_wrong", classes="wrong")

    def _due_title(self) -> str:
        return _("By when, as {day}; empty: no day").format(day=day(self._today.isoformat()))

    def on_mount(self) -> None:
        """Whoever is responsible for the measure is who does it, unless somebody else is named."""
        self.query_one("#decide_who", Answer).text = ", ".join(self._units)

    def _answered(self, name: str) -> str:
        fields = self.query(f"#decide_{name}")
        text, _dropped = clean(fields.first(Answer).text if fields else "")
        return " ".join(text.splitlines()).strip()

    def typed(self) -> Decided:
        """What is typed by now; without the day where that can not be read, since nobody is there to mend it."""
        text, who = self._answered("text"), self._answered("who")
        try:
            due = parse_day(self._answered("due"))
        except UsageError:
            return Decided(f"{text} ({self._answered('due')})", who, "")
        return Decided(text, who, due.isoformat() if due else "")

    def action_step(self, by: int) -> None:
        """Goes to the next field (1), or the one before (-1)."""
        here = self.focused.id if self.focused else ""
        places = [place for place, name in enumerate(FIELDS) if here == f"decide_{name}"]
        place = (places[0] if places else 0) + by
        self.query_one(f"#decide_{FIELDS[place % len(FIELDS)]}").focus()

    def action_on(self) -> None:
        """Goes on to the next field, and answers from the last one."""
        if self.focused is not None and self.focused.id == f"decide_{FIELDS[-1]}":
            self.action_take()
        else:
            self.action_step(1)

    def action_take(self) -> None:
        """Answers with what was typed; a day that is none is said to be none."""
        try:
            parse_day(self._answered("due"))
        except UsageError as error:
            self.query_one("#decide_wrong", Static).update(Content(safe(str(error))))
            self.query_one("#decide_due").focus()
            return
        told = self.typed()
        if told.text:
            self.dismiss(told)
        else:
            self.query_one("#decide_wrong", Static).update(Content(_("say first what is decided")))
            self.query_one("#decide_text").focus()
