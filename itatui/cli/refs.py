"""Look up measures, tracks and the register by REF or track code."""

from typing import TypeAlias

from itatui.domain.measure import Measure
from itatui.domain.register import REGISTER_REF, Register, UnknownRefError
from itatui.domain.track import Track
from itatui.locale import _
from itatui.thai import quote

Thing: TypeAlias = Measure | Track | Register
"""A record with fields."""


def find_thing(register: Register, ref: str) -> Thing:
    """Return the measure or track of a REF, or the register for `register`. Raise `UnknownRefError`."""
    return register if ref.casefold() == REGISTER_REF else register.find(ref)


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
