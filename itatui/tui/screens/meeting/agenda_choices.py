"""The agendas that a meeting can have, as choices of a list."""

from datetime import date

from itatui.domain.agenda import agenda_filter
from itatui.domain.filter import Filter, select
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.domain.status import LATE_ONLY
from itatui.locale import _
from itatui.tui.dialogs.choose import Choice, dot


def agenda_choices(register: Register, meeting: Meeting, today: date) -> list[Choice]:
    """Return all measures and late measures, of all tracks and of each, with their counts."""
    choices = []
    for code in ["", *(track.code for track in register.tracks)]:
        for late in (False, True):
            other = meeting._replace(track=code, late=late)
            words = f"{code or _('all tracks')}{'  ' + _('late only') if late else ''}"
            sign = dot((meeting.track, meeting.late) == (code, late))
            count = len(select(register, agenda_filter(other), today))
            choices.append(Choice(choice_name(other), words, sign, str(count)))
    return choices


def choice_name(meeting: Meeting) -> str:
    """Return the name of the choice for a meeting's agenda, such as `late IIT`."""
    return f"{'late' if meeting.late else 'all'} {meeting.track}"


def filter_of(name: str) -> Filter:
    """Return the filter that the name of a choice stands for."""
    late, _space, code = name.partition(" ")
    return Filter(code, statuses=LATE_ONLY if late == "late" else frozenset())
