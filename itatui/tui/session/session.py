"""The session: an open register, with everything that screens show of it and every way to change it.

Screens hold a session, append their callbacks to its `on_…` lists, and draw what it holds.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from itatui.domain.apply import apply_all
from itatui.domain.change import ClosedError, ConflictError, Edit
from itatui.domain.filter import Filter, filter_for_list, filter_measures
from itatui.domain.measure import Measure
from itatui.domain.meeting import Meeting
from itatui.domain.protocols import DraftPlace, RegisterStore
from itatui.domain.register import Register
from itatui.domain.search import SearchResult
from itatui.domain.status import Tally, tally, together
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.tui.session.conflict_queue import ConflictHolder, ConflictQueue, conflict_of, parts_of, with_author
from itatui.tui.session.drafts import Drafts
from itatui.tui.session.others import Others
from itatui.tui.session.past import Past
from itatui.tui.session.register_drafts import RegisterDrafts, refused_words
from itatui.tui.session.save_queue import Job, SaveQueue
from itatui.tui.session.save_state import SaveState, SaveStatus
from itatui.tui.side_thread import work_beside
from itatui.tui.words import Words

if TYPE_CHECKING:
    from itatui.domain.conflicts import Conflict
    from itatui.domain.repairs import Repair

FINISH_LIMIT_S = 5.0
"""Seconds that the last saves may take when the program ends."""

LastEdits = Callable[[], tuple[Edit, ...]]
"""Returns the edits of a text that is being typed and in no queue yet; empty if there are none.

