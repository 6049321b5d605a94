"""A change in words: what was done to what."""

from itatui.domain.change import ORDER, WHOLE, Change, Edit
from itatui.domain.fields import title_of
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.locale import _


def describe(edit: Edit, register: Register) -> str:
    """One edit in a few words: `IIT-2: ticked quarter 3`."""
    subject = subject_of(edit, register)
    if edit.field == WHOLE:
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
    measure = register.measure(edit.id)
    if measure is not None:
        return register.ref(measure)
    gone = next((value for value in (edit.before, edit.after) if isinstance(value, Measure)), None)
    return f"{gone.track} “{gone.activity}”" if gone else edit.id


def describe_change(change: Change, register: Register) -> str:
    """A whole change in words; of an undo, what it took back."""
    edits = [edit.inverse() for edit in reversed(change.edits)] if change.undoes else change.edits
    words = ", ".join(describe(edit, register) for edit in edits)
    if change.undoes:
        return _("took back {number} ({words})").format(number=change.undoes, words=words)
    if change.redoes:
        return _("made {number} again ({words})").format(number=change.redoes, words=words)
    return words
