"""The form for a new register: agency, short name and fiscal year, asked at once. It saves nothing."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from itatui.domain.fiscal_year import typed_year
from itatui.domain.protocols import NewRegister
from itatui.errors import UsageError
from itatui.locale import _
from itatui.resources import resource
from itatui.thai import clean, one_line
from itatui.tui.dialogs.kept_text import CLEAR_BINDING, KeptText
from itatui.tui.dialogs.prompts import Answer
from itatui.tui.keyboard import bound
from itatui.tui.widgets.caption import Caption
from itatui.tui.words import Words

FIELDS = ("agency", "short", "year")


class NewRegisterDialog(ModalScreen[NewRegister | None]):
    """Ask for what a new register needs. Return None on Esc."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding("escape", "leave"),
        Binding("tab,down", "step(1)", priority=True),
        Binding("shift+tab,up", "step(-1)", priority=True),
        Binding("enter", "on", priority=True),
        Binding(bound("ctrl+s", "f2"), "take", priority=True),
        CLEAR_BINDING,
    ]

    def __init__(self, question: Words, about: Words, proposed: NewRegister, kept: KeptText) -> None:
        """`about` says what the register will contain; `proposed` has the values to begin with."""
        super().__init__()
        self._question = question
        self._about = about
        self._proposed = proposed
        self._kept = kept

    def compose(self) -> ComposeResult:
        """The question, the fields with their names in the border, a refusal, and the keys."""
        agency, short, year = self._proposed
        with Vertical(classes="dialog form"):
            yield Caption(self._question, classes="question")
            yield Caption(self._about)
            yield self._kept.note
            for name, text in zip(FIELDS, (agency, short, str(year)), strict=True):
                yield Answer(text, widget_id=f"new_{name}", wraps=False)
            yield Caption("", widget_id="new_wrong", classes="wrong")
            yield Caption(lambda: _("Enter: next, then create   ^S: create   Esc: cancel"), classes="hint")

    def on_language_changed(self) -> None:
        """Name the fields, in the current language."""
        titles = (_("Name of your agency"), _("Short name (optional)"), _("Fiscal year (Buddhist Era)"))
        for name, title in zip(FIELDS, titles, strict=True):
            self._field(name).border_title = title

    def _field(self, name: str) -> Answer:
        return self.query_one(f"#new_{name}", Answer)

    def on_mount(self) -> None:
        """Begin in the first field, with the texts of an earlier time."""
        self.on_language_changed()
        self._kept.begin(self, {name: self._field(name) for name in FIELDS})
        self._go_to(FIELDS[0])

    def on_text_area_changed(self, event: Answer.Changed) -> None:
        """Keep the texts."""
        event.stop()
        self._kept.typed()

    def on_unmount(self) -> None:
        """Keep the texts, however the dialog was closed."""
        self._kept.end()

    def _text_of(self, name: str) -> str:
        text, _dropped = clean(self._field(name).text)
        return one_line(text).strip()

    def _go_to(self, name: str) -> None:
        """Focus a field; its text is selected, so that typing replaces it."""
        self._field(name).focus()
        self._field(name).select_all()

    def action_step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) field."""
        here = next((number for number, name in enumerate(FIELDS) if self._field(name).has_focus), 0)
        self._go_to(FIELDS[(here + by) % len(FIELDS)])

    def action_on(self) -> None:
        """Go to the next field; on the last field, accept."""
        if self._field(FIELDS[-1]).has_focus:
            self.action_take()
        else:
            self.action_step(1)

    def action_take(self) -> None:
        """Return the answers, unless the name is missing or the year is none."""
        agency, short, year = (self._text_of(name) for name in FIELDS)
        if not agency:
            self._refuse(lambda: _("Enter the name of your agency first"), "agency")
            return
        try:
            wanted = NewRegister(agency, short, typed_year(year))
        except UsageError:
            self._refuse(lambda: _fault_of_year(year), "year")
            return
        self._kept.confirm()
        self.dismiss(wanted)

    def _refuse(self, words: Words, name: str) -> None:
        self.query_one("#new_wrong", Caption).say(words)
        self._go_to(name)

    def action_leave(self) -> None:
        """Leave the texts for later."""
        self._kept.leave()
        self.dismiss(None)

    def action_clear_kept(self) -> None:
        """Clear the texts that were kept."""
        self._kept.clear()


def _fault_of_year(text: str) -> str:
    """Return why a text is no fiscal year, in the current language."""
    try:
        typed_year(text)
    except UsageError as error:
        return str(error)
    return ""
