"""Sessions on the reference register, with a record of everything they tell their listeners."""

from collections.abc import Sequence
from datetime import date

import pytest

from itatui.domain.change import Edit
from itatui.domain.conflicts import Conflict
from itatui.store import RegisterFile
from itatui.tui.session import save_queue
from itatui.tui.session.save_state import SaveState
from itatui.tui.session.session import RegisterSession
from itatui.tui.words import words_of
from tests.support.fixtures import Make as Make
from tests.support.fixtures import english as english
from tests.support.fixtures import file as file
from tests.support.fixtures import make as make

TODAY = date(2024, 5, 15)
"""In the third quarter of fiscal year 2567, the year of the reference register."""


@pytest.fixture(autouse=True)
def _no_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save_queue, "RETRY_DELAY_S", 3600.0)


class Listener:
    """A record of a session's messages, save states and pointed-at measures; an editor that may hold a conflict."""

    def __init__(self, session: RegisterSession) -> None:
        self.session = session
        self.messages: list[str] = []
        self.states: list[SaveState] = []
        self.measures: list[str] = []
        self.queued = 0
        self.holds = False
        self.held: list[Conflict] = []
        self.refused: list[Edit] = []
        session.on_message.append(lambda words: self.messages.append(words_of(words)))
        session.on_change.append(lambda: self.states.append(session.save_status.state))
        session.on_measure_restored.append(self.measures.append)
        session.on_conflict.append(self._count)
        session.conflict_holders.append(self)

    def _count(self) -> None:
        self.queued += 1

    def hold(self, conflict: Conflict) -> bool:
        if self.holds:
            self.held.append(conflict)
        return self.holds

    def refuse(self, edits: Sequence[Edit]) -> None:
        self.refused.extend(edits)


def listened(store: RegisterFile) -> tuple[RegisterSession, Listener]:
    """Open a session with a listener."""
    session = RegisterSession(store, TODAY)
    return session, Listener(session)


def result_edit(session: RegisterSession, text: str, row: int = 0) -> Edit:
    """Return the edit of a measure's result."""
    measure = session.register.measures[row]
    return Edit("measure", measure.id, "result", measure.result, text)
