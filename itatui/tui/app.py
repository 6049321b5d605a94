"""The application: settings, themes, screens, and the bytes that the terminal gets."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.binding import Binding
from textual.driver import Driver
from textual.filter import ANSIToTruecolor, Monochrome
from textual.geometry import Size
from textual.screen import Screen
from textual.worker import WorkerFailed

from itatui.domain.protocols import RegisterStore
from itatui.errors import ItatuiError
from itatui.locale import LANGUAGES, _, language, speak
from itatui.resources import resource
from itatui.thai import choose_digits
from itatui.tui.environment import DEFAULT, Environment, motion_level
from itatui.tui.first_use import FirstUseApp
from itatui.tui.keyboard import bound
from itatui.tui.messages import Messages, prose_words
from itatui.tui.protocols import Borrower
from itatui.tui.screens.main.screen import MainScreen
from itatui.tui.session.drafts import Drafts
from itatui.tui.session.session import RegisterSession
from itatui.tui.styling import themes
from itatui.tui.terminal import input_parser, line_breaker, screen_layout
from itatui.tui.terminal.color_filter import ALL, ColorFilter
from itatui.tui.terminal.driver import TerminalDriver, terminal_is_gone
from itatui.tui.terminal.sara_am_probe import SaraAmProbe
from itatui.tui.terminal.screen_diff import ScreenDiff
from itatui.tui.words import Words

SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
"""Signals that end the program. The exit code is that of a program which the signal has ended: 128 and its number."""
TERMINAL_CHECK_S = 1.0
"""Seconds between two looks whether the terminal is still there."""


class ItatuiApp(FirstUseApp):
    """The itatui application. Its main screen shows one register at a time."""

    TITLE = "itatui"
    CSS_PATH = [resource("styles", name) for name in ("itatui.tcss", "panes.tcss")]
    ENABLE_COMMAND_PALETTE = False
    SUSPENDED_SCREEN_CLASS = "-behind"  # its line of keys is hidden: they do not work
    BINDINGS = [
        Binding(bound("ctrl+q", "f12"), "quit", show=False, priority=True),
        Binding(bound("ctrl+p"), "command_palette", show=False, priority=True),
        Binding(bound("ctrl+t"), "language", show=False, priority=True),
    ]

    def __init__(
        self,
        store: RegisterStore | None,
        *,
        today: date | None = None,
        ready: Callable[[], None] = lambda: None,
        environment: Environment = DEFAULT,
    ) -> None:
        """Open the register of `store`; None: show the welcome screen. `ready` is called after the first picture."""
        super().__init__()
        self.fault = ""
        """The traceback of the exception that ended the program, if there was one."""
        self.is_saved = True  # whether every change was saved at the latest attempt to save all, at the end
        self._on_first_picture = ready
        line_breaker.install()
        screen_layout.install()
        self._input_gate = input_parser.InputGate()
        input_parser.install(self._input_gate)
        self._today = today
        self.environment = environment
        self.drafts = Drafts(environment.drafts)
        self.theme_setting = environment.theme  # the theme in force, as the setting names it
        self._main = None if store is None else self._main_screen(store)
        if store is None:  # Textual does not read the CSS_PATH of the first screen
            self.css_path.append(resource("styles", "views.tcss"))
        self.frame = ScreenDiff()
        self.frame.links = environment.links
        self.sara_am = SaraAmProbe(environment.sara_am, self.frame)
        self._last_size = Size(0, 0)
        self._borrower: Borrower | None = None  # who has the terminal in place of the application
        self._messages = Messages(self)
        self.animation_level = environment.motion
        self._filters = [each for each in self._filters if not isinstance(each, Monochrome | ANSIToTruecolor)]
        self.set_reactive(App.theme, self._register_theme(environment.theme))
        self.stylesheet.set_variables(self.get_css_variables())

    def _main_screen(self, store: RegisterStore) -> MainScreen:
        main = MainScreen(RegisterSession(store, self._today, self.drafts))
        main.own_unit = self.environment.unit
        return main

    @property
    def main(self) -> MainScreen:
        """The main screen of the open register. Raises `RuntimeError` while none is open."""
        if self._main is None:
            raise RuntimeError("no register is open")
        return self._main

    def _register_theme(self, setting: str) -> str:
        """Register the theme of a setting with this terminal's colours, and return its Textual name."""
        name = themes.theme_for(setting, self.environment.colours)
        self.register_theme(themes.textual_theme(name))
        sends = min(themes.THEMES[name].sends, self.environment.colours)
        self._filters = [each for each in self._filters if not isinstance(each, ColorFilter)]
        if sends < ALL:
            self._filters.append(ColorFilter(sends))
        return themes.textual_name(name)

    def colours_of(self, theme: str) -> dict[str, str]:
        """Return the variables of the style sheets in a theme, on this terminal."""
        shown = themes.textual_theme(themes.theme_for(theme, self.environment.colours))
        return {**self.get_theme_variable_defaults(), **shown.to_color_system().generate(), **shown.variables}

    def on_mount(self) -> None:
        """Redraw after a return from the shell, which has written over the screen; look after the terminal."""
        self.app_resume_signal.subscribe(self, lambda _app: self.action_redraw(), immediate=True)
        self.screen_change_signal.subscribe(self, lambda _screen: self._messages.pass_by(), immediate=True)
        if not self.is_headless:
            self.set_interval(TERMINAL_CHECK_S, self._check_terminal)

    def on_ready(self) -> None:
        """Report the first picture, and remember the register."""
        self._on_first_picture()
        self._remember_register()

    def _remember_register(self) -> None:
        """Load what a save of the open register needs, and add it to the recent ones, in a thread."""
        main, recent = self._main, self.environment.shelf
        if main is None:
            return
        store, register = main.session.store, main.session.register

        def remember() -> None:  # no partial: Textual would log its arguments, the whole register
            store.prepare()
            if recent is not None:
                recent.opened(store, register)

        self.run_worker(remember, group="shelf", thread=True)

    async def open(self, store: RegisterStore) -> None:
        """Show another register. Raises `ItatuiError` if it cannot be read; then nothing is changed."""
        main = self._main_screen(store)
        if self._main is not None:
            self._main.open_editor.close_session()
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        self._main = main
        if not self.screen._result_callbacks:  # `switch_screen` needs one; the first screen was never pushed
            self.screen._push_result_callback(self.screen, None)
        await self.switch_screen(main)
        self._remember_register()

    def choose(self, name: str, value: object) -> bool:
        """Apply a setting and keep it. Return False if it is not kept. Raises `ItatuiError` if it cannot be."""
        if name == "language":
            speak(str(value))  # an error is told in the language that is shown with it
        try:
            return self.environment.settings is not None and self.environment.settings.choose(name, value)
        finally:  # behind it: the open settings are read again
            self._apply_setting(name, value)

    def _apply_setting(self, name: str, value: Any) -> None:
        match name:
            case "language":
                self._redraw_texts()
            case "digits":
                choose_digits(value)
                self._redraw_texts()
            case "theme":
                self.take_theme(value)
            case "motion":
                self.animation_level = motion_level(value, os.environ)
            case "unit":
                self.set_own_unit(value)
            case "words":
                from itatui.thai import add_words  # lazy: it loads the line breaker

                add_words(value)

    def _redraw_texts(self) -> None:
        """Update every open screen and its widgets after a change of the language or of the digits."""
        self._messages.show_again()
        for screen in self.screen_stack:
            for each in (*screen.walk_children(), screen):
                if (on_language_changed := getattr(each, "on_language_changed", None)) is not None:
                    on_language_changed()

    def take_theme(self, setting: str) -> None:
        """Show everything in another theme; what is drawn before Textual comes to the style sheets, too."""
        self.theme_setting = setting
        self.theme = self._register_theme(setting)
        self.get_css_variables()  # sets `theme_variables`, which styles are resolved with

    def set_own_unit(self, unit: str) -> None:
        """Take the user's own unit into force; empty: none is chosen."""
        if self._main is not None:
            self._main.own_unit = unit

    @contextmanager
    def lend_terminal(self, borrower: Borrower) -> Iterator[None]:
        """Leave the terminal to another program: nothing is read or drawn, and Ctrl+C is meant for that program."""
        driver = self._driver
        with self.suspend():
            self._borrower = borrower
            if isinstance(driver, TerminalDriver):
                driver.is_lent = True
            try:
                yield
            finally:
                self._borrower = None
                if isinstance(driver, TerminalDriver):
                    driver.is_lent = False

    def action_language(self) -> None:
        """Switch to the next language."""
        index = LANGUAGES.index(language())
        try:
            self.choose("language", LANGUAGES[(index + 1) % len(LANGUAGES)])
        except ItatuiError as error:
            self.tell(str(error))

    def tell(self, message: Words) -> None:
        """Show a message in the corner, in place of those about an earlier key: they would hide the list."""
        self._messages.tell(message)

    def clear_notifications(self) -> None:
        """Forget the messages too."""
        self._messages.forget()
        self.on_notify()

    def on_notify(self) -> None:
        """Take the earlier messages from sight; not before, as some that are on their way would then stay beside it."""
        super().clear_notifications()  # not on the screens behind, where Textual leaves them until they expire
        for screen in self.screen_stack[:-1]:
            screen.query("Toast").remove()

    def tell_prose(self) -> None:
        """Tell that prose was typed where nothing is being written."""
        is_written_in = self._main is not None and self.screen in (self._main, self._main.meeting)
        self.tell(lambda: prose_words(is_written_in))

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen, or the welcome screen if no register is open."""
        if self._main is not None:
            return self._main
        from itatui.tui.screens.welcome import WelcomeScreen

        return WelcomeScreen()

    def action_command_palette(self) -> None:
        """Open the help, which finds and runs the commands of the screen; a dialog has none."""
        from itatui.tui.dialogs.help import HelpDialog, show_help
        from itatui.tui.widgets.footer import Footer

        if isinstance(self.screen, HelpDialog):
            return
        if footer := next(iter(self.screen.query(Footer)), None):
            show_help(self.screen, footer.where)
        else:
            self.tell(_("Close this first: Esc"))

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Send the difference to the terminal's content; with the first update, the question about ำ.

        From then on keys count.
        """
        if self._driver is not None and self._running and not self.is_headless:
            self._input_gate.is_open = True
            if question := self.sara_am.question():
                self._driver.write(question)
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, self.frame.update(renderable))  # type: ignore[arg-type]
        else:
            super()._display(screen, renderable)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take the terminal's answer about ำ, and draw everything again if it changes how ำ is sent."""
        if self.sara_am.answered(event.x, event.y):
            self.frame.expect_whole(lambda: self.screen.refresh(layout=True))

    def on_paste(self) -> None:
        """Tell that a paste was thrown away, as no text has the keys."""
        self.tell(lambda: _("Nothing was pasted. Press F2 to open a field first."))

    def on_resize(self, event: events.Resize) -> None:
        """Forget the terminal's content, which a resize may have changed."""
        if event.size != self._last_size:
            self._last_size = event.size
            self.frame.forget()

    def action_redraw(self) -> None:
        """Send the whole screen, after another program has written over it."""
        self.frame.expect_whole(lambda: self.screen.refresh(layout=True))

    async def action_quit(self) -> None:
        """Leave through the main screen, which saves first."""
        if self._main is not None:
            self._main.action_quit()
        else:
            self.exit()

    # The end -------------------------------------------------------------------------------------

    def on_load(self) -> None:
        """Handle signals, and faults outside of all messages, before the terminal is taken."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self._end_by_signal, number)
        loop.set_exception_handler(self._on_fault_in_loop)

    def get_driver_class(self) -> type[Driver]:
        """Return the driver that draws on standard output."""
        return TerminalDriver

    def _end_by_signal(self, number: signal.Signals) -> None:
        """Save, and leave the terminal in order if there is one left."""
        if self._borrower is not None and number in (signal.SIGINT, signal.SIGQUIT):
            return
        if terminal_is_gone() and not self.is_headless:
            self.on_terminal_lost()
        self.exit(return_code=128 + number)

    def _check_terminal(self) -> None:
        if terminal_is_gone():
            self.on_terminal_lost()

    def on_terminal_lost(self) -> None:
        """Save and end at once, as by SIGHUP, which a shell in between may keep: no terminal is left to restore."""
        self.finish()
        os._exit(128 + signal.SIGHUP)

    def exit(self, result: object = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the program. Everything typed is saved first, while the screens and dialogs that hold it are open."""
        self.finish()
        super().exit(result, return_code, message)

    def finish(self) -> bool:
        """Save everything at the end of the program. Return False if a change is not saved."""
        self.is_saved = self._finish()
        return self.is_saved

    def _finish(self) -> bool:
        if self._borrower is not None:
            self._borrower.end()
            self._borrower = None
        if self._main is not None:
            return self._main.session.finish()
        self.drafts.finish()
        return True

    def _on_fault_in_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """End the program if a callback or a task of its own has failed. Nobody would see that otherwise."""
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """End with code 1 after the first fault; save what was typed before the screens that hold it are closed."""
        if self.fault:
            return
        self.fault = traceback_of(error)
        self.is_saved = False  # in case that saving fails, too
        try:
            self.is_saved = self._finish()
        finally:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close. Textual would print the traceback with the local variables: the texts of the register."""
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """End after a fault of the thread that reads the keys; a lost terminal is the usual cause."""
        if not self.is_headless and terminal_is_gone():
            self.on_terminal_lost()
        with self.console.capture() as words:
            self.console.print(*renderables)
        self._handle_exception(RuntimeError(words.get()))

    def action_help_quit(self) -> None:
        """Tell how to leave: Ctrl+C copies."""
        self.tell(lambda: _("^Q to quit"))


def traceback_of(error: Exception) -> str:
    """Return the traceback of an exception, without the values of variables; of a worker that of its own fault."""
    import traceback  # lazy: a fault is rare

    cause = error.error if isinstance(error, WorkerFailed) else error
    return "".join(traceback.format_exception(cause))
