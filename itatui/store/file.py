"""One register file: read as a `Register`, written by applying a `Change`."""

from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB, where
from tinydb.table import Document as Row
from tinydb.table import Table

from itatui.domain.applying import apply
from itatui.domain.change import WHOLE, Change, Edit
from itatui.domain.history import redo_next, undo_next
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.store.documents import change_document, change_of, plain, register_of
from itatui.store.identity import Identity, identity, now
from itatui.store.serial import NotARegisterError
from itatui.store.storage import RegisterStorage

WAIT = 10.0
"""Seconds to wait for another writer before giving up."""


class RegisterFile:
    """The register in a file. Safe to use from several processes; from one thread at a time."""

    def __init__(self, path: Path, person: Identity | None = None) -> None:
        self.path = path.resolve()
        self.person = person or identity()
        self._storage = RegisterStorage(self.path)
        self._register: Register | None = None
        self._seen: object = None

    @property
    def who(self) -> str:
        """The login name under which changes are recorded."""
        return self.person.who

    def load(self) -> Register:
        """The register as the file has it now; the same value as long as the file is the same. `StoreError`."""
        tables = self._storage.read()
        if self._register is None or tables is not self._seen:
            try:
                self._register = register_of(tables)
            except NotARegisterError as error:
                raise self._storage.damaged(str(error)) from None
            self._seen = tables
        return self._register

    def changed(self) -> bool:
        """Whether the file is another than the one last read: one `stat`, cheap enough for every second."""
        return self._storage.signature() not in (None, self._storage.seen)

    def history(self) -> list[Change]:
        """Every change that was ever made, oldest first. `StoreError`."""
        rows = self._storage.read().get("history", {})
        try:
            return [change_of(int(number), row) for number, row in rows.items()]
        except NotARegisterError as error:
            raise self._storage.damaged(str(error)) from None

    def apply(self, *edits: Edit, run: str = "") -> Register:
        """Makes a change of these edits; on return it is on the disk.

        Changes with the same `run` mark become one entry of the history. After a `ConflictError` or `StoreError`
        nothing was changed.
        """
        return self._commit(lambda: Change(edits, run=run))

    def undo(self) -> Register:
        """Takes back this person's latest change that stands. `ItatuiError` when there is none."""
        return self._commit(lambda: undo_next(self.history(), self.who))

    def redo(self) -> Register:
        """Makes again what this person took back last. `ItatuiError` when there is none."""
        return self._commit(lambda: redo_next(self.history(), self.who))

    def _commit(self, make: Callable[[], Change | None]) -> Register:
        with self._storage.transaction(self.who, WAIT):
            register = self.load()
            change = make()
            if change is None:
                raise ItatuiError(_("there is nothing of yours to take back or make again"))
            edits = []
            for edit in change.edits:
                after = apply(register, edit)
                if after is not register:
                    register = after
                    edits.append(edit)
            if edits:
                database = TinyDB(storage=lambda: self._storage)
                for edit in edits:
                    _write(database, register, edit)
                stamped = change._replace(edits=tuple(edits), who=self.who, origin=self.person.origin, when=now())
                _record(database.table("history"), stamped)
        self._register = register
        return register


def _write(database: TinyDB, register: Register, edit: Edit) -> None:
    """Writes one edit's field, and nothing else of its document: what a file holds besides is not ours."""
    if edit.kind == "measure":
        table, its = database.table("measures"), where("id") == edit.id
        if edit.field == WHOLE:
            if isinstance(edit.after, Measure):
                table.insert(plain(edit.after))
            else:
                table.remove(its)
            return
        thing: Measure | Track | Register | None = register.measure(edit.id)
    elif edit.kind == "track":
        table, its, thing = database.table("tracks"), where("code") == edit.id, register.track(edit.id)
    else:
        table, its, thing = database.table("register"), where("schema").exists(), register
    name = edit.field.partition(".")[0]
    table.update({name: plain(getattr(thing, name, edit.after))}, its)


def _record(history: Table, change: Change) -> None:
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
    history.insert(change_document(change))


def _goes_on(old: Change, new: Change) -> bool:
    same = (old.run, old.who) == (new.run, new.who) and len(old.edits) == len(new.edits)
    return same and all(
        (a.kind, a.id, a.field, a.after) == (b.kind, b.id, b.field, b.before)
        for a, b in zip(old.edits, new.edits, strict=True)
    )
