"""The help, which is the command palette too: commands by task with their keys. Typing narrows it, Enter runs one."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.strip import Strip

from itatui.locale import N_, _, in_every_language
from itatui.resources import resource
from itatui.thai import break_points, cells, numerals, pad, search_key, wrap
from itatui.tui.commands import COMMANDS, OFTEN, PLACES, TASKS, Command, task_of
from itatui.tui.dialogs.narrowed_rows import narrowed
from itatui.tui.keyboard import bound, shown, thai_sign
from itatui.tui.styling.strips import Part, strip
from itatui.tui.text_input.line_input import LineInput
from itatui.tui.widgets.pane import Pane

WRITING = (
    ("^←, ^→", N_("Move by Thai words; with Shift, select")),
    ("^W, ^Del", N_("Delete the word before / after the cursor")),
    ("Backspace", N_("Delete a mark or letter; Del deletes a letter with its marks")),
    ("^Home, ^End", N_("Go to the start or the end of the text")),
    ("^Z, ^Y", N_("Undo typing word by word, or redo it")),
)
"""Keys of every text input, which are no commands of a screen."""
BEGINS = N_("Write at the end of this field, starting with that letter")
"""What signs do where the cursor is on a text."""
MOVING = N_("Tab: next pane. Arrows: move. Enter: open. Esc: back.")
KEYS = 20
"""Cells of the column of keys."""
OFTEN_IN = ("tracks", "measures", "detail", "quarters")
"""Places that show the commands used most by themselves."""


class HelpRow(NamedTuple):
    """A heading, or a command with its keys."""

    words: str
    """In the current language."""
    keys: str = ""
    action: str = ""
    """Action to run; empty: a heading, a key of the text inputs, or a command of another screen."""
    place: str = ""
    """Place of a command of another screen."""
    searched: str = ""
    """Search key of everything by which it is found."""
    is_heading: bool = False


def prepare() -> None:
    """Find the words of every row, for the help to open at once. For a thread."""
    for row in help_rows("measures"):
        break_points(numerals(row.words))


def help_rows(place: str) -> list[HelpRow]:
    """Return the whole help of a place: its commands by task, the keys of its texts, then the other commands."""
    here = [command for command in COMMANDS if command.is_offered(place)]
    often = {command.action: command for command in here if command.action in OFTEN and place in OFTEN_IN}
    groups = [(_("Used most"), [often[action] for action in OFTEN if action in often])]
    rest = [command for command in here if command.action not in often]
    groups += [(_(task), [command for command in rest if task_of(command) == task]) for task in TASKS]
    groups += [(_("Other"), [command for command in rest if not task_of(command)])]
    rows: list[HelpRow] = []
    for title, commands in groups:
        rows += _under(title, [_row(command, place) for command in commands])
    writes = place in ("editor", "listed", "find")
    notes = [(_("letters"), BEGINS)] if place == "detail" else list(WRITING) if writes else []
    moving = [] if writes else [("", MOVING)]
    texts = [HelpRow(_(words), keys, searched=_searched((words,), keys)) for keys, words in (*notes, *moving)]
    rows += _under(_("Keys"), texts)
    there = [command for command in COMMANDS if not command.is_offered(place)]
    return rows + _under(_("Commands on other screens"), [_row(command) for command in there])


def _under(title: str, rows: list[HelpRow]) -> list[HelpRow]:
    return [HelpRow(title, is_heading=True), *rows] if rows else []


def _row(command: Command, here: str = "") -> HelpRow:
    """Return the row of a command; `here` is the current place, empty for a command of another."""
    keys, task = keys_of(command, here) or shown("ctrl+p"), task_of(command)
    place = "" if here else PLACES[command.where.split()[0]]
    searched = _searched(tuple(filter(None, (command.title, command.help, task, place))), keys)
    words = _(command.help)
    if place:
        words = _("{command} ({place})").format(command=words, place=_(place))
    return HelpRow(words, keys, command.action if here else "", place, searched)


@lru_cache(512)
def _searched(messages: tuple[str, ...], keys: str) -> str:
    return search_key("\n".join([keys, *(text for message in messages for text in in_every_language(message))]))


class _Line(NamedTuple):
    """A line of the help."""

    row: int
    """Number of its row; -1: an empty line."""
    keys: str = ""
    words: str = ""


class HelpLines(Pane, can_focus=False):
    """The rows of the help; a row takes as many lines as its words need. The keys come from the field above."""

    class Clicked(Message):
        """A row was clicked."""

    def __init__(self) -> None:
        super().__init__("help_lines")
        self._rows: Sequence[HelpRow] = ()
        self._wrapped: list[_Line] = []
        self._width = 0
        """Cells for which the rows are wrapped; 0: they are not."""
        self._keys = 0
        """Cells of the column of keys."""
        self.at = -1
        """Row under the cursor; -1: none."""

    def show(self, rows: Sequence[HelpRow], at: int) -> None:
        """Show other rows, with the cursor on the first from `at` that is no heading; -1: on none."""
        self._rows = rows
        self.at = at
        self._width = 0
        if self.inside.height:  # laid out
            self.redraw_all()
            self.content_changed()
            self.go_to_line(0)
        if at >= 0:
            self.action_step(0)

    @property
    def chosen(self) -> HelpRow | None:
        """The row under the cursor."""
        return self._rows[self.at] if 0 <= self.at < len(self._rows) else None

    @property
    def _lines(self) -> "list[_Line]":
        """The lines of the rows, wrapped to the width of the pane."""
        if self._width != self.width:
            self._width = self.width
            self._keys = min(max([cells(row.keys) for row in self._rows], default=0), KEYS) + 4
            self._wrapped = list(self._wrap())
        return self._wrapped

    def _wrap(self) -> "Iterator[_Line]":
        for number, row in enumerate(self._rows):
            if row.is_heading and number:
                yield _Line(-1)
            keys = wrap(row.keys, KEYS)
            words = wrap(numerals(row.words), max(self.width - 1 - (0 if row.is_heading else self._keys), 10))
            for at in range(max(len(keys), len(words))):
                yield _Line(number, keys[at] if at < len(keys) else "", words[at] if at < len(words) else "")

    def on_resize(self) -> None:
        """Scroll back to the last line."""
        self.content_changed()

    def line_count(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def draw_line(self, row: int) -> Strip:
        """Draw a line: a heading, or keys and words."""
        text = self.style("text")
        number, keys, words = self._lines[row] if row < len(self._lines) else _Line(-1)
        if number >= 0 and self._rows[number].is_heading:
            return strip([(" ", text), (words, self.style("title"))], self.width, text)
        if number >= 0 and number == self.at:
            cursor = self.style("cursor")
            return strip([("▌", cursor), (pad(f"  {keys}", self._keys) + words, cursor)], self.width, cursor)
        parts: list[Part] = [(" ", text), (pad(f"  {keys}", self._keys), self.style("key")), (words, text)]
        return strip(parts, self.width, text)

    def action_step(self, by: int) -> None:
        """Move the cursor by rows, over the headings."""
        rows = [number for number, row in enumerate(self._rows) if not row.is_heading]
        if not rows:
            self.at = -1
            return
        after = [number for number in rows if number >= self.at + (by > 0)] if by >= 0 else []
        before = [number for number in rows if number < self.at]
        self.at = (after[: by or 1] or rows[-1:])[-1] if by >= 0 else (before[by:] or rows)[0]
        lines = [line for line, (number, _keys, _words) in enumerate(self._lines) if number == self.at]
        first = 0 if self.at == rows[0] else lines[0]
        self.show_lines(first, lines[-1] - first + 1)
        self.redraw_all()

    def action_page(self, by: int) -> None:
        """Scroll by pages, which overlap by a line; the cursor goes along."""
        self.go_to_line(self.top + by * max(self.inside.height - 1, 1))
        in_sight = [number for number, *_rest in self._lines[self.top : self.top + self.inside.height]]
        rows = [number for number in in_sight if number >= 0 and not self._rows[number].is_heading]
        if rows:
            self.at = rows[0] if by < 0 else rows[-1]
        self.redraw_all()

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        event.stop()
        line = self.line_at(event)
        number = self._lines[line][0] if 0 <= line < len(self._lines) else -1
        if number >= 0 and not self._rows[number].is_heading:
            self.at = number
            self.redraw_all()
            self.post_message(self.Clicked())


def keys_of(command: Command, place: str = "") -> str:
    """Return the keys of a command in print, all or those that work in a place: `F4, t (ะ)`."""
    words = []
    for key in command.keys_in(place) if place else command.keys:
        sign = thai_sign(key)
        if sign and not cells(sign):
            sign = f"◌{sign}"  # a mark cannot stand alone
        words.append(shown(key) + (f" ({sign})" if sign else ""))
    return ", ".join(words)


class HelpDialog(ModalScreen[str]):
    """The help over the current screen. Return the action to run; empty: none."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [
        Binding(bound("escape", "f1", "ctrl+p"), "dismiss('')", show=False, priority=True),
        Binding("enter", "run", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where
        self._rows: Sequence[HelpRow] = ()

    def compose(self) -> ComposeResult:
        """The field for what is searched, and the rows."""
        with Vertical(id="help"):
            yield LineInput(widget_id="help_wanted", wraps=False, placeholder=lambda: _("Type to search commands"))
            yield HelpLines()

    def on_mount(self) -> None:
        """Show every row."""
        self.on_language_changed()
        self.query_one(LineInput).focus()

    def on_language_changed(self) -> None:
        """Show titles and rows in the current language."""
        box = self.query_one("#help")
        box.border_title = _("Help")
        box.border_subtitle = _("↑ ↓: choose   Enter: run   Esc: back")
        self._rows = help_rows(self._where)
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.query_one(LineInput).text.strip()
        self.query_one(HelpLines).show(narrowed(self._rows, wanted), 0 if wanted else -1)

    def on_text_area_changed(self, event: LineInput.Changed) -> None:
        """Show the rows with the typed words."""
        event.stop()
        self._narrow()

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(HelpLines).action_step(by)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.query_one(HelpLines).action_page(by)

    def action_run(self) -> None:
        """Close, and run the command under the cursor; stay at one that works elsewhere, and say where."""
        row = self.query_one(HelpLines).chosen
        if row is not None and row.place:
            self.notify(_("This command works in: {place}").format(place=_(row.place)), markup=False)
        else:
            self.dismiss(row.action if row else "")

    def on_help_lines_clicked(self, message: HelpLines.Clicked) -> None:
        """Run the command that was clicked."""
        message.stop()
        self.action_run()


def show_help(screen: Screen[Any], place: str) -> None:
    """Open the help of a place over its screen, and run there what the user chooses in it."""

    def run(action: str | None) -> None:
        if action:
            screen.run_worker(screen.run_action(action), group="palette")

    screen.app.push_screen(HelpDialog(place), run)
