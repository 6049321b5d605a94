"""A change in words: what was done to what."""

from collections.abc import Sequence

from itatui.domain.change import ORDER, WHOLE, Change, Edit
from itatui.domain.fields import title_of
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.locale import _
from itatui.locale.dates import moment

_MANY = 6
"""A change of more edits than these is told by their numbers."""
_WIDE = 40
"""Cells of a measure's activity that say which one is meant."""


def describe(edit: Edit, register: Register) -> str:
    """One edit in a few words: `IIT-2: ticked quarter 3`."""
    subject = subject_of(edit, register)
    if edit.kind in ("meeting", "decision"):
        from itatui.wording.meetings import words_of  # here, because most changes are of a measure

        words = words_of(edit, register)
    elif edit.field == WHOLE:
        words = _("removed") if edit.after is None else _("added")
    elif edit.field == ORDER:
        words = _("moved")
    else:
        words = _field_words(edit)
    return f"{subject}: {words}"


def _field_words(edit: Edit) -> str:
    name, _dot, quarter = edit.field.partition(".")
    if quarter:
        patterns = {
            ("done", True): _("ticked quarter {quarter}"),
            ("done", False): _("unticked quarter {quarter}"),
            ("planned", True): _("planned quarter {quarter}"),
            ("planned", False): _("took quarter {quarter} out of the plan"),
        }
        return patterns[name, bool(edit.after)].format(quarter=quarter)
    title = title_of(edit.kind, edit.field)
    if not edit.before:
        return _("wrote {field}").format(field=title)
    return (_("changed {field}") if edit.after else _("emptied {field}")).format(field=title)


def subject_of(edit: Edit, register: Register) -> str:
    """What an edit is of: `IIT-2`, a track's code, the register. A measure that is gone is called by its activity."""
    if edit.kind == "track":
        return edit.id
    if edit.kind == "register":
        return _("the register")
    if edit.kind in ("meeting", "decision"):
        from itatui.wording.meetings import called

        return called(edit, register)
    measure = register.measure(edit.id)
    if measure is not None:
        return register.ref(measure)
    from itatui.thai import truncate  # here, because what names all by REF need not wait for it

    gone = next((value for value in (edit.before, edit.after) if isinstance(value, Measure)), None)
    return f"{gone.track} “{truncate(gone.activity, _WIDE)}”" if gone else edit.id


def describe_change(change: Change, register: Register) -> str:
    """A whole change in words; of an undo, what it took back."""
    edits = [edit.inverse() for edit in reversed(change.edits)] if change.undoes else change.edits
    words = ", ".join(describe(edit, register) for edit in edits) if len(edits) <= _MANY else summary(edits)
    if change.restores:
        when = moment(change.restores)
        return _("went back to how it was on {when} ({words})").format(when=when, words=summary(change.edits))
    if change.undoes:
        return _("took back {number} ({words})").format(number=change.undoes, words=words)
    if change.redoes:
        return _("made {number} again ({words})").format(number=change.redoes, words=words)
    return words


def summary(edits: Sequence[Edit]) -> str:
    """Many edits in a few words: how many measures, tracks and fields of the register they are of."""
    whole = [edit for edit in edits if edit.kind == "measure" and edit.field == WHOLE]
    changed = {edit.id for edit in edits if edit.kind == "measure" and edit.field != WHOLE}
    counts = (
        (_("measures changed: {count}"), len(changed)),
        (_("measures brought back: {count}"), len([edit for edit in whole if edit.after is not None])),
        (_("measures taken away: {count}"), len([edit for edit in whole if edit.after is None])),
        (_("tracks changed: {count}"), len({edit.id for edit in edits if edit.kind == "track"})),
        (_("fields of the register: {count}"), len([edit for edit in edits if edit.kind == "register"])),
        (_("meetings: {count}"), len({edit.id for edit in edits if edit.kind == "meeting"})),
        (_("decisions: {count}"), len({edit.id for edit in edits if edit.kind == "decision"})),
    )
    return ", ".join(words.format(count=count) for words, count in counts if count) or _("no difference")


def mended_words(count: int) -> str:
    """What mending did to a text, by how many letters were mended."""
    return _("{count} letters had their marks put in order").format(count=count)
