"""TinyDB's part: what a change does to the documents in the tables, and the entry that it leaves in the history.

TinyDB's own storage writes in place, so that a kill leaves half a file, and two processes tear each other's
writes. Here TinyDB works on tables that are lent to it, and whoever lends them writes them. Its query caches and
its next id are stale as soon as another process writes: so a fresh one is made for every transaction.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import Storage
from tinydb.table import Document as Row
from tinydb.table import Table

from itatui.domain.change import WHOLE, Change, Edit
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.store.documents import change_document, change_of, plain
from itatui.store.removed import brought_back, remembered
from itatui.store.serial import Document, Tables


class LentStorage(Storage):
    """A TinyDB storage over tables that are lent for one transaction."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def read(self) -> dict[str, dict[str, Any]]:
        """The tables as they are now."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keeps what TinyDB made of the tables."""
        self._tables.update(data)


def write(tables: Tables, register: Register, edits: Iterable[Edit], change: Change, path: Path) -> None:
    """Writes edits, already applied to `register`, into the tables, and records their change in the history.

    `path` is the register's file, beside which the older history stands.
    """
    database = TinyDB(tables, storage=LentStorage)
    removed: dict[str, Document] = {}
    for edit in edits:
        if edit.kind == "measure" and edit.field == WHOLE:
            table, its = database.table("measures"), where("id") == edit.id
            if isinstance(edit.after, Measure):
                back = change.undoes or change.redoes or change.restores
                table.insert(brought_back(edit.after, removed, tables, path) if back else plain(edit.after))
            else:
                removed.update((edit.id, dict(row)) for row in table.search(its))
                table.remove(its)
        else:
            _write(database, register, edit)
    _record(database.table("history"), change, removed)


def _write(database: TinyDB, register: Register, edit: Edit) -> None:
    """Writes one edit's field, and nothing else of its document: what a file holds besides is not ours."""
    if edit.kind == "measure":
        table, its = database.table("measures"), where("id") == edit.id
        thing: Measure | Track | Register | None = register.measure(edit.id)
    elif edit.kind == "track":
        table, its, thing = database.table("tracks"), where("code") == edit.id, register.track(edit.id)
    else:
        table, its, thing = database.table("register"), where("schema").exists(), register
    name = edit.field.partition(".")[0]
    table.update({name: plain(getattr(thing, name, edit.after))}, its)


def _record(history: Table, change: Change, removed: dict[str, Document]) -> None:
    """Adds a change to the history, or lengthens the entry that it goes on from in the same run of typing."""
    last = max((row.doc_id for row in history), default=0)
    row = history.get(doc_id=last) if change.run and last else None
    if isinstance(row, Row):
        old = change_of(last, row)
        if _goes_on(old, change):
            edits = tuple(
                edit._replace(before=earlier.before) for earlier, edit in zip(old.edits, change.edits, strict=True)
            )
            history.update(change_document(change._replace(edits=edits)), doc_ids=[last])
            return
    history.insert(remembered(change_document(change), removed))


def _goes_on(old: Change, new: Change) -> bool:
    same = (old.run, old.who) == (new.run, new.who) and len(old.edits) == len(new.edits)
    return same and all(
        (a.kind, a.id, a.field, a.after) == (b.kind, b.id, b.field, b.before)
        for a, b in zip(old.edits, new.edits, strict=True)
    )
