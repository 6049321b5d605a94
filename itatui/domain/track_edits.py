"""Make edits of tracks: add, move, remove, give another code; move a measure to another track."""

from collections.abc import Collection, Sequence

from itatui.domain.apply import apply_all
from itatui.domain.change import ORDER, TRACK, WHOLE, Edit
from itatui.domain.edits import order_at, place, set_field
from itatui.domain.measure import Measure
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import quote

RESERVED_CODES = frozenset({REGISTER_REF, "meeting"})
"""REFs of other records."""
MAX_CODE = 20
"""Code points of the longest code."""


def add_track(register: Register, track: Track, position: int = 0) -> tuple[Edit, ...]:
    """Return the edits that add a track at a position from 1; 0: last. They set its order.

    `UsageError` if there is no such position, or if the code is not valid or taken.
    """
    _check_code(register, track.code)
    order, spread = order_at(register.tracks, position or len(register.tracks) + 1)
    return (*spread, Edit("track", track.code, WHOLE, None, track._replace(order=order)))


def move_track(register: Register, track: Track, position: int) -> tuple[Edit, ...]:
    """Return the edits that give a track a position (from 1) among the others; none if it has that position.

    `UsageError` if there is no such position.
    """
    return place(track, register.tracks, position)


def remove_track(register: Register, track: Track) -> tuple[Edit, ...]:
    """Return the edits that remove a track with its measures."""
    removed = (Edit("measure", each.id, WHOLE, each, None) for each in register.measures_of(track.code))
    return (*removed, Edit("track", track.code, WHOLE, track, None))


def rename_track(register: Register, track: Track, code: str) -> tuple[Edit, ...]:
    """Return the edits that give a track another code: REFs of its measures follow. No edits if it has that code.

    `UsageError` if the code is not valid or taken.
    """
    if code == track.code:
        return ()
    _check_code(register, code)
    renamed = track._replace(code=code)
    held = (meeting for meeting in register.meetings if meeting.track == track.code)
    return (
        Edit("track", code, WHOLE, None, renamed),
        *(set_field(measure, TRACK, code) for measure in register.measures_of(track.code)),
        *(set_field(meeting, "track", code) for meeting in held),
        Edit("track", track.code, WHOLE, track, None),
    )


def move_to_track(
    register: Register, measure: Measure, track: Track, position: int = 0, together: Collection[str] = ()
) -> tuple[Edit, ...]:
    """Return the edits that move a measure to a position (from 1) of another track; 0: last.

    A measure that was reported with another gets a result of its own, unless that is among the ids `together`, which
    move too. `UsageError` if there is no such position.
    """
    others = register.measures_of(track.code)
    order, spread = order_at(others, position or len(others) + 1)
    alone = measure.reported_with and measure.reported_with not in together
    own = (set_field(measure, "reported_with", ""),) if alone else ()
    moved = (set_field(measure, TRACK, track.code), Edit("measure", measure.id, ORDER, measure.order, order))
    return (*spread, *own, *moved)


def move_all_to_track(register: Register, measures: Sequence[Measure], track: Track) -> tuple[Edit, ...]:
    """Return the edits that move measures to the end of a track, in their order; those that are there stay."""
    edits: list[Edit] = []
    moving = [measure for measure in measures if measure.track != track.code]
    together = frozenset(measure.id for measure in moving)
    for measure in moving:
        made = move_to_track(register, measure, track, together=together)
        register = apply_all(register, made)
        edits += made
    return tuple(edits)


def _check_code(register: Register, code: str) -> None:
    """Raise `UsageError` unless this can be the code of a new track."""
    if code.split() != [code] or "-" in code or not code.isprintable() or len(code) > MAX_CODE:
        message = _(
            "{code} cannot be the code of a track: use up to {limit} letters or digits, without spaces and hyphens"
        )
        raise UsageError(message.format(code=quote(code), limit=MAX_CODE))
    if code.casefold() in RESERVED_CODES or register.track(code) is not None:
        raise UsageError(_("there is a {code} already; choose another code").format(code=quote(code)))
