"""The form of the minutes' details over a screen: its draft, and the edits that it makes."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from itatui.domain.change import Edit
from itatui.domain.meeting import Meeting
from itatui.domain.minutes import changed_details
from itatui.tui.dialogs.minutes_details import Details, MinutesDetailsDialog
from itatui.tui.session.session import RegisterSession

DraftOf = Callable[..., tuple[Edit, ...]]
Finish = Callable[[tuple[Edit, ...], bool], None]


def ask_for_details(
    screen: Screen[Any],
    session: RegisterSession,
    question: MinutesDetailsDialog,
    meeting: Meeting,
    finish: Finish,
    draft_of: DraftOf = lambda *edits: edits,
) -> None:
    """Ask for the details of a meeting; `finish` gets their edits, and whether the form was accepted.

    An accepted form takes everything that it shows, proposals included; left by Esc or by the end of the program, only
    what was typed. `draft_of` turns edits into a draft of the session.
    """
    shown = question.meeting

    def draft() -> tuple[Edit, ...]:
        return draft_of(*changed_details(meeting, shown, question.typed()))

    def answer(details: Details | None) -> None:
        session.drafts.remove(draft)
        if details is not None:
            finish(changed_details(meeting, meeting if details.accepted else shown, details.typed), details.accepted)

    session.drafts.append(draft)
    screen.app.push_screen(question, answer)
