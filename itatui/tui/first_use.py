"""What commands need at their first use, and the first picture does not: modules and style sheets.

They are loaded in a thread, since no key is handled meanwhile otherwise: importing an editor takes 60 ms.
"""

import gc
from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from itatui.resources import resource
from itatui.tui.side_thread import work_beside
from itatui.tui.styling.themes import MEETING_THEMES
from itatui.tui.terminal.key_queue import KeyQueueApp
from itatui.tui.terminal.style_rules import StyleRules, rules_of_classes

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

SHEET = ".tcss"
"""End of the name of a style sheet."""
_TUI = "itatui.tui."
_WORDS = "itatui.wording.changes"
"""Tells the change."""
_EDITOR = ("itatui.tui.text_input.field_editor",)
_ASK = (f"{_TUI}dialogs.kept_text", f"{_TUI}dialogs.prompts", _WORDS, "dialogs.tcss")
_CHOOSE = (f"{_TUI}dialogs.choose", "itatui.thai.collation", "dialogs.tcss")
_NARROW = (*_CHOOSE, f"{_TUI}dialogs.filter_choices")
_UNITS = (*_CHOOSE, f"{_TUI}dialogs.unit_choices")
_EVIDENCE = (f"{_TUI}screens.main.evidence_actions", f"{_TUI}dialogs.evidence", *_ASK)
_PRINTOUT = (f"{_TUI}screens.main.printout_actions", f"{_TUI}screens.printout", "views.tcss")
_MINUTES = (f"{_TUI}screens.minutes", "views.tcss")
_EXPORT = (f"{_TUI}screens.export_actions", *_CHOOSE)
_LIST = (f"{_TUI}widgets.list_view", f"{_TUI}widgets.text_view", "views.tcss")
_ENTRY = (f"{_TUI}dialogs.form", *_ASK)
_SCORES = (f"{_TUI}screens.main.indicator_actions", *_ENTRY, *_CHOOSE)
_YEAR = (
    f"{_TUI}screens.main.year_actions",
    f"{_TUI}screens.main.closing_actions",
    f"{_TUI}screens.main.finding_actions",
    f"{_TUI}screens.printout",
    *_CHOOSE,
    *_ENTRY,
    *_LIST,
)
"""The list of the year, and the screens that it opens."""
_QUESTION = (f"{_TUI}dialogs.prompts", _WORDS, "dialogs.tcss")

NEEDS: dict[str, tuple[str, ...]] = {
    "help": (f"{_TUI}dialogs.help", "dialogs.tcss"),
    "command_palette": (f"{_TUI}dialogs.help", "dialogs.tcss"),
    "edit": (*_EDITOR, *_EVIDENCE, *_CHOOSE, f"{_TUI}screens.main.value_choices", f"{_TUI}dialogs.unit_choices"),
    "write": _EDITOR,
    "find": (f"{_TUI}widgets.search_box", "itatui.domain.search"),
    "tick": (_WORDS,),
    "move": (_WORDS,),
    "undo": (_WORDS,),
    "redo": (_WORDS,),
    "settle": (_WORDS,),
    "meeting": (
        f"{_TUI}screens.main.meeting_actions",
        f"{_TUI}screens.main.printout_actions",
        f"{_TUI}screens.meeting.screen",
        _WORDS,
        "views.tcss",
    ),
    "decide": (f"{_TUI}dialogs.decision", f"{_TUI}dialogs.kept_text", _WORDS, "dialogs.tcss"),
    "end": (f"{_TUI}editors.minutes_form", f"{_TUI}dialogs.minutes_details", *_MINUTES, "dialogs.tcss"),
    "minutes": _MINUTES,
    "details": (f"{_TUI}editors.minutes_form", f"{_TUI}dialogs.minutes_details", "dialogs.tcss"),
    "overview": _PRINTOUT,
    "report": (*_PRINTOUT, f"{_TUI}screens.report", "itatui.report.build", "itatui.wording.filters"),
    "export": _EXPORT,
    "print": _EXPORT,
    "check": (f"{_TUI}screens.main.finding_actions", *_LIST, *_ASK, "itatui.domain.check.check"),
    "year": _YEAR,
    "choose_table": _YEAR,
    "quiet": _ASK,
    "write_scores": _SCORES,
    "choose_measures": _SCORES,
    "choose_file": _CHOOSE,
    "history": (f"{_TUI}screens.main.history_actions", f"{_TUI}screens.history", *_LIST),
    "restore": (f"{_TUI}screens.backups", *_LIST),
    "go_back_to": _QUESTION,
    "repair": (f"{_TUI}screens.main.repair_actions", f"{_TUI}screens.repairs", *_LIST),
    "narrow": (*_NARROW, f"{_TUI}screens.meeting.agenda_choices"),
    "mine": _NARROW,
    "go": _CHOOSE,
    "add": (f"{_TUI}screens.main.new_measures", f"{_TUI}dialogs.measure_form", *_ASK),
    "choose_form": (
        "itatui.domain.form_text",
        f"{_TUI}dialogs.lacking_fields",
        "itatui.domain.own_field_edits",
        *_CHOOSE,
        *_QUESTION,
    ),
    "choose_round": _CHOOSE,
    "choose_value": (*_UNITS, f"{_TUI}screens.main.value_choices", f"{_TUI}dialogs.file_choices", *_SCORES),
    "copy_link": _EVIDENCE,
    "assign": (*_ASK, *_UNITS),
    "remove": _QUESTION,
    "settings": (f"{_TUI}screens.settings", *_LIST),
    "setup": (f"{_TUI}screens.setup.screen", *_LIST),
    "edit_entry": _ENTRY,
    "add_entry": _ENTRY,
    "remove_entry": _QUESTION,
    "write_form": (f"{_TUI}screens.setup.outside_form", _WORDS),
    "move_entry": (_WORDS,),
    "to_track": (*_CHOOSE, f"{_TUI}dialogs.track_choices", _WORDS),
    "import_document": (
        f"{_TUI}screens.main.import_actions",
        f"{_TUI}screens.document.screen",
        f"{_TUI}screens.document.answer_choices",
        f"{_TUI}dialogs.progress",
        f"{_TUI}dialogs.file_choices",
        *_CHOOSE,
        *_LIST,
    ),
    "choose": _ASK,
    "open_other": (f"{_TUI}screens.main.leave_actions", f"{_TUI}screens.welcome", *_LIST),
    "take": (f"{_TUI}dialogs.new_register", *_ENTRY, *_CHOOSE),
    "quit": (f"{_TUI}screens.main.leave_actions",),
}
"""Modules and style sheets by the name of the action."""


