"""The dialog that asks for several values at once. Its fields are data; it keeps the typed texts, and saves nothing."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from itatui.domain.quarters import parse_quarters
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.resources import resource
from itatui.thai import clean, one_line, repair_text
from itatui.tui.dialogs.kept_text import CLEAR_BINDING, KeptText
from itatui.tui.dialogs.prompts import Answer
from itatui.tui.keyboard import bound
from itatui.tui.protocols import register_app
from itatui.tui.text_input.line_input import LinesInput
from itatui.tui.text_input.text_area import ThaiTextArea
from itatui.tui.widgets.caption import Caption
from itatui.tui.widgets.choice_box import ChoiceBox
from itatui.tui.widgets.quarter_boxes import QuarterBoxes
from itatui.tui.words import Words, words_of
from itatui.wording.changes import repaired_words

if TYPE_CHECKING:
    from itatui.tui.dialogs.choose import ChooseDialog

Result = TypeVar("Result")
Value = TypeVar("Value")
Texts = Mapping[str, str]
"""Texts of the fields by name."""


class Shape(Enum):
    """How a field is filled in."""

    LINE = "line"
    """A single line, which scrolls sideways; the arrows go to the field above and below."""
    PARAGRAPH = "paragraph"
    """A text without line breaks, wrapped."""
    LINES = "lines"
    """A text of any number of lines."""
    QUARTERS = "quarters"
    CHOICE = "choice"


def never(_text: str) -> bool:
    """Test nothing: the text is never selected."""
    return False


class FormField(NamedTuple):
    """A field of a form."""

    name: str
    """As a draft names it."""
    title: Words
    """In the border."""
    text: str = ""
    """Value to begin with, in writing."""
    shape: Shape = Shape.LINE
    selects: Callable[[str], bool] = never
    """Tests whether its text is selected when the cursor comes: typing replaces it then."""
    choose: "Callable[[ThaiTextArea], ChooseDialog | None] | None" = None
    """Returns a dialog that fills the field from a list; None: there is nothing to choose from."""
    no_choice: Words = ""
    """What is said then."""
    note: Callable[[str], str] | None = None
    """Returns the line below a text as far as it is typed."""
    repairs: bool = True
    """Whether a paste is repaired: an address or the name of a file is left as it is."""
    takes_several: bool = False
    """Whether several pasted lines may become several values."""
    choices: Callable[[], Sequence[tuple[str, str]]] = tuple
    """Values of a choice, each with its title."""


class RefusedError(Exception):
    """A form cannot be accepted yet."""

    def __init__(self, field: str, words: Words) -> None:
        """`field` is the name of the field to go to; `words` say why."""
        super().__init__(field)
        self.field = field
        self.words = words


class RepairedLines(LinesInput):
    """A text of several lines whose pastes are repaired."""

    def pasted(self, text: str) -> str:
        """Repair a pasted text, and report the repairs."""
        text, count = repair_text(text)
        if count:
            register_app(self.screen).tell(lambda: repaired_words(count))
        return text


class FormDialog(ModalScreen[Result | None]):
    """Ask for the fields of a form. Return what `take` makes of the texts, or None on Esc: they are kept then."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (30, "-tall")]
    BINDINGS = [
        Binding("escape", "leave"),
        Binding("tab", "step(1)", priority=True),
        Binding("shift+tab", "step(-1)", priority=True),
        Binding("down", "beside(1)", priority=True),
        Binding("up", "beside(-1)", priority=True),
        Binding("enter", "on", priority=True),
        Binding(bound("ctrl+s", "f2"), "take", priority=True),
        Binding("f4", "choose", priority=True),
        CLEAR_BINDING,
    ]
    PREFIX: ClassVar[str] = "form"
    """Begins the ids of the widgets."""

    def __init__(
        self,
        question: Words,
        rows: Sequence[Sequence[FormField]],
        kept: KeptText,
        hint: Words,
        *,
        take: Callable[[Texts], Result] | None = None,
        about: Words = "",
        begins: events.Key | None = None,
    ) -> None:
        """`rows` are fields beside each other. `take` raises `RefusedError` or `ItatuiError` for what it cannot take.

        `begins` is a sign to write in the first field.
        """
        super().__init__()
        self._question = question
        self._about = about
        self._rows = rows
        self._fields = {field.name: field for row in rows for field in row}
        self._kept = kept
        self._hint = hint
        self._take = take
        self._begins = begins

    # The picture ---------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The question, the fields with their names in the border, a refusal, and the keys."""
        with Vertical(classes="dialog form", id=f"{self.PREFIX}_form"):
            yield Caption(self._question, widget_id=f"{self.PREFIX}_title", classes="question")
            if self._about:
                yield Caption(self._about)
            yield self._kept.note
            for row in self._rows:
                if len(row) == 1:
                    yield self._made(row[0])
                    continue
                with Horizontal(classes="row"):
                    for field in row:
                        yield self._made(field)
            yield Caption("", widget_id=f"{self.PREFIX}_wrong", classes="wrong")
            yield Caption(self._hint, classes="hint")

    def _made(self, field: FormField) -> ThaiTextArea | QuarterBoxes | ChoiceBox:
        widget_id = f"{self.PREFIX}_{field.name}"
        if field.shape is Shape.QUARTERS:
            return QuarterBoxes(parse_quarters(field.text), widget_id=widget_id)
        if field.shape is Shape.CHOICE:
            return ChoiceBox(field.choices, field.text, widget_id=widget_id)
        if field.shape is Shape.LINES:
            return RepairedLines(field.text, widget_id=widget_id)
        answer = Answer(field.text, widget_id=widget_id, wraps=field.shape is Shape.PARAGRAPH)
        answer.repairs, answer.takes_several = field.repairs, field.takes_several
        return answer

    def on_language_changed(self) -> None:
        """Name the fields, in the current language."""
        for name, field in self._fields.items():
            self.widget(name).border_title = words_of(field.title)
        self._show_notes()

    def _show_notes(self) -> None:
        """Show under a field what is made of its text so far."""
        for name, field in self._fields.items():
            if (
                field.note is not None
                and (words := field.note(self.text_of(name))) != self.widget(name).border_subtitle
            ):
                self.widget(name).border_subtitle = words
                self.widget(name).refresh(layout=True)  # otherwise only lines of text that differ are drawn

    def widget(self, name: str) -> ThaiTextArea | QuarterBoxes | ChoiceBox:
        """Return the widget of a field."""
        found = self.query_one(f"#{self.PREFIX}_{name}")
        assert isinstance(found, ThaiTextArea | QuarterBoxes | ChoiceBox)
        return found

    def area(self, name: str) -> ThaiTextArea:
        """Return the widget of a field of text."""
        return self.query_one(f"#{self.PREFIX}_{name}", ThaiTextArea)

    def on_mount(self) -> None:
        """Begin in the first field, with the texts of an earlier time."""
        self.on_language_changed()
        self._kept.begin(self, {name: self.widget(name) for name in self._fields})
        self.go_to(next(iter(self._fields)))
        if self._begins is not None:
            self.widget(next(iter(self._fields))).post_message(self._begins)

    def on_text_area_changed(self, event: ThaiTextArea.Changed) -> None:
        """Keep the texts, and show what is made of them."""
        event.stop()
        self._kept.typed()
        self._show_notes()

    def on_quarter_boxes_changed(self, event: QuarterBoxes.Changed) -> None:
        """Keep the quarters."""
        event.stop()
        self._kept.typed()

    def on_choice_box_changed(self, event: ChoiceBox.Changed) -> None:
        """Keep the choice."""
        event.stop()
        self._kept.typed()

    def on_unmount(self) -> None:
        """Keep the texts, however the dialog was closed."""
        self._kept.end()

    # The values ----------------------------------------------------------------------------------

    def text_of(self, name: str) -> str:
        """Return the text of a field; empty before the dialog is composed and after it is closed."""
        if not self.query(f"#{self.PREFIX}_{name}"):
            return ""
        text, _dropped = clean(self.widget(name).text)
        return (text if self._fields[name].shape is Shape.LINES else one_line(text)).strip()

    @property
    def texts(self) -> dict[str, str]:
        """The texts of all fields."""
        return {name: self.text_of(name) for name in self._fields}

    def read(self, name: str, reading: Callable[[], Value]) -> Value:
        """Return the value of a field. Raise `RefusedError` with the words of an `ItatuiError`."""
        try:
            return reading()
        except ItatuiError:
            raise RefusedError(name, lambda: fault(reading)) from None

    def result(self) -> Result:
        """Return the typed texts. Raise `RefusedError` if it cannot be accepted."""
        take, texts = self._take, self.texts
        assert take is not None
        return self.read("", lambda: take(texts))

    def say(self, words: Words) -> None:
        """Show a line above the keys."""
        self.query_one(f"#{self.PREFIX}_wrong", Caption).say(words)

    # Keys ----------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to a text of several lines, and the arrows to every text of more than a line."""
        here = self.focused_field
        if action == "on":
            return here is None or here.shape is not Shape.LINES
        return action != "beside" or here is None or here.shape in (Shape.LINE, Shape.CHOICE, Shape.QUARTERS)

    @property
    def focused_field(self) -> FormField | None:
        """The field with the cursor."""
        here = self.focused.id if self.focused is not None else None
        return self._fields.get((here or "").removeprefix(f"{self.PREFIX}_"))

    def go_to(self, name: str) -> None:
        """Put the cursor into a field; a text that typing replaces is selected."""
        widget = self.widget(name)
        widget.focus()
        if isinstance(widget, ThaiTextArea):
            if self._fields[name].selects(widget.text):
                widget.select_all()
            else:
                widget.move_cursor(widget.document.end)

    def action_step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) field."""
        names, here = list(self._fields), self.focused_field
        at = names.index(here.name) if here is not None else 0
        self.go_to(names[(at + by) % len(names)])

    def action_beside(self, by: int) -> None:
        """Go to the field below (1) or above (-1)."""
        self.action_step(by)

    def action_on(self) -> None:
        """Go to the next field; on the last field, accept."""
        if self.focused_field is not None and self.focused_field.name == list(self._fields)[-1]:
            self.action_take()
        else:
            self.action_step(1)

    def action_take(self) -> None:
        """Return the typed texts, or say why it cannot be accepted."""
        try:
            result = self.result()
        except RefusedError as refusal:
            self.refuse(refusal)
            return
        self._kept.confirm()
        self.dismiss(result)

    def refuse(self, refusal: RefusedError) -> None:
        """Say why the form cannot be accepted, and go to the field."""
        self.say(refusal.words)
        if refusal.field:
            self.go_to(refusal.field)

    def action_choose(self) -> None:
        """Choose the value of the field from a list; from a field without one, that of the first field with one."""
        here, listed = self.focused_field, [field for field in self._fields.values() if field.choose is not None]
        field = here if here in listed else next(iter(listed), None)
        if field is None or field.choose is None:
            return
        area = self.area(field.name)
        area.focus()
        area.move_cursor(area.document.end)
        if (dialog := field.choose(area)) is not None:
            self.app.push_screen(dialog)
        else:
            self.say(field.no_choice or (lambda: _("There is nothing to choose from yet: type it")))

    def action_leave(self) -> None:
        """Leave the texts for later."""
        self._kept.leave()
        self.dismiss(None)

    def action_clear_kept(self) -> None:
        """Clear the texts that were kept."""
        self._kept.clear()


def fault(reading: Callable[[], object]) -> str:
    """Return why something cannot be read, in the current language; empty if it can."""
    try:
        reading()
    except ItatuiError as error:
        return str(error)
    return ""
