"""ำ split by a space or line end: many PDFs, such as those of Word and iText, give ดำเนินการ as ด าเนินการ.

No Thai word begins with า. A consonant, a gap and า are therefore either a split ำ or a word with a stray space. The
segmentation costs of both readings decide. A clear ำ is joined automatically; the rest is only suggested.
"""

import re
from typing import NamedTuple

from itatui.thai.repair.spaced_letters import spaced_offsets
from itatui.thai.segmentation import reading

_RING, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
_SIGNS = f"{_RING}\u0e48-\u0e4b"
_GAP = "(?:[ \u00a0]+|[ \u00a0]*\n[ \u00a0]*)"
_SPLIT = re.compile(f"([ก-ฮ])([{_SIGNS}]{{0,2}}){_GAP}([{_SIGNS}]{{0,2}})([{_AA}{_AM}])(?![ะ-ฺๅ็-๎])")
_LETTERS = "ก-ฺเ-ๅ็-๎"
_BEFORE = re.compile(f"[{_LETTERS}]+$")
_AFTER = re.compile(f"[{_LETTERS}]*")
_CONTEXT = 20
"""Code points on either side of a place that are examined."""
_MIN_GAIN = 300
"""Segmentation cost (`itatui.thai.segmentation`) that ำ must save to be certain: a common word (ทำ) instead of a rare
word (ทา). None of 22,000 real า after a stray space in the clean sentences of the tests has such a gain."""
_MIN_PLAIN_GAIN = 2000
"""Segmentation cost that า must save to be suggested: two words, since nearly all places in PDFs are a split ำ."""


class SplitVowel(NamedTuple):
    """A consonant, spaces and า, with their signs, and the replacement; offsets count code points."""

    start: int
    end: int
    after: str
    """The replacement: the consonant, its tone mark, and ำ or า."""
    certain: bool
    """True if no other reading is plausible."""


def split_vowels(text: str) -> list[SplitVowel]:
    """Return the split ำ of a text with ordered marks, from left to right; none in letter-spaced words."""
    matches = list(_SPLIT.finditer(text))
    if not matches:
        return []
    spaced = spaced_offsets(text)
    matches = [match for match in matches if match.end() - 1 not in spaced and len(_tone(match)) < 2]
    # Each place is judged with all others read as ำ: the result does not depend on what was joined before.
    joined, places, at = "", [], 0
    for match in matches:
        joined += text[at : match.start()] + match[1] + _tone(match)
        places.append(len(joined))
        joined += _AM
        at = match.end()
    joined += text[at:]
    judged = (_judge(match, joined, place) for match, place in zip(matches, places, strict=True))
    return [each for each in judged if each]


def join_vowels(text: str) -> tuple[str, int]:
    """Join the certain split ำ of a text. Return the text and the number of joined ำ."""
    pieces: list[str] = []
    at = 0
    for each in split_vowels(text):
        if each.certain:
            pieces += [text[at : each.start], each.after]
            at = each.end
    return "".join([*pieces, text[at:]]), len(pieces) // 2


def _tone(match: re.Match[str]) -> str:
    return (match[2] + match[3]).replace(_RING, "")


def _judge(match: re.Match[str], joined: str, place: int) -> SplitVowel | None:
    """Return the reading of a place; None if the vowel is probably a letter that the text is about."""
    gain = _gain(joined, place)
    alone = not re.match(f"[{_LETTERS}]", match.string[match.end() : match.end() + 1])
    ringed = _RING in match.group()
    if alone and not ringed:
        return _judge_last(match, joined, place, gain)
    certain = match[4] == _AM or ringed or gain >= _MIN_GAIN
    vowel = _AM if certain or gain > -_MIN_PLAIN_GAIN else _AA
    return SplitVowel(match.start(), match.end(), match[1] + _tone(match) + vowel, certain)


def _judge_last(match: re.Match[str], joined: str, place: int, gain: float) -> SplitVowel | None:
    """Return the reading of a vowel before a space or at the end, as in ได้ท า and ได้ท ำ.

    The text may be about the vowel: None if it makes no word, or if a word ends before it (เขียน า). It may be about the
    letter ท too where that stands alone, as in ท ำ.
    """
    joined_vowel = SplitVowel(match.start(), match.end(), match[1] + _tone(match) + _AM, certain=True)
    if _tone(match) and gain >= _MIN_GAIN:
        return joined_vowel
    left, _right = _around(joined, place)
    belongs, is_plain = len(left) > 1, match[4] == _AA
    if (
        (belongs and _is_known(left))
        or not _is_known(left + _AM)
        or gain <= -_MIN_GAIN
        or (is_plain and not belongs and gain <= 0)
    ):
        return None
    return joined_vowel._replace(certain=gain >= _MIN_GAIN and (belongs or is_plain))


def _is_known(run: str) -> bool:
    """Return whether a run has only listed words, but for a word cut off at its start."""
    unknown = reading(run).unknown
    return not unknown or (len(unknown) == 1 and unknown[0][0] == 0 and len(run) >= _CONTEXT)


def _gain(joined: str, place: int) -> float:
    """Return the segmentation cost that ำ saves over า at an offset."""
    left, right = _around(joined, place)
    return reading(left + _AA + right).cost - reading(left + _AM + right).cost


def _around(joined: str, place: int) -> tuple[str, str]:
    """Return the letters before and after an offset."""
    before = _BEFORE.search(joined[max(place - _CONTEXT, 0) : place])
    after = _AFTER.match(joined[place + 1 : place + 1 + _CONTEXT])
    return before.group() if before else "", after.group() if after else ""
