"""Which measures a meeting can go through, as lines to choose from: pure, so that it can be read in a test."""

from datetime import date

from itatui.domain.agenda import filter_of
from itatui.domain.filter import Filter, select
from itatui.domain.meeting import Meeting
from itatui.domain.register import Register
from itatui.domain.status import LATE_ONLY
from itatui.locale import _
from itatui.tui.dialogs.choose import Choice


def agendas(register: Register, meeting: Meeting, today: date) -> list[Choice]:
    """All the measures, those of a track, and the late ones of each, with how many they are."""
    found = []
    for code in ["", *(track.code for track in register.tracks)]:
        for late in (False, True):
            each = meeting._replace(track=code, late=late)
            words = f"{code or _('all tracks')}{'  ' + _('late only') if late else ''}"
            sign = "(●)" if (meeting.track, meeting.late) == (code, late) else "( )"
            found.append(Choice(name_of(each), words, sign, str(len(select(register, filter_of(each), today)))))
    return found


def name_of(meeting: Meeting) -> str:
    """The name of the line that a meeting goes by."""
    return f"{'late' if meeting.late else 'all'} {meeting.track}"


def named(name: str) -> Filter:
    """The selection that a line's name means."""
    late, _space, code = name.partition(" ")
    return Filter(code, statuses=LATE_ONLY if late == "late" else frozenset())
