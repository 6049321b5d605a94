"""Base of the fields of a form that are no texts: their value is chosen by keys."""

from itatui.tui.terminal.key_pace import MOVES
from itatui.tui.widgets.line_widget import LineWidget


class FormBox(LineWidget, can_focus=True):
    """A field a line high, which shows its cursor while it has the focus."""

    def acts_when_held(self, key: str) -> bool:
        """Test whether a key goes on acting while it is held: a held key changes the value once."""
        return key in MOVES

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    on_blur = on_focus
