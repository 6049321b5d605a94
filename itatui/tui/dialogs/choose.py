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

from itatui.locale import _
from itatui.resources import resource
from itatui.thai import cells, numerals
from itatui.tui.keyboard import bound
from itatui.tui.styling.spans import Run
from itatui.tui.widgets.list_view import ListView


class Choice(NamedTuple):
    """A line of the list."""

    name: str
    """What the caller is told; empty: a heading, which cannot be chosen."""
    title: str
    sign: str = ""
    """Before the title: whether it is chosen, or the number by which it is."""
    figure: str = ""
    """At the end of the line."""


class Choices(ListView):
    """The list; the cursor goes over its headings."""

    BINDINGS = [
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
        super().__init__("choosing", self._runs)
        self._choices = choices
        self._begin = begin

    def on_mount(self) -> None:
        """Begins at the line that is asked for."""
        names = [choice.name for choice in self._choices]
        self.show(len(names), names.index(self._begin) if self._begin and self._begin in names else 0, "")

    def change(self, choices: Sequence[Choice]) -> None:
        """Shows how they stand now."""
        changed = [row for row, pair in enumerate(zip(self._choices, choices, strict=True)) if pair[0] != pair[1]]
        self._choices = choices
        for row in changed:
            self.redraw(row)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line a choice: the window is no higher than it must be."""
        return len(self._choices)

    def _go_to(self, at: int) -> None:
        places = [row for row, choice in enumerate(self._choices) if choice.name]
        onward = [row for row in places if row >= at] if at >= self.at else [row for row in places if row <= at][::-1]
        super()._go_to((onward or (places[-1:] if at >= self.at else places))[0])

    def _say_place(self) -> None:
        """The border says what the keys do instead."""

    def action_choose(self, last: bool) -> None:
        """Chooses the line under the cursor."""
        self.post_message(self.Chosen(self._choices[self.at].name, last=last))

    def action_numbered(self, number: int) -> None:
        """Chooses the line with this number before it."""
        for at, choice in enumerate(self._choices):
            if choice.sign == str(number):
                self._go_to(at)
                self.post_message(self.Chosen(choice.name, last=True))

    def on_click(self, event: events.Click) -> None:
        """Chooses what is pointed at."""
        event.prevent_default()  # Textual would go on to the list's own
        super().on_click(event)
        if 0 <= (row := self.line_at(event)) < len(self._choices) and self._choices[row].name:
            self.action_choose(event.chain > 1)

    def _runs(self, row: int, width: int) -> Sequence[Run]:
        choice = self._choices[row]
        if not choice.name:
            return [(choice.title, "title")]
        words = f" {choice.sign:<3} {choice.title}"
        gap = max(width - cells(words) - cells(choice.figure) - 1, 1)
        return [(numerals(f"{words}{' ' * gap}{choice.figure} "), "text")]


class ChooseDialog(ModalScreen[None]):
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
        self.query_one(Choices).change(self._made())
