"""The publish check of an open register: made in a thread, and again when the keys rest after a change."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from itatui.domain.last_year import last_year
from itatui.domain.measure import Measure
from itatui.domain.protocols import RegisterList, YearSource
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import ItatuiError
from itatui.locale import language
from itatui.tui.session.save_queue import raise_fault
from itatui.tui.session.session import RegisterSession
from itatui.tui.side_thread import read_aside

if TYPE_CHECKING:
    from itatui.domain.check.check import Checkup
    from itatui.domain.check.facts import Finding

REST_S = 2.0
"""Seconds without a change until the register is checked again: a text that is being typed is saved each second."""

Counts = tuple[tuple[str, int], ...]
"""Code of a track and number of findings to fix there before publishing; with an empty code all of them. Empty: the
register was not checked."""


class Answer(NamedTuple):
    """The check of a register on a day."""

    register: Register
    today: date
    language: str
    """Language of names in the findings."""
    checkup: "Checkup | None" = None
    """None: it could not be made."""
    failure: str = ""
    """Why not, such as a damaged file of rules."""


class PublishCheck:
    """The findings in the register of a session. Nothing is read or computed before `begin` or `current` is called."""

    def __init__(self, session: RegisterSession, source: YearSource, shelf: RegisterList | None) -> None:
        """`shelf` may hold last year's register, to which some rules compare."""
        self.source = source
        self._session = session
        self._shelf = shelf
        self._last: Register | None = None
        self._has_looked = False
        """Whether last year's register was looked for."""
        self._followed: tuple[Register, date] | None = None
        """The register and the day that are counted, or are about to be."""
        self._timer: asyncio.TimerHandle | None = None
        self._count: asyncio.Task[None] | None = None
        self._answer: Answer | None = None
        self._lock = asyncio.Lock()
        self.on_counts: list[Callable[[Counts], None]] = []
        """Called with the counts after each check."""

    def begin(self) -> None:
        """Count the findings, now and after each change."""
        self._session.on_change.append(self._follow)
        self._start()

    def _follow(self) -> None:
        session, followed = self._session, self._followed
        if followed and followed[0] is session.register and followed[1] == session.today:
            return
        self._followed = session.register, session.today
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(REST_S, self._start)

    def _start(self) -> None:
        self._followed = self._session.register, self._session.today
        self._count = asyncio.create_task(self._refresh())
        self._count.add_done_callback(raise_fault)

    async def _refresh(self) -> None:
        """Check once: a change that comes meanwhile is followed by a check of its own."""
        async with self._lock:
            await self._make()

    async def current(self) -> Answer:
        """Return the check of the register as it is now."""
        async with self._lock:
            answer = self._answer
            while answer is None or not self._is_of_now(answer):
                answer = await self._make()
            return answer

    async def _make(self) -> Answer:
        register, today = self._session.register, self._session.today
        if self._answer is not None and self._is_of_now(self._answer):
            return self._answer
        self._answer = answer = await read_aside(self._check, register, today)
        for callback in self.on_counts:
            callback(counted(answer))
        return answer

    def _is_of_now(self, answer: Answer) -> bool:
        now = self._session
        return answer.register is now.register and (answer.today, answer.language) == (now.today, language())

    def _check(self, register: Register, today: date) -> Answer:
        """Check a register, in a thread."""
        spoken = language()
        path = self._session.store.path
        try:
            checkup = self.source.check(register, path, today, self._last_year(register))
        except ItatuiError as error:
            return Answer(register, today, spoken, failure=str(error))
        return Answer(register, today, spoken, checkup)

    def _last_year(self, register: Register) -> Register | None:
        if self._shelf is not None and not self._has_looked:
            found = last_year(self._shelf, register, self._shelf.recent())
            self._last, self._has_looked = found[1] if found else None, True
        return self._last


def counted(answer: Answer) -> Counts:
    """Return the number of findings to fix, of everything and of each track."""
    from itatui.domain.check.rules import Severity  # lazy: it is imported by then

    if answer.checkup is None:
        return ()
    codes = [track_of(each) for each in answer.checkup.findings if each.rule.severity is Severity.MUST]
    count = Counter(codes)
    return ("", len(codes)), *((track.code, count[track.code]) for track in answer.register.tracks)


def track_of(finding: "Finding") -> str:
    """Return the code of the track of a finding; empty for the register's."""
    record = finding.record
    return record.track if isinstance(record, Measure) else record.code if isinstance(record, Track) else ""
