"""TinyDB's part: what a change does to the documents in the tables, and the entry that it leaves in the history.

TinyDB's own storage writes in place, so that a kill leaves half a file, and two processes tear each other's
writes. Here TinyDB works on tables that are lent to it, and whoever lends them writes them. Its query caches and
its next id are stale as soon as another process writes: so a fresh one is made for every transaction.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as Row
from tinydb.table import Table

from itatui.domain.change import WHOLE, Change, Edit
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.store.format.documents import WITH_MEETINGS, change_document, change_of, plain
from itatui.store.format.json_reader import Document, Tables


class LentStorage(Storage):
    """A TinyDB storage over some documents of tables that are lent for one transaction.

    It lends only those that matter, since TinyDB copies every row of a table for each write, and it lends copies: a
    document in the tables is replaced by another, never changed.
    """

    def __init__(self, tables: Tables, table: str, number: str) -> None:
        self._tables = tables
        self._table = table
        lent = tables.get(table, {}).get(number)
        self._lent = {} if lent is None else {number: lent}

    def read(self) -> dict[str, dict[str, Any]]:
        """What is lent, as it is now."""
        return {self._table: {number: dict(fields) for number, fields in self._lent.items()}}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Puts what TinyDB made of it in the tables."""
        rows = self._tables.setdefault(self._table, {})
        now = data[self._table]
        for number in self._lent.keys() - now.keys():
            del rows[number]
        rows.update(now)
        self._lent = now


def write(tables: Tables, register: Register, edits: Iterable[Edit], change: Change, path: Path) -> None:
    """Writes edits, already applied to `register`, into the tables, and records their change in the history.

    `path` is the register's file, beside which the older history stands.
    """
    removed: dict[str, Document] = {}
    for edit in edits:
        if edit.field == WHOLE:
            _write_whole(tables, edit, removed, path if change.undoes or change.redoes or change.restores else None)
        else:
            _write(tables, register, edit)
    _record(tables, change, removed)


def _lent(tables: Tables, table: str, number: str) -> Table:
    return TinyDB(tables, table, number, storage=LentStorage).table(table)


def _last(tables: Tables, table: str) -> str:
    """The number of a table's last document, which TinyDB goes on from; 0 when there is none."""
    return max(tables.get(table, {}), key=int, default="0")


def _number(tables: Tables, table: str, key: str, value: str) -> str:
    """The number of the document in which a key holds this: there is one, since the edit was applied to it."""
    return next(number for number, fields in tables[table].items() if fields.get(key) == value)


_TABLES = {"measure": "measures", "track": "tracks", "meeting": "meetings", "decision": "decisions"}


def _write_whole(tables: Tables, edit: Edit, removed: dict[str, Document], path: Path | None) -> None:
    """Adds a measure, meeting or decision, out of the history of the register at `path` if that is given.

    Or it removes one, into `removed`; or it does both, where one is put in the place of another.
    """
    table = _TABLES[edit.kind]
    if edit.before is not None:
        number = _number(tables, table, "id", edit.id)
        removed[edit.id] = tables[table][number]
        _lent(tables, table, number).remove(doc_ids=[int(number)])
    if isinstance(edit.after, Measure | Meeting | Decision):
        document = plain(edit.after)
        if path is not None:
            from itatui.store.history.removed import brought_back  # here, because most changes are of a field

            document = brought_back(edit.kind, edit.after, removed, tables, path)
        if edit.kind != "measure":
            _say_that_it_has_meetings(tables)
        _lent(tables, table, _last(tables, table)).insert(document)


def _say_that_it_has_meetings(tables: Tables) -> None:
    """Makes the file one that an older itatui leaves alone, instead of one that it takes for damaged."""
    ((number, head),) = tables["register"].items()
    if head["schema"] < WITH_MEETINGS:
        _lent(tables, "register", number).update({"schema": WITH_MEETINGS}, doc_ids=[int(number)])


def _write(tables: Tables, register: Register, edit: Edit) -> None:
    """Writes one edit's field, and nothing else of its document: what a file holds besides is not ours."""
    thing: Measure | Track | Register | Meeting | Decision | None = register
    table, number = "register", next(iter(tables["register"]))
    if edit.kind == "measure":
        table, number = "measures", _number(tables, "measures", "id", edit.id)
        thing = register.measure(edit.id)
    elif edit.kind == "track":
        table, number = "tracks", _number(tables, "tracks", "code", edit.id)
        thing = register.track(edit.id)
    elif edit.kind in ("meeting", "decision"):
        from itatui.domain.meetings import found

        table = _TABLES[edit.kind]
        number, thing = _number(tables, table, "id", edit.id), found(register, edit.kind, edit.id)
    name = edit.field.partition(".")[0]
    fields = {name: plain(getattr(thing, name, edit.after))}
    _lent(tables, table, number).update(fields, doc_ids=[int(number)])


def _record(tables: Tables, change: Change, removed: dict[str, Document]) -> None:
    """Adds a change to the history, or lengthens the entry that it goes on from in the same run of typing."""
    last = _last(tables, "history")
    history = _lent(tables, "history", last)
    row = history.get(doc_id=int(last)) if change.run else None
    if isinstance(row, Row):
        old = change_of(int(last), row)
        if _goes_on(old, change):
            edits = tuple(
                edit._replace(before=earlier.before) for earlier, edit in zip(old.edits, change.edits, strict=True)
            )
            history.update(change_document(change._replace(edits=edits)), doc_ids=[int(last)])
            return
    entry = change_document(change)
    if removed:
        from itatui.store.history.removed import remembered

        entry = remembered(entry, removed)
    history.insert(entry)


def _goes_on(old: Change, new: Change) -> bool:
    same = (old.run, old.who) == (new.run, new.who) and len(old.edits) == len(new.edits)
    return same and all(
        (a.kind, a.id, a.field, a.after) == (b.kind, b.id, b.field, b.before)
        for a, b in zip(old.edits, new.edits, strict=True)
    )
