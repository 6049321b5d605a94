"""The settings' screen: each takes effect as it is chosen, and is kept at once."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult

from itatui.errors import ItatuiError
from itatui.locale import _, speak
from itatui.resources import resource
from itatui.thai import add_words, cells, choose_digits, pad, safe
from itatui.tui.commands import bindings
from itatui.tui.environment import moving
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.screens.settings_items import SETTINGS, Setting, after, shown, typed
from itatui.tui.styling.spans import Run, laid_out
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.line_widget import LineWidget
from itatui.tui.widgets.list_view import ListView, TextView

if TYPE_CHECKING:
    from itatui.tui.app import ItatuiApp

GAP = 3
"""Cells between the titles and the values."""


def take(app: "ItatuiApp", name: str, value: Any) -> None:
    """Has a setting be in force at once, where it is the screen's to do."""
    if name == "language":
        speak(value)
        on_language_changed(app)
    elif name == "theme":
        app.take_theme(value)
    elif name == "motion":
        app.animation_level = moving(value, os.environ)
    elif name == "digits":
        choose_digits(value)
        on_language_changed(app)
    elif name == "unit":
        app.set_own_unit(value)
    elif name == "words":
        add_words(value)


def on_language_changed(app: "ItatuiApp") -> None:
    """Has everything on the screen, and what is under it, say itself anew: in another language, or in other digits."""
    for screen in app.screen_stack:
        if (said := getattr(screen, "on_language_changed", None)) is not None:
            said()
        for widget in screen.walk_children(LineWidget):
            widget.on_language_changed()


class Settings(ListDetailScreen):
    """The list of settings above, and below it what the one under the cursor means and where it is kept."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [*bindings("settings")]
    AUTO_FOCUS = "#settings"
    app: "ItatuiApp"

    def __init__(self) -> None:
        super().__init__()
        self._values: Mapping[str, Any] = {}
        self._choices: Mapping[str, tuple[str, ...]] = {}
        self._fixed: frozenset[str] = frozenset()
        self._rows: list[Setting] = []
        self._here: dict[str, Any] = {}
        """What was chosen here and is kept nowhere: it holds until the program ends."""

    def compose(self) -> ComposeResult:
        """The list, what it means, and what can be done."""
        yield ListView("settings", self._line)
        yield TextView("meaning")
        yield Footer(id="settings_foot")

    def on_mount(self) -> None:
        """Reads them."""
        self.query_one(Footer).where = "settings"
        self.on_language_changed()

    def on_language_changed(self) -> None:
        """Says its titles in another language, too."""
        self.query_one("#settings", ListView).entitle(_("Settings"))
        self.query_one("#meaning", TextView).entitle(_("What it means"))
        self.look_again()

    def look_again(self) -> None:
        """Reads the settings anew: something was changed."""
        listing = self.query_one(ListView)
        settings = self.app.environment.settings
        if settings is not None:
            try:
                self._values, self._choices = dict(settings.values()), settings.choices()
                self._fixed = settings.fixed()
            except ItatuiError as error:
                self._tell(str(error))
        self._values = {**self._values, **self._here}
        self._rows = [each for each in SETTINGS if each.name in self._values]
        listing.show(len(self._rows), listing.at, _("there are no settings here"))

    def _tell(self, words: str) -> None:
        self.notify(safe(words), severity="warning", markup=False)

    def _line(self, row: int, width: int) -> list[Run]:
        setting = self._rows[row]
        room = max(cells(_(each.title)) for each in self._rows) + GAP
        value = safe(shown(setting, self._values[setting.name]))
        if setting.words:
            value = f"‹ {value} ›"
        note = f"   {_('fixed')}" if setting.name in self._fixed else ""
        return [(f" {pad(_(setting.title), room)}", "title"), (value, "text"), (note, "note")]

    def on_list_view_moved(self, message: ListView.Moved) -> None:
        """Says below what the one under the cursor means."""
        message.stop()
        if message.at < len(self._rows):
            setting = self._rows[message.at]
            self.query_one("#meaning", TextView).show(lambda width: self._meaning(setting, width))

    def _meaning(self, setting: Setting, width: int) -> list[list[Run]]:
        lines = laid_out([(_(setting.help), "text")], width)
        lines += [[], *laid_out([(safe(self._where_kept(setting)), "note")], width)]
        if setting.words:
            known = self._choices.get(setting.name) or tuple(setting.words)
            lines.append([])
            for value in known:
                mark = "●" if value == self._values[setting.name] else "○"
                lines += laid_out([(f"  {mark} {safe(shown(setting, value))}", "text")], width)
        return lines

    def _where_kept(self, setting: Setting) -> str:
        settings = self.app.environment.settings
        if settings is None:
            return _("It holds until you leave.")
        if setting.name in self._fixed:
            words = _("Your own file {path} says so; change it there. What you choose here holds until you leave.")
            return words.format(path=settings.own)
        try:
            return _("It is kept in {path}, and holds from now on.").format(path=settings.kept_in())
        except ItatuiError as error:
            return str(error)

    def action_choose(self, by: int) -> None:
        """The next choice (1) or the one before (-1); a text is asked for."""
        at = self.query_one(ListView).at
        if at >= len(self._rows):
            return
        setting = self._rows[at]
        before = self._values[setting.name]
        if setting.words:
            self._set(setting, after(setting, self._choices.get(setting.name, ()), before, by))
        elif by > 0:
            self._ask(setting, before)

    def _ask(self, setting: Setting, before: Any) -> None:
        from itatui.tui.dialogs.prompts import Ask

        text = before if isinstance(before, str) else " ".join(before)

        def answered(said: str | None) -> None:
            if said is not None:
                self._set(setting, typed(setting, before, said))

        self.app.push_screen(Ask(_(setting.title), _("keep it"), text), answered)

    def _set(self, setting: Setting, value: Any) -> None:
        self._here[setting.name] = value
        try:
            if self.app.choose(setting.name, value):
                del self._here[setting.name]
        except ItatuiError as error:
            self._tell(str(error))
        self.look_again()

    def other_pane(self) -> tuple[str, str]:
        """The list and the text below it."""
        return "settings", "meaning"
