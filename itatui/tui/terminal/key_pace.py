"""The time between keys tells a command from prose, and a held key from a key pressed again. Pure, without a clock.

A person who believes that a text is open types prose where every sign is a command: ภาพรวม begins with the key of
quarter 4. A command is a sign that stands alone, so a sign acts only when nothing has followed it for `ALONE_S`, a
delay below the quarter of a second from which people wait, and not at all within `RUN_S` of another sign: prose of an
average typist has a letter every 0.2 to 0.35 s. Keys without a sign act at once. The signs of a run still act when
the run can be meant: the same key again, quarters ticked one after another, or G and a number.

Esc and a sign sent together are Alt and that sign, or fingers that were too quick. The sign does not write into the
text that Esc has just left.

Terminals do not report that a key is released. A held key repeats faster than `HELD_S`, after a first pause of up to
`FIRST_REPEAT_S`. It goes on acting where it was pressed, never in a place that it has opened itself: Enter opens a
text and writes no line breaks into it.
"""

from collections.abc import Hashable, Sequence
from enum import Enum
from typing import NamedTuple

from itatui.tui.keyboard import both_layouts

ALONE_S = 0.15
"""Seconds after which a sign stands alone."""
RUN_S = 0.4
"""Most seconds between two signs of a run."""
HELD_S = 0.15
"""Most seconds between two repeats of a held key: 15 a second is the slowest common setting."""
FIRST_REPEAT_S = 1.0
"""Most seconds from pressing a key to its first repeat."""
PAIR_S = 0.02
"""Most seconds between Esc and the sign of an Alt pair, which terminals send together."""
ROUND_S = 0.001
"""Seconds that are not waited for."""
TELL_AGAIN_S = 5.0
"""Seconds from a message about refused prose to the next, while the prose goes on."""

