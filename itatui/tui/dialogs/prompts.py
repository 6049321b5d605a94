"""Questions: for a text, and for a confirmation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Button

from itatui.domain.activities import activities
from itatui.locale import _
from itatui.resources import resource
from itatui.thai import clean, one_line, repair_text, truncate
from itatui.tui.dialogs.kept_text import CLEAR_BINDING, KeptText
from itatui.tui.keyboard import bound
from itatui.tui.protocols import register_app
from itatui.tui.text_input.line_input import LineInput
from itatui.tui.widgets.caption import Caption
from itatui.tui.words import Words, words_of
from itatui.wording.changes import repaired_words

if TYPE_CHECKING:
    from itatui.tui.dialogs.choose import ChooseDialog

SHOWN_LINES, LINE_CELLS = 4, 160
"""Pasted lines that the question shows, and cells of each."""


class Answer(LineInput):
    """The field for an answer."""

    repairs = True
    """Whether a paste is repaired: an address or the name of a file is left as it is."""
    takes_several = False
    """Whether it may become several answers, a line each."""

    @dataclass
    class Lines(Message):
        """Several lines were pasted; nothing is inserted yet."""

        whole: str
        """The text that there would be."""
        pasted: str

    def pasted(self, text: str) -> str:
        """Repair a pasted text, and report the repairs; report several lines instead of inserting them."""
        text, count = repair_text(text) if self.repairs else (text, 0)
        if count:
            register_app(self.screen).tell(lambda: repaired_words(count))
        return self._single(text) if self.takes_several else text

    def _single(self, text: str) -> str:
        start, end = sorted(self.selection)
        before, after = self.get_text_range((0, 0), start), self.get_text_range(end, self.document.end)
        if len(activities(before + text + after)) < 2:
            return text
        self.post_message(self.Lines(before + text + after, text))
        return ""


class Ask(ModalScreen[str | None]):
    """Ask for a paragraph. Return None on Esc."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding("escape", "leave"),
        Binding(bound("enter", "ctrl+s", "f2"), "take", priority=True),
        Binding("f4", "choose", priority=True),
        CLEAR_BINDING,
    ]

    def __init__(
        self,
        question: Words,
        kept: KeptText,
        verb: Words = "",
        text: str = "",
        *,
        suggested: bool = False,
        choose: Callable[[Answer], "ChooseDialog | None"] | None = None,
    ) -> None:
        """`choose` returns a dialog that fills the field from a list."""
        super().__init__()
        self._question = question
        self._kept = kept
        self._verb = verb or (lambda: _("add"))
        self._text = text
        self._suggested = suggested
        self._choose = choose

    def compose(self) -> ComposeResult:
        """The question, a field and a hint."""
        with Vertical(classes="dialog"):
            yield Caption(self._question, classes="question")
            yield self._kept.note
            yield Answer(self._text, widget_id="answer")
            yield Caption(self._keys, classes="hint")

    def _keys(self) -> str:
        keys = _("Enter: {does}   F4: choose   Esc: cancel") if self._choose else _("Enter: {does}   Esc: cancel")
        return keys.format(does=words_of(self._verb))

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
        return one_line(text).strip()

    def action_take(self) -> None:
        """Return the text."""
        self._kept.confirm()
        self.dismiss(self.typed())

    def action_choose(self) -> None:
        """Choose from the list of known answers, if there is one."""
        dialog = self._choose(self.query_one(Answer)) if self._choose else None
        if dialog is not None:
            self.app.push_screen(dialog)

    def action_leave(self) -> None:
        """Leave the text for later."""
        self._kept.leave()
        self.dismiss(None)

    def action_clear_kept(self) -> None:
        """Clear the text that was kept."""
        self._kept.clear()


def confirm_lines(
    screen: Screen[Any], field: Answer, message: Answer.Lines, take: Callable[[tuple[str, ...]], None]
) -> None:
    """Ask whether each pasted line is a measure, and `take` them; no: one text; Esc: back to the text as it was."""
    each = activities(message.whole)
    lines: list[Words] = [lambda: _("{count} lines: a measure for each?").format(count=len(each))]
    lines += [truncate(line, LINE_CELLS) for line in each[:SHOWN_LINES]]
    lines += ["…"] if len(each) > SHOWN_LINES else []

    def answer(sure: bool | None) -> None:
        if sure:
            take(each)
        elif sure is not None:
            field.insert_typed(" ".join(message.pasted.split("\n")))

    def verb() -> str:
        return _("{count} measures").format(count=len(each))

    screen.app.push_screen(Confirm(lines, verb, otherwise=lambda: _("One measure")), answer)


class Confirm(ModalScreen[bool | None]):
    """Ask for a confirmation. "No" has the focus, so a hasty Enter changes nothing.

    Esc means no too; with an `otherwise`, what is done at a no, it returns None.
    """

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding("escape", "go_back"),
        Binding(bound("n"), "answer(False)"),
        Binding(bound("y"), "answer(True)"),
        Binding("left,up", "app.focus_previous"),
        Binding("right,down", "app.focus_next"),
    ]

    def __init__(self, lines: Sequence[Words], verb: Words, otherwise: Words = "") -> None:
        super().__init__()
        self._lines = lines
        self._verb = verb
        self._otherwise = otherwise

    def compose(self) -> ComposeResult:
        """The question and the two answers."""
        with Vertical(classes="dialog"):
            for number, line in enumerate(self._lines):
                yield Caption(line, classes="" if number else "question")
            with Horizontal(classes="answers"):
                yield Button(Content(self._no()), id="no")
                yield Button(Content(words_of(self._verb)), id="yes")
            yield Caption(self._hint, classes="hint")

    def _no(self) -> str:
        return words_of(self._otherwise) or _("No")

    def _hint(self) -> str:
        if not self._otherwise:
            return _("y: yes   n or Esc: no")
        return _("y: {verb}   n: {otherwise}   Esc: back").format(verb=words_of(self._verb), otherwise=self._no())

    def on_language_changed(self) -> None:
        """Show the answers in another language."""
        self.query_one("#no", Button).label = Content(self._no())
        self.query_one("#yes", Button).label = Content(words_of(self._verb))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Return the answer."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_go_back(self) -> None:
        """Return no, or neither."""
        self.dismiss(None if self._otherwise else False)

    def action_answer(self, sure: bool) -> None:
        """Return the answer."""
        self.dismiss(sure)
