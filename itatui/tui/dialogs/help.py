"""The help: commands of the current place and of the others, with their keys on both layouts."""

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip

from itatui.locale import N_, _
from itatui.resources import resource
from itatui.thai import cells, numerals, pad, wrap
from itatui.tui.commands import COMMANDS, Command
from itatui.tui.keyboard import bound, shown, thai_sign
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.pane import ReadingPane

WRITING = (
    ("^←, ^→", N_("Move by Thai words; with Shift, select")),
    ("^W, ^Del", N_("Delete the word before / after the cursor")),
    ("Backspace", N_("Delete a mark or letter; Del deletes a letter with its marks")),
    ("^Home, ^End", N_("Go to the start or the end of the text")),
    ("^Z, ^Y", N_("Undo typing word by word, or redo it")),
)
"""Keys of every text input, which are no commands of a screen."""
BEGINS = N_("Write at the end of this field, beginning with that letter")
"""What signs do where the cursor is on a text."""
KEYS = 22
"""Cells of the column of keys."""


class HelpLines(ReadingPane):
    """The lines of the help."""

    def __init__(self, where: str) -> None:
        super().__init__("help")
        self._where = where
        self._lines: list[tuple[tuple[str, str], ...]] = []

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._lines = self._wrapped(self.width)
        self.redraw_all()

    def on_language_changed(self) -> None:
        """Show the help in another language: it may have another height."""
        self.on_resize()
        self.content_changed()
        self.refresh(layout=True)

    def _wrapped(self, width: int) -> list[tuple[tuple[str, str], ...]]:
        return list(self._build(max(width - KEYS - 2, 10)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines: the dialog is no higher than its text."""
        return len(self._wrapped(width - 1))

    def _build(self, room: int) -> Iterator[tuple[tuple[str, str], ...]]:
        here = [command for command in COMMANDS if command.keys_in(self._where)]
        there = [command for command in COMMANDS if command not in here]
        for title, commands in ((_("Commands here"), here), (_("Commands on other screens"), there)):
            if commands:
                yield ((title, "title"),)
            place = self._where if commands is here else ""
            yield from self._rows(((keys_of(command, place), command.help) for command in commands), room)
            if commands is here and self._where in ("editor", "listed", "find"):
                yield from self._rows(WRITING, room)
            if commands is here and self._where == "detail":
                yield from self._rows([(_("letters"), BEGINS)], room)
            yield ()
        for line in wrap(_("Tab: next pane. Arrows: move. Enter: open. Esc: back."), room + KEYS):
            yield ((line, "text"),)

    def _rows(self, pairs: Iterable[tuple[str, str]], room: int) -> Iterator[tuple[tuple[str, str], ...]]:
        for keys, words in pairs:
            first, *rest = wrap(numerals(_(words)), room)
            yield (pad(f"  {keys}", KEYS), "key"), (first, "text")
            for line in rest:
                yield (" " * KEYS, "key"), (line, "text")

    def line_count(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def draw_line(self, row: int) -> Strip:
        """Draw a line."""
        line = self._lines[row] if row < len(self._lines) else ()
        parts: list[Part] = [(text, self.style(style)) for text, style in line]
        return strip(parts, self.width, self.style("text"))


def keys_of(command: Command, place: str = "") -> str:
    """Return the keys of a command in print, all or those that work in a place: `F4, t (ะ)`."""
    words = []
    for key in command.keys_in(place) if place else command.keys:
        sign = thai_sign(key)
        if sign and not cells(sign):
            sign = f"◌{sign}"  # a mark cannot stand alone
        words.append(shown(key) + (f" ({sign})" if sign else ""))
    return ", ".join(words)


class HelpDialog(ModalScreen[None]):
    """The help over the current screen."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [Binding(bound("escape", "f1", "enter", "question_mark", "q"), "dismiss(None)", show=False)]

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        """The lines."""
        yield HelpLines(self._where)

    def on_mount(self) -> None:
        """Set the titles and the focus."""
        self.on_language_changed()
        self.query_one(HelpLines).focus()

    def on_language_changed(self) -> None:
        """Show the titles in the current language."""
        lines = self.query_one(HelpLines)
        lines.border_title = _("Help")
        lines.border_subtitle = _("Esc: back")
