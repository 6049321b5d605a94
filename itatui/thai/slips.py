"""Marks in a run of Thai letters that stand at a wrong letter, or are lost: found where no word list can read the run.

It proposes; it does not decide what becomes of a text. A run has marks in order already (`itatui.thai.mending`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from itatui.thai.spelling import FIELD, OURS, WORD, spelling
from itatui.thai.words import Reading, reading

SLIPPED, LOST = "slipped", "lost"

_MARKS = "ัิีึืุู็่้๊๋์"
_TONES = "่้๊๋์"
_MARK_BYTES = _MARKS.encode("tis-620")
_CONSONANT = re.compile("[ก-ฮ]")
_REACH = 3
"""Code points over which a mark slips: its own letter, and a vowel between."""
_STEPS = 6
"""Marks that slip in one stretch, at most."""
_LENGTH = 80
"""Code points of a stretch that no mark can make readable: it is another language, or no language."""
_GAIN = 2200
"""What a repair must save of the cost of reading: two words and more of three."""
_FIELD_GAIN = 1200
"""The same, where what it makes is a word of the field."""
_LONG = 8
"""Code points of a word that is not met by chance when a mark is put in somewhere."""


class Slip(NamedTuple):
    """A stretch of a run, and how it would be read wholly in known words."""

    start: int
    end: int
    after: str
    why: str
    """`SLIPPED` or `LOST`."""


def slips(run: str) -> list[Slip]:
    """What may be wrong in a run of Thai letters (marks in order), from left to right; offsets are code points."""
    read = reading(run)
    found: list[Slip] = []
    for start, end in _unknown(run, read):
        if end - start > _LENGTH:
            continue
        slip = _moved(run, start, end) or _longest_lost(run, read, start, end)
        if slip and not any(slip.start < other.end and other.start < slip.end for other in found):
            found.append(slip)
    for start in (0, *read.starts):
        if all(not (other.start <= start < other.end) for other in found):
            slip = _lost(run, read, start)
            if slip and not any(slip.start < other.end and other.start < slip.end for other in found):
                found.append(slip)
    return sorted(found)


def _unknown(run: str, read: Reading) -> Iterator[tuple[int, int]]:
    """The stretches that no word accounts for, with a word before and after; those that touch are one."""
    bounds = [0, *read.starts, len(run)]
    start = end = -1
    for first, last in read.unknown:
        before = max((at for at in bounds if at < first), default=0)
        after = min((at for at in bounds if at > last), default=len(run))
        if start < 0:
            start, end = before, after
        elif before < end:
            end = after
        else:
            yield start, end
            start, end = before, after
    if start >= 0:
        yield start, end


def _moved(run: str, start: int, end: int) -> Slip | None:
    """The stretch with marks moved to a letter beside theirs until it is all known words."""
    before = text = run[start:end]
    first = now = reading(text)
    for _step in range(_STEPS):
        tries = [(reading(tried), tried) for tried in _moves(text, now)]
        best = min(tries, key=lambda each: (len(each[0].unknown) > 0, each[0].cost), default=None)
        if best is None or best[0].cost >= now.cost:
            return None
        now, text = best
        if not now.unknown:
            return _narrowed(start, before, text, SLIPPED) if first.cost - now.cost >= _GAIN else None
    return None


def _moves(text: str, read: Reading) -> Iterator[str]:
    """The text with one mark in or beside an unknown stretch at the letter before or after."""
    near = {at for first, last in read.unknown for at in range(first - 2, last + 2)}
    for at, mark in enumerate(text):
        if mark not in _MARKS or at not in near:
            continue
        rest = text[:at] + text[at + 1 :]
        own = max((place for place in range(at) if text[place] not in _MARKS), default=-1)
        places = [place for place in range(own - 1, own - 1 - _REACH, -1) if place >= 0]
        left = next((place for place in places if _CONSONANT.match(rest[place])), None)
        right = next((p for p in range(own + 1, min(own + 1 + _REACH, len(rest))) if _CONSONANT.match(rest[p])), None)
        for base in (left, right, own if _CONSONANT.match(text[own]) else None):
            if base is not None and base >= 0 and (tried := _put(rest, base, mark)) and tried != text:
                yield tried


def _put(text: str, base: int, mark: str) -> str:
    """The text with a mark on a letter, in its order; empty when there is one of its kind already."""
    end = base + 1
    while end < len(text) and text[end] in _MARKS:
        end += 1
    marks = text[base + 1 : end]
    if any((mark in _TONES) == (other in _TONES) for other in marks):
        return ""
    return text[: base + 1] + "".join(sorted(marks + mark, key=_TONES.find)) + text[end:]


def _narrowed(start: int, before: str, after: str, why: str) -> Slip:
    """The repair, from the beginning to the end of the words that it changes."""
    bounds = [0, *reading(after).starts, len(after)]
    least = min(len(before), len(after))
    head = next((at for at in range(least) if before[at] != after[at]), least)
    tail = next((at for at in range(least - head) if before[-1 - at] != after[-1 - at]), least - head)
    first = max(at for at in bounds if at <= head)
    last = min(at for at in bounds if at >= max(len(after) - tail, first + 1))
    return Slip(start + first, start + last + len(before) - len(after), after[first:last], why)


def _longest_lost(run: str, read: Reading, start: int, end: int) -> Slip | None:
    """A lost mark in an unknown stretch: the one that saves most."""
    found = [slip for at in range(start, end) if (slip := _lost(run, read, at))]
    return max(found, key=lambda slip: len(slip.after), default=None)


def _lost(run: str, read: Reading, start: int) -> Slip | None:
    """A mark that, put in somewhere, makes one long word out of what is read as several from a place on."""
    bounds = [0, *read.starts, len(run)]
    for after, kind in sorted(_words_with_one_more(run, _encoded(run), start), key=lambda each: -len(each[0])):
        end = start + len(after) - 1
        first = max(at for at in bounds if at <= start)
        last = min(at for at in bounds if at >= end)
        then = reading(run[first:start] + after + run[end:last])
        gain = reading(run[first:last]).cost - then.cost
        ours = kind in (FIELD, FIELD + OURS)
        if not then.unknown and gain >= (_FIELD_GAIN if ours else _GAIN):
            return Slip(start, end, after, LOST)
    return None


@lru_cache(maxsize=1)
def _encoded(run: str) -> bytes:
    return run.encode("tis-620", "replace")


def _words_with_one_more(run: str, raw: bytes, start: int) -> Iterator[tuple[str, int]]:
    """The long words that begin at a place, when one mark is put in, and their kinds."""
    letters, _ends_here, onward = spelling()
    state = 0
    for at in range(start, len(raw)):
        if at > start and _CONSONANT.match(run[at - 1]):
            for mark in _MARK_BYTES:
                if letters[state + mark] == mark:
                    for end, kind in _ends(raw, at, onward[state + mark]):
                        after = run[start:at] + bytes([mark]).decode("tis-620") + run[at:end]
                        if len(after) >= _LONG and kind in (FIELD, FIELD + OURS, WORD):
                            yield after, kind
        place = state + raw[at]
        if letters[place] != raw[at]:
            return
        state = onward[place]


def _ends(raw: bytes, at: int, state: int) -> Iterator[tuple[int, int]]:
    """Where the words end that go on from a state, letter by letter, and their kinds."""
    letters, ends, onward = spelling()
    while at < len(raw):
        place = state + raw[at]
        if letters[place] != raw[at]:
            return
        at += 1
        if ends[place]:
            yield at, ends[place]
        state = onward[place]
