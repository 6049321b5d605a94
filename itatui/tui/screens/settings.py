"""The settings screen: a setting takes effect and is kept as soon as it is chosen."""

from collections.abc import Callable, Mapping
from typing import Any

from itatui.domain.protocols import DraftPlace
from itatui.errors import ItatuiError
from itatui.locale import _, language
from itatui.thai import cells, pad, safe
from itatui.tui.commands import bindings
from itatui.tui.protocols import register_app
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.screens.settings_items import SETTINGS, Setting, next_choice, typed_value, value_words
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines

GAP = 3
"""Cells between the titles and the values."""


class SettingsScreen(ListDetailScreen):
    """The list of settings; the meaning, place and values of the setting under the cursor."""

    BINDINGS = [*bindings("settings")]
    PLACE = "settings"

    def __init__(self) -> None:
        super().__init__()
        self._values: Mapping[str, Any] = {}
        self._choices: Mapping[str, tuple[str, ...]] = {}
        self._fixed: frozenset[str] = frozenset()
        """Names of the settings in a file of the user's own, which is never rewritten."""
        self._settings: list[Setting] = []
        self._unsaved: dict[str, Any] = {}
        """Values that could not be saved: they hold until the program ends."""

    def title_of_list(self) -> str:
        """Return "Settings"."""
        return _("Settings")

    def title_of_detail(self, at: int | None) -> str:
        """Return the same title for every setting."""
        return _("About")

    def reload(self) -> None:
        """Read the settings."""
        settings = register_app(self).environment.settings
        if settings is not None:
            try:
                self._values, self._choices = dict(settings.values()), settings.choices()
                self._fixed = settings.fixed()
            except ItatuiError as error:
                self.warn(str(error))
        in_force = {"language": language()} if "language" in self._values else {}  # ^T may have changed it
        self._values = {**self._values, **self._unsaved, **in_force}
        self._settings = [setting for setting in SETTINGS if setting.name in self._values]
        self.show_rows([setting.name for setting in self._settings], _("no settings"))

    def row(self, at: int, width: int) -> list[Span]:
        """Return the title and the value of a setting."""
        setting = self._settings[at]
        room = max(cells(_(each.title)) for each in self._settings) + GAP
        value = safe(value_words(setting, self._values[setting.name]))
        if setting.words:
            value = f"‹ {value} ›"
        note = f"   {_('set in your file')}" if setting.name in self._fixed else ""
        return [(f" {pad(_(setting.title), room)}", "title"), (value, "text"), (note, "note")]

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return the help, the file and the choices of a setting."""
        setting = self._settings[at]
        return lambda width: self._help_lines(setting, width)

    def _help_lines(self, setting: Setting, width: int) -> list[list[Span]]:
        lines = wrap_spans([(_(setting.help), "text")], width)
        lines += [[], *wrap_spans([(safe(self._where_kept(setting)), "note")], width)]
        if setting.words:
            choices = self._choices.get(setting.name) or tuple(setting.words)
            lines.append([])
            for value in choices:
                mark = "●" if value == self._values[setting.name] else "○"
                lines += wrap_spans([(f"  {mark} {safe(value_words(setting, value))}", "text")], width)
        return lines

    def _where_kept(self, setting: Setting) -> str:
        settings = register_app(self).environment.settings
        if settings is None:
            return _("Until you quit.")
        if setting.name in self._fixed:
            words = _("Set in {path}; edit that file. Your choice here lasts until you quit.")
            return words.format(path=settings.own)
        try:
            return _("Saved in {path}.").format(path=settings.kept_in())
        except ItatuiError as error:
            return str(error)

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        is_text = self.current_row is not None and not self._settings[self.current_row].words
        return _("This is a text. Press Enter to edit it") if action == "choose(-1)" and is_text else ""

    def action_choose(self, by: int) -> None:
        """Take the next (1) or the previous (-1) choice; ask for a text."""
        if self.current_row is None:
            return
        setting = self._settings[self.current_row]
        before = self._values[setting.name]
        if setting.words:
            self._set(setting, next_choice(setting, self._choices.get(setting.name, ()), before, by))
        elif by > 0:
            self._ask(setting, before)

    def _ask(self, setting: Setting, before: Any) -> None:
        from itatui.tui.dialogs.kept_text import KeptText
        from itatui.tui.dialogs.prompts import Ask

        text = before if isinstance(before, str) else " ".join(before)
        kept = KeptText(register_app(self).drafts, DraftPlace("", f"setting {setting.name}"), lambda: _(setting.title))

        def on_answer(answer: str | None) -> None:
            if answer is None:
                return
            if self._set(setting, typed_value(before, answer)):
                kept.drop()
            else:
                kept.restore()

        self.app.push_screen(Ask(lambda: _(setting.title), kept, lambda: _("save"), text), on_answer)

    def _set(self, setting: Setting, value: Any) -> bool:
        """Apply a value. Return False if it could not be saved."""
        self._unsaved[setting.name] = value
        try:
            if register_app(self).choose(setting.name, value):
                del self._unsaved[setting.name]
        except ItatuiError as error:
            self.warn(str(error))
            return False
        finally:
            self.reload()
        return True
