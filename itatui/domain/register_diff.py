"""The edits that turn a register into another, to restore a backup or to compare two copies."""

from collections.abc import Iterator, Sequence

from itatui.domain.change import ORDER, TRACK, WHOLE, Edit
from itatui.domain.fields import edited_paths, id_of, kind_of, paths_beside, value_of
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.register import Record, Register
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _


class OutOfReachError(ItatuiError):
    """Two registers differ in a part that no edit changes: the case of a track's code."""


def difference(now: Register, then: Register) -> tuple[Edit, ...]:
    """Return the edits that turn `now` into `then`; none if they are equal. `OutOfReachError`."""
    _check_tracks(now, then)
    added, removed = _tracks_only_in(then, now), _tracks_only_in(now, then)
    fields, gone = _named_edits("field", now.fields, then.fields)
    forms, gone_forms = _named_edits("form", now.forms, then.forms)
    edits = [
        *_field_edits(now, then),
        *fields,
        *forms,
        *(Edit("track", track.code, WHOLE, None, track) for track in added),
    ]
    for old in now.tracks:
        if old not in removed and (new := then.track(old.code)):
            edits += _field_edits(old, new, ORDER)
    edits += _measure_edits(now, then)
    edits += [Edit("track", track.code, WHOLE, track, None) for track in removed]
    return (*edits, *gone, *gone_forms, *_meeting_edits(now, then))


def _named_edits(
    kind: str, now: Sequence[OwnField | OwnForm], then: Sequence[OwnField | OwnForm]
) -> tuple[list[Edit], list[Edit]]:
    """Return the edits of own fields or forms: those before values are set, and the removals after them."""
    old, new = ({each.name: each for each in records} for records in (now, then))
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    edits = [Edit(kind, name, WHOLE, old.get(name), new.get(name)) for name in names]
    return [edit for edit in edits if edit.after], [edit for edit in edits if not edit.after]


def _tracks_only_in(register: Register, other: Register) -> list[Track]:
    codes = {track.code for track in other.tracks}
    return [track for track in register.tracks if track.code not in codes]


def _check_tracks(now: Register, then: Register) -> None:
    """Raise `OutOfReachError` if edits cannot give `now` the tracks of `then` in their order."""
    added = _tracks_only_in(then, now)
    orders = {track.code: track.order for track in then.tracks}
    codes = [track.code for track in (*now.tracks, *added) if track.code in orders]
    in_order = sorted(codes, key=orders.__getitem__) == [track.code for track in then.tracks]
    if not in_order or any(now.track(track.code) for track in added):  # a code differs only by case
        names = [", ".join(track.code for track in register.tracks) for register in (now, then)]
        message = _("its tracks differ ({then}; now {now}), and restoring does not change the case of codes")
        raise OutOfReachError(message.format(now=names[0], then=names[1]))


def _field_edits(old: Record, new: Record, *more: str) -> Iterator[Edit]:
    for path in dict.fromkeys((*more, *edited_paths(old), *paths_beside(old), *paths_beside(new))):
        before, after = value_of(old, path), value_of(new, path)
        if before != after:
            yield Edit(kind_of(old), id_of(old), path, before, after)


def _measure_edits(now: Register, then: Register) -> Iterator[Edit]:
    """Yield removals first."""
    stay = [(old, new) for old in now.measures if (new := then.measure(old.id))]
    ids = {old.id for old, _new in stay}
    for measure in now.measures:
        if measure.id not in ids:
            yield Edit("measure", measure.id, WHOLE, measure, None)
    for old, new in stay:
        if old != new:
            yield from _field_edits(old, new, TRACK, ORDER)
    for measure in then.measures:
        if measure.id not in ids:
            yield Edit("measure", measure.id, WHOLE, None, measure)


def _meeting_edits(now: Register, then: Register) -> Iterator[Edit]:
    """Yield edits of whole meetings and decisions: nobody needs the difference of their few fields."""
    pairs = (("meeting", now.meetings, then.meetings), ("decision", now.decisions, then.decisions))
    for kind, old, new in pairs:
        before, after = {record.id: record for record in old}, {record.id: record for record in new}
        for name in {**before, **after}:
            if before.get(name) != after.get(name):
                yield Edit(kind, name, WHOLE, before.get(name), after.get(name))


def changed_measures(before: Register, after: Register) -> frozenset[str]:
    """Return the ids of the measures that are new in `after` or differ from `before`."""
    return frozenset(new.id for new in after.measures if (old := before.measure(new.id)) is not new and old != new)
