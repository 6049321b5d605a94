"""The application: the themes, the styles, and the main screen; nothing of the register."""

from collections.abc import Callable, Iterable
from datetime import date

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import Screen
from textual.theme import Theme

from itatui.domain.keeper import Keeper
from itatui.locale import _
from itatui.resources import resource
from itatui.thai.sara_am import AUTO
from itatui.tui import arriving, wrapping
from itatui.tui.commands import COMMANDS
from itatui.tui.frame import Frame
from itatui.tui.keyboard import bound
from itatui.tui.main import Main
from itatui.tui.sara_am import SaraAm
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
    BINDINGS = [
        Binding(bound("ctrl+q"), "quit", show=False, priority=True),
        Binding(bound("ctrl+p"), "command_palette", show=False, priority=True),
    ]

    def __init__(
        self,
        keeper: Keeper,
        *,
        today: date | None = None,
        ready: Callable[[], None] = lambda: None,
        sara_am: str = AUTO,
    ) -> None:
        super().__init__()
        self._told_ready = ready
        wrapping.install()
        arriving.install()
        self.main = Main(keeper, today)
        self.frame = Frame()
        self.sara_am = SaraAm(sara_am, self.frame)
        self._framed = Size(0, 0)
        self.animation_level = "none"
        self.register_theme(DARK)
        self.set_reactive(App.theme, DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """A terminal to which one comes back from the shell shows what the shell did."""
        self.app_resume_signal.subscribe(self, lambda _app: self.action_redraw())

    def on_ready(self) -> None:
        """The first picture is there."""
        self._told_ready()

    def get_default_screen(self) -> Screen[None]:
        """The main screen is the first and the last."""
        return self.main

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command that does something where the person is, for the palette."""
        if screen is self.main:
            for command in COMMANDS:
                if self.main.where not in command.where.split():
                    continue
                yield SystemCommand(_(command.title), _(command.help), lambda a=command.action: self.call_action(a))

    def call_action(self, action: str) -> None:
        """Does what was chosen in the palette."""
        self.run_worker(self.main.run_action(action), group="palette")

    def action_command_palette(self) -> None:
        """The palette, asking in the person's language."""
        from textual.command import CommandPalette

        from itatui.tui import command_input

        command_input.install()
        if not CommandPalette.is_open(self):
            self.push_screen(CommandPalette(placeholder=_("What do you want to do?"), id="--command-palette"))

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Sends what of an update of the screen is not there yet; with the first of all, a question."""
        if (
            self._driver is not None
            and self._running
            and not self.is_headless
            and (question := self.sara_am.question())
        ):
            self._driver.write(question)
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, self.frame.update(renderable))  # type: ignore[arg-type]
        else:
            super()._display(screen, renderable)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal's answer: what it shows is drawn again when it does not show it well."""
        if self.sara_am.answered(event.x, event.y):
            self.screen.refresh(layout=True)

    def on_resize(self, event: events.Resize) -> None:
        """A terminal of another size shows nothing that one could rely on."""
        if event.size != self._framed:
            self._framed = event.size
            self.frame.forget()

    def action_redraw(self) -> None:
        """Sends the whole screen anew, as after another program has written over it."""
        self.frame.forget()
        self.screen.refresh(layout=True)

    async def action_quit(self) -> None:
        """Leaves by way of the main screen, which saves first."""
        self.main.action_quit()

    def action_help_quit(self) -> None:
        """Ctrl+C copies; who wants to leave is told how."""
        self.main.tell(_("^Q leaves"))
