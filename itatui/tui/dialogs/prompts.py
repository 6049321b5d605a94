"""The questions that the screen asks: for a text, and whether the person is sure."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from itatui.locale import _
from itatui.resources import resource
from itatui.thai import clean, repair_marks, safe
from itatui.tui.keyboard import bound
from itatui.tui.text_input.line_input import LineInput
from itatui.wording.changes import mended_words


class Answer(LineInput):
    """The field for an answer."""

    def pasted(self, text: str) -> str:
        """Repair a pasted text, report the repairs, and join lines broken within a sentence."""
        from itatui.thai.repair.suggestions import join_lines  # Lazy import: it reads the word list.

        text, count = repair_marks(text)
        if count:
            self.notify(mended_words(count), markup=False)
        return join_lines(text)


class Ask(ModalScreen[str | None]):
    """Asks for a text of one paragraph; None when the person thought better of it."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [Binding("escape", "dismiss(None)"), Binding(bound("enter", "ctrl+s", "f2"), "take", priority=True)]

    def __init__(self, question: str, does: str = "", text: str = "", *, offered: bool = False) -> None:
        super().__init__()
        self._question = question
        self._does = does or _("add")
        self._text = text
        self._offered = offered

    def compose(self) -> ComposeResult:
        """The question and a field."""
        with Vertical(classes="dialog"):
            yield Static(Content(safe(self._question)), classes="question")
            yield Answer(self._text, widget_id="answer")
            yield Static(Content(_("Enter: {does}   Esc: do not").format(does=self._does)), classes="hint")

    def on_mount(self) -> None:
        """Begins at the end of what is there; of what is only offered, the first letter typed takes the place."""
        answer = self.query_one(Answer)
        answer.move_cursor(answer.document.end)
        if self._offered:
            answer.select_all()

    def typed(self) -> str:
        """What is typed by now, as it would be answered."""
        fields = self.query(Answer)
        text, _dropped = clean(fields.first().text if fields else "")
        return " ".join(text.splitlines()).strip()

    def action_take(self) -> None:
        """Answers with what was typed."""
        self.dismiss(self.typed())


class Confirm(ModalScreen[bool]):
    """Asks whether the person is sure. Not doing it is what a hasty Enter does."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding(bound("escape", "n"), "answer(False)"),
        Binding(bound("y"), "answer(True)"),
        Binding("left,up", "app.focus_previous"),
        Binding("right,down", "app.focus_next"),
    ]

    def __init__(self, lines: Sequence[str], does: str) -> None:
        super().__init__()
        self._lines = lines
        self._does = does

    def compose(self) -> ComposeResult:
        """The question and the two answers."""
        with Vertical(classes="dialog"):
            for number, line in enumerate(self._lines):
                yield Static(Content(safe(line)), classes="" if number else "question")
            with Horizontal(classes="answers"):
                yield Button(Content(_("No")), id="no")
                yield Button(Content(self._does), id="yes")
            yield Static(Content(_("y: yes   n or Esc: no")), classes="hint")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answers."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_answer(self, sure: bool) -> None:
        """Answers."""
        self.dismiss(sure)
