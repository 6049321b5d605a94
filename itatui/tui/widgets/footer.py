"""The footer: the commands of the current place with their keys; a click runs a command."""

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from itatui.locale import _
from itatui.thai import cells, numerals
from itatui.tui.commands import COMMANDS, Command
from itatui.tui.styling.strips import Part, strip
from itatui.tui.widgets.line_widget import LineWidget

LEAVING = frozenset(["stop", "leave"])
"""Actions that leave a place; where there is none, the way out is to quit."""


class Footer(LineWidget):
    """The line of commands."""

    where: var[str] = var("")
    """The place, as in `Command.keys_in`."""
    idle: var[frozenset[str]] = var(frozenset[str]())
    """Actions that cannot do their work now: their commands are left out."""

    class Asked(Message):
        """A command was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def watch_where(self) -> None:
        """Redraw the line."""
        self.refresh()

    watch_idle = watch_where

    def _visible(self) -> list[tuple[int, int, Command]]:
        """Return the commands that fit, by priority, with the cells of their begin and end."""
        offered = [command for command in COMMANDS if command.foot and command.keys_in(self.where)]
        offered = [command for command in offered if command.action not in self.idle]
        room = self.size.width - 1
        chosen: set[str] = set()
        out = "" if LEAVING.intersection(command.action for command in offered) else "quit"
        for command in sorted(offered, key=lambda command: (command.action != out, command.foot)):
            if (width := self._width(command)) < room:
                chosen.add(command.action)
                room -= width + 2
        visible = []
        at = 1
        for command in offered:
            if command.action in chosen:
                width = self._width(command)
                visible.append((at, at + width, command))
                at += width + 2
        return visible

    def _width(self, command: Command) -> int:
        return cells(command.key(self.where)) + 1 + cells(_(command.title))

    def render_line(self, y: int) -> Strip:
        """Draw the commands."""
        key, text = self.style("key"), self.style("text")
        parts: list[Part] = [(" ", text)]
        for _start, _end, command in self._visible():
            parts += [(command.key(self.where), key), (numerals(f" {_(command.title)}"), text), ("  ", text)]
        return strip(parts, self.size.width, text)

    def on_click(self, event: events.Click) -> None:
        """Send the command under the mouse."""
        event.stop()
        for start, end, command in self._visible():
            if start <= event.x < end and not command.group:
                self.post_message(self.Asked(command.action))
