"""Writes changes to the tables of a register file through TinyDB, and records them in the history.

The storage of TinyDB writes in place, so that a kill leaves a torn file, and two processes tear each other's writes.
Here TinyDB works on tables in memory, which the caller writes. Its query caches and next id are stale as soon as
another process writes: every transaction gets a new `Table`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as Row
from tinydb.table import Table

from itatui.domain.change import WHOLE, Change, Edit, Whole
from itatui.domain.fields import attribute_of
from itatui.domain.history import extended_entry
from itatui.domain.register import Register
from itatui.store.format.documents import KEYS, TABLES, change_document, change_of
from itatui.store.format.field_codecs import plain
from itatui.store.format.json_reader import Document, Tables


class LentStorage(Storage):
    """TinyDB storage over at most one document of the tables, for a single transaction.

    TinyDB copies every row of a table on each write, so it gets only the row concerned, as a copy: a document in the
    tables is replaced, never changed.
    """

    def __init__(self, tables: Tables, table: str, number: str) -> None:
        self._tables = tables
        self._table = table
        row = tables.get(table, {}).get(number)
        self._lent = {} if row is None else {number: row}

    def read(self) -> dict[str, dict[str, Any]]:
        """Return a copy of the row."""
        return {self._table: {number: dict(fields) for number, fields in self._lent.items()}}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Put the rows written by TinyDB into the tables."""
        rows = self._tables.setdefault(self._table, {})
        now = data[self._table]
        for number in self._lent.keys() - now.keys():
            del rows[number]
        rows.update(now)
        self._lent = now


def write(tables: Tables, register: Register, edits: Iterable[Edit], change: Change, path: Path) -> None:
    """Write edits, already applied to `register`, into the tables, and record their change in the history.

    `path` is the file of the register: the archive of its history stands beside it.
    """
    removed: dict[tuple[str, str], Document] = {}
    for edit in edits:
        if edit.field == WHOLE:
            returns = change.undoes or change.redoes or change.restores
            _write_whole(tables, edit, removed, path if returns else None)
        else:
            _write_field(tables, register, edit)
    _record(tables, change, removed)


def _lent(tables: Tables, table: str, number: str) -> Table:
    return TinyDB(tables, table, number, storage=LentStorage).table(table)


def _last(tables: Tables, table: str) -> str:
    """Return the number of the last document of a table, from which TinyDB continues; 0 if it is empty."""
    return max(tables.get(table, {}), key=int, default="0")


def _number(tables: Tables, edit: Edit) -> str:
    """Return the number of the document of an edit; it exists, since the edit was applied to the register."""
    if edit.kind == "register":
        return next(iter(tables["register"]))
    key = KEYS[edit.kind]
    return next(number for number, fields in tables[TABLES[edit.kind]].items() if fields.get(key) == edit.id)


def _write_whole(tables: Tables, edit: Edit, removed: dict[tuple[str, str], Document], path: Path | None) -> None:
    """Add, remove or replace the document of a record.

    A removed document is put in `removed`. With `path`, an added record gets back the unknown fields that its document
    had when it was removed, from the history of the register at `path`.
    """
    table = TABLES[edit.kind]
    if edit.before is not None:
        number = _number(tables, edit)
        removed[edit.kind, edit.id] = tables[table][number]
        _lent(tables, table, number).remove(doc_ids=[int(number)])
    if isinstance(edit.after, Whole):
        document = plain(edit.after)
        if path is not None:
            from itatui.store.history.removals import brought_back  # lazy: most changes are of a field

            document = brought_back(edit.kind, edit.after, removed, tables, path)
        _lent(tables, table, _last(tables, table)).insert(document)


def _write_field(tables: Tables, register: Register, edit: Edit) -> None:
    """Write the field of an edit and nothing else of its document, which may hold unknown fields."""
    table, number = TABLES.get(edit.kind, "register"), _number(tables, edit)
    name = attribute_of(edit.kind, edit.field)
    record = register.lookup(edit.kind, edit.id)
    value = edit.after if record is None else getattr(record, name)
    _lent(tables, table, number).update({name: plain(value)}, doc_ids=[int(number)])


def _record(tables: Tables, change: Change, removed: dict[tuple[str, str], Document]) -> None:
    """Add a change to the history, or extend the entry of the same run of typing."""
    last = _last(tables, "history")
    history = _lent(tables, "history", last)
    row = history.get(doc_id=int(last)) if change.run else None
    if isinstance(row, Row):
        extended = extended_entry(change_of(int(last), row), change)
        if extended is not None:
            history.update(change_document(extended), doc_ids=[int(last)])
            return
    entry = change_document(change)
    if removed:
        from itatui.store.history.removals import remembered

        entry = remembered(entry, removed)
    history.insert(entry)
