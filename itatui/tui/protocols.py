"""The application as its screens see it, so that no screen has to import it."""

from contextlib import AbstractContextManager
from typing import Any, Protocol, cast

from textual.screen import Screen

from itatui.domain.protocols import RegisterStore
from itatui.tui.environment import Environment
from itatui.tui.session.drafts import Drafts
from itatui.tui.words import Words


class Borrower(Protocol):
    """A user of the terminal beside the application, such as an editor of the user's."""

    def end(self) -> None:
        """End: the application does. Put everything in order that is to be saved."""


class RegisterApp(Protocol):
    """The application: settings, colours, and the register on the screen."""

    environment: Environment
    theme_setting: str
    """The theme in force, as the setting names it."""

    drafts: Drafts

    async def load(self, action: str) -> None:
        """Load what an action needs at its first use, in a thread."""

    def keys_waiting(self) -> AbstractContextManager[None]:
        """Give no key up: the one that is taking effect needs something that takes its time."""

    def choose(self, name: str, value: Any) -> bool:
        """Apply a setting and keep it. Return False if it could not be kept. Raises `ItatuiError`."""

    def take_theme(self, setting: str) -> None:
        """Show everything in another theme."""

    def set_own_unit(self, unit: str) -> None:
        """Take the user's own unit into force; empty: none is chosen."""

    def tell(self, message: Words) -> None:
        """Show a message in place of the one before; it follows the language."""

    def lend_terminal(self, borrower: Borrower) -> AbstractContextManager[None]:
        """Leave the terminal to another program for a while."""

    async def open(self, store: RegisterStore) -> None:
        """Show another register. Raises `ItatuiError` if it cannot be read."""


def register_app(screen: Screen[Any]) -> RegisterApp:
    """Return the application of a screen."""
    return cast("RegisterApp", screen.app)
