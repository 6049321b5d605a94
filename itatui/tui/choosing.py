"""A list on top of the screen from which one chooses, by arrows, numbers or the mouse: one of them, or as many as fit.

What is in it, and what becomes of a choice, is the caller's.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip

from itatui.locale import _
from itatui.resources import resource
from itatui.thai import cells, numerals
from itatui.tui.drawing import Part, strip
from itatui.tui.keyboard import bound
from itatui.tui.pane import Pane


class Choice(NamedTuple):
    """A line of the list."""

    name: str
    """What the caller is told; empty: a heading, which cannot be chosen."""
    title: str
    sign: str = ""
    """Before the title: whether it is chosen, or the number by which it is."""
    figure: str = ""
    """At the end of the line."""


class Choices(Pane):
    """The list."""

    BINDINGS = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "step(-8)", show=False),
        Binding("pagedown", "step(8)", show=False),
        Binding("home", "step(-999)", show=False),
        Binding("end", "step(999)", show=False),
        Binding("space", "choose(False)", show=False),
        Binding("enter", "choose(True)", show=False),
        *(Binding(bound(str(number)), f"numbered({number})", show=False) for number in range(10)),
    ]

    class Chosen(Message):
        """A line was chosen; `last` when the person is done with it."""

        def __init__(self, name: str, *, last: bool) -> None:
            super().__init__()
            self.name = name
            self.last = last

    def __init__(self, choices: Sequence[Choice], begin: str) -> None:
        super().__init__("choices")
        self._choices = choices
        names = [choice.name for choice in choices]
        self._at = (
            names.index(begin) if begin and begin in names else next((at for at, name in enumerate(names) if name), 0)
        )

    def on_resize(self) -> None:
        """Shows the cursor."""
        self.show_lines(self._at, 1)

    def show(self, choices: Sequence[Choice]) -> None:
        """Shows how they stand now."""
        changed = [row for row, pair in enumerate(zip(self._choices, choices, strict=True)) if pair[0] != pair[1]]
        self._choices = choices
        for row in changed:
            self.redraw(row)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line a choice: the window is no higher than it must be."""
        return len(self._choices)

    def action_step(self, by: int) -> None:
        """Goes so many lines on, over the headings."""
        places = [at for at, choice in enumerate(self._choices) if choice.name]
        self._put(places[min(max(places.index(self._at) + by, 0), len(places) - 1)])

    def _put(self, at: int) -> None:
        before, self._at = self._at, at
        self.redraw(before)
        self.redraw(at)
        self.show_lines(max(at - 1, 0), 2)

    def action_choose(self, last: bool) -> None:
        """Chooses the line under the cursor."""
        self.post_message(self.Chosen(self._choices[self._at].name, last=last))

    def action_numbered(self, number: int) -> None:
        """Chooses the line with this number before it."""
        for at, choice in enumerate(self._choices):
            if choice.sign == str(number):
                self._put(at)
                self.post_message(self.Chosen(choice.name, last=True))

    def on_click(self, event: events.Click) -> None:
        """Chooses what is pointed at."""
        event.stop()
        row = self.line_at(event)
        if 0 <= row < len(self._choices) and self._choices[row].name:
            self._put(row)
            self.action_choose(event.chain > 1)

    def line_count(self) -> int:
        """A line a choice."""
        return len(self._choices)

    def draw_line(self, row: int) -> Strip:
        """A choice, or a heading."""
        if row >= len(self._choices):
            return strip([], self.width, self.look("text"))
        choice = self._choices[row]
        if not choice.name:
            return strip([(f" {choice.title}", self.look("title"))], self.width, self.look("text"))
        here = row == self._at
        look = self.look("cursor" if here else "text")
        words = f"{'▌' if here else ' '} {choice.sign:<3} {choice.title}"
        gap = max(self.width - cells(words) - cells(choice.figure) - 1, 1)
        parts: list[Part] = [(numerals(f"{words}{' ' * gap}{choice.figure} "), look)]
        return strip(parts, self.width, look)


class Choosing(ModalScreen[None]):
    """The list on top of what one sees. Space chooses and stays, Enter chooses and goes, Esc goes."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [Binding(bound("escape", "q"), "dismiss(None)", show=False)]

    def __init__(
        self, title: str, choices: Callable[[], Sequence[Choice]], choose: Callable[[str], None], begin: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._made = choices
        self._choose = choose
        self._begin = begin

    def compose(self) -> ComposeResult:
        """The list."""
        yield Choices(self._made(), self._begin)

    def on_mount(self) -> None:
        """Says what it is."""
        choices = self.query_one(Choices)
        choices.entitle(self._title)
        choices.border_subtitle = _("Enter: choose   Esc: back")
        choices.focus()

    def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """Has it done."""
        message.stop()
        if message.last:
            self.dismiss(None)
        self._choose(message.name)
        self.query_one(Choices).show(self._made())
