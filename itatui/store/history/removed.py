"""What the document of a removed thing held besides what itatui knows: kept in the history, and given back with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from itatui.domain.change import WHOLE, Whole
from itatui.store.format.documents import read_record
from itatui.store.format.field_codecs import plain
from itatui.store.format.json_reader import Document, NotARegisterError, Tables
from itatui.store.history.archive import TABLE, rows_of

_KINDS = ("measure", "meeting", "decision")


def remembered(entry: Document, removed: dict[str, Document]) -> Document:
    """An entry of the history with the whole documents of the things that it removed."""
    for edit in entry["edits"]:
        if _is_removal(edit) and edit["id"] in removed:
            edit["before"] = removed[edit["id"]]
    return entry


def brought_back(kind: str, thing: Whole, removed: dict[str, Document], tables: Tables, register: Path) -> Document:
    """The document of a thing of a kind that was there before, with what it held besides when it was removed last.

    `removed` are those that the same change removes. `StoreError` when the part of the history that has it is missing.
    """
    if thing.id in removed:
        return _with(kind, removed[thing.id], thing)
    for entry in _entries(tables, register):
        edits = entry.get("edits")
        for edit in reversed(edits if isinstance(edits, list) else []):
            if _is_removal(edit) and (edit["kind"], edit.get("id")) == (kind, thing.id):
                return _with(kind, edit["before"], thing)
    new: Document = plain(thing)
    return new


def _with(kind: str, old: Document, thing: Whole) -> Document:
    """The document that it was, as long as it says the same; else its unknown fields beside the known ones."""
    try:
        same = bool(read_record(kind, old) == thing)
    except NotARegisterError:
        same = False
    return dict(old) if same else {**old, **plain(thing)}


def _entries(tables: Tables, register: Path) -> Iterator[Document]:
    """The entries of the history, latest first; the sealed ones are read only when the others have been seen."""
    rows = tables.get("history", {})
    yield from (rows[number] for number in sorted(rows, key=int, reverse=True))
    sealed = tables.get(TABLE, {})
    for place in sorted(sealed, key=int, reverse=True):
        old = rows_of(register, sealed[place])
        yield from (old[number] for number in sorted(old, key=int, reverse=True))


def _is_removal(edit: Any) -> bool:
    return (
        isinstance(edit, dict)
        and edit.get("kind") in _KINDS
        and (edit.get("field"), edit.get("after")) == (WHOLE, None)
        and isinstance(edit.get("before"), dict)
    )
