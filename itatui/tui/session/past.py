"""The past of a register: history, backups, and the ways back, which are changes too."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from itatui.domain.backup import Backup
from itatui.domain.change import Change
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.tui.session.save_queue import Job, raise_fault

if TYPE_CHECKING:
    from itatui.tui.session.session import RegisterSession


class Past:
    """The past of the register of a session."""

    def __init__(self, session: "RegisterSession") -> None:
        self._session = session
        self._announcement: asyncio.Task[None] | None = None

    async def history(self) -> tuple[Register, Sequence[Change]]:
        """Return the register and all its changes, oldest first. Raises `ItatuiError`."""
        store = self._session.store
        return await self._session.queue.read(lambda: (store.load(), store.history()))

    async def backups(self) -> tuple[Register, Sequence[Backup]]:
        """Return the register and its backups, newest first. Raises `ItatuiError`."""
        store = self._session.store
        return await self._session.queue.read(lambda: (store.load(), store.backups()))

    def no_undo(self) -> str:
        """Return why nothing can be undone, as far as is known without reading the file; empty if something can."""
        session = self._session
        is_known = session.store.can_undo or session.queue.has_changes or session.store.changed()
        return "" if is_known else _("Nothing to undo yet")

    def no_redo(self) -> str:
        """Return why nothing can be redone, as far as is known without reading the file; empty if something can."""
        session = self._session
        is_known = session.store.can_redo or session.queue.has_changes or session.store.changed()
        return "" if is_known else _("Nothing to redo: only what was undone last can be redone")

    def undo(self, number: int = 0) -> None:
        """Undo the entry of this number; 0: the user's own latest change."""
        store = self._session.store
        self._session.queue.add(Job(lambda: store.undo(number), changes=True, done=self._announce_last_change))

    def redo(self) -> None:
        """Redo the change that was undone last."""
        store = self._session.store
        self._session.queue.add(Job(lambda: store.redo(), changes=True, done=self._announce_last_change))

    def restore(self, backup: Backup) -> None:
        """Make the register as it was in a backup, as a change that can be undone."""
        store = self._session.store

        def restore() -> Register:
            # Every change renumbers the backups, so this one is found by its file.
            for each in store.backups():
                if each.path == backup.path:
                    return store.restore(each.number).register
            raise ItatuiError(_("this version is no longer kept; nothing was changed"))

        self._session.queue.add(Job(restore, changes=True, done=self._announce_last_change))

    def _announce_last_change(self) -> None:
        self._announcement = asyncio.create_task(self._tell_last_change())
        self._announcement.add_done_callback(raise_fault)

    async def _tell_last_change(self) -> None:
        from itatui.wording.changes import describe_change

        session = self._session
        try:
            last = (await session.queue.read(session.store.history))[-1]
        except ItatuiError as error:
            session.tell(str(error))
            return
        register = session.register
        back = N_("{change} · ^Y to redo") if last.undoes else N_("{change} · ^Z to undo")
        session.tell(lambda: _(back).format(change=describe_change(last, register)))
        if last.edits[0].kind == "measure":
            session.point_at(last.edits[0].id)
