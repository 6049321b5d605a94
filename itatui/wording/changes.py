"""Changes in words: the record and the action."""

from collections.abc import Sequence
from itertools import groupby

from itatui.domain.backup import Backup
from itatui.domain.change import CLOSURE, ORDER, TRACK, WHOLE, Change, Edit
from itatui.domain.field_path import FieldPath
from itatui.domain.fields import QUIET, label_of
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.locale import _
from itatui.locale.dates import moment

_MAX_EDITS = 6
"""A change of more edits is described by their counts."""
_ACTIVITY_WIDTH = 40
"""Cells of the activity by which a removed measure is named."""


def describe(edit: Edit, register: Register) -> str:
    """Describe an edit: `IIT-2: ticked quarter 3`."""
    return f"{subject_of(edit, register)}: {_edit_words(edit, register)}"


def _edit_words(edit: Edit, register: Register) -> str:
    """Describe an edit without its record: `ticked quarter 3`."""
    if edit.kind in ("meeting", "decision"):
        from itatui.wording.meetings import words_of  # lazy: most changes are of a measure

        return words_of(edit, register) or field_words(edit, register)
    if edit.field == WHOLE:
        return _("deleted") if edit.after is None else _("added")
    if edit.field == ORDER:
        return _("moved")
    if (edit.kind, edit.field) == ("measure", TRACK):
        return _("moved from {old} to {new}").format(old=edit.before, new=edit.after)
    return field_words(edit, register)


def field_words(edit: Edit, register: Register | None = None) -> str:
    """Describe the edit of a single field: `wrote Result`."""
    name, quarter = FieldPath.parse(edit.field)
    if quarter and name in ("planned", "done"):
        ticks = {
            ("done", True): _("ticked quarter {quarter}"),
            ("done", False): _("unticked quarter {quarter}"),
            ("planned", True): _("planned quarter {quarter}"),
            ("planned", False): _("removed quarter {quarter} from the plan"),
        }
        return ticks[name, bool(edit.after)].format(quarter=quarter)
    if name == QUIET.name:
        pattern = _("quieted the rule {rule}") if edit.after else _("applied the rule {rule} again")
        return pattern.format(rule=quarter)
    if (edit.kind, name) == ("register", "sent"):
        pattern = _("received the sheet of {unit}") if edit.after else _("sheet of {unit} not received")
        return pattern.format(unit=quarter)
    if edit.kind == "register" and name in CLOSURE:
        patterns = {
            ("closed", True): _("closed ({text})"),
            ("closed", False): _("opened again"),
            ("reopened", True): _("reason: {text}"),
            ("reopened", False): _("reason removed"),
        }
        return patterns[name, bool(edit.after)].format(text=edit.after)
    label = label_of(edit.kind, edit.field, register)
    if not edit.before:
        return _("wrote {field}").format(field=label)
    return (_("changed {field}") if edit.after else _("cleared {field}")).format(field=label)


def subject_of(edit: Edit, register: Register) -> str:
    """Name the record of an edit: `IIT-2`, the code of a track, the register; a removed measure by its activity."""
    if edit.kind == "track":
        return edit.id
    if edit.kind == "field":
        return _("field {name}").format(name=edit.id)
    if edit.kind == "form":
        return _("form {name}").format(name=edit.id)
    if edit.kind == "register":
        return _("the register")
    if edit.kind in ("meeting", "decision"):
        from itatui.wording.meetings import name_of

        return name_of(edit, register)
    measure = register.measure(edit.id)
    if measure is not None:
        return register.ref(measure)
    from itatui.thai import truncate  # lazy: not needed while the measure exists

    gone = next((value for value in (edit.before, edit.after) if isinstance(value, Measure)), None)
    return f"{gone.track} “{truncate(gone.activity, _ACTIVITY_WIDTH)}”" if gone else edit.id


def describe_change(change: Change, register: Register) -> str:
    """Describe a whole change; for an undo, the change that it reverted."""
    edits = [edit.inverse() for edit in reversed(change.edits)] if change.undoes else change.edits
    words = _together(edits, register)
    if (sheet := _sheet_of(edits)) is not None:
        others = _together([edit for edit in edits if edit is not sheet], register)
        words = f"{field_words(sheet)} ({others})" if len(edits) > 1 else field_words(sheet)
    if change.restores:
        when = moment(change.restores)
        return _("restored the version of {when} ({words})").format(when=when, words=summary(change.edits))
    if change.undoes:
        return _("Undone: {words} (change {number})").format(number=change.undoes, words=words)
    if change.redoes:
        return _("Redone: {words} (change {number})").format(number=change.redoes, words=words)
    return words


def _sheet_of(edits: Sequence[Edit]) -> Edit | None:
    """Return the edit that notes a unit's sheet as received; None if the edits bring none."""
    sheets = [edit for edit in edits if edit.kind == "register" and FieldPath.parse(edit.field).name == "sent"]
    return sheets[0] if len(sheets) == 1 else None


