"""Lists of choices, and a dialog with such a list: choose by arrows, numbers or the mouse, once or several times.

A list of a dialog has numbers, or is narrowed by typed letters, never both: with the Thai layout on, the keys of the
numbers send letters with which words begin.
"""

from collections.abc import Awaitable, Callable, Sequence
from string import digits
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.screen import ModalScreen

from itatui.locale import _
from itatui.resources import resource
from itatui.thai import cells, numerals, pad, search_key, truncate
from itatui.tui.dialogs.narrowed_rows import narrowed
from itatui.tui.keyboard import bound
from itatui.tui.styling.spans import Span
from itatui.tui.widgets.list_view import ListView
from itatui.tui.words import Words, words_of

NARROWED_CELLS = 24
"""Cells of the typed words in the title."""


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
    whole: str = ""
    """The whole text by which it is found, if the title shows only a part."""

    @property
    def is_heading(self) -> bool:
        """Whether it cannot be chosen."""
        return not self.name

    @property
    def searched(self) -> str:
        """The search key of the texts by which it is found."""
        return search_key(f"{self.title}\n{self.note}\n{self.whole}")


def dot(is_chosen: bool) -> str:
    """Return the sign of a choice among others that exclude it."""
    return "(●)" if is_chosen else "( )"


def box(is_ticked: bool) -> str:
    """Return the sign of a choice that can be ticked beside others."""
    return "[x]" if is_ticked else "[ ]"


def with_numbers(choices: Sequence[Choice], first: int = 1) -> list[Choice]:
    """Return choices with numbers from `first`; without, if that takes more than the ten digits."""
    if first + len(choices) > len(digits):
        return list(choices)
    return [choice._replace(sign=str(number)) for number, choice in enumerate(choices, first)]


class ChoiceList(ListView):
    """A list of choices; the cursor skips headings. With `narrows`, typed signs narrow it unless it has numbers."""

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

    class Narrowed(Message):
        """Other words were typed."""

    def __init__(
        self, pane_id: str, choices: Sequence[Choice], begin: str | None = "", *, narrows: bool = False
    ) -> None:
        """Put the cursor on the choice named `begin`, on the first without a name, on none with None."""
        super().__init__(pane_id, self._spans)
        self._all = choices
        self._choices: Sequence[Choice] = choices
        """Those in sight: all, or those with the typed words."""
        self._begin = begin
        self._narrows = narrows
        self.wanted = ""
        """The typed words."""
        self.empty = ""
        """Shown if there is no choice at all."""

    def on_mount(self) -> None:
        """Show the choices."""
        names = [choice.name for choice in self._choices]
        self.show(len(names), names.index(self._begin) if self._begin and self._begin in names else 0, "")
        if self._begin is None:
            self.at = -1

    def replace(self, choices: Sequence[Choice], begin: str = "") -> None:
        """Show other choices, all of them, with the cursor on the choice named `begin` or else on the first."""
        self._all, self.wanted = choices, ""
        self._show(choices, begin)
        self.refresh(layout=True)

    def _show(self, choices: Sequence[Choice], begin: str) -> None:
        self._choices = choices
        names = [choice.name for choice in choices]
        self.at = 0
        empty = _("Nothing found. Esc: the whole list") if self.wanted else self.empty
        self.show(len(names), names.index(begin) if begin in names else 0, empty)

    def update(self, choices: Sequence[Choice]) -> None:
        """Redraw the choices that have changed; if there are others, stay on the same one or near it."""
        if [choice.name for choice in choices] != [choice.name for choice in self._all]:
            self.replace(choices, self._current())
            return
        before, self._all = self._choices, choices
        now = narrowed(choices, self.wanted)
        if [choice.name for choice in now] != [choice.name for choice in before]:  # their titles were translated
            self._show(now, self._current())
            return
        changed = [row for row, pair in enumerate(zip(before, now, strict=True)) if pair[0] != pair[1]]
        self._choices = now
        for row in changed:
            self.redraw(row)

    def _current(self) -> str:
        return self._choices[self.at].name if 0 <= self.at < len(self._choices) else ""

    def narrow(self, wanted: str) -> None:
        """Show the choices with the typed words; without words all, with the cursor where it is."""
        begin = "" if wanted else self._current()
        self.wanted = wanted
        self._show(narrowed(self._all, wanted), begin)
        self.post_message(self.Narrowed())

    @property
    def numbers(self) -> list[int]:
        """The numbers of the choices, in ascending order; none if the list has no numbers."""
        return sorted(int(choice.sign) for choice in self._all if choice.sign.isdigit())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Test whether a key is text that narrows the list."""
        narrows = self._narrows and not self.numbers
        return narrows and character is not None and character.isprintable() and character != " "

    def on_key(self, event: events.Key) -> None:
        """Narrow the list by a sign; Backspace takes the last one back."""
        if self.check_consume_key(event.key, event.character):
            self.narrow(f"{self.wanted}{event.character}")
        elif event.key == "backspace" and self.wanted:
            self.narrow(self.wanted[:-1])
        else:
            return
        event.stop()
        event.prevent_default()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return a line per choice: the list is no higher than it must be, and stays so while it is narrowed."""
        return max(len(self._all), 1)

    def _go_to(self, at: int) -> None:
        rows = [row for row, choice in enumerate(self._choices) if choice.name] or [0]
        onward = [row for row in rows if row >= at] if at >= self.at else [row for row in rows if row <= at][::-1]
        super()._go_to((onward or (rows[-1:] if at >= self.at else rows))[0])

    def _show_position(self) -> None:
        """Leave the border to the hint of the keys."""

    def action_choose(self, last: bool) -> None:
        """Choose the row under the cursor."""
        if 0 <= self.at < len(self._choices):
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
            title = pad(choice.title, max(cells(each.title) for each in self._all))
            return [(f"{choice.sign} ", "key"), (f"{title}  {choice.note}", "text")]
        words = f" {choice.sign:<3} {choice.title}"
        gap = max(width - cells(words) - cells(choice.figure) - 1, 1)
        return [(numerals(f"{words}{' ' * gap}{choice.figure} "), "text")]


