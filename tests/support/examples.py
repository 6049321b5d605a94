"""How many examples hypothesis makes: `ITATUI_EXAMPLES` of a hundred, for a second run of the same tests."""

import os

from hypothesis import settings

SHARE = int(os.environ.get("ITATUI_EXAMPLES", "100"))
"""Percentage of the examples that are made."""


def share(count: int) -> int:
    """Return how many of so many examples are made; at least one."""
    return max(count * SHARE // 100, 1)


def load() -> None:
    """Set no deadlines, so that a loaded machine changes no result, and the number of examples."""
    settings.register_profile("itatui", deadline=None, max_examples=share(100))
    settings.load_profile("itatui")