def _together(edits: Sequence[Edit], register: Register) -> str:
    """Describe edits one by one, those of one record under its name; too many by their counts."""
    edits = _without_new_places(edits)
    if codes := _new_code(edits):
        return _("{old}: code changed to {new}").format(old=codes[0], new=codes[1])
    if len(edits) > _MAX_EDITS and {edit[:2] for edit in edits} != {("meeting", edits[0].id)}:
        return summary(edits, restored=False)
    groups = [list(group) for _record, group in groupby(edits, key=lambda edit: edit[:2])]
    words = [
        f"{subject_of(group[0], register)}: {', '.join(_edit_words(edit, register) for edit in group)}"
        for group in groups
    ]
    return (", " if len(groups) == len(edits) else "; ").join(words)


def _without_new_places(edits: Sequence[Edit]) -> Sequence[Edit]:
    """Leave out the new place of a measure that goes to another track: the track says enough."""
    gone = {edit.id for edit in edits if (edit.kind, edit.field) == ("measure", TRACK)}
    return [edit for edit in edits if not (edit.kind == "measure" and edit.field == ORDER and edit.id in gone)]


def _new_code(edits: Sequence[Edit]) -> tuple[str, str] | None:
    """Return the old and the new code if the edits give a track another code; else None."""
    whole = [edit for edit in edits if edit.field == WHOLE]
    codes = [edit.id for edit in sorted(whole, key=lambda edit: edit.before is None) if edit.kind == "track"]
    added = [edit.before is None for edit in whole]
    return (codes[0], codes[1]) if len(codes) == len(whole) == 2 and sum(added) == 1 else None


def describe_edits(edits: Sequence[Edit], register: Register) -> str:
    """Describe edits that belong together; the same edit of several measures by their number."""
    fields = {(edit.field, edit.after if "." in edit.field else None) for edit in edits if edit.kind == "measure"}
    measures = {edit.id for edit in edits if edit.kind == "measure"}
    if len(fields) == 1 and len(measures) == len(edits) > 1 and not {WHOLE, ORDER} & {edit.field for edit in edits}:
        return _("{count} measures: {words}").format(count=len(measures), words=field_words(edits[0], register))
    return describe_change(Change(tuple(edits)), register)


def summary(edits: Sequence[Edit], *, restored: bool = True) -> str:
    """Summarize many edits by the numbers of measures, tracks, fields of the register, meetings and decisions.

    Measures that come in were there before if `restored`, else they are new.
    """
    come_in = _("measures restored: {count}") if restored else _("measures added: {count}")
    whole = [edit for edit in edits if edit.kind == "measure" and edit.field == WHOLE]
    changed = {edit.id for edit in edits if edit.kind == "measure" and edit.field != WHOLE}
    counts = (
        (_("measures changed: {count}"), len(changed)),
        (come_in, len([edit for edit in whole if edit.after is not None])),
        (_("measures deleted: {count}"), len([edit for edit in whole if edit.after is None])),
        (_("tracks changed: {count}"), len({edit.id for edit in edits if edit.kind == "track"})),
        (_("own fields changed: {count}"), len({edit.id for edit in edits if edit.kind == "field"})),
        (_("forms changed: {count}"), len({edit.id for edit in edits if edit.kind == "form"})),
        (_("register fields changed: {count}"), len([edit for edit in edits if edit.kind == "register"])),
        (_("meetings changed: {count}"), len({edit.id for edit in edits if edit.kind == "meeting"})),
        (_("decisions changed: {count}"), len({edit.id for edit in edits if edit.kind == "decision"})),
    )
    return ", ".join(words.format(count=count) for words, count in counts if count) or _("no changes")


def before_words(change: Change, register: Register) -> str:
    """Name the version of a register before a change: `before writing Result of IIT-2`."""
    edits = change.edits
    single = edits[0] if len(edits) == 1 and not (change.undoes or change.redoes or change.restores) else None
    if single is None or single.kind not in ("measure", "track", "register"):
        return _("before: {words}").format(words=describe_change(change, register))
    return _before_edit(single).format(
        subject=subject_of(single, register),
        field=label_of(single.kind, single.field, register) if single.field not in (WHOLE, ORDER) else "",
        quarter=FieldPath.parse(single.field).member,
    )


def _before_edit(edit: Edit) -> str:
    """Return the pattern of words for the version before an edit."""
    if edit.field == WHOLE:
        return _("before deleting {subject}") if edit.after is None else _("before adding {subject}")
    if edit.field == ORDER:
        return _("before moving {subject}")
    name, quarter = FieldPath.parse(edit.field)
    if quarter and name == "done":
        return (
            _("before ticking quarter {quarter} of {subject}")
            if edit.after
            else _("before unticking quarter {quarter} of {subject}")
        )
    if quarter:
        return _("before changing the plan of {subject}")
    if not edit.before:
        return _("before writing {field} of {subject}")
    return _("before changing {field} of {subject}") if edit.after else _("before clearing {field} of {subject}")


def backup_words(backup: Backup, register: Register | None) -> str:
    """Name a backup by the change that followed it, or else by its time; or say why it cannot be restored."""
    if backup.damaged:
        return _("damaged: {reason}").format(reason=backup.damaged)
    if backup.followed is not None and register is not None:
        name = before_words(backup.followed, register)
    elif backup.apart:
        return backup.apart
    else:
        name = _("version of {when}").format(when=moment(backup.when))
    if backup.apart:
        return f"{name} ({backup.apart})"
    return name if backup.edits else _("{version} (same as now)").format(version=name)


def repaired_words(count: int) -> str:
    """Report an automatic repair by its number of letters."""
    return _("damaged letters fixed: {count}").format(count=count)
