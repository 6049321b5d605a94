"""Floor of the screen figures: about the smallest Textual program that responds to keys.

Forty numbered lines, the cursor line in reverse; typed letters appear in the last line of the screen.
"""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

READY = "line 0"
"""Text on the screen once the program has painted."""


class Lines(Widget, can_focus=True):
    """Numbered lines with a cursor; repaints only the lines that change."""

    cursor = 0
    """Cursor line."""
    typed = ""
    """Letters typed so far."""

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
    """The floor program."""

    def compose(self) -> ComposeResult:
        yield Lines()


if __name__ == "__main__":
    FloorApp().run()
