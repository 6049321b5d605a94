"""A clock for the names of backups."""

from datetime import UTC, datetime
from typing import Any

import pytest


class BackupClock:
    """A clock that a test sets, by which the store names backups."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.moment = datetime(2026, 11, 27, 3, tzinfo=UTC)
        clock = self

        class Moments(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> Any:
                return clock.moment.astimezone(tz)

        patch.setattr("itatui.store.backups.datetime", Moments)
