"""Whole documents of removed records, stored in the history with their unknown fields."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from itatui.domain.change import WHOLE, Whole
from itatui.domain.fields import id_of
from itatui.store.format.documents import WHOLE_KINDS, read_record
from itatui.store.format.field_codecs import plain
from itatui.store.format.json_reader import Document, NotARegisterError, Tables
from itatui.store.history.archive import TABLE, rows_of

Removed = dict[tuple[str, str], Document]
"""Documents by the kind and id of their record."""


def remembered(entry: Document, removed: Removed) -> Document:
    """Add the whole documents that a change removed to its entry of the history."""
    for edit in entry["edits"]:
        if _is_removal(edit) and (document := removed.get((edit["kind"], edit["id"]))):
            edit["before"] = document
    return entry


def brought_back(kind: str, thing: Whole, removed: Removed, tables: Tables, register: Path) -> Document:
    """Return the document for a record that comes back, with the unknown fields that it had when last removed.

    `removed` has the documents that the same change removes. Raise `StoreError` if the archive file with the
    removal is missing.
    """
    key = (kind, id_of(thing))
    if key in removed:
        return _with(kind, removed[key], thing)
    for entry in _entries(tables, register):
        edits = entry.get("edits")
        for edit in reversed(edits if isinstance(edits, list) else []):
            if _is_removal(edit) and (edit["kind"], edit.get("id")) == key:
                return _with(kind, edit["before"], thing)
    new: Document = plain(thing)
    return new


def _with(kind: str, old: Document, thing: Whole) -> Document:
    """Return the old document if it describes the same record; else its unknown fields with the current known ones."""
    try:
        same = bool(read_record(kind, old) == thing)
    except NotARegisterError:
        same = False
    return dict(old) if same else {**old, **plain(thing)}


def _entries(tables: Tables, register: Path) -> Iterator[Document]:
    """Yield the entries of the history, latest first; read the archive files only when reached."""
    rows = tables.get("history", {})
    yield from (rows[number] for number in sorted(rows, key=int, reverse=True))
    archived = tables.get(TABLE, {})
    for place in sorted(archived, key=int, reverse=True):
        old = rows_of(register, archived[place])
        yield from (old[number] for number in sorted(old, key=int, reverse=True))


def _is_removal(edit: Any) -> bool:
    return (
        isinstance(edit, dict)
        and edit.get("kind") in WHOLE_KINDS
        and (edit.get("field"), edit.get("after")) == (WHOLE, None)
        and isinstance(edit.get("before"), dict)
    )
