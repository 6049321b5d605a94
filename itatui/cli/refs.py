"""Look up measures, tracks, meetings and the register by REF or track code."""

from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.register import REGISTER_REF, Register, UnknownRefError
from itatui.domain.track import Track
from itatui.locale import _
from itatui.thai import arabic_digits, quote

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import TypeAlias

Thing: "TypeAlias" = Measure | Track | Register | Meeting
"""A record with fields."""

MEETING_REF = "meeting"
"""REF of the latest meeting; `meeting-2` is that of the second."""


def find_thing(register: Register, ref: str) -> Thing:
    """Return the measure or track of a REF, the register for `register`, the meeting for `meeting` or `meeting-2`.

    Raise `UnknownRefError`; for meetings `UsageError` or `ItatuiError`.
    """
    return register if ref.casefold() == REGISTER_REF else find_meeting(register, ref) or register.find(ref)


def find_record(register: Register, ref: str) -> Measure | Track | Register:
    """Return the measure or track of a REF, the register for `register`. Raise `UnknownRefError`."""
    return register if ref.casefold() == REGISTER_REF else register.find(ref)


def find_meeting(register: Register, ref: str) -> Meeting | None:
    """Return the latest meeting for `meeting`, the second for `meeting-2`; None for another REF. As in `find_thing`."""
    name, dash, number = ref.partition("-")
    if name.casefold() != MEETING_REF or register.track(name) is not None:
        return None
    number = arabic_digits(number)
    if dash and not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    from itatui.domain.agenda import meeting_with_number  # lazy: most references are of measures

    return meeting_with_number(register, int(number) if dash else None)


def find_track(register: Register, code: str) -> Track:
    """Return the track with this code. Raise `UnknownRefError`, naming all codes."""
    track = register.track(code)
    if track is None:
        codes = ", ".join(track.code for track in register.tracks)
        message = _("there is no track {code}; choose from: {codes}")
        raise UnknownRefError(message.format(code=quote(code), codes=quote(codes)))
    return track


def find_measure(register: Register, ref: str) -> Measure:
    """Return the measure with this REF. Raise `UnknownRefError`, also for a track."""
    found = register.find(ref)
    if not isinstance(found, Measure):
        message = _("{ref} is a track; name one of its measures, such as {ref}-1")
        raise UnknownRefError(message.format(ref=quote(found.code)))
    return found