TICKS = frozenset(name for number in "1234" for name in both_layouts(number))
"""Keys of the quarters on both layouts: `1`, `ๅ`, `๑`."""
NUMBERS = frozenset(name for number in "0123456789" for name in both_layouts(number))
JUMP = frozenset(both_layouts("g"))
"""Keys that are followed by a number."""
MOVES = frozenset(["up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "shift+tab", "ctrl+l"])
"""Keys that only move the cursor or draw the screen anew: they are never taken for held."""
PROSE_KEYS = frozenset(["enter", "ctrl+j", "tab", "shift+tab", "backspace", "delete"])
"""Keys without a sign that belong to the prose that they follow."""


class Verdict(Enum):
    """The effect of a key."""

    ACT = "act"
    DROP = "drop"
    TELL = "tell"
    """Drop the key, and tell the user that nothing is being written."""
    WAIT = "wait"
    """Not known before the next key, or before `KeyPace.waits` seconds are over."""


class Stroke(NamedTuple):
    """A key that has arrived."""

    key: str
    """Textual's name."""
    sign: bool
    """Whether it is printable."""
    at: float
    """Seconds on the clock of the terminal's input."""


class Place(NamedTuple):
    """The place of the keys when a key comes to act."""

    name: Hashable
    """Distinguishes places: the focused widget."""
    writes: bool = False
    """Whether the key is text here."""
    repeats: bool = True
    """Whether the key may act again and again while it is held here."""


class KeyPace:
    """The keys so far, and the verdict on the next."""

    def __init__(self) -> None:
        self._last = Stroke("", sign=False, at=float("-inf"))
        self._pressed_in = Place("")
        """Where the last key was pressed first; its repeats may come to another place."""
        self._run: list[str] = []
        """Signs of the present run that have acted."""
        self._run_at = float("-inf")
        self._refused = False
        """Whether the run is prose."""
        self._is_shut = False
        """Whether the run began in an Alt pair whose Esc has ended writing."""
        self._told_at = float("-inf")
        self.waits = 0.0
        """Seconds until a key with the verdict `WAIT` can be judged."""

    def pause(self) -> None:
        """Forget the keys so far: something else, such as a paste, has come between."""
        self._last = Stroke("", sign=False, at=float("-inf"))
        self._end_run()

    def judge(self, strokes: Sequence[Stroke], place: Place, now: float) -> Verdict:
        """Return the effect of the first stroke; the others have arrived after it. `now` is on the same clock."""
        stroke = strokes[0]
        held = self._is_held(strokes, place, now)
        if held is None:
            return Verdict.WAIT
        if held:
            verdict = Verdict.DROP
        elif self._is_behind_escape(stroke, place):
            verdict = self._refuse(stroke)
        else:
            verdict = self._of_run(strokes, place, now)
        if verdict is Verdict.WAIT:
            return verdict
        if not held:
            self._pressed_in = place
        self._last = stroke
        return verdict

    # Held keys -----------------------------------------------------------------------------------

    def _is_held(self, strokes: Sequence[Stroke], place: Place, now: float) -> bool | None:
        """Test whether a key is a repeat that must not act; None: the next key will tell."""
        stroke, before = strokes[0], self._last
        pause = stroke.at - before.at
        if stroke.key != before.key or stroke.key in MOVES or pause >= FIRST_REPEAT_S:
            return False
        if self._pressed_in.writes or (place.name == self._pressed_in.name and place.repeats):
            return False
        if pause < HELD_S:
            return True
        if len(strokes) > 1:
            return strokes[1].key == stroke.key and strokes[1].at - stroke.at < HELD_S
        self.waits = stroke.at + HELD_S - now
        return None if self.waits > ROUND_S else False

    # Prose ---------------------------------------------------------------------------------------

    def _end_run(self) -> None:
        self._run, self._run_at, self._refused, self._told_at = [], float("-inf"), False, float("-inf")

    def _is_behind_escape(self, stroke: Stroke, place: Place) -> bool:
        """Test whether a sign, or the prose that goes on behind it, would write where Esc has just ended writing."""
        if stroke.sign and place.writes and self._last.key == "escape" and stroke.at - self._last.at < PAIR_S:
            self._is_shut = place.name != self._pressed_in.name
        else:
            self._is_shut = self._is_shut and stroke.sign and stroke.at - self._run_at < RUN_S
        return self._is_shut

    def _of_run(self, strokes: Sequence[Stroke], place: Place, now: float) -> Verdict:
        stroke = strokes[0]
        goes_on = stroke.at - self._run_at < RUN_S
        if self._refused and goes_on and not place.writes and (stroke.sign or stroke.key in PROSE_KEYS):
            return self._refuse(stroke)
        if place.writes or not stroke.sign:
            self._end_run()
            return Verdict.ACT
        if not goes_on:
            self._end_run()
        if self._run and stroke.key == self._run[-1]:
            return self._act(stroke)
        group = _at_a_run(strokes)
        if is_prose([*self._run, *(each.key for each in group)]):
            self._refused = True
            return self._refuse(stroke)
        if len(group) == len(strokes) and (wait := group[-1].at + ALONE_S - now) > ROUND_S:
            self.waits = wait
            return Verdict.WAIT
        return self._act(stroke)

    def _act(self, stroke: Stroke) -> Verdict:
        self._run.append(stroke.key)
        self._run_at = stroke.at
        return Verdict.ACT

    def _refuse(self, stroke: Stroke) -> Verdict:
        self._run_at = stroke.at
        if stroke.at - self._told_at < TELL_AGAIN_S:
            return Verdict.DROP
        self._told_at = stroke.at
        return Verdict.TELL


def _at_a_run(strokes: Sequence[Stroke]) -> Sequence[Stroke]:
    """Return the first strokes that are signs with less than `ALONE_S` between them."""
    count = 1
    while count < len(strokes) and strokes[count].sign and strokes[count].at - strokes[count - 1].at < ALONE_S:
        count += 1
    return strokes[:count]


def is_prose(keys: Sequence[str]) -> bool:
    """Test whether signs in a run cannot be meant as commands."""
    if len(set(keys)) == 1 or TICKS.issuperset(keys):
        return False
    return not (len(keys) == 2 and keys[0] in JUMP and keys[1] in NUMBERS)
