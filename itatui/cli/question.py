"""A question that is answered on the terminal."""

import sys

from itatui.locale import _
from itatui.thai import safe

_YES = ("y", "yes", "ใช่", "ตกลง", "ย")
"""Answers that agree, in any language of the interface."""


def can_ask() -> bool:
    """Return whether there is a terminal to ask on."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agreed(question: str) -> bool:
    """Ask a question and return whether the user agrees; False without a terminal to ask on."""
    if not can_ask():
        return False
    sys.stderr.write(f"{safe(question)} {_('Type y for yes:')} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in _YES
