"""The session: an open register, with everything that screens show of it and every way to change it.

Screens hold a session, append their callbacks to its `on_…` lists, and draw what it holds.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from itatui.domain.apply import apply
from itatui.domain.backup import Backup
from itatui.domain.change import Change, ConflictError, Edit
from itatui.domain.filter import Filter, filter_measures
from itatui.domain.measure import Measure
from itatui.domain.protocols import RegisterStore
from itatui.domain.register import Register
from itatui.domain.status import Tally, tally, together
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.tui.session.conflict_queue import ConflictQueue, conflict_of, with_author
from itatui.tui.session.others import Others
from itatui.tui.session.save_queue import Job, SaveQueue
from itatui.tui.session.save_state import SaveState, SaveStatus

if TYPE_CHECKING:
    from itatui.domain.conflicts import Conflict
    from itatui.domain.repairs import Repair

FINISH_LIMIT_S = 5.0
"""Seconds that the last saves may take when the program ends."""

Draft = Callable[[], tuple[Edit, ...]]
"""Returns the edits of a text that is being typed and in no queue yet; empty if there are none.

Raises `ItatuiError` while the text cannot be read as a value of its field.
"""


class ConflictHolder(Protocol):
    """An editor that can keep a text whose field somebody else has changed."""

    def hold(self, conflict: "Conflict") -> bool:
        """Keep the user's text until they choose. Return False if this editor is not open on that field."""


