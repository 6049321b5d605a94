"""Reasons why an undo or redo is refused: the later change, its user and its time."""

from collections.abc import Sequence

from itatui.domain.change import WHOLE, Change, ConflictError
from itatui.domain.fields import label_of
from itatui.domain.history import last_change_of
from itatui.domain.register import Register
from itatui.locale import _
from itatui.locale.dates import moment
from itatui.wording.changes import subject_of


def changed_since(error: ConflictError, entry: int, history: Sequence[Change], register: Register) -> ConflictError:
    """Return the error that explains why an entry cannot be undone or redone: the field, the user and the time."""
    edit, found = error.edit, error.found
    subject = subject_of(edit, register)
    last_then = [change for change in history if entry in (change.number, change.undoes, change.redoes)][-1:]
    since = [change for change in history if not last_then or change.number > last_then[0].number]
    last = last_change_of(since, edit.kind, edit.id, WHOLE if found is None else edit.field)
    if found is None:
        message = _("{what} no longer exists")
        known = _("{what} was deleted by {who}, {when} (change {number}): undo that first")
    elif edit.field == WHOLE:
        message = _("{what} has changed since then")
        known = _("{what} was changed later by {who}, {when} (change {number})")
    else:
        message = _("{what}: “{field}” has changed since then")
        known = _("{what}: “{field}” was changed later by {who}, {when} (change {number})")
    words: dict[str, object] = {"what": subject, "field": label_of(edit.kind, edit.field, register)}
    if last:
        words |= {"who": last.who, "when": moment(last.when), "number": last.number}
    reason = (known if last else message).format(**words)
    return ConflictError(_("{reason}; nothing was changed").format(reason=reason), edit, found)
