"""Probe of the terminal's width of ำ, sent with the first picture.

The answer arrives among the keys as an event of its own, so no key is delayed or lost. A terminal that never answers
is taken to measure code points, as most do.
"""

from itatui.thai.sara_am import AUTO, CELLS, PROBE, SPLIT, split_sara_am
from itatui.tui.terminal.screen_diff import ScreenDiff

_ROW = 2
"""Row of the probe, from 1. In the first row, the answer would read as Shift+F3."""
_QUESTION = f"\x1b[{_ROW}H{PROBE}\x1b[6n\x1b[2K"
"""Write the probe, ask for the cursor position, and erase the line."""


class SaraAmProbe:
    """The spelling of ำ that the terminal needs."""

    def __init__(self, setting: str, screen: ScreenDiff) -> None:
        self._screen = screen
        self._question = _QUESTION if setting == AUTO else ""
        self._awaited = False
        if setting == SPLIT:
            screen.respell(split_sara_am)

    def question(self) -> str:
        """Return the probe once, if the setting asks for it, else an empty text."""
        question, self._question = self._question, ""
        self._awaited = self._awaited or bool(question)
        return question

    def answered(self, x: int, y: int) -> bool:
        """Take a cursor position (from 0) as the answer. Return True if lines have to be sent again."""
        if not self._awaited or y != _ROW - 1:
            return False
        self._awaited = False
        if CELLS.get(x) != SPLIT:
            return False
        self._screen.respell(split_sara_am)
        return True
