"""The application: the themes, the styles, and the main screen; nothing of the register."""

from collections.abc import Iterable
from datetime import date

from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from itatui.domain.keeper import Keeper
from itatui.locale import _
from itatui.resources import resource
from itatui.tui import wrapping
from itatui.tui.commands import COMMANDS, of_main
from itatui.tui.main import Main
from itatui.tui.turns import KeysInTurn

DARK = Theme(
    name="itatui-dark",
    primary="#7cc4ff",
    secondary="#5f7285",
    accent="#ffb52e",
    foreground="#e8e8e8",
    background="#10151a",
    surface="#1b232b",
    panel="#1b232b",
    success="#6bd48f",
    warning="#ffb52e",
    error="#ff7b72",
    dark=True,
)
"""Light signs on a dark ground."""


class Itatui(KeysInTurn):
    """itatui on the screen."""

    TITLE = "itatui"
    CSS_PATH = [resource("styles", name) for name in ("itatui.tcss", "panes.tcss")]
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, keeper: Keeper, *, today: date | None = None) -> None:
        super().__init__()
        wrapping.install()
        self.main = Main(keeper, today)
        self.animation_level = "none"
        self.register_theme(DARK)
        self.set_reactive(App.theme, DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The main screen is the first and the last."""
        return self.main

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command, for the palette."""
        if screen is self.main:
            for command in filter(of_main, COMMANDS):
                yield SystemCommand(_(command.title), _(command.help), lambda a=command.action: self.call_action(a))

    def call_action(self, action: str) -> None:
        """Does what was chosen in the palette."""
        self.run_worker(self.main.run_action(action), group="palette")

    def action_command_palette(self) -> None:
        """The palette, asking in the person's language."""
        from textual.command import CommandPalette

        if not CommandPalette.is_open(self):
            self.push_screen(CommandPalette(placeholder=_("What do you want to do?"), id="--command-palette"))

    async def action_quit(self) -> None:
        """Leaves by way of the main screen, which saves first."""
        self.main.action_quit()

    def action_help_quit(self) -> None:
        """Ctrl+C copies; who wants to leave is told how."""
        self.main.tell(_("^Q leaves"))
