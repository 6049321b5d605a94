"""The application: the themes, the styles, and the main screen; nothing of the register."""

from collections.abc import Callable, Iterable
from datetime import date

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.filter import Monochrome
from textual.geometry import Size
from textual.screen import Screen

from itatui.domain.protocols import RegisterStore
from itatui.errors import ItatuiError
from itatui.locale import LANGUAGES, _, language
from itatui.resources import resource
from itatui.thai import safe
from itatui.tui.commands import COMMANDS
from itatui.tui.environment import DEFAULT, Environment
from itatui.tui.keyboard import bound
from itatui.tui.screens.main.screen import MainScreen
from itatui.tui.styling import themes
from itatui.tui.terminal import input_decoder, line_breaking
from itatui.tui.terminal.color_filter import ALL, ColorFilter
from itatui.tui.terminal.key_queue import KeyQueueApp
from itatui.tui.terminal.sara_am_probe import SaraAmProbe
from itatui.tui.terminal.screen_diff import ScreenDiff


class ItatuiApp(KeyQueueApp):
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
        keeper: RegisterStore | None,
        *,
        today: date | None = None,
        ready: Callable[[], None] = lambda: None,
        seat: Environment = DEFAULT,
    ) -> None:
        super().__init__()
        self._told_ready = ready
        line_breaking.install()
        input_decoder.install()
        self._today = today
        self.seat = seat
        self.worn = seat.theme
        """The setting of the colours that are in force."""
        self._main = None if keeper is None else self._shown(keeper)
        if keeper is None:  # Textual reads no styles of the first screen's own
            self.css_path.append(resource("styles", "views.tcss"))
        self.frame = ScreenDiff()
        self.sara_am = SaraAmProbe(seat.sara_am, self.frame)
        self._framed = Size(0, 0)
        self.animation_level = seat.motion
        self._filters = [each for each in self._filters if not isinstance(each, Monochrome)]
        self.set_reactive(App.theme, self._take_theme(seat.theme))
        self.stylesheet.set_variables(self.get_css_variables())

    def _shown(self, keeper: RegisterStore) -> MainScreen:
        """A register as it is to be shown here."""
        main = MainScreen(keeper, self._today)
        main.own_unit = self.seat.unit
        return main

    @property
    def main(self) -> MainScreen:
        """The register on the screen. `RuntimeError` while none is open."""
        if self._main is None:
            raise RuntimeError("no register is open")
        return self._main

    def _take_theme(self, wanted: str) -> str:
        """Makes ready what a setting of the theme means on this terminal; returns its name among Textual's."""
        name = themes.suiting(wanted, self.seat.colours)
        self.register_theme(themes.made(name))
        sends = min(themes.THEMES[name].sends, self.seat.colours)
        self._filters = [each for each in self._filters if not isinstance(each, ColorFilter)]
        if sends < ALL:
            self._filters.append(ColorFilter(sends))
        return themes.called(name)

    def on_mount(self) -> None:
        """A terminal to which one comes back from the shell shows what the shell did."""
        self.app_resume_signal.subscribe(self, lambda _app: self.action_redraw())

    def on_ready(self) -> None:
        """The first picture is there."""
        self._told_ready()
        self._remember()

    def _remember(self) -> None:
        """Has the shelf remember the register that is open, behind the picture."""
        main, shelf = self._main, self.seat.shelf
        if main is None or main.register is None or shelf is None:
            return
        keeper, register = main.keeper, main.register

        def remember() -> None:  # Textual writes down what a worker does: of a partial, the whole register
            shelf.opened(keeper, register)

        self.run_worker(remember, group="shelf", thread=True)

    async def open(self, keeper: RegisterStore) -> None:
        """Shows a register in place of what is shown. `ItatuiError` when it can not be read, and nothing is changed."""
        main = self._shown(keeper)
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        self._main = main
        if not self.screen._result_callbacks:  # the first screen was never pushed, and Textual would miss it
            self.screen._push_result_callback(self.screen, None)
        await self.switch_screen(main)
        self._remember()

    def choose(self, name: str, value: object) -> bool:
        """Has a setting be so from now on, and keeps it; whether it is kept. `ItatuiError` when it can not be."""
        from itatui.tui.screens.settings import apply_setting

        apply_setting(self, name, value)
        return self.seat.settings is not None and self.seat.settings.choose(name, value)

    def take_theme(self, wanted: str) -> None:
        """Shows everything in other colours."""
        self.worn = wanted
        self.theme = self._take_theme(wanted)

    def action_language(self) -> None:
        """The next language."""
        at = LANGUAGES.index(language())
        try:
            self.choose("language", LANGUAGES[(at + 1) % len(LANGUAGES)])
        except ItatuiError as error:
            self.notify(safe(str(error)), severity="warning", markup=False)

    def get_default_screen(self) -> Screen[None]:
        """The main screen is the first and the last; who has no register yet is welcomed."""
        if self._main is not None:
            return self._main
        from itatui.tui.screens.welcome import WelcomeScreen

        return WelcomeScreen()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command that does something where the person is, for the palette."""
        if screen is self._main:
            for command in COMMANDS:
                if self.main.where not in command.where.split():
                    continue
                yield SystemCommand(_(command.title), _(command.help), lambda a=command.action: self.call_action(a))

    def call_action(self, action: str) -> None:
        """Does what was chosen in the palette."""
        self.run_worker(self.main.run_action(action), group="palette")

    def action_command_palette(self) -> None:
        """The palette, asking in the person's language."""
        from itatui.tui.dialogs.command_palette import ThaiCommandPalette
        from itatui.tui.text_input import command_input

        command_input.install()
        if not ThaiCommandPalette.is_open(self):
            self.push_screen(ThaiCommandPalette())

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
        if self._main is not None:
            self._main.action_quit()
        else:
            self.exit()

    def finish(self) -> bool:
        """Saves what is left to be saved, at the end of the program; whether it is."""
        return self._main is None or self._main.finish()

    def action_help_quit(self) -> None:
        """Ctrl+C copies; who wants to leave is told how."""
        self.notify(_("^Q leaves"), severity="warning", markup=False)
