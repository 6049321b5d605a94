"""Base of the screens in front of the main screen that show the register."""

from textual.screen import Screen


class RegisterView(Screen[None]):
    """A screen that the main screen keeps up to date: it calls `reload` when the register or the date has changed."""

    def reload(self) -> None:
        """Show the register as it is now."""
        raise NotImplementedError
