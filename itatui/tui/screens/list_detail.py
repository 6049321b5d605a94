"""Base of the screens with a list above and the detail of the row under the cursor below."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from itatui.resources import resource
from itatui.thai import safe
from itatui.tui.commands import COMMANDS
from itatui.tui.screens.register_view import RegisterView
from itatui.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from itatui.tui.styling.spans import Span
    from itatui.tui.widgets.list_view import ListView
    from itatui.tui.widgets.text_view import Lines


class ListDetailScreen(RegisterView):
    """A list, the detail of a row, and the footer. Subclasses define titles, rows and details."""

    CSS_PATH = resource("styles", "views.tcss")
    AUTO_FOCUS = "#list"
    PLACE: ClassVar[str]
    """The screen's name in `itatui.tui.commands`."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[Hashable] = ()
        """Identity of each row, so that the cursor stays on it when the list changes."""
        self._detailed: Hashable = None
        """Identity of the row whose detail is shown."""

    def title_of_list(self) -> str:
        """Return the title of the list."""
        raise NotImplementedError

    def title_of_detail(self, at: int | None) -> str:
        """Return the title of the detail of a row; None: there is no row."""
        raise NotImplementedError

    def row(self, at: int, width: int) -> "Sequence[Span]":
        """Return a row of the list, of at most `width` cells."""
        raise NotImplementedError

    def detail(self, at: int) -> "Callable[[int], Lines]":
        """Return a function from a width in cells to the lines of a row's detail."""
        raise NotImplementedError

    @property
    def place(self) -> str:
        """The place of the commands."""
        return self.PLACE

    def compose(self) -> ComposeResult:
        """The list, the detail and the footer."""
        from itatui.tui.widgets.list_view import ListView
        from itatui.tui.widgets.text_view import TextView

        self.list: ListView = ListView("list", self.row)
        self.text: TextView = TextView("list_detail")
        yield self.list
        yield self.text
        yield Footer(id="list_foot")

    def on_mount(self) -> None:
        """Read the rows."""
        self.query_one(Footer).where = self.place
        self.on_language_changed()

    def on_language_changed(self) -> None:
        """Show titles and rows in the current language."""
        self.list.set_title(self.title_of_list())
        self.text.set_title(self.title_of_detail(self.current_row))
        self.reload()

    def show_rows(self, keys: Sequence[Hashable], empty: str, at: int = 0) -> None:
        """Show a row for each key; the cursor stays on its key, or goes to row `at`. `empty` is shown without rows."""
        current = self._keys[self.list.at] if self.list.at < len(self._keys) else None
        self._keys = keys
        self.list.set_title(self.title_of_list())
        self.list.show(len(keys), keys.index(current) if current in keys else at, empty)
        self.offer()

    def go_to_key(self, key: Hashable) -> None:
        """Put the cursor on the row of a key, if it is there."""
        if key in self._keys:
            self.list.action_step(self._keys.index(key) - self.list.at)

    def offer(self) -> None:
        """Offer in the footer what can be done now."""
        self.query_one(Footer).idle = frozenset(
            command.action for command in COMMANDS if command.foot and self.refusal(command.action)
        )

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can. The footer leaves such commands out."""
        return ""

    @property
    def current_row(self) -> int | None:
        """The row under the cursor; None in an empty list."""
        return self.list.at if self.list.at < len(self._keys) else None

    def on_list_view_moved(self, message: "ListView.Moved") -> None:
        """Show the detail of the row under the cursor."""
        message.stop()
        if message.at < len(self._keys):
            self.text.set_title(self.title_of_detail(message.at))
            key = self._keys[message.at]
            self.text.show(self.detail(message.at), stay=key == self._detailed)
            self._detailed = key

    def warn(self, words: str) -> None:
        """Show a warning in the corner of the screen."""
        self.notify(safe(words), severity="warning", markup=False)

    def action_other_pane(self) -> None:
        """Move the focus between the list and the detail."""
        (self.text if self.list.has_focus else self.list).focus(scroll_visible=False)

    def action_help(self) -> None:
        """Show the help."""
        from itatui.tui.dialogs.help import show_help

        show_help(self, self.place)

    def action_leave(self) -> None:
        """Close the screen."""
        self.dismiss(None)

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Run the command that was clicked."""
        message.stop()
        self.run_worker(self.run_action(message.action), group="foot")
