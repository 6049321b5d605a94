"""The queue of changes on their way to the disk, worked off in a thread so that the screen never waits."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from typing import NamedTuple, Protocol, TypeVar

from itatui.domain.apply import apply_all
from itatui.domain.change import ConflictError, Edit
from itatui.domain.protocols import DraftPlace, RegisterStore
from itatui.domain.register import Register
from itatui.errors import ItatuiError

Answer = TypeVar("Answer")

RETRY_DELAY_S = 3.0
"""Seconds from a failed save to the next attempt."""


class Job(NamedTuple):
    """A call to the store that returns the register afterwards."""

    call: Callable[[], Register]
    edits: tuple[Edit, ...] = ()
    """The edits of the job, if the screen shows them before they are saved."""
    changes: bool = False
    """False for a job that only reads."""
    done: Callable[[], None] | None = None
    """Called after the job has succeeded and the listener has been told."""
    draft: DraftPlace | None = None
    """Place of the draft that the job saves."""
    apart: bool = False
    """Whether its edits stand for themselves: a refused edit does not keep the others from being saved."""


class QueueListener(Protocol):
    """Receiver of the outcome of every job."""

    def saved(self, register: Register, *, by: Job) -> None:
        """Take the register after a job, with all edits applied that are still to be saved."""

    def refused(self, error: ItatuiError, *, by: Job) -> None:
        """Handle a job that was given up: a conflict, or a job without edits that failed."""

    def failed(self, error: ItatuiError) -> None:
        """Handle a failed save. The job stays in the queue and is tried again."""


def raise_fault(task: asyncio.Task[None]) -> None:
    """Raise the exception of a task that has ended by one, which the event loop then hands to the application."""
    if not task.cancelled():
        task.result()


class SaveQueue:
    """Jobs in the order in which they were asked for, and the single thread that runs them."""

    def __init__(self, store: RegisterStore, listener: QueueListener) -> None:
        self._store = store
        self._listener = listener
        self._jobs: deque[Job] = deque()
        self._thread = ThreadPoolExecutor(1, "itatui-save")
        self._worker: asyncio.Task[None] | None = None
        self._failing = False
        self._retry = asyncio.Event()
        self._running: Future[Register] | None = None

    @property
    def busy(self) -> bool:
        """Whether any job is left."""
        return bool(self._jobs)

    @property
    def has_changes(self) -> bool:
        """Whether the queue holds a change that is not on the disk yet."""
        return any(job.changes for job in self._jobs)

    def pending_jobs(self) -> list[Job]:
        """Return the jobs whose edits are not on the disk yet, oldest first."""
        return [job for job in self._jobs if job.edits]

    def pending_edits(self) -> list[Edit]:
        """Return the edits that are not on the disk yet, oldest first."""
        return [edit for job in self._jobs for edit in job.edits]

    def apply(self, *edits: Edit, run: str = "", draft: DraftPlace | None = None, apart: bool = False) -> None:
        """Queue edits as a single change, which saves the draft of a place."""
        self.add(Job(lambda: self._store.apply(*edits, run=run), edits, changes=True, draft=draft, apart=apart))

    def add(self, job: Job) -> None:
        """Queue a job."""
        self._jobs.append(job)
        self.resume()

    def resume(self) -> None:
        """Run the queue; a failed job is tried again at once."""
        self._retry.set()
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
            self._worker.add_done_callback(raise_fault)

    async def flush(self) -> bool:
        """Wait until the queue is empty. Return False as soon as a save fails; a failed save is tried again at once."""
        self._failing = False
        while self._jobs and not self._failing:
            self.resume()
            assert self._worker is not None
            await asyncio.wait({self._worker}, timeout=0.1)
        return not self._jobs

    async def read(self, call: Callable[[], Answer]) -> Answer:
        """Return the answer of a call that changes nothing, run in the thread after the job in progress."""
        return await asyncio.wrap_future(self._thread.submit(call))

    async def _work(self) -> None:
        while self._jobs:
            job = self._jobs[0]
            error, register = await self._run(job)
            if not self._jobs or self._jobs[0] is not job:  # `finish` has run the job meanwhile
                return
            if register is not None:
                self._jobs.popleft()
                self._failing = False
                self._listener.saved(self._with_pending(register), by=job)
                if job.done is not None:
                    job.done()
            elif error is not None and (isinstance(error, ConflictError) or not job.edits):
                self._jobs.popleft()
                self._listener.refused(error, by=job)
            elif error is not None:
                self._failing = True
                self._listener.failed(error)
                self._retry.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._retry.wait(), RETRY_DELAY_S)

    async def _run(self, job: Job) -> tuple[ItatuiError | None, Register | None]:
        try:
            self._running = self._thread.submit(job.call)
            return None, await asyncio.wrap_future(self._running)
        except ItatuiError as error:
            return error, None

    def _with_pending(self, register: Register) -> Register:
        for job in self._jobs:
            with suppress(ConflictError):  # reported when the job itself is run
                register = apply_all(register, job.edits)
        return register

    def finish(self, *last: tuple[Edit, ...], seconds: float) -> bool:
        """Save the queue and the `last` changes without the event loop, for the end of the program.

        Waits at most `seconds` for each change. Returns False if any could not be saved in time; a change of the
        queue stays in it then, for another attempt.
        """
        jobs = [job for job in self._jobs if job.edits]
        self._jobs.clear()
        if self._running is not None:  # the store makes a repeated change once, so its job may be run again
            wait([self._running], seconds)
        late = [Job(lambda edits=edits: self._store.apply(*edits), edits) for edits in last]  # type: ignore[misc]
        unsaved = self._run_all([*jobs, *late], seconds)
        self._jobs.extend(job for job in jobs if job in unsaved)
        return not unsaved

    def _run_all(self, jobs: Sequence[Job], seconds: float) -> Sequence[Job]:
        """Run jobs, at most `seconds` each, and return those that failed; behind a job that takes longer, all."""
        failed: list[Job] = []
        for number, job in enumerate(jobs):
            try:  # a job that fails for any reason does not keep the next from being saved
                if self._thread.submit(self._run_or_keep_both, job).exception(seconds) is not None:
                    failed.append(job)
            except TimeoutError:
                return [*failed, *jobs[number:]]
        return failed

    def _run_or_keep_both(self, job: Job) -> Register:
        """Run a job; keep both texts where another user wrote in the same field, since nobody is left to choose."""
        try:
            return job.call()
        except ConflictError as error:
            from itatui.domain.conflicts import merge_refused  # rarely needed

            edits = merge_refused(error, self._store.history, self._store.load()) if len(job.edits) == 1 else ()
            if not edits:
                raise
            return self._store.apply(*edits)
