"""The conflict view: what a field held, mine and theirs beside each other, and what to do about it.

It decides nothing and saves nothing: it answers with the choice. No choice is made by one key alone, since whoever is
still typing when it opens would make one.
"""

from itertools import zip_longest
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip

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
from itatui.thai import cells, numerals, pad
from itatui.tui.keyboard import bound
from itatui.tui.styling.diff_lines import legible, marked_lines
from itatui.tui.styling.spans import Run, laid_out
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.line_widget import LineWidget
from itatui.tui.widgets.list_view import TextView

BESIDE = 96
"""Cells from which the texts stand beside each other; below it they stand below each other."""


class Section(NamedTuple):
    """One of the texts."""

    title: str
    pieces: tuple[DiffPart, ...]

    def lines(self, width: int) -> list[list[Run]]:
        """Its lines under its title."""
        body = self.pieces if any(piece.text for piece in self.pieces) else (DiffPart(SAME, _("(empty)")),)
        return [*laid_out([(self.title, "title")], width), *marked_lines(body, width)]


class Texts(TextView, can_focus=False):
    """The texts, scrolling together."""

    def __init__(self, words: str, sections: tuple[Section, ...]) -> None:
        super().__init__("texts", self._laid)
        self._words = words
        self._sections = sections

    def _laid(self, width: int) -> list[list[Run]]:
        lines = [*laid_out([(self._words, "text")], width), []]
        return lines + (self._beside(width) if width >= BESIDE else self._below(width))

    def _beside(self, width: int) -> list[list[Run]]:
        room = (width - 3 * (len(self._sections) - 1)) // len(self._sections)
        columns = [section.lines(room) for section in self._sections]
        lines: list[list[Run]] = []
        for row in zip_longest(*columns, fillvalue=()):
            line: list[Run] = []
            for place, runs in enumerate(row):
                line += [(" │ ", "bar")] if place else []
                line += runs
                line.append((" " * (room - sum(cells(text) for text, _look in runs)), "text"))
            lines.append(line)
        return lines

    def _below(self, width: int) -> list[list[Run]]:
        lines: list[list[Run]] = []
        base, *others = self._sections
        for section in (*others, base):
            lines += [*section.lines(width), []]
        return lines[:-1]


class Choices(LineWidget):
    """What can be done, a line each; a click does it."""

    def __init__(self, choices: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__(id="choices")
        self.choices = choices
        """Each choice's name, its title, and what it does."""
        self.at: int | None = None
        """The one that Enter takes."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each, and one for the keys."""
        return len(self.choices) + 1

    def choose(self, place: int) -> None:
        """Goes to a choice."""
        self.at = min(max(place, 0), len(self.choices) - 1)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        text, width = self.look("text"), self.size.width
        if y >= len(self.choices):
            return strip(
                [(" " + _("1-{last} or ↑↓: choose   Enter: do it   Esc: later").format(last=len(self.choices)), text)],
                width,
                text,
            )
        _name, title, does = self.choices[y]
        here = y == self.at
        room = max(cells(each[1]) for each in self.choices)
        ground = self.look("cursor") if here else text
        key = ground if here else self.look("key")
        parts: list[Part] = [(f"{'▌' if here else ' '}{y + 1} ", key), (pad(title, room) + "  ", ground)]
        return strip([*parts, (does, text)], width, text)

    def on_click(self, event: events.Click) -> None:
        """Does what is pointed at."""
        event.stop()
        if event.y < len(self.choices):
            self.screen.dismiss(self.choices[event.y][0])


class ConflictDialog(ModalScreen[str | None]):
    """Answers `mine`, `theirs`, `both`, `edit`, of a measure that is gone `back` or `go`; None leaves it open."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("enter", "take", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        *(Binding(bound(str(n + 1)), f"choose({n})", show=False) for n in range(4)),
    ]

    def __init__(self, register: Register, thing: Measure | Track, conflict: Conflict) -> None:
        super().__init__()
        self._register = register
        self._thing = thing
        self._conflict = conflict

    def compose(self) -> ComposeResult:
        """The texts, and the choices below."""
        yield Texts(self._words(), self._sections())
        yield Choices(self._choices())

    def on_mount(self) -> None:
        """Says of which field it is."""
        self.query_one(Texts).entitle(f"{self._ref()} {_(self._conflict.field.label)}")

    def _ref(self) -> str:
        thing = self._thing
        if isinstance(thing, Track):
            return thing.code
        return thing.track if self._register.measure(thing.id) is None else self._register.ref(thing)

    def _words(self) -> str:
        conflict = self._conflict
        who, when = conflict.who or _("Somebody else"), numerals(moment(conflict.when))
        if conflict.found is None:
            said = _("{who} removed this measure while you wrote in it. {when}")
        else:
            said = _("{who} wrote in this field too, meanwhile. {when}")
        return said.format(who=who, when=when).strip()

    def _written(self, value: Value) -> str:
        return format_value(self._register, self._conflict.field, value)

    def _sections(self) -> tuple[Section, ...]:
        edit, found = self._conflict.edit, self._conflict.found
        base, mine = self._written(edit.before), self._written(edit.after)
        sections = (
            Section(_("Before"), (DiffPart(SAME, base),)),
            Section(_("Mine"), _changed(text_difference(base, mine))),
        )
        if found is None:
            return sections
        theirs = self._written(found)
        who = _("{who}'s").format(who=self._conflict.who) if self._conflict.who else _("Theirs")
        return (*sections, Section(who, _changed(text_difference(base, theirs))))

    def _choices(self) -> tuple[tuple[str, str, str], ...]:
        conflict = self._conflict
        if conflict.found is None:
            return (
                ("back", _("Bring it back"), _("the measure stands again, with my text")),
                ("go", _("Let it go"), _("it stays removed, and my text is lost")),
            )
        mine = ("mine", _("Mine"), _("in place of theirs"))
        theirs = ("theirs", _("Theirs"), _("mine is let go"))
        edit = ("edit", _("Edit"), _("write it anew, beginning with both"))
        if merge_values(conflict.field.kind, conflict.found, conflict.edit.after) is None:
            return mine, theirs, edit
        return mine, theirs, ("both", _("Both"), _("mine after theirs")), edit

    def action_choose(self, place: int) -> None:
        """Goes to a choice by its number."""
        choices = self.query_one(Choices)
        if place < len(choices.choices):
            choices.choose(place)

    def action_step(self, by: int) -> None:
        """Goes to the choice above or below."""
        choices = self.query_one(Choices)
        choices.choose(0 if choices.at is None else choices.at + by)

    def action_take(self) -> None:
        """Answers with the choice that was gone to; without one it does nothing."""
        choices = self.query_one(Choices)
        if choices.at is not None:
            self.dismiss(choices.choices[choices.at][0])

    def action_page(self, by: int) -> None:
        """Scrolls the texts."""
        self.query_one(Texts).action_page(by)


def _changed(pieces: tuple[DiffPart, ...]) -> tuple[DiffPart, ...]:
    """One of the texts, with what is different in it; when that is all, only what it is: what it was stands beside."""
    pieces = legible(pieces)
    return pieces if any(piece.kind == SAME for piece in pieces) else tuple(p for p in pieces if p.kind != GONE)