Raises `ItatuiError` while the text cannot be read as a value of its field.
"""


class RegisterSession:
    """An open register: filter, marks, changes, history, conflicts, other users, save state."""

    _unfinished: tuple[tuple[Edit, ...], ...] = ()
    """Changes of typed texts that the latest attempt to end could not save; their screens may be closed by now."""

    def __init__(self, store: RegisterStore, today: date | None = None, drafts: Drafts | None = None) -> None:
        """Load the register. Raises `ItatuiError` if it cannot be read. `today` is fixed for tests."""
        self.store = store
        self.drafts = drafts or Drafts()
        """The drafts of the program."""
        self.own_drafts = RegisterDrafts(self.drafts, store.path)
        self.queue = SaveQueue(store, self)
        self.past = Past(self)
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
        self._shown_status = SaveStatus()
        self._unreadable = ""
        self._notes: list[str] = []
        """Lines of the saving thread, told after the save."""
        store.on_note = self._notes.append
        self._search: asyncio.Task[None] | None = None
        self.on_change: list[Callable[[], None]] = []
        """Called after any change of the session's values."""
        self.on_message: list[Callable[[Words], None]] = []
        """Called with each message for the user."""
        self.on_conflict: list[Callable[[], None]] = []
        """Called when a conflict has joined the queue."""
        self.on_measure_restored: list[Callable[[str], None]] = []
        """Called with the id of the measure that an undo, a redo or a choice has changed."""
        self.last_edits: list[LastEdits] = []
        """Edits to be made when the program ends."""
        self.conflict_holders: list[ConflictHolder] = []
        self._update_list()
        self.drafts.on_change = self.note_typing

    # Filter and marks ----------------------------------------------------------------------------

    def _update_list(self) -> None:
        register, day = self.register, self.today
        each = [(track.code, tally(register, register.measures_of(track.code), day)) for track in register.tracks]
        self.tallies: tuple[tuple[str, Tally], ...] = (("", together(count for _code, count in each)), *each)
        """The count of measures by status: of all tracks (empty code) and of each."""
        self._apply_filter()

    def _apply_filter(self) -> None:
        self._list(filter_measures(self.register, self.filter, self.today))

    def _list(self, found: SearchResult) -> None:
        self.shown, self.match, self.first_match = found

    def set_filter(self, wanted: Filter) -> None:
        """List other measures."""
        if wanted != self.filter:
            self.filter = wanted
            self._apply_filter()
            self._changed()

    def prepare_search(self) -> None:
        """Begin to read the texts to be searched, in a thread: 0.7 s for 10,000 measures."""
        from itatui.domain.search import prepare_search

        self._search = asyncio.create_task(work_beside(prepare_search, self.register))

    async def search(self, text: str, prepare: Callable[[SearchResult], object] = bool) -> None:
        """List the measures that contain a text, once their texts are read. First, in a thread, `prepare` gets them."""
        if self._search is not None:
            await self._search
        wanted, register, day = self.filter._replace(text=text), self.register, self.today
        if wanted == self.filter:
            return
        found = await work_beside(filter_for_list, register, wanted, day, prepare)
        if (register, day, wanted) == (self.register, self.today, self.filter._replace(text=text)):
            self.filter = wanted
            self._list(found)
            self._changed()
        else:
            self.set_filter(self.filter._replace(text=text))

    def set_marked(self, marked: frozenset[str]) -> None:
        """Mark other measures."""
        self.marked = marked
        self._changed()

    def thing(self, kind: str, thing_id: str) -> Measure | Track | Meeting | None:
        """Return a measure or meeting by its id or a track by its code; None if it is gone."""
        found = self.register.lookup(kind, thing_id)
        return found if isinstance(found, Measure | Track | Meeting) else None

    # Changes -------------------------------------------------------------------------------------

    def change(
        self, *edits: Edit, run: str = "", quiet: bool = False, draft: DraftPlace | None = None, apart: bool = False
    ) -> None:
        """Show edits at once, save them as a single change, and tell the user, unless it is `quiet` or being typed.

        Edits of a `run`, a text that is being typed, are one entry of the history. If somebody else changed a field
        before, it is a conflict and nothing is changed; `apart`, the others are saved. Then `draft` is dropped.
        """
        try:
            self._change(edits, run, draft, apart=apart)
        except ConflictError as error:
            self._restore_draft(draft)
            self._set_aside(error, edits, apart=apart)
        else:
            if edits and not run and not quiet:
                self._tell_change(edits)

    def _tell_change(self, edits: Sequence[Edit]) -> None:
        """Tell what was changed, and the way back: a key may have been hit by mistake."""
        from itatui.wording.changes import describe_edits  # lazy: not needed before the first change

        register = self.register
        self.tell(lambda: _("{change} · ^Z to undo").format(change=describe_edits(edits, register)))

    def _change(
        self, edits: Sequence[Edit], run: str = "", draft: DraftPlace | None = None, *, apart: bool = False
    ) -> None:
        if not edits:
            if draft is not None:
                self.drafts.drop(draft)
            return
        register = apply_all(self.register, edits)
        self.save_state = SaveState.SAVING
        if draft is not None:
            self.drafts.confirm(draft)
        self.queue.apply(*edits, run=run, draft=draft, apart=apart)
        self._set_register(register)

    def _restore_draft(self, draft: DraftPlace | None) -> None:
        if draft is not None:
            self.drafts.restore(draft)

    def point_at(self, measure_id: str) -> None:
        """Have the screens move their cursor to a measure."""
        for callback in self.on_measure_restored:
            callback(measure_id)

    # Repairs --------------------------------------------------------------------------------------

    async def repairs_of(self, target: tuple[str, str] | None) -> tuple[Register, "list[Repair]"]:
        """Return the register and the repairs of a measure or track, or of the whole register."""
        from itatui.domain.repairs import records_in, repairs

        register = self.register
        thing = self.thing(*target) if target else None
        things = records_in(register, None if isinstance(thing, Meeting) else thing)
        if target:
            return register, repairs(register, things)
        return register, await work_beside(repairs, register, things)  # a large register takes seconds

    def repair(self, edits: Sequence[Edit]) -> bool:
        """Make repairs as a single change, which the caller tells.

        Return False, with nothing changed, if somebody else changed a text.
        """
        try:
            self._change(edits)
        except ConflictError as error:
            self.tell(refused_words(error, self.register))
            return False
        return True

    # Conflicts -----------------------------------------------------------------------------------

    def _set_aside(self, error: ItatuiError, edits: Sequence[Edit], *, apart: bool = False) -> None:
        """Keep a refused text for the user's choice, in its open editor or in the queue; report any other error."""
        if parts := parts_of(error, edits, apart=apart):
            for part in parts:
                self.change(*part, apart=apart, quiet=apart)
            return
        thing = self.thing(edits[0].kind, edits[0].id) if edits else None
        conflict = conflict_of(error, edits, thing, self.register)
        if conflict is None:
            self.tell(self.own_drafts.keep_refused(self.register, error, edits))
            for holder in self.conflict_holders if isinstance(error, ClosedError) else ():
                holder.refuse(edits)
            return
        self.set_save_state(SaveState.CONFLICT)
        held = [holder.hold(conflict) for holder in self.conflict_holders]
        if not any(held):
            self.conflicts.add(conflict)
            self.own_drafts.keep(self.register, conflict.edit)
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
        """The save state with the time of the latest save, for the header. Letters that are not saved come first."""
        state = self.save_state
        if state in (SaveState.UNCHANGED, SaveState.SAVED):
            state = self.drafts.state() or state
        return SaveStatus(state, self._saved_at)

    def note_typing(self) -> None:
        """Show how far the latest letters have come."""
        if self.save_status != self._shown_status:
            self._changed()

    async def tell_drafts(self) -> None:
        """Tell the user which texts were typed in an earlier run and never confirmed."""
        if titles := await self.own_drafts.titles(lambda: self.register):
            words = N_("Unfinished text is kept from last time. To go on, open: {titles}")
            self.tell(lambda: _(words).format(titles="; ".join(titles)))

    def set_save_state(self, state: SaveState) -> None:
        """Show another save state."""
        self.save_state = state
        self._changed()

    def saved(self, register: Register, *, by: Job) -> None:
        """Take the register as saved: only here does the header say so, when the change is on the disk."""
        self._unreadable = ""
        self.own_drafts.drop(*by.edits)
        if by.draft is not None:
            self.drafts.drop_saved(by.draft)
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
        self._restore_draft(by.draft)
        if by.edits:
            self.set_save_state(SaveState.REFUSED)
        self._set_aside(error, by.edits, apart=by.apart)

    def failed(self, error: ItatuiError) -> None:
        """Show that a save failed; the message comes once, not at each attempt."""
        self.set_save_state(SaveState.FAILING)
        self.own_drafts.keep_all(self.register, self.queue.pending_edits())
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
            who = person.who
            self.tell(lambda who=who: _("{who} also has this register open").format(who=who))  # type: ignore[misc]
        self.others.view(in_view)
        self._changed()
        if not self.queue.busy and self.store.changed():
            self.queue.add(Job(self.store.load))

    # The end -------------------------------------------------------------------------------------

    def unsaved(self) -> list[tuple[Edit, ...]]:
        """Return the changes that are in no queue yet: waiting conflicts, then typed texts, newest first."""
        changes: list[tuple[Edit, ...]] = [(conflict.edit,) for conflict in self.conflicts.waiting]
        for last_edits in reversed(self.last_edits):
            with suppress(ItatuiError):  # unreadable as a value: it is kept as a draft
                changes.append(last_edits())
        return [edits for edits in changes if edits]

    def finish(self, seconds: float = FINISH_LIMIT_S) -> bool:
        """Save everything before returning, texts being typed included, and leave. For the end of the program.

        Where somebody else wrote in the same field, both texts are kept. Returns False if a change was not saved.
        """
        queued = self.queue.pending_edits()
        places = [job.draft for job in self.queue.pending_jobs() if job.draft is not None]
        done = self.queue.finish(seconds=seconds)  # first: a fault in a draft does not concern these
        self.drafts.finish()
        last = list(dict.fromkeys([*self._unfinished, *self.unsaved()]))
        if last:
            done = self.queue.finish(*last, seconds=seconds)
        self._unfinished = () if done else tuple(last)
        if done:
            for place in places:
                self.drafts.drop(place)
            self.drafts.drop_confirmed()
            self.own_drafts.drop(*queued, *(edit for edits in last for edit in edits))
            self.drafts.finish()
        else:
            self.own_drafts.keep_unsaved(self.register, [edit for edits in last for edit in edits])
        self.leave()
        return done

    # Callbacks -----------------------------------------------------------------------------------

    def tell(self, message: Words) -> None:
        """Send a message to the user, who may change the language while it is shown."""
        for callback in self.on_message:
            callback(message)

    def _set_register(self, register: Register) -> None:
        if register != self.register:
            self.register = register
            self.filter = self.filter.within(register)
            self._update_list()
            if self.marked:
                self.marked = frozenset(name for name in self.marked if register.measure(name) is not None)
        self._changed()

    def _changed(self) -> None:
        self._shown_status = self.save_status
        for callback in list(self.on_change):
            callback()
