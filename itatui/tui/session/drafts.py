"""The drafts of the program: texts that are typed but not confirmed, in memory and in the store of drafts.

The store is called in a thread of its own, in order, so that typing never waits for the disk.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from threading import Lock
from typing import Protocol, TypeVar

from itatui.domain.protocols import Draft, DraftPlace, DraftStore
from itatui.tui.session.save_state import SaveState

Answer = TypeVar("Answer")

FIND_LIMIT_S, FINISH_LIMIT_S = 2.0, 3.0
"""Seconds that the store may take to find a draft, and to keep the last ones."""


class TypedText(Protocol):
    """A text that is being typed."""

    def state(self) -> SaveState | None:
        """Return how far the latest letters have come; None if there are none to keep."""

    def keep(self) -> object:
        """Keep the text as a draft, unless it is saved in the register."""


class Drafts:
    """Every draft that this program has found or kept, and the texts being typed."""

    def __init__(self, store: DraftStore | None = None) -> None:
        """Without a store, drafts last as long as the program."""
        self._store = store
        self._drafts: dict[DraftPlace, Draft] = {}
        self._safe: dict[DraftPlace, Draft] = {}
        """The drafts as they are in the store."""
        self._failed: set[DraftPlace] = set()
        """Places of drafts that could not be written at the last attempt."""
        self._confirmed: set[DraftPlace] = set()
        """Places of drafts that are being saved in the register."""
        self._saved: list[Draft] = []
        """Drafts that the end of the program has saved in the register."""
        self._waiting: dict[DraftPlace, Draft | None] = {}
        """Drafts that the thread has yet to keep, or with None to drop."""
        self._guard = Lock()
        self._thread: ThreadPoolExecutor | None = None
        self.texts: list[TypedText] = []
        """The texts being typed, the latest last."""
        self.on_change: Callable[[], None] = lambda: None
        """Called when `state` may have changed."""

    # Drafts --------------------------------------------------------------------------------------

    def find(self, place: DraftPlace) -> Draft | None:
        """Return the draft of a place, of this run or of an earlier one."""
        if place in self._confirmed:
            return None
        if place not in self._drafts and self._store is not None:
            store = self._store
            with suppress(TimeoutError):
                if (found := self._submit(lambda: store.find(place)).result(FIND_LIMIT_S)) is not None:
                    self._drafts[place] = self._safe[place] = found
        return self._drafts.get(place)

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of an earlier one; texts are not written again, unless that failed before."""
        if draft._replace(when="") in self._saved:
            return
        self._confirmed.discard(draft.place)
        kept = self._drafts.get(draft.place)
        if kept is None or kept.texts != draft.texts or draft.place in self._failed:
            draft = draft._replace(when=datetime.now().astimezone().isoformat(timespec="seconds"))
            self._drafts[draft.place] = draft
            self._write(draft.place, draft)

    def drop(self, place: DraftPlace) -> None:
        """Delete the draft of a place: its texts are saved, or given up."""
        self._confirmed.discard(place)
        if self._drafts.pop(place, None) is not None:
            self._write(place, None)

    def confirm(self, place: DraftPlace) -> None:
        """Offer a draft no more, but keep it until its texts are saved: then it is dropped, else restored."""
        if place in self._drafts:
            self._confirmed.add(place)

    def restore(self, place: DraftPlace) -> None:
        """Offer a draft again: its texts could not be saved."""
        self._confirmed.discard(place)

    def restore_confirmed(self) -> None:
        """Offer all drafts again that could not be saved."""
        self._confirmed.clear()

    def drop_saved(self, place: DraftPlace) -> None:
        """Delete the draft of a place whose texts are saved, unless another text has been typed there since."""
        if place in self._confirmed:
            self.drop(place)

    def drop_confirmed(self) -> None:
        """Delete all drafts, which are saved in the register now, at the end; their dialogs may still be open."""
        for place in list(self._confirmed):
            self._saved.append(self._drafts[place]._replace(when=""))
            self.drop(place)

    def is_safe(self, place: DraftPlace, texts: Mapping[str, str]) -> bool:
        """Return whether these texts of a place are in the store."""
        safe = self._safe.get(place)
        return safe is not None and safe.texts == texts

    @property
    def fails(self) -> bool:
        """Whether drafts cannot be kept in the store, as far as is known."""
        return self._store is None or bool(self._failed)

    def holds(self, place: DraftPlace) -> bool:
        """Return whether the draft of a place is in the store as it is here."""
        draft = self._drafts.get(place)
        return draft is not None and self.is_safe(place, draft.texts)

    def lost(self) -> list[Draft]:
        """Return the drafts that could not be kept for the next run."""
        return [draft for place, draft in self._drafts.items() if not self.holds(place)]

    def left(self) -> list[Draft]:
        """Return the drafts of this run that the next one will offer."""
        return [draft for draft in self._safe.values() if draft.place not in self._confirmed]

    def all_of(self, register: str, is_there: Callable[[DraftPlace], bool]) -> "Future[list[Draft]]":
        """Return the drafts in a register, latest first, after a sweep of those that are out of date."""

        store = self._store
        if store is None:
            none: Future[list[Draft]] = Future()
            none.set_result([])
            return none

        def sweep_and_list() -> list[Draft]:
            store.sweep(register, is_there)
            return [draft for draft in store.all_of(register) if is_there(draft.place)]

        return self._submit(sweep_and_list)

    # Typed texts ---------------------------------------------------------------------------------

    def state(self) -> SaveState | None:
        """Return the state of the texts being typed: of the first that is not safe; None if there are none."""
        states = [state for state in (text.state() for text in self.texts) if state is not None]
        return min(states, key=lambda state: state is SaveState.DRAFT, default=None)

    def finish(self, seconds: float = FINISH_LIMIT_S) -> bool:
        """Keep all texts being typed, for the end of the program. Return False if a draft could not be kept in time."""
        for text in self.texts:
            text.keep()
        if self._thread is not None:
            with suppress(TimeoutError):
                self._submit(self._write_waiting).result(seconds)
        return not self.lost()

    async def written(self) -> None:
        """Wait until the store has tried to write all drafts."""
        if self._store is not None:
            await asyncio.wrap_future(self._submit(self._write_waiting))

    def close(self) -> None:
        """Leave the drafts to the next program."""
        if self._store is not None and self._thread is not None:
            with suppress(TimeoutError):
                self._submit(self._store.close).result(FINISH_LIMIT_S)

    # The thread ----------------------------------------------------------------------------------

    def _submit(self, call: Callable[[], Answer]) -> "Future[Answer]":
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "itatui-drafts")
        return self._thread.submit(call)

    def _write(self, place: DraftPlace, draft: Draft | None) -> None:
        if self._store is not None:
            with self._guard:
                self._waiting[place] = draft
            self._submit(self._write_waiting).add_done_callback(self._call_on_change())

    def _call_on_change(self) -> Callable[[object], None]:
        """Return a function for the thread, which has the event loop call `on_change`."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return lambda _done: None

        def call(_done: object) -> None:
            with suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(self.on_change)

        return call

    def _write_waiting(self) -> None:
        assert self._store is not None
        while self._waiting:
            with self._guard:
                place, draft = self._waiting.popitem()
            if draft is None:
                self._safe.pop(place, None)
                self._failed.discard(place)
                self._store.drop(place)
            elif self._store.keep(draft):
                self._safe[place] = draft
                self._failed.discard(place)
            else:
                self._failed.add(place)
