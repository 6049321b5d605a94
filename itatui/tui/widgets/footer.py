"""The line at the bottom: what can be done now, with its keys; a click does it."""

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from itatui.locale import _
from itatui.thai import cells, numerals
from itatui.tui.commands import COMMANDS, Command
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.line_widget import LineWidget


class Footer(LineWidget):
    """One line."""

    where: var[str] = var("")
    """Where the person is, as `Command.where` names it."""

    class Asked(Message):
        """A command was clicked on."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def watch_where(self) -> None:
        """Draws the line anew."""
        self.refresh()

    def _placed(self) -> list[tuple[int, int, Command]]:
        """Each command that finds room, with the cells where it begins and ends; the first to be told find it first."""
        told = [command for command in COMMANDS if command.foot and self.where in command.where.split()]
        room = self.size.width - 1
        chosen: set[str] = set()
        for command in sorted(told, key=lambda command: command.foot):
            taken = _width(command) + 2
            if taken - 2 < room:
                chosen.add(command.action)
                room -= taken
        placed = []
        at = 1
        for command in told:
            if command.action in chosen:
                placed.append((at, at + _width(command), command))
                at += _width(command) + 2
        return placed

    def render_line(self, y: int) -> Strip:
        """The line."""
        key, text = self.style("key"), self.style("text")
        parts: list[Part] = [(" ", text)]
        for _start, _end, command in self._placed():
            parts += [(command.key, key), (numerals(f" {_(command.title)}"), text), ("  ", text)]
        return strip(parts, self.size.width, text)

    def on_click(self, event: events.Click) -> None:
        """Does what is pointed at."""
        event.stop()
        for start, end, command in self._placed():
            if start <= event.x < end:
                self.post_message(self.Asked(command.action))


def _width(command: Command) -> int:
    return cells(command.key) + 1 + cells(_(command.title))
