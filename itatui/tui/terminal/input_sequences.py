"""Whole control sequences in the terminal's input, wherever its reads are cut (ECMA-48).

Keys, mouse, pastes and the terminal's answers all arrive as sequences; which of them count is decided elsewhere. A
sequence begins with ESC or with its 8-bit form, U+0080 to U+009F.
"""

from collections.abc import Iterator
from typing import NamedTuple

ESC = "\x1b"
_BEL, _BACKSLASH, _ST = "\a", "\\", "\x9c"
_CANCELS = "\x18\x1a"
"""CAN and SUB end every sequence."""
_STRINGS = "]P_^X"
"""Letters behind ESC that begin OSC, DCS, APC, PM and SOS: each lasts until BEL or ST."""
_C1 = {"\x9b": "[", "\x9d": "]", "\x90": "P", "\x9f": "_", "\x9e": "^", "\x98": "X", "\x8f": "O"}
"""8-bit forms, each with its letter behind ESC; other code points of this range are dropped."""
_PARAMETERS = "0123456789;<=>?"
_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"
_LONGEST = 64
"""Characters kept of an unfinished sequence: more than any key has."""
_X10_MOUSE = 3
"""Characters behind `ESC [ M` in the mouse report of terminals without numbers in it."""
_DROPPED = "\x1a"
"""Replaces an ESC in a paste: a control character, which is left out of every text and counted."""


class Pasted(NamedTuple):
    """The text between the marks of a paste."""

    text: str


class SequenceReader:
    """Reader that keeps an unfinished sequence or paste until its rest comes."""

    def __init__(self) -> None:
        self.held = ""
        """The unfinished sequence."""
        self._paste: list[str] | None = None

    @property
    def is_pasting(self) -> bool:
        """True within a paste whose end has not come."""
        return self._paste is not None

    def read(self, text: str) -> Iterator[str | Pasted]:
        """Yield characters, sequences (in the form with ESC), and pastes; empty for a sequence that is no use."""
        text, self.held = self.held + text, ""
        at = 0
        while at < len(text):
            if self._paste is not None:
                has_ended, text = self._take_pasted(self._paste, text[at:])
                at = 0
                if has_ended:
                    yield from self.end_paste()
                continue
            if not _begins_sequence(text[at]):
                end = next((end for end in range(at + 1, len(text)) if _begins_sequence(text[end])), len(text))
                yield text[at:end]
            elif (found := _sequence(text, at)) is None:
                self.held = _shortened(text[at:])
                return
            else:
                sequence, end = found
                if sequence == _PASTE:
                    self._paste = []
                else:
                    yield sequence
            at = end

    def _take_pasted(self, paste: list[str], text: str) -> tuple[bool, str]:
        """Add to the paste. Return whether its end has come, and what follows."""
        inside, end, rest = text.partition(_PASTE_END)
        if not end:
            held = next(size for size in range(len(_PASTE_END) - 1, -1, -1) if inside.endswith(_PASTE_END[:size]))
            inside, self.held = inside[: len(inside) - held], inside[len(inside) - held :]
        paste.append(inside.replace(ESC, _DROPPED))
        return bool(end), rest

    def end_paste(self) -> Iterator[Pasted]:
        """End a paste and yield it."""
        pasted, self._paste, self.held = self._paste, None, ""
        if pasted is not None:
            yield Pasted("".join(pasted))


def is_late_rest(text: str) -> bool:
    """Return True if the text begins with all of a sequence but its ESC, and not with keys a person would type."""
    if len(text) < 3 or not (text[0] in _STRINGS or (text[0] == "[" and text[1] in _PARAMETERS)):
        return False
    return _sequence(ESC + text, 0) is not None


def _begins_sequence(character: str) -> bool:
    return character == ESC or "\x80" <= character <= "\x9f"


def _sequence(text: str, at: int) -> tuple[str, int] | None:
    """Return the sequence that begins at `at`, and where it ends. None: the text ends within it.

    The sequence is empty if it is malformed or no use. A single ESC is the key, before another sequence.
    """
    letter, start = _C1.get(text[at], ""), at + 1
    if text[at] == ESC:
        if start == len(text):
            return None
        letter, start = text[start], start + 1
        if _begins_sequence(letter):
            return ESC, start - 1
    if letter == "[":
        return _control_sequence(text, start)
    if letter == "O":
        return _single_shift(text, start, "" if text[at] != ESC else "\x1bO")
    if letter and letter in _STRINGS:
        return _control_string(text, start)
    return (ESC + letter if text[at] == ESC else ""), start


def _control_sequence(text: str, start: int) -> tuple[str, int] | None:
    """Read parameters and intermediates up to the final character. Any other character breaks the sequence.

    rxvt ends Shift with a key in `$`, an intermediate.
    """
    end = next((end for end in range(start, len(text)) if not " " <= text[end] <= "?"), len(text))
    if end == len(text):
        return None
    final = text[end]
    if not "@" <= final <= "~":
        return (f"{ESC}[{text[start:end]}" if text[end - 1] == "$" else ""), end + (final in _CANCELS)
    if end == start and final == "[":  # F1 to F5 of the Linux console
        if end + 1 == len(text):
            return None
        return (f"{ESC}[[{text[end + 1]}", end + 2) if "A" <= text[end + 1] <= "E" else ("", end + 1)
    if end == start and final == "M":
        return _x10_mouse(text, end + 1)
    return f"{ESC}[{text[start : end + 1]}", end + 1


def _x10_mouse(text: str, start: int) -> tuple[str, int] | None:
    """Drop a mouse report of three characters. If others follow, it was F1 of a terminal in SCO mode."""
    report = text[start : start + _X10_MOUSE]
    if any(each < " " or _begins_sequence(each) for each in report):
        return "", start
    return None if len(report) < _X10_MOUSE else ("", start + _X10_MOUSE)


def _single_shift(text: str, start: int, alternative: str) -> tuple[str, int] | None:
    """Read SS3 with its letter, old terminals with numbers before it; `alternative` if no letter follows."""
    end = next((end for end in range(start, len(text)) if text[end] not in "0123456789;"), len(text))
    if end == len(text):
        return None
    if "@" <= text[end] <= "~":
        return f"{ESC}O{text[start : end + 1]}", end + 1
    return (alternative, start) if end == start else ("", end)


def _control_string(text: str, start: int) -> tuple[str, int] | None:
    """Drop everything up to BEL or ST. An ESC that is not ST, or an 8-bit form, begins anew."""
    for end in range(start, len(text)):
        each = text[end]
        if each in _CANCELS or each in (_BEL, _ST):
            return "", end + 1
        if each == ESC:
            if end + 1 == len(text):
                return None
            return "", end + 2 if text[end + 1] == _BACKSLASH else end
        if each in _C1:
            return "", end
    return None


def _shortened(held: str) -> str:
    """Return an unfinished sequence without characters that cannot matter."""
    begin = ESC + _C1[held[0]] if held[0] in _C1 else held[:2]
    if len(begin) == 2 and begin[1] in _STRINGS:
        return begin + (ESC if len(held) > 2 and held.endswith(ESC) else "")
    return held[:_LONGEST]
