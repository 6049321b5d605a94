"""Lists of choices, and a dialog with such a list: choose by arrows, numbers or the mouse, once or several times."""

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
from itatui.thai import cells, numerals, pad
from itatui.tui.keyboard import bound
from itatui.tui.styling.spans import Span
from itatui.tui.widgets.list_view import ListView
from itatui.tui.words import Words, words_of


class Choice(NamedTuple):
    """A row of the list."""

    name: str
    """Sent in `ChoiceList.Chosen`; empty: a heading, which cannot be chosen."""
    title: str
    sign: str = ""
    """Before the title: a check mark, or the number of the choice."""
    figure: str = ""
    """At the end of the row."""
    note: str = ""
    """Effect of the choice, in a column behind the titles."""
    ticked: bool = False
    """Whether it is among those that were taken, where there can be several."""
    opens: bool = False
    """Whether choosing it shows other choices, and leaves the list open."""


class ChoiceList(ListView):
    """A list of choices; the cursor skips headings."""

    BINDINGS = [
        Binding("space", "choose(False)", show=False),
        Binding("enter", "choose(True)", show=False),
        *(Binding(bound(str(number)), f"numbered({number})", show=False) for number in range(10)),
    ]

    class Chosen(Message):
        """A row was chosen; `last` if the list can be closed."""

        def __init__(self, name: str, *, last: bool) -> None:
            super().__init__()
            self.name = name
            self.last = last

    def __init__(self, pane_id: str, choices: Sequence[Choice], begin: str | None = "") -> None:
        """Put the cursor on the choice named `begin`, on the first without a name, on none with None."""
        super().__init__(pane_id, self._spans)
        self._choices = choices
        self._begin = begin

    def on_mount(self) -> None:
        """Show the choices."""
        names = [choice.name for choice in self._choices]
        self.show(len(names), names.index(self._begin) if self._begin and self._begin in names else 0, "")
        if self._begin is None:
            self.at = -1

    def replace(self, choices: Sequence[Choice], begin: str = "") -> None:
        """Show other choices, with the cursor on the one named `begin` or else on the first."""
        self._choices = choices
        names = [choice.name for choice in choices]
        self.at = 0
        self.show(len(names), names.index(begin) if begin in names else 0, "")
        self.refresh(layout=True)

    def update(self, choices: Sequence[Choice]) -> None:
        """Redraw the choices that have changed; if there are others, stay on the same one or near it."""
        if [choice.name for choice in choices] != [choice.name for choice in self._choices]:
            self.replace(choices, self._choices[self.at].name if 0 <= self.at < len(self._choices) else "")
            return
        changed = [row for row, pair in enumerate(zip(self._choices, choices, strict=True)) if pair[0] != pair[1]]
        self._choices = choices
        for row in changed:
            self.redraw(row)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return a line per choice: the list is no higher than it must be."""
        return len(self._choices)

    def _go_to(self, at: int) -> None:
        rows = [row for row, choice in enumerate(self._choices) if choice.name]
        onward = [row for row in rows if row >= at] if at >= self.at else [row for row in rows if row <= at][::-1]
        super()._go_to((onward or (rows[-1:] if at >= self.at else rows))[0])

    def _show_position(self) -> None:
        """Leave the border to the hint of the keys."""

    def action_choose(self, last: bool) -> None:
        """Choose the row under the cursor."""
        if self.at >= 0:
            self.post_message(self.Chosen(self._choices[self.at].name, last=last))

    def action_numbered(self, number: int) -> None:
        """Choose the row of this number."""
        for at, choice in enumerate(self._choices):
            if choice.sign == str(number):
                self._go_to(at)
                self.post_message(self.Chosen(choice.name, last=True))

    def action_step_to(self, number: int) -> None:
        """Move the cursor to the row of this number, without choosing it."""
        for at, choice in enumerate(self._choices):
            if choice.sign == str(number):
                self._go_to(at)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        event.prevent_default()  # ListView.on_click would run as well
        super().on_click(event)
        if 0 <= (row := self.line_at(event)) < len(self._choices) and self._choices[row].name:
            self.action_choose(event.chain > 1)

    def _spans(self, row: int, width: int) -> Sequence[Span]:
        choice = self._choices[row]
        if not choice.name:
            return [(choice.title, "title")]
        if choice.note:
            title = pad(choice.title, max(cells(each.title) for each in self._choices))
            return [(f"{choice.sign} ", "key"), (f"{title}  {choice.note}", "text")]
        words = f" {choice.sign:<3} {choice.title}"
        gap = max(width - cells(words) - cells(choice.figure) - 1, 1)
        return [(numerals(f"{words}{' ' * gap}{choice.figure} "), "text")]


class ChooseDialog(ModalScreen[None]):
    """A list of choices over the screen. Space chooses and stays, Enter chooses and closes, Esc closes.

    With `several`, Space ticks and unticks, and Enter closes; if nothing was ticked before, it takes the row under the
    cursor.
    """

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [Binding(bound("escape", "q"), "dismiss(None)", show=False)]

    def __init__(
        self,
        title: Words,
        choices: Callable[[], Sequence[Choice]],
        choose: Callable[[str], None],
        begin: str = "",
        *,
        several: bool = False,
    ) -> None:
        """`choose` takes the name of a choice; `begin` is the name of the choice under the cursor at first."""
        super().__init__()
        self._heading = title
        self._choices = choices
        self._choose = choose
        self._begin = begin
        self._several = several
        self._ticked = False
        """Whether Space has ticked or unticked a row."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield ChoiceList("choosing", self._choices(), self._begin)

    def on_mount(self) -> None:
        """Focus the list."""
        self.on_language_changed()
        self.query_one(ChoiceList).focus()

    def hint(self) -> str:
        """Return the words about the keys."""
        if self._several:
            return _("Space: tick   Enter: choose   Esc: back")
        return _("Enter: choose   Esc: back")

    def on_language_changed(self) -> None:
        """Show titles, hints and choices in the current language."""
        choices = self.query_one(ChoiceList)
        choices.set_title(words_of(self._heading))
        choices.border_subtitle = self.hint()
        choices.update(self._choices())
        choices.refresh(layout=True)

    def show_others(self, begin: str = "") -> None:
        """Show the choices as they are now, others than before, with the cursor on the one named `begin`."""
        choices = self.query_one(ChoiceList)
        choices.set_title(words_of(self._heading))
        choices.replace(self._choices(), begin)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Apply a choice; close after the last, else show the new state."""
        message.stop()
        chosen = next((choice for choice in self._choices() if choice.name == message.name), None)
        if chosen is None:  # another user has removed it meanwhile
            self.show_others()
            return
        if chosen.opens:
            self._choose(message.name)
            self.show_others()
            return
        if message.last:
            self.dismiss(None)
        if not (message.last and self._several and (self._ticked or chosen.ticked)):
            self._ticked = True
            self._choose(message.name)
        self.query_one(ChoiceList).update(self._choices())
