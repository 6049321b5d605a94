"""How ำ is sent to this terminal: asked of it with the first picture, which does not wait for the answer.

The answer arrives among the keys, where Textual knows it as an event of its own: no key is kept from anybody, however
late it comes, and a terminal that never answers is taken for one of the many that measure code points.
"""

from itatui.thai.sara_am import AUTO, CELLS, PROBE, SPLIT, split_sara_am
from itatui.tui.terminal.screen_diff import ScreenDiff

_ROW = 2
"""The row, from 1, in which it is asked: an answer from the first one reads like F3 with Shift."""
_QUESTION = f"\x1b[{_ROW}H{PROBE}\x1b[6n\x1b[2K"
"""Writes the probe, asks where the cursor is, and erases the line."""


class SaraAmProbe:
    """What is known of the terminal's ำ."""

    def __init__(self, said: str, frame: ScreenDiff) -> None:
        self._frame = frame
        self._question = _QUESTION if said == AUTO else ""
        self._awaited = False
        if said == SPLIT:
            frame.respell(split_sara_am)

    def question(self) -> str:
        """What is to be written to ask the terminal; empty when it has been asked, or need not be."""
        question, self._question = self._question, ""
        self._awaited = self._awaited or bool(question)
        return question

    def answered(self, x: int, y: int) -> bool:
        """Takes the cursor's place (from 0) for the answer; whether some of what was sent is to be sent anew."""
        if not self._awaited or y != _ROW - 1:
            return False
        self._awaited = False
        if CELLS.get(x) != SPLIT:
            return False
        self._frame.respell(split_sara_am)
        return True