class RegisterSession:
    """An open register: filter, marks, changes, history, conflicts, other users, save state."""

    def __init__(self, store: RegisterStore, today: date | None = None) -> None:
        """Load the register. Raises `ItatuiError` if it cannot be read. `today` is fixed for tests."""
        self.store = store
        self.queue = SaveQueue(store, self)
        self._fixed_today = today
        self.today = today or date.today()
        self.register = store.load()
        """The register as the screens show it: the state on the disk with all pending edits applied."""
        self.filter = Filter()
        self.marked: frozenset[str] = frozenset()
        """Ids of the marked measures."""
        self.others = Others()
        self.conflicts = ConflictQueue()
        self.save_state = SaveState.UNCHANGED
        self.failure = ""
        """Why the latest save failed; empty once a change is saved."""
        self._saved_at = ""
        self._unreadable = ""
        self._notes: list[str] = []
        """Lines of the saving thread, told after the save."""
        store.on_note = self._notes.append
        self._announcement: asyncio.Task[None] | None = None
        self.on_change: list[Callable[[], None]] = []
        """Called after any change of the session's values."""
        self.on_message: list[Callable[[str], None]] = []
        """Called with each message for the user."""
        self.on_conflict: list[Callable[[], None]] = []
        """Called when a conflict has joined the queue."""
        self.on_measure_restored: list[Callable[[str], None]] = []
        """Called with the id of the measure that an undo, a redo or a choice has changed."""
        self.drafts: list[Draft] = []
        self.conflict_holders: list[ConflictHolder] = []
        self._update_list()

    # Filter and marks ----------------------------------------------------------------------------

    def _update_list(self) -> None:
        register, day = self.register, self.today
        each = [(track.code, tally(register, register.measures_of(track.code), day)) for track in register.tracks]
        self.tallies: tuple[tuple[str, Tally], ...] = (("", together(count for _code, count in each)), *each)
        """The count of measures by status: of all tracks (empty code) and of each."""
        self._apply_filter()

    def _apply_filter(self) -> None:
        self.shown, self.match, self.first_match = filter_measures(self.register, self.filter, self.today)

    def set_filter(self, wanted: Filter) -> None:
        """List other measures."""
        if wanted != self.filter:
            self.filter = wanted
            self._apply_filter()
            self._changed()

    def set_marked(self, marked: frozenset[str]) -> None:
        """Mark other measures."""
        self.marked = marked
        self._changed()

    def thing(self, kind: str, thing_id: str) -> Measure | Track | None:
        """Return a measure by its id or a track by its code; None if it is gone."""
        return self.register.measure(thing_id) if kind == "measure" else self.register.track(thing_id)

    # Changes -------------------------------------------------------------------------------------

    def change(self, *edits: Edit, run: str = "") -> None:
        """Show edits at once and save them as a single change. Edits of a `run` are a single entry of the history.

        If somebody else changed the field before, the text becomes a conflict and nothing is changed.
        """
        try:
            self._change(edits, run)
        except ConflictError as error:
            self._set_aside(error, edits)

    def _change(self, edits: Sequence[Edit], run: str = "") -> None:
        if not edits:
            return
        register = self.register
        for edit in edits:
            register = apply(register, edit)
        self.save_state = SaveState.SAVING
        self.queue.apply(*edits, run=run)
        self._set_register(register)

    def undo(self, number: int = 0) -> None:
        """Undo the entry of this number; 0: the user's own latest change."""
        self.queue.add(Job(lambda: self.store.undo(number), changes=True, done=self._announce_last_change))

    def redo(self) -> None:
        """Redo the change that was undone last."""
        self.queue.add(Job(lambda: self.store.redo(), changes=True, done=self._announce_last_change))

    def restore(self, backup: Backup) -> None:
        """Make the register as it was in a backup, as a change that can be undone."""

        def restore() -> Register:
            # Every change renumbers the backups, so this one is found by its file.
            for each in self.store.backups():
                if each.path == backup.path:
                    return self.store.restore(each.number).register
            raise ItatuiError(_("this version is no longer kept; nothing was changed"))

        self.queue.add(Job(restore, changes=True, done=self._announce_last_change))

    def _announce_last_change(self) -> None:
        self._announcement = asyncio.create_task(self._tell_last_change())

    async def _tell_last_change(self) -> None:
        from itatui.wording.changes import describe_change

        try:
            last = (await self.queue.read(self.store.history))[-1]
        except ItatuiError as error:
            self.tell(str(error))
            return
        self.tell(describe_change(last, self.register))
        if last.edits[0].kind == "measure":
            self.point_at(last.edits[0].id)

    def point_at(self, measure_id: str) -> None:
        """Have the screens move their cursor to a measure."""
        for callback in self.on_measure_restored:
            callback(measure_id)

    # History, backups, repairs -------------------------------------------------------------------

    async def history(self) -> tuple[Register, Sequence[Change]]:
        """Return the register and all its changes, oldest first. Raises `ItatuiError`."""
        return await self.queue.read(lambda: (self.store.load(), self.store.history()))

    async def backups(self) -> tuple[Register, Sequence[Backup]]:
        """Return the register and its backups, newest first. Raises `ItatuiError`."""
        return await self.queue.read(lambda: (self.store.load(), self.store.backups()))

    async def repairs_of(self, target: tuple[str, str] | None) -> tuple[Register, "list[Repair]"]:
        """Return the register and the repairs of a measure or track, or of the whole register."""
        from itatui.domain.repairs import records_in, repairs

        register = self.register
        things = records_in(register, self.thing(*target) if target else None)
        if target:
            return register, repairs(register, things)
        return register, await asyncio.to_thread(repairs, register, things)  # a large register takes seconds

    def repair(self, edits: Sequence[Edit]) -> bool:
        """Make repairs as a single change. Return False, with nothing changed, if somebody else changed a text."""
        try:
            self._change(edits)
        except ConflictError as error:
            self.tell(str(error))
            return False
        return True

    # Conflicts -----------------------------------------------------------------------------------

    def _set_aside(self, error: ItatuiError, edits: Sequence[Edit]) -> None:
        """Keep a refused text for the user's choice, in its open editor or in the queue; report any other error."""
        thing = self.thing(edits[0].kind, edits[0].id) if edits else None
        conflict = conflict_of(error, edits, thing)
        if conflict is None:
            self.tell(str(error))
            return
        self.set_save_state(SaveState.CONFLICT)
        held = [holder.hold(conflict) for holder in self.conflict_holders]
        if not any(held):
            self.conflicts.add(conflict)
            for callback in self.on_conflict:
                callback()

    async def with_author(self, conflict: "Conflict") -> "Conflict":
        """Return a conflict with author and time of the other text, if the history can be read."""
        with suppress(ItatuiError):
            return with_author(conflict, await self.queue.read(self.store.history))
        return conflict

    # Save state ----------------------------------------------------------------------------------

    @property
    def save_status(self) -> SaveStatus:
        """The save state with the time of the latest save, for the header."""
        return SaveStatus(self.save_state, self._saved_at)

    def set_save_state(self, state: SaveState) -> None:
        """Show another save state."""
        self.save_state = state
        self._changed()

    def saved(self, register: Register, *, by: Job) -> None:
        """Take the register as saved: only here does the header say so, when the change is on the disk."""
        self._unreadable = ""
        while self._notes:
            self.tell(self._notes.pop(0))
        if by.changes:
            self.failure = ""
        if by.edits or not by.changes:  # an undo is the user's own change
            self.others.note_changes(self.register, register)
        if self.queue.has_changes:
            self.save_state = SaveState.SAVING
        elif by.changes:
            self._saved_at = datetime.now().strftime("%H:%M")
            self.save_state = SaveState.SAVED
        self._set_register(register)

    def refused(self, error: ItatuiError, *, by: Job) -> None:
        """Show the file's content again and report why a change was refused; a typed text is kept as a conflict."""
        if not by.changes:
            self._report_unreadable(str(error))
            return
        self.queue.add(Job(self.store.load))
        if by.edits:
            self.set_save_state(SaveState.REFUSED)
        self._set_aside(error, by.edits)

    def failed(self, error: ItatuiError) -> None:
        """Show that a save failed; the message comes once, not at each attempt."""
        self.set_save_state(SaveState.FAILING)
        if self.failure != str(error):
            self.failure = str(error)
            self.tell(self.failure)

    def _report_unreadable(self, message: str) -> None:
        if message != self._unreadable:  # once, not at each poll
            self._unreadable = message
            self.tell(message)

    # The year, the file and other users ----------------------------------------------------------

    def enter(self) -> None:
        """Show other users that this user has the register open."""
        self.store.enter()

    def leave(self) -> None:
        """Show other users that this user has left."""
        self.store.leave()

    def poll(self, in_view: Measure | None = None) -> None:
        """Look for a new day, other users and their changes. `in_view` is the measure that the user can see."""
        today = self._fixed_today or date.today()
        if today != self.today:
            self.today = today
            self._update_list()
        for person in self.others.arrivals(self.store.others()):
            self.tell(_("{who} also has this register open").format(who=person.who))
        self.others.view(in_view)
        self._changed()
        if not self.queue.busy and self.store.changed():
            self.queue.add(Job(self.store.load))

    # The end -------------------------------------------------------------------------------------

    def unsaved(self) -> list[tuple[Edit, ...]]:
        """Return the changes that are in no queue yet: waiting conflicts, then drafts, newest first."""
        changes: list[tuple[Edit, ...]] = [(conflict.edit,) for conflict in self.conflicts.waiting]
        for draft in reversed(self.drafts):
            with suppress(ItatuiError):  # unreadable as a value: nobody is left to correct it
                changes.append(draft())
        return [edits for edits in changes if edits]

    def finish(self, seconds: float = FINISH_LIMIT_S) -> bool:
        """Save everything before returning, texts being typed included, and leave. For the end of the program.

        Where somebody else wrote in the same field, both texts are kept. Returns False if a change was not saved.
        """
        done = self.queue.finish(*self.unsaved(), seconds=seconds)
        self.leave()
        return done

    # Callbacks -----------------------------------------------------------------------------------

    def tell(self, message: str) -> None:
        """Send a message to the user."""
        for callback in self.on_message:
            callback(message)

    def _set_register(self, register: Register) -> None:
        if register != self.register:
            self.register = register
            self._update_list()
            if self.marked:
                self.marked = frozenset(name for name in self.marked if register.measure(name) is not None)
        self._changed()

    def _changed(self) -> None:
        for callback in list(self.on_change):
            callback()
