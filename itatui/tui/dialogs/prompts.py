"""Questions: for a text, and for a confirmation."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button

from itatui.locale import _
from itatui.resources import resource
from itatui.thai import clean, repair_text
from itatui.tui.dialogs.kept_text import CLEAR_BINDING, KeptText
from itatui.tui.keyboard import bound
from itatui.tui.text_input.line_input import LineInput
from itatui.tui.widgets.caption import Caption
from itatui.tui.words import Words, words_of
from itatui.wording.changes import repaired_words


class Answer(LineInput):
    """The field for an answer."""

    def pasted(self, text: str) -> str:
        """Repair a pasted text, report the repairs, and join lines broken within a sentence."""
        from itatui.thai.repair.suggestions import join_lines  # Lazy import: it reads the word list.

        text, count = repair_text(text)
        if count:
            self.notify(repaired_words(count), markup=False)
        return join_lines(text)


class Ask(ModalScreen[str | None]):
    """Ask for a paragraph. Return None on Esc."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding("escape", "leave"),
        Binding(bound("enter", "ctrl+s", "f2"), "take", priority=True),
        CLEAR_BINDING,
    ]

    def __init__(
        self, question: Words, kept: KeptText, verb: Words = "", text: str = "", *, suggested: bool = False
    ) -> None:
        super().__init__()
        self._question = question
        self._kept = kept
        self._verb = verb or (lambda: _("add"))
        self._text = text
        self._suggested = suggested

    def compose(self) -> ComposeResult:
        """The question, a field and a hint."""
        with Vertical(classes="dialog"):
            yield Caption(self._question, classes="question")
            yield self._kept.note
            yield Answer(self._text, widget_id="answer")
            yield Caption(lambda: _("Enter: {does}   Esc: cancel").format(does=words_of(self._verb)), classes="hint")

    def on_mount(self) -> None:
        """Put the cursor at the end; select a suggested text, so that typing replaces it."""
        answer = self.query_one(Answer)
        answer.move_cursor(answer.document.end)
        self._kept.begin(self, {"text": answer})
        if self._suggested:
            answer.select_all()

    def on_text_area_changed(self, event: Answer.Changed) -> None:
        """Keep the text."""
        event.stop()
        self._kept.typed()

    def on_unmount(self) -> None:
        """Keep the text, however the dialog was closed."""
        self._kept.end()

    def typed(self) -> str:
        """Return the text typed so far, without line breaks."""
        fields = self.query(Answer)
        text, _dropped = clean(fields.first().text if fields else "")
        return " ".join(text.splitlines()).strip()

    def action_take(self) -> None:
        """Return the text."""
        self._kept.confirm()
        self.dismiss(self.typed())

    def action_leave(self) -> None:
        """Leave the text for later."""
        self._kept.leave()
        self.dismiss(None)

    def action_clear_kept(self) -> None:
        """Clear the text that was kept."""
        self._kept.clear()


class Confirm(ModalScreen[bool]):
    """Ask for a confirmation. "No" has the focus, so a hasty Enter changes nothing."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding(bound("escape", "n"), "answer(False)"),
        Binding(bound("y"), "answer(True)"),
        Binding("left,up", "app.focus_previous"),
        Binding("right,down", "app.focus_next"),
    ]

    def __init__(self, lines: Sequence[Words], verb: Words) -> None:
        super().__init__()
        self._lines = lines
        self._verb = verb

    def compose(self) -> ComposeResult:
        """The question and the two answers."""
        with Vertical(classes="dialog"):
            for number, line in enumerate(self._lines):
                yield Caption(line, classes="" if number else "question")
            with Horizontal(classes="answers"):
                yield Button(Content(_("No")), id="no")
                yield Button(Content(words_of(self._verb)), id="yes")
            yield Caption(lambda: _("y: yes   n or Esc: no"), classes="hint")

    def on_language_changed(self) -> None:
        """Show the answers in another language."""
        self.query_one("#no", Button).label = Content(_("No"))
        self.query_one("#yes", Button).label = Content(words_of(self._verb))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Return the answer."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_answer(self, sure: bool) -> None:
        """Return the answer."""
        self.dismiss(sure)
