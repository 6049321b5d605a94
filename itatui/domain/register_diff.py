"""The edits that make one register into another: what a restored one brings back, and what two copies differ in."""

from collections.abc import Iterator

from itatui.domain.apply import value_of
from itatui.domain.change import ORDER, WHOLE, Edit
from itatui.domain.fields import fields_of
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _


class OutOfReachError(ItatuiError):
    """Two registers differ in what no edit changes: their tracks themselves, or the report's headings."""


def difference(now: Register, then: Register) -> tuple[Edit, ...]:
    """The edits that, applied to `now`, give `then`; none when they are equal. `OutOfReachError`."""
    if [track.code for track in now.tracks] != [track.code for track in then.tracks]:
        codes = [", ".join(track.code for track in register.tracks) for register in (now, then)]
        message = _("its tracks are others ({then}, now {now}), and tracks are not added, removed or moved here")
        raise OutOfReachError(message.format(now=codes[0], then=codes[1]))
    if now.headings != then.headings:
        raise OutOfReachError(_("the report's headings are others in it, and they are not changed here"))
    edits = (*_of_registers(now, then), *_of_measures(now, then), *_of_meetings(now, then))
    return tuple(edit for edit in edits if edit.before != edit.after)


def _of_registers(now: Register, then: Register) -> Iterator[Edit]:
    for field in fields_of(now):
        yield Edit("register", "", field, value_of(now, field), value_of(then, field))
    for old, new in zip(now.tracks, then.tracks, strict=True):
        for field in fields_of(old):
            yield Edit("track", old.code, field, value_of(old, field), value_of(new, field))


def _of_measures(now: Register, then: Register) -> Iterator[Edit]:
    """Those that are gone first: one that is of another track by then is removed and added under its own id."""
    stay = [(old, new) for old in now.measures if (new := then.measure(old.id)) and new.track == old.track]
    ids = {old.id for old, _new in stay}
    for measure in now.measures:
        if measure.id not in ids:
            yield Edit("measure", measure.id, WHOLE, measure, None)
    for old, new in stay:
        if old != new:
            for field in (ORDER, *fields_of(old)):
                yield Edit("measure", old.id, field, value_of(old, field), value_of(new, field))
    for measure in then.measures:
        if measure.id not in ids:
            yield Edit("measure", measure.id, WHOLE, None, measure)


def _of_meetings(now: Register, then: Register) -> Iterator[Edit]:
    """A meeting or decision that is another is one: nobody asks which of its few fields differ."""
    pairs = (("meeting", now.meetings, then.meetings), ("decision", now.decisions, then.decisions))
    for kind, old, new in pairs:
        before, after = {thing.id: thing for thing in old}, {thing.id: thing for thing in new}
        for name in {**before, **after}:
            yield Edit(kind, name, WHOLE, before.get(name), after.get(name))


def changed_measures(before: Register, after: Register) -> frozenset[str]:
    """The ids of the measures that are new in the one after, or others than before."""
    return frozenset(new.id for new in after.measures if (old := before.measure(new.id)) is not new and old != new)