class ChooseDialog(ModalScreen[None]):
    """A list of choices over the screen. Space chooses and stays, Enter chooses and closes, Esc closes.

    With `several`, Space ticks and unticks, and Enter closes; if nothing was ticked before, it takes the row under the
    cursor. Typed letters narrow a list without numbers, and Esc shows all of it again first.
    """

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [Binding(bound("escape", "q"), "leave", show=False)]
    NARROWS: ClassVar[bool] = True
    """Whether letters narrow the list: not where they are commands."""

    def __init__(
        self,
        title: Words,
        choices: Callable[[], Sequence[Choice]],
        choose: Callable[[str], None],
        begin: str = "",
        *,
        several: bool = False,
        read: Callable[[], Awaitable[None]] | None = None,
        beside: bool = False,
    ) -> None:
        """`choose` takes the name of a choice; `begin` is the name of the choice under the cursor at first.

        `read` is awaited before the first choices, and after a choice that shows others. `beside` leaves the right half
        of the screen in sight.
        """
        super().__init__(classes="-beside" if beside else None)
        self._heading = title
        self._choices = choices
        self._choose = choose
        self._begin = begin
        self._several = several
        self._read = read
        self._ticked = False
        """Whether Space has ticked or unticked a row."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield ChoiceList("choosing", self._choices(), self._begin, narrows=self.NARROWS)

    def on_mount(self) -> None:
        """Focus the list."""
        self.on_language_changed()
        self.query_one(ChoiceList).focus()
        self._read_choices()

    def hint(self) -> str:
        """Return the words about the keys."""
        choices = self.query_one(ChoiceList)
        if numbers := choices.numbers:
            keys = _("{numbers} or Enter: choose   Esc: back")
            return numerals(
                keys.format(numbers="–".join(str(each) for each in dict.fromkeys((numbers[0], numbers[-1]))))
            )
        if choices.wanted:
            if self._several:
                return _("Space: tick   Enter: OK   Esc: whole list")
            return _("Enter: choose   Esc: whole list")
        if self._several:
            return _("Type: find   Space: tick   Enter: OK   Esc: back")
        return _("Type: find   Enter: choose   Esc: back")

    def _show_title(self) -> None:
        choices = self.query_one(ChoiceList)
        title = words_of(self._heading)
        if choices.wanted:
            title = f"{title}: {truncate(choices.wanted, NARROWED_CELLS)}"
        choices.set_title(title)
        choices.border_subtitle = self.hint()

    def on_language_changed(self) -> None:
        """Show titles, hints and choices in the current language."""
        choices = self.query_one(ChoiceList)
        choices.update(self._choices())
        self._show_title()
        choices.refresh(layout=True)

    def show_others(self, begin: str = "") -> None:
        """Show the choices as they are now, others than before, with the cursor on the choice named `begin`."""
        self.query_one(ChoiceList).replace(self._choices(), begin)
        self._show_title()

    def _read_choices(self) -> None:
        if self._read is not None:
            self.run_worker(self._show_read(self._read()), group="read", exclusive=True)

    async def _show_read(self, read: Awaitable[None]) -> None:
        choices = self.query_one(ChoiceList)
        choices.empty = _("reading…")
        self.show_others()
        await read
        choices.empty = ""
        self.show_others()

    def on_choice_list_narrowed(self, message: ChoiceList.Narrowed) -> None:
        """Show what was typed."""
        message.stop()
        self._show_title()

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
            self._read_choices()
            return
        if message.last:
            self.dismiss(None)
        if not (message.last and self._several and (self._ticked or chosen.ticked)):
            self._ticked = True
            self._choose(message.name)
        self.query_one(ChoiceList).update(self._choices())

    def action_leave(self) -> None:
        """Show the whole list again; from there, close."""
        choices = self.query_one(ChoiceList)
        if choices.wanted:
            choices.narrow("")
        else:
            self.dismiss(None)
