"""The floor for everything on a screen: about the least that a Textual program can be and still answer to keys.

Forty numbered lines, of which the cursor marks one; letters are written after one another in the last line of the
screen. What a program takes beyond this is its own doing.
"""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

READY = "line 0"
"""The text that shows that the program has painted."""


class Lines(Widget, can_focus=True):
    """Lines, one of them marked; only those that change are painted again."""

    cursor = 0
    """The marked line."""
    typed = ""
    """The letters so far."""

    def render_line(self, y: int) -> Strip:
        text = self.typed[-60:] if y == self.size.height - 1 else f"line {y}"
        return Strip([Segment(f"{text:<60}", Style(reverse=y == self.cursor))], 60)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        if event.key in ("up", "down"):
            before = self.cursor
            self.cursor = min(max(before + (1 if event.key == "down" else -1), 0), 34)
            self.refresh(Region(0, before, 60, 1), Region(0, self.cursor, 60, 1))
        elif event.character:
            self.typed += event.character
            self.refresh(Region(0, self.size.height - 1, 60, 1))


class FloorApp(App[None]):
    """The program."""

    def compose(self) -> ComposeResult:
        yield Lines()


if __name__ == "__main__":
    FloorApp().run()
