"""Why a command of the meeting cannot do its work now: told instead of doing nothing, and left out of the footer."""

from itatui.domain.agenda import decisions_on
from itatui.locale import _
from itatui.tui.commands import COMMANDS
from itatui.tui.session.held_meeting import HeldMeeting

ON_MEASURE = frozenset(
    {"review(1)", "review(0)", "turn(1)", "turn(-1)", "page(1)", "page(-1)", "decide", "settle"}
    | {"write('result')", "write('outcome')", "tick(1)", "tick(2)", "tick(3)", "tick(4)"}
)
"""Commands on the measure in discussion."""


def no_agenda(held: HeldMeeting) -> str:
    """Return why there is nothing to review, and which key goes on."""
    if not held.session.register.measures:
        return _("No measures to review yet. Press Esc to leave the meeting, then ^N to add one")
    return _("No measures to review. Press F3 to choose others.")


def refusal(held: HeldMeeting, action: str, page: int, count: int) -> str:
    """Return why a command cannot do its work now; empty if it can. `page` (from 0) of `count` pages is shown."""
    return _reasons(held, page, count).get(action, "")


def idle_commands(held: HeldMeeting, page: int, count: int) -> frozenset[str]:
    """Return the commands of the footer that cannot do their work now."""
    footer = {command.action for command in COMMANDS if command.foot}
    return frozenset(action for action, reason in _reasons(held, page, count).items() if reason and action in footer)


def _reasons(held: HeldMeeting, page: int, count: int) -> dict[str, str]:
    """Return why commands cannot do their work now, by command; empty for those that can."""
    measures, measure, register = held.agenda, held.measure, held.session.register
    reasons = {
        "turn(1)": _("this is the last measure") if measure in measures[-1:] else "",
        "turn(-1)": _("this is the first measure") if measure in measures[:1] else "",
        "page(1)": _("this is the last page of the measure") if page >= count - 1 else "",
        "page(-1)": _("this is the first page of the measure") if page <= 0 else "",
        "settle": "" if _open_decisions(held) else _("no open decisions on this measure"),
        "minutes": "" if held.known or register.meetings else _("no minutes yet: nothing was reviewed or decided"),
        "undo": held.session.past.no_undo(),
        "redo": held.session.past.no_redo(),
    }
    if measure is None:
        without = ON_MEASURE if register.measures else ON_MEASURE | {"narrow"}
        reasons |= dict.fromkeys(without, no_agenda(held))
    return reasons


def _open_decisions(held: HeldMeeting) -> bool:
    return any(not each.done for each in decisions_on(held.session.register, held.at))
