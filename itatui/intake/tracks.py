"""The track that the words of a document name."""

import re
from typing import NamedTuple

from itatui.domain.register import Register
from itatui.domain.track import Track, label_phrase
from itatui.domain.track_edits import MAX_CODE
from itatui.intake.same_text import text_key
from itatui.thai import arabic_digits

_CODE_WORD = "(?<![A-Za-z0-9])([A-Z][A-Z0-9]{1,9})(?![A-Za-z0-9])"
_NUMBERED = r"(มิติ|ด้าน|ภารกิจ|ประเด็น|ส่วน|หมวด|ยุทธศาสตร์|กลยุทธ์)\s*(?:ที่)?\s*([0-9]{1,2})(?![0-9])"
_MIN_NAME = 8
"""Code points of a name that is found inside other words."""
_MAX_LABEL = 400


class NamedTrack(NamedTuple):
    """A track that a text names."""

    code: str
    is_new: bool = False
    label: str = ""
    """The words of the document, in one line."""


def named_track(text: str, register: Register) -> NamedTrack | None:
    """Return the track that a text names: one of the register's, else a new one; None if it names none."""
    label = " ".join(text.split())
    if not label or len(label) > _MAX_LABEL:
        return None
    known = _known(label, register)
    if known is not None:
        return NamedTrack(known.code, label=label)
    code = _new_code(label)
    return NamedTrack(code, is_new=True, label=label) if code else None


def _known(label: str, register: Register) -> Track | None:
    """Return the track of the register by its code, by its name, or by a code or name in the text."""
    if (track := register.track(label)) is not None:
        return track
    key = text_key(label)
    for track in register.tracks:
        if key in {text_key(name) for name in (label_phrase(track), track.name_th, track.name_en, track.label) if name}:
            return track
    words = {word.casefold() for word in re.findall("[^\\s()/,“”\"']+", label)}
    named = [track for track in register.tracks if track.code.casefold() in words]
    if len(named) == 1:
        return named[0]
    names = {track.code: text_key(track.name_th) for track in register.tracks}
    inside = [track for track in register.tracks if len(name := names[track.code]) >= _MIN_NAME and name in key]
    return max(inside, key=lambda track: len(track.name_th), default=None)


def _new_code(label: str) -> str:
    plain = arabic_digits(label)
    if numbered := re.match(_NUMBERED, plain):
        return f"{numbered[1]}{int(numbered[2])}"[:MAX_CODE]
    codes = re.findall(_CODE_WORD, plain)
    return codes[-1] if codes and "แบบวัด" in label else ""
