"""The form for the details of the minutes: number, times, place, people. It saves nothing."""

from typing import NamedTuple

from textual.binding import Binding

from itatui.domain.field_text import parse_value
from itatui.domain.fields import MEETING_FIELDS
from itatui.domain.meeting import Meeting
from itatui.domain.minutes import details_of
from itatui.domain.register import Register
from itatui.locale import _
from itatui.tui.dialogs.form import FormDialog, FormField, RefusedError, Shape
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.words import Words, words_of

ROWS = (("no", "began", "ended"), ("place",), ("chair", "note_taker"))
"""Fields beside each other; the list of people follows in full width."""
PEOPLE = "present"


class Details(NamedTuple):
    """The form as it was left."""

    typed: dict[str, str]
    """Values of the fields that can be read."""
    accepted: bool
    """False: Esc was pressed."""


class MinutesDetailsDialog(FormDialog[Details]):
    """Ask for the details of the minutes; each may stay empty. Esc leaves as well: the caller keeps what was typed."""

    BINDINGS = [Binding("f8", "take", priority=True)]
    PREFIX = "detail"

    def __init__(self, register: Register, meeting: Meeting, question: Words, verb: Words, kept: KeptText) -> None:
        """`meeting` has the values to begin with; `verb` says what ^S does."""
        values = details_of(meeting)
        rows = [[FormField(name, _title(name), values[name], selects=bool) for name in row] for row in ROWS]
        rows.append([FormField(PEOPLE, _title(PEOPLE), values[PEOPLE], Shape.LINES)])

        def keys() -> str:
            return _("Tab: next   ^S: {does}   Esc: back, text kept").format(does=words_of(verb))

        super().__init__(question, rows, kept, keys)
        self._register = register
        self.meeting = meeting
        self._refused = False

    def typed(self) -> dict[str, str]:
        """Return the values typed so far, without those that cannot be read."""
        values, _refusals = self._values()
        return values

    def _values(self) -> tuple[dict[str, str], list[RefusedError]]:
        """Return the values that can be read, and why others cannot."""
        values: dict[str, str] = {}
        refusals = []
        for name, text in self.texts.items() if self.is_mounted else ():
            try:
                values[name] = self.read(name, lambda name=name, text=text: self._value(name, text))  # type: ignore[misc]
            except RefusedError as refusal:
                refusals.append(refusal)
        return values, refusals

    def _value(self, name: str, text: str) -> str:
        return str(parse_value(self._register, self.meeting, MEETING_FIELDS[name], text))

    def action_take(self) -> None:
        """Return the details, unless a time cannot be read."""
        self._finish(accepted=True)

    def action_leave(self) -> None:
        """Return what was typed. At a second Esc, a time that cannot be read is kept for the next time."""
        self._finish(accepted=False, insist=self._refused)

    def _finish(self, *, accepted: bool, insist: bool = False) -> None:
        values, refusals = self._values()
        if refusals and not insist:
            self._refused = True
            self.refuse(refusals[0])
            return
        if refusals:
            self._kept.leave()
        else:
            self._kept.confirm()
        self.dismiss(Details(values, accepted))

    def action_on(self) -> None:
        """Go to the next field."""
        self.action_step(1)


def _title(name: str) -> Words:
    def words() -> str:
        label = _(MEETING_FIELDS[name].label)
        return _("{label} (one a line: name, position)").format(label=label) if name == PEOPLE else label

    return words
