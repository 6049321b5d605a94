"""The form of the minutes' details over a screen: its draft, and the edits that it makes."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from itatui.domain.change import Edit
from itatui.domain.meeting import Meeting
from itatui.domain.minutes import changed_details
from itatui.domain.protocols import DraftPlace
from itatui.locale import _
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.minutes_details import Details, MinutesDetailsDialog
from itatui.tui.session.session import RegisterSession
from itatui.tui.words import Words

DraftOf = Callable[..., tuple[Edit, ...]]
Finish = Callable[[tuple[Edit, ...], bool, DraftPlace], None]
"""Takes the edits, whether the form was accepted, and the place of the draft that they save."""


def ask_for_details(
    screen: Screen[Any],
    session: RegisterSession,
    meeting: Meeting,
    shown: Meeting,
    title: Words,
    verb: Words,
    finish: Finish,
    draft_of: DraftOf = lambda *edits: edits,
) -> None:
    """Ask for the details of a meeting; `shown` has the values to begin with.

    An accepted form takes everything that it shows, proposals included; left by Esc or by the end of the program, only
    what was typed. `draft_of` turns edits into those at the end of the program.
    """
    known = session.register.lookup("meeting", meeting.id) is not None
    place = session.own_drafts.place("minutes", meeting.id if known else "")
    kept = KeptText(session.drafts, place, lambda: _("Details of the minutes"))
    question = MinutesDetailsDialog(session.register, shown, title, verb, kept)

    def last_edits() -> tuple[Edit, ...]:
        return kept.unless_safe(lambda: draft_of(*changed_details(meeting, shown, question.typed())))

    def answer(details: Details | None) -> None:
        session.last_edits.remove(last_edits)
        if details is not None:
            before = meeting if details.accepted else shown
            finish(changed_details(meeting, before, details.typed), details.accepted, kept.place)

    session.last_edits.append(last_edits)
    screen.app.push_screen(question, answer)
