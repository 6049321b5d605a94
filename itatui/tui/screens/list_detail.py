"""What the screens of the past have in common: a list, the text of what is under its cursor, and the keys below."""

from textual.screen import Screen

from itatui.tui.widgets.footer import Footer


class ListDetailScreen(Screen[None]):
    """A screen of the past. It is imported with the main screen, so nothing that costs may be here."""

    def look_again(self) -> None:
        """Reads it anew: something was changed."""
        raise NotImplementedError

    def other_pane(self) -> tuple[str, str]:
        """The ids of the list and of the text below it."""
        raise NotImplementedError

    def action_other_pane(self) -> None:
        """From the list to the text below, and back."""
        above, below = (self.query_one(f"#{name}") for name in self.other_pane())
        (below if above.has_focus else above).focus(scroll_visible=False)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Does what was clicked on."""
        message.stop()
        self.run_worker(self.run_action(message.action), group="foot")
