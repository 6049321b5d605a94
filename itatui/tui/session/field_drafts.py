"""Drafts of fields: texts of an editor that the register cannot take as they are, or not yet."""

from collections.abc import Iterable

from itatui.domain.change import Edit, Value
from itatui.domain.conflicts import is_typed
from itatui.domain.field_text import format_value, parse_value
from itatui.domain.fields import FIELDS, kind_of, label_of
from itatui.domain.measure import Measure
from itatui.domain.protocols import Draft, DraftPlace
from itatui.domain.register import Register
from itatui.domain.track import Track


def field_place(register_path: str, edit: Edit) -> DraftPlace:
    """Return the place of the draft of an edited field."""
    return DraftPlace(register_path, f"{edit.kind} {edit.field}", edit.id)


def field_draft(register_path: str, register: Register, edit: Edit, text: str | None = None) -> Draft:
    """Return the draft of an edit; with a `text` that cannot be read as a value, of that."""
    field = FIELDS[edit.kind][edit.field]
    thing = register.measure(edit.id) if edit.kind == "measure" else register.track(edit.id)
    ref = register.ref(thing) if isinstance(thing, Measure) else edit.id if isinstance(thing, Track) else ""
    texts = {
        "text": format_value(register, field, edit.after) if text is None else text,
        "base": format_value(register, field, edit.before),
    }
    return Draft(field_place(register_path, edit), f"{ref} {label_of(edit.kind, edit.field)}".strip(), texts)


def base_of(draft: Draft, register: Register, thing: Measure | Track, field: str) -> Value:
    """Return the value that the field had when the text was begun. Raises `ItatuiError` if it cannot be read."""
    return parse_value(register, thing, FIELDS[kind_of(thing)][field], draft.texts.get("base", ""))


def drafts_of(register_path: str, register: Register, edits: Iterable[Edit]) -> list[Draft]:
    """Return the drafts of edits that are not saved yet, oldest first: a field's from its first value to its last."""
    joined: dict[tuple[str, str, str], Edit] = {}
    for edit in edits:
        if is_typed(edit) and edit.field in FIELDS.get(edit.kind, {}):
            first = joined.get(edit[:3])
            joined[edit[:3]] = edit._replace(before=first.before) if first else edit
    return [field_draft(register_path, register, edit) for edit in joined.values()]