_THEMES = {"meeting": MEETING_THEMES[:1], "theme": MEETING_THEMES}
"""Themes by the name of the action that shows them."""


class FirstUseApp(KeyQueueApp):
    """An app that loads the needs of an action before it runs; the keys wait meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.rules = StyleRules({})
        self.stylesheet = self.rules
        self._loaded: set[str] = set()
        """Needs of the actions that were run."""

    def colours_of(self, theme: str) -> dict[str, str]:
        """Return the variables of the style sheets in a theme, which is named as in the settings."""
        raise NotImplementedError

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, once its needs are loaded. Return True if it was run."""
        name = action if isinstance(action, str) else action[1]
        await self.load(name.partition("(")[0].rpartition(".")[2])
        return await super().run_action(action, default_namespace, namespaces)

    async def load(self, action: str) -> None:
        """Load the needs of an action: its modules and style sheets, in the colours that they are shown in."""
        needs, themes = NEEDS.get(action, ()), _THEMES.get(action, ())
        modules = [need for need in needs if not need.endswith(SHEET) and need not in self._loaded]
        sheets: list[PurePath] = [resource("styles", need) for need in needs if need.endswith(SHEET)]
        colours = [self.colours_of(theme) for theme in themes] or [self.theme_variables]
        unread = [each for each in colours if (sheets or themes) and not self.rules.has_rules(sheets, each)]
        if modules or unread:
            with self.keys_waiting():
                await work_beside(_load, modules, self.rules, sheets, unread or [self.theme_variables])
            self._loaded.update(modules)
        self._take_into_force([sheet for sheet in sheets if not self.rules.has_source(str(sheet))])

    def _take_into_force(self, sheets: list[PurePath]) -> None:
        """Take style sheets of screens to come into force; Textual would style the present screen anew for them."""
        if sheets and self.rules.has_rules(sheets, self.theme_variables):
            self.rules.read_all(sheets)
            self.rules.reparse()


def _load(modules: list[str], rules: StyleRules, sheets: list[PurePath], colours: list[dict[str, str]]) -> None:
    """Load; no later walk of the garbage collector goes over the new objects, which would hold up the keys.

    A module may have a function `prepare`, for work that takes long when its screen is drawn for the first time.
    """
    loaded = [import_module(module) for module in modules]
    for each in loaded:
        getattr(each, "prepare", int)()
    classes = list(rules_of_classes(loaded))
    for variables in colours:
        rules.read_ahead(sheets, variables, classes)
    gc.freeze()
