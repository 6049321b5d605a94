"""The application as its screens see it, so that no screen has to import it."""

from typing import Any, Protocol, cast

from textual.screen import Screen

from itatui.domain.protocols import RegisterStore
from itatui.tui.environment import Environment
from itatui.tui.session.drafts import Drafts
from itatui.tui.words import Words


class RegisterApp(Protocol):
    """The application: settings, colours, and the register on the screen."""

    environment: Environment
    theme_setting: str
    """The theme in force, as the setting names it."""

    drafts: Drafts

    def choose(self, name: str, value: Any) -> bool:
        """Apply a setting and keep it. Return False if it could not be kept. Raises `ItatuiError`."""

    def take_theme(self, setting: str) -> None:
        """Show everything in another theme."""

    def set_own_unit(self, unit: str) -> None:
        """Take the user's own unit into force; empty: none is chosen."""

    def tell(self, message: Words) -> None:
        """Show a message in place of the one before; it follows the language."""

    async def open(self, store: RegisterStore) -> None:
        """Show another register. Raises `ItatuiError` if it cannot be read."""


def register_app(screen: Screen[Any]) -> RegisterApp:
    """Return the application of a screen."""
    return cast("RegisterApp", screen.app)
