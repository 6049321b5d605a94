"""The floor program with a clock on its event loop: what bare Textual takes for an empty dialog, and another size."""

import sys
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tools.bench.floor_screen import FloorApp
from tools.bench.watched_screen import watch


class Empty(ModalScreen[None]):
    """A dialog without anything in it, over a dimmed screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)")]


class FloorWithDialog(FloorApp):
    """The floor program; it opens the dialog, and redraws itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "open", priority=True),
        Binding("ctrl+l", "draw", priority=True),
    ]

    def action_open(self) -> None:
        """Open the empty dialog."""
        self.push_screen(Empty())

    def action_draw(self) -> None:
        """Redraw the screen."""
        self.screen.refresh()


def run() -> int:
    """Run the floor program."""
    FloorWithDialog().run()
    return 0


if __name__ == "__main__":
    sys.exit(watch(run))
