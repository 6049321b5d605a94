"""A register in a file: read as a `Register`, written by applying a `Change`."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

from itatui.domain.change import Change, ClosedError, ConflictError, Edit
from itatui.domain.history import redo_next, undo_entry, undo_next, undoable
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.stand_ins import imported_later, standing_in
from itatui.store.errors import ChangedError, DamagedError, keeps_changing
from itatui.store.format.documents import change_of, register_of
from itatui.store.format.json_reader import Document, NotARegisterError, Tables
from itatui.store.identity import Identity, identity, now
from itatui.store.storage import TRIES, RegisterStorage

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from itatui.domain.backup import Backup, Restored
    from itatui.domain.person import Person
    from itatui.store.presence import Presence
    from itatui.store.restore import Current
    from itatui.store.saves import Saves

_NEEDS_OF_SAVES = (
    "itatui.domain.apply",
    "itatui.store.files.mounts",
    "itatui.store.history.archive",
    "itatui.store.history.removals",
    "itatui.store.mount_notice",
    "itatui.store.saves",
    "itatui.wording.conflicts",
)
"""Modules that are imported by the first save that needs them."""

LOCK_TIMEOUT_S = 10.0
"""Seconds to wait for another writer before raising `BusyError`."""


class RegisterFile:
    """The register in a file; implements `RegisterStore`. Processes may share the file, threads not the object."""

    def __init__(self, path: Path, user: Identity | None = None) -> None:
        self.path = Path(os.path.realpath(path))  # `resolve` has an error of its own for links in a ring
        self.user = user or identity()
        self._storage = RegisterStorage(self.path)
        self._made_saves: Saves | None = None
        self.on_note: Callable[[str], object] = lambda _line: None
        """Called by the saving thread with a line for the user, after a save."""
        self._is_mount_noted = False
        self._presence: Presence | None = None
        self._register: Register | None = None
        self._loaded_tables: object = None
        self._valid_rows: dict[str, Document] = {}
        """Documents of the history that have been validated, by number."""
        self._archived: tuple[dict[str, Document], list[Change]] | None = None
        self.can_undo = self.can_redo = False

    @property
    def who(self) -> str:
        """Login name under which changes are recorded."""
        return self.user.who

    @property
    def schema(self) -> int:
        """Version of the format of the file, once it was read."""
        return self._storage.schema

    def prepare(self) -> None:
        """Load what a save needs. A module that is missing is missed again, and told, by the save itself."""
        with suppress(ImportError):
            _write()
            for name in _NEEDS_OF_SAVES:
                import_module(name)

    def load(self) -> Register:
        """Return the register; the same object as long as the file is unchanged. Raise `StoreError`."""
        tables = self._storage.read()
        if self._register is None or tables is not self._loaded_tables:
            self._register, self._loaded_tables = self._read(tables, self._check_history), tables
            self._note_undoable(tables)
        return self._register

    def load_alone(self) -> Register:
        """Return the register without looking at its history, for those who read many. Raise `StoreError`."""
        return self._read(self._storage.read(), lambda _tables: None)

    def _read(self, tables: Tables, check_history: Callable[[Tables], None]) -> Register:
        try:
            register = register_of(tables)
            check_history(tables)
        except NotARegisterError as error:
            raise self._storage.damaged(error) from None
        except RecursionError:  # nested just shallow enough for the JSON reader
            raise self._storage.damaged(_("nested too deeply")) from None
        return register

    def tables(self) -> Tables:
        """Return the tables of the file, not to be changed. Raise `StoreError`."""
        return self._storage.read()

    def _check_history(self, tables: Tables) -> None:
        """Raise `NotARegisterError` if the history is damaged. Rows that were valid before are skipped."""
        rows = tables.get("history", {})
        for number, row in rows.items():
            if self._valid_rows.get(number) != row:
                change_of(int(number), row)
        self._valid_rows = dict(rows)

    def _note_undoable(self, tables: Tables) -> None:
        """Note whether the user can undo and redo, for other threads."""
        changes = [
            Change((), row.get("who", ""), "", "", "", row.get("undoes", 0), row.get("redoes", 0), int(number))
            for number, row in tables.get("history", {}).items()
        ]
        self.can_undo, self.can_redo = undoable(changes, self.who)
        self.can_undo |= "sealed" in tables  # the latest change of the user may be in the archive

    def changed(self) -> bool:
        """Return True if another process has changed the file since it was last read; a single `stat` call."""
        return self._storage.signature() not in (None, self._storage.known_signature)

    def history(self) -> list[Change]:
        """Return all changes, archived or not, oldest first. Raise `StoreError`."""
        tables = self._storage.read()
        return (
            [*self._archived_history(tables), *self._recent_history()] if "sealed" in tables else self._recent_history()
        )

    def _recent_history(self) -> list[Change]:
        """Return the changes in the register file itself, without the archive."""
        rows = self._storage.read().get("history", {})
        try:
            return [change_of(int(number), row) for number, row in rows.items()]
        except NotARegisterError as error:
            raise self._storage.damaged(error) from None

    def _archived_history(self, tables: Tables) -> list[Change]:
        if self._archived is None or self._archived[0] != tables["sealed"]:
            from itatui.store.history.archive import archived_rows  # lazy: only long histories are archived

            try:
                changes = [change_of(number, row) for number, row in archived_rows(self.path, tables)]
            except NotARegisterError as error:
                raise self._storage.damaged(error) from None
            self._archived = dict(tables["sealed"]), changes
        return self._archived[1]

    def _find(self, find: Callable[[list[Change]], Change | None]) -> Change | None:
        """Find a change in the recent history, else in all of it."""
        return find(self._recent_history()) or (find(self.history()) if "sealed" in self._storage.read() else None)

    def apply(self, *edits: Edit, run: str = "") -> Register:
        """Save these edits durably as a change, and return the new register.

        Changes with the same `run` id are merged in the history. Raise `ConflictError` or `StoreError`,
        changing nothing.
        """
        return self._commit(lambda: Change(edits, run=run))

    def undo(self, number: int = 0) -> Register:
        """Undo the change of this number, or with 0 the user's latest change not yet undone.

        Raise `ItatuiError` if there is no such change, `ConflictError` if a later change touched the same fields.
        """
        if number:
            return self._commit(lambda: self._find(lambda history: undo_entry(history, number)))
        return self._commit(lambda: self._find(lambda history: undo_next(history, self.who)))

    def redo(self) -> Register:
        """Redo the change that the user undid last. Raise `ItatuiError` if there is none."""
        return self._commit(lambda: self._find(lambda history: redo_next(history, self.who)))

    def read_form(self, path: Path) -> str:
        """Return the text of a file with a form. Raise `StoreError` if it cannot be read."""
        from itatui.store.form_files import read_form_file  # lazy: rarely needed

        return read_form_file(path)

    def backups(self) -> "list[Backup]":
        """Return the backups, newest first, each compared with the current register if that is readable."""
        from itatui.store import restore  # lazy, here and below: rarely needed

        return restore.list_backups(self.path, self._current)

    def preview(self, number: int) -> "Backup":
        """Return the backup of this number. Raise `ItatuiError` if there is none."""
        from itatui.store import restore

        return restore.summarize(number, restore.backup_path(self.path, number), self._current())

    def restore(self, number: int) -> "Restored":
        """Restore the backup of this number as a durable change.

        An unreadable register is replaced by the backup file and preserved beside it. Raise `ItatuiError`, changing
        nothing, if the backup is damaged too or no edits lead to it, or if either is of a newer version.
        """
        from itatui.domain.backup import Restored
        from itatui.store import restore

        path = restore.backup_path(self.path, number)
        contents = restore.read_backup(path)
        when = restore.backup_moment(contents, path)
        if not self._is_readable():
            replaced, aside = self._saves().put_back(contents.data, path, self.who, LOCK_TIMEOUT_S, self._is_readable)
            if replaced:
                return Restored(self.load(), when, changed=True, replaced=True, aside=aside)
        before = self.load()
        after = self._commit(lambda: restore.restoring_change(self.load(), contents, path))
        return Restored(after, when, changed=after != before)

    def _current(self) -> "Current | None":
        from itatui.store.restore import Current

        try:
            return Current(self.load(), self._recent_history())
        except DamagedError:
            return None

    def _is_readable(self) -> bool:
        """Return whether the register can be read. Raise `DamagedError` if it is of a newer version."""
        try:
            self.load()
        except DamagedError as error:
            if error.sound:
                raise
            return False
        return True

    def enter(self) -> None:
        """Show others that the user has the register open, where the folder allows it."""
        self._own_presence().enter()

    def leave(self) -> None:
        """Show others that the user has closed the register."""
        self._own_presence().leave()

    def others(self) -> "tuple[Person, ...]":
        """Return the other users of the register, longest present first; a single `stat` call if nothing changed."""
        return self._own_presence().others()

    def _own_presence(self) -> "Presence":
        if self._presence is None:
            from itatui.store.presence import Presence  # lazy: commands do not announce themselves

            self._presence = Presence(self.path, self.user)
        return self._presence

    def _saves(self) -> "Saves":
        if self._made_saves is None:
            from itatui.store.saves import Saves  # lazy: reading needs none of it

            self._made_saves = Saves(self._storage)
        return self._made_saves

    def _commit(self, make: Callable[[], Change | None]) -> Register:
        """Save a change; make and apply it again if the file changed in spite of the lock. Raise `StoreError`."""
        for _try in range(TRIES):
            try:
                return self._commit_once(make)
            except ChangedError:
                continue
        raise keeps_changing(self.path)

    def _commit_once(self, make: Callable[[], Change | None]) -> Register:
        with self._saves().transaction(self.who, LOCK_TIMEOUT_S) as tables:
            register = self.load()
            change = make()
            if change is None:
                raise ItatuiError(_("no such change to undo or redo"))
            register, edits = self._apply_edits(register, change)
            # An undo or redo without effect is recorded too: otherwise the next undo would find the same change.
            if edits or change.undoes or change.redoes:
                who, origin = self.user
                stamped = change._replace(edits=tuple(edits) or change.edits, who=who, origin=origin, when=now())
                try:
                    _write()(tables, register, edits, stamped, self.path)
                except NotARegisterError as error:
                    raise self._storage.damaged(error) from None
            else:
                self._saves().discard()
        self._register = register
        self._note_undoable(tables)
        self._note_mount()
        return register

    def _note_mount(self) -> None:
        """Tell the user once if other machines or mounts may write the file without a common lock."""
        if not self._is_mount_noted and (kind := self._storage.shared_kind()):
            from itatui.store.mount_notice import mount_notice  # lazy: few registers are on such file systems

            if line := mount_notice(self.path, kind):
                self.on_note(line)
        self._is_mount_noted = True

    def _apply_edits(self, register: Register, change: Change) -> tuple[Register, list[Edit]]:
        """Return the register after a change, and the edits that had an effect.

        A closed register is opened by a change with a reason, not by going back to an earlier state.
        """
        from itatui.domain.apply import closed_error, effect  # lazy: reading applies nothing

        if register.closed and change.edits and (change.undoes or change.redoes or change.restores):
            raise closed_error(register, change.edits[0], None)
        try:
            return effect(register, change.edits)
        except ConflictError as error:
            if isinstance(error, ClosedError) or not (entry := change.undoes or change.redoes):
                raise
            from itatui.wording.conflicts import changed_since  # lazy: rarely needed

            raise changed_since(error, entry, self._recent_history(), register) from None


@cache
def _write() -> "Callable[[Tables, Register, list[Edit], Change, Path], None]":
    """Import the function that writes changes, and with it TinyDB, which reading does not need.

    Its queries, a twentieth of `itatui set`, are left out: documents are found by their numbers.
    """
    with standing_in({"tinydb.queries": imported_later("tinydb.queries")}):
        from itatui.store.tables import write
    return write
