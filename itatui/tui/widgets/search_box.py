"""The line in which one types what to find; the list narrows while one types."""

from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.timer import Timer

from itatui.locale import _
from itatui.thai import clean, repair_marks
from itatui.tui.text_input.line_input import LineInput

if TYPE_CHECKING:
    from itatui.tui.screens.main.screen import MainScreen

PAUSE = 0.15
"""Seconds without a key after which the list follows."""


class SearchBox(LineInput):
    """Enter goes on to what was found; Esc shows everything again."""

    BINDINGS = [
        Binding("escape", "forget", show=False),
        Binding("down,tab,shift+tab", "submit", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__(
            text,
            widget_id="find",
            wraps=False,
            placeholder=_("find: a word of the measure, its result, outcome, unit or evidence"),
        )
        self.compact = False  # it has a border
        self.border_title = _("Find")
        self.border_subtitle = _("Enter: to the list   Esc: everything again")
        self._pause: Timer | None = None

    async def _on_paste(self, event: events.Paste) -> None:
        """Takes in a pasted text, mended."""
        event.stop()
        event.prevent_default()
        await super()._on_paste(events.Paste(repair_marks(event.text)[0]))

    def on_focus(self, event: events.Focus) -> None:
        """Has what is looked for selected: a letter replaces it."""
        if not event.from_app_focus:
            self.select_all()

    @property
    def _main(self) -> "MainScreen":
        return self.screen  # type: ignore[return-value]

    def on_text_area_changed(self, event: LineInput.Changed) -> None:
        """Has the list follow when the typing pauses."""
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._narrow)

    def _narrow(self) -> None:
        text, _dropped = clean(self.value)
        session = self._main.session
        session.set_filter(session.filter._replace(text=text))

    def on_line_input_submitted(self, event: LineInput.Submitted) -> None:
        """Goes on to the list."""
        event.stop()
        self._leave()

    def action_forget(self) -> None:
        """Shows everything again."""
        self.text = ""
        self._leave()

    def _leave(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._narrow()
        # It is removed when it has lost the keys: before, Textual would give them to the detail for a moment.
        self._main.go_to_pane("measures")

    def on_blur(self, event: events.Blur) -> None:
        """Goes when one leaves, or clicks elsewhere."""
        self._narrow()
        self.remove()
