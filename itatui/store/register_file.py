"""One register file: read as a `Register`, written by applying a `Change`."""

import os
from collections.abc import Callable
from pathlib import Path

from itatui.domain.apply import apply
from itatui.domain.change import Change, ConflictError, Edit
from itatui.domain.history import redo_next, undo_entry, undo_next
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.store.errors import DamagedError
from itatui.store.format.documents import change_of, register_of
from itatui.store.format.json_reader import Document, NotARegisterError, Tables
from itatui.store.identity import Identity, identity, now
from itatui.store.storage import RegisterStorage

TYPE_CHECKING = False  # a type checker takes it for true
if TYPE_CHECKING:
    from itatui.domain.backup import Backup, Restored
    from itatui.domain.person import Person
    from itatui.store.presence import Presence

WAIT = 10.0
"""Seconds to wait for another writer before giving up."""


class RegisterFile:
    """The register in a file. Safe to use from several processes; from one thread at a time."""

    def __init__(self, path: Path, person: Identity | None = None) -> None:
        self.path = Path(os.path.realpath(path))  # `resolve` has an error of its own for links in a ring
        self.person = person or identity()
        self._disk = RegisterStorage(self.path)
        self._presence: Presence | None = None
        self._register: Register | None = None
        self._seen: object = None
        self._whole_rows: dict[str, Document] = {}
        """The history's documents that are known to be whole."""
        self._sealed: tuple[dict[str, Document], list[Change]] | None = None

    @property
    def who(self) -> str:
        """The login name under which changes are recorded."""
        return self.person.who

    def load(self) -> Register:
        """The register as the file has it now; the same value as long as the file is the same. `StoreError`."""
        tables = self._disk.read()
        if self._register is None or tables is not self._seen:
            try:
                register = register_of(tables)
                self._check_history(tables)
            except NotARegisterError as error:
                raise self._disk.damaged(str(error)) from None
            except RecursionError:  # as deep as can just be read, and then looked into
                raise self._disk.damaged(_("nested too deeply")) from None
            self._register, self._seen = register, tables
        return self._register

    def _check_history(self, tables: Tables) -> None:
        """Nobody adds a change to a history that is damaged. What was whole at the last look is not read again."""
        rows = tables.get("history", {})
        for number, row in rows.items():
            if self._whole_rows.get(number) != row:
                change_of(int(number), row)
        self._whole_rows = dict(rows)

    def changed(self) -> bool:
        """Whether the file is another than the one last read: one `stat`, cheap enough for every second."""
        return self._disk.signature() not in (None, self._disk.seen)

    def history(self) -> list[Change]:
        """Every change that was ever made, oldest first, the sealed ones too. `StoreError`."""
        tables = self._disk.read()
        return [*self._sealed_history(tables), *self._recent()] if "sealed" in tables else self._recent()

    def _recent(self) -> list[Change]:
        """The changes that the register itself holds: all of them, until there are many."""
        rows = self._disk.read().get("history", {})
        try:
            return [change_of(int(number), row) for number, row in rows.items()]
        except NotARegisterError as error:
            raise self._disk.damaged(str(error)) from None

    def _sealed_history(self, tables: Tables) -> list[Change]:
        if self._sealed is None or self._sealed[0] != tables["sealed"]:
            from itatui.store.history.archive import sealed_rows  # here, because a history is long only after years

            try:
                changes = [change_of(number, row) for number, row in sealed_rows(self.path, tables)]
            except NotARegisterError as error:
                raise self._disk.damaged(str(error)) from None
            self._sealed = dict(tables["sealed"]), changes
        return self._sealed[1]

    def _found(self, find: Callable[[list[Change]], Change | None]) -> Change | None:
        """What is to be taken back or made again: looked for in all of the history only when the latest has it not."""
        return find(self._recent()) or (find(self.history()) if "sealed" in self._disk.read() else None)

    def apply(self, *edits: Edit, run: str = "") -> Register:
        """Makes a change of these edits; on return it is on the disk.

        Changes with the same `run` mark become one entry of the history. After a `ConflictError` or `StoreError`
        nothing was changed.
        """
        return self._commit(lambda: Change(edits, run=run))

    def undo(self, number: int = 0) -> Register:
        """Takes back the entry of this number; 0: this person's latest that stands.

        `ItatuiError` when there is none, `ConflictError` says by whom and when what it changed was changed since.
        """
        if number:
            return self._commit(lambda: self._found(lambda history: undo_entry(history, number)))
        return self._commit(lambda: self._found(lambda history: undo_next(history, self.who)))

    def redo(self) -> Register:
        """Makes again what this person took back last. `ItatuiError` when there is none."""
        return self._commit(lambda: self._found(lambda history: redo_next(history, self.who)))

    def backups(self) -> "list[Backup]":
        """The kept generations, newest first, each compared with the register as it is now if that can be read."""
        from itatui.store import restore  # here and below, because it is rarely wanted

        return restore.all_of(self.path, self._readable)

    def preview(self, number: int) -> "Backup":
        """One of them. `ItatuiError` when there is none of this number."""
        from itatui.store import restore

        return restore.described(number, restore.nth(self.path, number), self._readable())

    def restore(self, number: int) -> "Restored":
        """Makes the register as it was in a generation, as one change; on return it is on the disk.

        A register that cannot be read is replaced by the generation itself, and kept beside. `ItatuiError` when the
        generation is damaged too, or when no edits lead to it, and then nothing was changed.
        """
        from itatui.domain.backup import Restored
        from itatui.store import restore

        path = restore.nth(self.path, number)
        found = restore.kept(path)
        when = restore.moment_of(found, path)
        if not self._whole():
            files = self._disk.put_back(found.data, path, self.who, WAIT, self._whole)
            if files:
                aside = files[0] if len(files) > 1 else None
                return Restored(self.load(), when, changed=True, replaced=True, aside=aside)
        before = self.load()
        after = self._commit(lambda: restore.change_to(self.load(), found, path))
        return Restored(after, when, changed=after != before)

    def _readable(self) -> Register | None:
        try:
            return self.load()
        except DamagedError:
            return None

    def _whole(self) -> bool:
        return self._readable() is not None

    def enter(self) -> None:
        """Has others see that this person has the register open; where that cannot be, nothing is done."""
        self._here().enter()

    def leave(self) -> None:
        """Has others see that this person is gone."""
        self._here().leave()

    def others(self) -> "tuple[Person, ...]":
        """Who else has the register open, first come first: one `stat` when nobody came or went."""
        return self._here().others()

    def _here(self) -> "Presence":
        if self._presence is None:
            from itatui.store.presence import Presence  # here, because a command is over before anyone sees it

            self._presence = Presence(self.path, self.person)
        return self._presence

    def _commit(self, make: Callable[[], Change | None]) -> Register:
        with self._disk.transaction(self.who, WAIT) as tables:
            register = self.load()
            change = make()
            if change is None:
                raise ItatuiError(_("there is no such change to take back or make again"))
            register, edits = self._applied(register, change)
            goes_on = bool(change.undoes or change.redoes)  # recorded even when it is so already: else undo stops there
            if edits or goes_on:
                from itatui.store.tables import write  # here, because reading needs no TinyDB

                who, origin = self.person
                stamped = change._replace(edits=tuple(edits) or change.edits, who=who, origin=origin, when=now())
                try:
                    write(tables, register, edits, stamped, self.path)
                except NotARegisterError as error:
                    raise self._disk.damaged(str(error)) from None
            else:
                self._disk.discard()
        self._register = register
        return register

    def _applied(self, register: Register, change: Change) -> tuple[Register, list[Edit]]:
        """The register after a change, and those of its edits that changed something."""
        edits = []
        for edit in change.edits:
            try:
                after = apply(register, edit)
            except ConflictError as error:
                if not (entry := change.undoes or change.redoes):
                    raise
                from itatui.wording.conflicts import changed_since  # here, because it is rarely wanted

                raise changed_since(error, entry, self._recent(), register) from None
            if after is not register:
                register = after
                edits.append(edit)
        return register, edits
