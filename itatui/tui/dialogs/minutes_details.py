"""The form for the details of the minutes: number, times, place, people. It saves nothing."""

from collections.abc import Callable
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from itatui.domain.field_text import parse_value
from itatui.domain.fields import MEETING_FIELDS
from itatui.domain.meeting import Meeting
from itatui.domain.minutes import details_of
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import _
from itatui.resources import resource
from itatui.thai import clean, repair_text
from itatui.tui.dialogs.kept_text import CLEAR_BINDING, KeptText
from itatui.tui.dialogs.prompts import Answer
from itatui.tui.keyboard import bound
from itatui.tui.protocols import register_app
from itatui.tui.text_input.line_input import LineInput, LinesInput
from itatui.tui.text_input.text_area import ThaiTextArea
from itatui.tui.widgets.caption import Caption
from itatui.tui.words import Words, words_of
from itatui.wording.changes import repaired_words

ROWS = (("no", "began", "ended"), ("place",), ("chair", "note_taker"))
"""Fields beside each other; the list of people follows in full width."""
PEOPLE = "present"
FIELDS = (*(name for row in ROWS for name in row), PEOPLE)


class Details(NamedTuple):
    """The form as it was left."""

    typed: dict[str, str]
    """Values of the fields that can be read."""
    accepted: bool
    """False: Esc was pressed."""


class PeopleInput(LinesInput):
    """The list of people, one a line."""

    def pasted(self, text: str) -> str:
        """Repair a pasted list, and report the repairs."""
        text, count = repair_text(text)
        if count:
            register_app(self.screen).tell(lambda: repaired_words(count))
        return text


class MinutesDetailsDialog(ModalScreen[Details]):
    """Ask for the details of the minutes; each may stay empty. Esc leaves as well: the caller keeps what was typed."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (30, "-tall")]
    BINDINGS = [
        Binding("escape", "leave"),
        Binding("tab", "step(1)", priority=True),
        Binding("shift+tab", "step(-1)", priority=True),
        Binding(bound("ctrl+s", "f2", "f8"), "take", priority=True),
        CLEAR_BINDING,
    ]

    def __init__(self, register: Register, meeting: Meeting, question: Words, verb: Words, kept: KeptText) -> None:
        """`meeting` has the values to begin with; `verb` says what ^S does."""
        super().__init__()
        self._register = register
        self.meeting = meeting
        self._question = question
        self._verb = verb
        self._kept = kept
        self._refused = False

    def compose(self) -> ComposeResult:
        """The question, the fields with their names in the border, a refusal, and the keys."""
        values = details_of(self.meeting)
        with Vertical(classes="dialog form", id="minutes_details"):
            yield Caption(self._question, classes="question")
            yield self._kept.note
            for row in ROWS:
                with Horizontal(classes="row"):
                    for name in row:
                        yield self._named(Answer(values[name], widget_id=f"detail_{name}", wraps=False), name)
            yield self._named(PeopleInput(values[PEOPLE], widget_id=f"detail_{PEOPLE}"), PEOPLE)
            yield Caption("", widget_id="detail_wrong", classes="wrong")
            yield Caption(self._keys, classes="hint")

    def _keys(self) -> str:
        keys = _("Tab: next   ^S: {does}   Esc: back, text kept")
        return keys.format(does=words_of(self._verb))

    def _named(self, field: ThaiTextArea, name: str) -> ThaiTextArea:
        field.border_title = _title(name)
        return field

    def on_language_changed(self) -> None:
        """Name the fields in another language."""
        for name in FIELDS:
            self._named(self._field(name), name)

    def on_mount(self) -> None:
        """Begin in the first field, with the texts of an earlier time."""
        self._kept.begin(self, {name: self._field(name) for name in FIELDS})
        self._go_to(FIELDS[0])

    def on_text_area_changed(self, event: ThaiTextArea.Changed) -> None:
        """Keep the texts."""
        event.stop()
        self._kept.typed()

    def on_unmount(self) -> None:
        """Keep the texts, however the dialog was closed."""
        self._kept.end()

    def action_clear_kept(self) -> None:
        """Clear the texts that were kept."""
        self._kept.clear()

    def _field(self, name: str) -> ThaiTextArea:
        return self.query_one(f"#detail_{name}", ThaiTextArea)

    def _go_to(self, name: str) -> None:
        """Focus a field; a single line is selected, so that typing replaces a proposal."""
        field = self._field(name)
        field.focus()
        if name != PEOPLE:
            field.select_all()

    def typed(self) -> dict[str, str]:
        """Return the values typed so far, without those that cannot be read."""
        return self._read(lambda _name, _text: None)

    def _read(self, refuse: Callable[[str, str], None]) -> dict[str, str]:
        values = {}
        for name in FIELDS if self.is_mounted else ():
            text = self._text_of(name)
            try:
                values[name] = self._value(name, text)
            except UsageError:
                refuse(name, text)
        return values

    def _text_of(self, name: str) -> str:
        text, _dropped = clean(self._field(name).text)
        return text.strip()

    def _value(self, name: str, text: str) -> str:
        return str(parse_value(self._register, self.meeting, MEETING_FIELDS[name], text))

    def _fault(self, name: str, text: str) -> str:
        """Return why a text cannot be read as the value of a field, in the current language."""
        try:
            self._value(name, text)
        except UsageError as error:
            return str(error)
        return ""

    def action_step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) field."""
        here = next((number for number, name in enumerate(FIELDS) if self._field(name).has_focus), 0)
        self._go_to(FIELDS[(here + by) % len(FIELDS)])

    def on_line_input_submitted(self, message: LineInput.Submitted) -> None:
        """Go to the next field on Enter."""
        message.stop()
        self.action_step(1)

    def action_take(self) -> None:
        """Return the details, unless a time cannot be read."""
        self._finish(accepted=True)

    def action_leave(self) -> None:
        """Return what was typed. At a second Esc, a time that cannot be read is kept for the next time."""
        self._finish(accepted=False, insist=self._refused)

    def _finish(self, *, accepted: bool, insist: bool = False) -> None:
        refusals: list[tuple[str, str]] = []
        values = self._read(lambda name, text: refusals.append((name, text)))
        if not refusals or insist:
            if refusals:
                self._kept.leave()
            else:
                self._kept.confirm()
            self.dismiss(Details(values, accepted))
            return
        name, text = refusals[0]
        self._refused = True
        self.query_one("#detail_wrong", Caption).say(lambda: self._fault(name, text))
        self._go_to(name)


def _title(name: str) -> str:
    label = _(MEETING_FIELDS[name].label)
    return _("{label} (one a line: name, position)").format(label=label) if name == PEOPLE else label
