"""Saves what the person does, one after the other, in a thread of its own: the screen never waits for a disk."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from typing import NamedTuple, Protocol, TypeVar

from itatui.domain.apply import apply
from itatui.domain.change import ConflictError, Edit
from itatui.domain.protocols import RegisterStore
from itatui.domain.register import Register
from itatui.errors import ItatuiError

Answer = TypeVar("Answer")

AGAIN = 3.0
"""Seconds after which a save that failed is tried again."""


class Job(NamedTuple):
    """One thing to have the keeper do."""

    call: Callable[[], Register]
    edits: tuple[Edit, ...] = ()
    """What it changes, as far as the screen shows it before it is saved."""
    changes: bool = False
    """Whether it changes the register at all."""
    told: Callable[[], None] | None = None
    """Called when it is done, to tell the person."""


class Listener(Protocol):
    """Whoever is told how it went."""

    def saved(self, register: Register, *, by: Job) -> None:
        """A job is done; the register as it is now, with what is still to be saved."""

    def refused(self, error: ItatuiError, *, by: Job) -> None:
        """A job can not be done, and is given up."""

    def failed(self, error: ItatuiError) -> None:
        """A save did not work; it is kept, and tried again."""


class SaveQueue:
    """The queue of jobs, and the one thread that works on it."""

    def __init__(self, keeper: RegisterStore, listener: Listener) -> None:
        self._keeper = keeper
        self._listener = listener
        self._jobs: deque[Job] = deque()
        self._thread = ThreadPoolExecutor(1, "itatui-saver")
        self._working: asyncio.Task[None] | None = None
        self._failing = False
        self._again = asyncio.Event()
        self._running: Future[Register] | None = None

    @property
    def busy(self) -> bool:
        """Whether there is anything left to do."""
        return bool(self._jobs)

    def apply(self, *edits: Edit, run: str = "") -> None:
        """Has a change saved."""
        self.do(Job(lambda: self._keeper.apply(*edits, run=run), edits, changes=True))

    def do(self, job: Job) -> None:
        """Has a job done after those that were asked for before."""
        self._jobs.append(job)
        self.go_on()

    @property
    def pending_edits(self) -> bool:
        """Whether anything that the screen shows is not on the disk yet."""
        return any(job.changes for job in self._jobs)

    def waiting(self) -> list[Edit]:
        """What is not on the disk yet, in the order in which it was done."""
        return [edit for job in self._jobs for edit in job.edits]

    async def settled(self) -> bool:
        """Waits until everything is saved; whether it is. It is not when a save fails, which is tried once more now."""
        self._failing = False
        while self._jobs and not self._failing:
            self.go_on()
            assert self._working is not None
            await asyncio.wait({self._working}, timeout=0.1)
        return not self._jobs

    def go_on(self) -> None:
        """Works on the queue, at once also on what failed before."""
        self._again.set()
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())

    async def _work(self) -> None:
        while self._jobs:
            job = self._jobs[0]
            error, register = await self._made(job)
            if not self._jobs:  # the end of the program came meanwhile, and took them all
                return
            if register is not None:
                self._jobs.popleft()
                self._failing = False
                self._listener.saved(self._with_pending(register), by=job)
                if job.told is not None:
                    job.told()
            elif error is not None and (isinstance(error, ConflictError) or not job.edits):
                self._jobs.popleft()
                self._listener.refused(error, by=job)
            elif error is not None:
                self._failing = True
                self._listener.failed(error)
                self._again.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._again.wait(), AGAIN)

    async def _made(self, job: Job) -> tuple[ItatuiError | None, Register | None]:
        try:
            self._running = self._thread.submit(job.call)
            return None, await asyncio.wrap_future(self._running)
        except ItatuiError as error:
            return error, None

    def _with_pending(self, register: Register) -> Register:
        for job in self._jobs:
            for edit in job.edits:
                try:
                    register = apply(register, edit)
                except ConflictError:
                    break  # its own turn will come, and say so
        return register

    async def asked(self, call: Callable[[], Answer]) -> Answer:
        """What a call answers that reads and changes nothing: made in the saver's thread, after what is being saved."""
        return await asyncio.wrap_future(self._thread.submit(call))

    def finish(self, *last: tuple[Edit, ...], seconds: float) -> bool:
        """Saves everything, and these last changes, without the event loop; whether it did within so many seconds each.

        For the end of the program, however it comes: a dropped line leaves no time for anything else.
        """
        jobs = [job for job in self._jobs if job.edits]
        jobs += [Job(lambda edits=edits: self._keeper.apply(*edits), edits) for edits in last]  # type: ignore[misc]
        self._jobs.clear()
        if self._running is not None:  # the same change made twice is made once, so its own job may come again
            wait([self._running], seconds)
        done = True
        for job in jobs:
            try:
                self._thread.submit(self._kept, job).result(seconds)
            except ItatuiError:
                done = False
            except TimeoutError:
                return False
        return done

    def _kept(self, job: Job) -> Register:
        """Makes a change of which nobody can be asked any more: of a field in which another wrote, both are kept."""
        try:
            return job.call()
        except ConflictError as error:
            from itatui.domain.conflicts import merge_refused  # here, because it is rarely wanted

            edits = merge_refused(error, self._keeper.history) if len(job.edits) == 1 else ()
            if not edits:
                raise
            return self._keeper.apply(*edits)
