"""The conflict dialog: the previous text of a field, mine and theirs side by side, and the choice between them.

It saves nothing. Every choice takes two keys, so that keys typed while the dialog opens cannot choose.
"""

from itertools import zip_longest
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from itatui.domain.change import Value
from itatui.domain.conflicts import Conflict, merge_values
from itatui.domain.field_text import format_value
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.text_diff import GONE, SAME, DiffPart, text_difference
from itatui.domain.track import Track
from itatui.locale import _
from itatui.locale.dates import moment
from itatui.resources import resource
from itatui.thai import cells, numerals
from itatui.tui.dialogs.choose import Choice, ChoiceList
from itatui.tui.keyboard import bound
from itatui.tui.styling.diff_lines import diff_lines, legible
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.caption import Caption
from itatui.tui.widgets.pane import PAGE_BINDINGS, STEP_BINDINGS
from itatui.tui.widgets.text_view import TextView

SIDE_BY_SIDE_WIDTH = 96
"""Cells from which the texts stand side by side; in less they stand below each other."""


class Section(NamedTuple):
    """A text with its title."""

    title: str
    pieces: tuple[DiffPart, ...]

    def lines(self, width: int) -> list[list[Span]]:
        """Wrap the text below its title."""
        body = self.pieces if any(piece.text for piece in self.pieces) else (DiffPart(SAME, _("(empty)")),)
        return [*wrap_spans([(self.title, "title")], width), *diff_lines(body, width)]


class ConflictDialog(ModalScreen[str | None]):
    """Return `mine`, `theirs`, `both` or `edit`; of a removed measure `back` or `go`; None to decide later."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [
        Binding("escape", "dismiss(None)", show=False),
        *STEP_BINDINGS,
        *PAGE_BINDINGS,
        Binding("space", "page(1)", show=False),
        Binding("enter", "choose", show=False),
        *(Binding(bound(str(number)), f"step_to({number})", show=False) for number in range(1, 5)),
    ]

    def __init__(self, register: Register, thing: Measure | Track, conflict: Conflict) -> None:
        super().__init__()
        self._register = register
        self._thing = thing
        self._conflict = conflict

    def compose(self) -> ComposeResult:
        """The texts, the choices, and a hint of the keys."""
        texts = TextView("texts", self._lines)
        texts.can_focus = False
        yield texts
        choices = self._choices()
        listing = ChoiceList("choices", choices, None)
        listing.can_focus = False
        yield listing
        yield Caption(lambda: f" {self._hint(len(choices))}", widget_id="choices_hint")

    def _hint(self, last: int) -> str:
        return _("1-{last} or ↑↓: choose   Enter: confirm   Esc: later").format(last=last)

    def on_mount(self) -> None:
        """Show the name of the field."""
        self._show_title()

    def on_language_changed(self) -> None:
        """Show the name of the field and the choices in another language."""
        self._show_title()
        choices = self.query_one(ChoiceList)
        choices.update(self._choices())
        choices.refresh()

    def _show_title(self) -> None:
        self.query_one(TextView).set_title(f"{self._ref()} {_(self._conflict.field.label)}")

    def _ref(self) -> str:
        thing = self._thing
        if isinstance(thing, Track):
            return thing.code
        return thing.track if self._register.measure(thing.id) is None else self._register.ref(thing)

    # Texts --------------------------------------------------------------------------------------

    def _lines(self, width: int) -> list[list[Span]]:
        lines = [*wrap_spans([(self._message(), "text")], width), []]
        sections = self._sections()
        return lines + (_side_by_side(sections, width) if width >= SIDE_BY_SIDE_WIDTH else _below(sections, width))

    def _message(self) -> str:
        conflict = self._conflict
        who, when = conflict.who or _("Someone else"), numerals(moment(conflict.when))
        if conflict.found is None:
            message = _("{who} deleted this measure while you were editing it. {when}")
        else:
            message = _("{who} edited this field while you were editing it. {when}")
        return message.format(who=who, when=when).strip()

    def _text(self, value: Value) -> str:
        return format_value(self._register, self._conflict.field, value)

    def _sections(self) -> tuple[Section, ...]:
        edit, found = self._conflict.edit, self._conflict.found
        base, mine = self._text(edit.before), self._text(edit.after)
        sections = (
            Section(_("Before"), (DiffPart(SAME, base),)),
            Section(_("Mine"), _changed(text_difference(base, mine))),
        )
        if found is None:
            return sections
        title = _("{who}'s").format(who=self._conflict.who) if self._conflict.who else _("Theirs")
        return (*sections, Section(title, _changed(text_difference(base, self._text(found)))))

    # Choices ------------------------------------------------------------------------------------

    def _choices(self) -> list[Choice]:
        conflict = self._conflict
        if conflict.found is None:
            choices = [
                ("back", _("Bring it back"), _("the measure returns, with my text")),
                ("go", _("Discard"), _("it stays deleted, and my text is lost")),
            ]
        else:
            choices = [
                ("mine", _("Mine"), _("replace theirs")),
                ("theirs", _("Theirs"), _("discard mine")),
                ("both", _("Both"), _("theirs, then mine")),
                ("edit", _("Edit"), _("rewrite, starting from both")),
            ]
            if merge_values(conflict.field.kind, conflict.found, conflict.edit.after) is None:
                del choices[2]
        return [Choice(name, title, str(n), note=note) for n, (name, title, note) in enumerate(choices, 1)]

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Return the choice."""
        message.stop()
        self.dismiss(message.name)

    def action_step(self, by: int) -> None:
        """Move the cursor in the choices."""
        self.query_one(ChoiceList).action_step(by)

    def action_choose(self) -> None:
        """Return the choice under the cursor, if any."""
        self.query_one(ChoiceList).action_choose(last=True)

    def action_step_to(self, number: int) -> None:
        """Move the cursor to the choice of this number."""
        self.query_one(ChoiceList).action_step_to(number)

    def action_page(self, by: int) -> None:
        """Scroll the texts."""
        self.query_one(TextView).action_page(by)


def _side_by_side(sections: tuple[Section, ...], width: int) -> list[list[Span]]:
    room = (width - 3 * (len(sections) - 1)) // len(sections)
    columns = [section.lines(room) for section in sections]
    lines: list[list[Span]] = []
    for row in zip_longest(*columns, fillvalue=()):
        line: list[Span] = []
        for column, spans in enumerate(row):
            line += [(" │ ", "bar")] if column else []
            line += spans
            line.append((" " * (room - sum(cells(text) for text, _style in spans)), "text"))
        lines.append(line)
    return lines


def _below(sections: tuple[Section, ...], width: int) -> list[list[Span]]:
    lines: list[list[Span]] = []
    base, *others = sections
    for section in (*others, base):
        lines += [*section.lines(width), []]
    return lines[:-1]


def _changed(pieces: tuple[DiffPart, ...]) -> tuple[DiffPart, ...]:
    """Return a marked difference; of a text that is all new only the new text, since the old stands beside it."""
    pieces = legible(pieces)
    return pieces if any(piece.kind == SAME for piece in pieces) else tuple(p for p in pieces if p.kind != GONE)
