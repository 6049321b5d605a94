"""Repairs of damaged text: the message after a paste, and the repairs screen."""

from typing import TYPE_CHECKING

from itatui.locale import _
from itatui.tui.screens.main.history_actions import target_of
from itatui.tui.screens.main.state import MainState

if TYPE_CHECKING:
    from itatui.tui.text_input.field_editor import FieldEditor


def open_repairs(main: MainState) -> None:
    """Show repairs and suggestions: first of the measure or track in the detail."""
    from itatui.tui.screens.repairs import RepairsScreen

    main.update_detail()
    main.app.clear_notifications()  # the message of the paste: its places are listed now
    main.app.push_screen(RepairsScreen(main.session, target_of(main), main.session.past.undo))


def tell_repaired(main: MainState, message: "FieldEditor.Mended") -> None:
    """Report the repairs of a pasted text, and how many places in it are doubtful."""
    from itatui.wording.changes import repaired_words

    def words() -> str:
        lines = [repaired_words(message.count)] if message.count else []
        if message.doubtful:
            lines.append(_("places to check: {count}. Press Esc twice, then R").format(count=message.doubtful))
        return "\n".join(lines)

    main.tell(words)
