"""Spaces and ends of lines that do not belong where they are: inside a word, or in the middle of a sentence.

Spaces part phrases in Thai, so one between two words is meant. It proposes; it decides nothing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from itatui.thai.segmentation import reading

SPACE, LINE = "space", "line"

_LETTERS = "ก-ฺเ-ๅ็-๎"
_BEFORE = re.compile(f"[{_LETTERS}]+$")
_AFTER = re.compile(f"[{_LETTERS}]+")
_SPACED = re.compile(f"(?<=[{_LETTERS}]) +(?=[{_LETTERS}])")
_NEVER_FIRST = re.compile("[ะ-ฺๅ็-๎]")
_NEVER_LAST = re.compile("[เ-ไ]$")
_BROKEN = re.compile("(?<![ \t])[ \t]*\n[ \t]*")
_BEGINS_ANEW = re.compile(r"[-•–*·○●▪]|[(]?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]+)*[.)](?![0-9๐-๙])|[(]?[ก-ฮ][.)]\s")
"""How an item of a list begins."""
_TO = re.compile("[-–] ?[0-9๐-๙]")
"""How a number goes on to another: ไตรมาส 1 – 4."""
_GOES_ON = re.compile(
    "(?:และ|หรือ|ของ|ที่|ซึ่ง|ให้|ใน|การ|ความ|โดย|เพื่อ|จาก|กับ|แก่|แต่|ต่อ|ตาม|ด้วย|ผ่าน|เป็น|มี|ได้|จะ|ไม่|ทุก|คือ|,|/|[(]"
    "|\\b(?:and|or|of|the|to|for|in))$"
)
"""What no sentence ends with."""
_NEAR = 40
"""Code points on either side of a gap that are read to judge it."""
_GAIN = 1500
"""What a word without the gap must save of the cost of reading."""
_LONG = 8
"""Code points of a word whose two halves do not stand beside each other by chance."""
_NARROW, _WIDE = 8, 80
"""Code points of the lines of a column of a page."""


class Gap(NamedTuple):
    """White space, and what should be in its place."""

    start: int
    end: int
    after: str
    """A space, or nothing."""
    why: str
    """`SPACE` or `LINE`."""


def gaps(text: str) -> list[Gap]:
    """The gaps that may be wrong, from left to right; offsets are code points."""
    found = [
        Gap(match.start(), match.end(), "", SPACE) for match in _SPACED.finditer(text) if _divides_a_word(text, match)
    ]
    return sorted([*found, *_broken_lines(text)])


def _beside(text: str, gap: re.Match[str]) -> tuple[str, str]:
    """The Thai letters before a gap and after it, as many as are read."""
    before = _BEFORE.search(text[max(gap.start() - _NEAR, 0) : gap.start()])
    after = _AFTER.match(text[gap.end() : gap.end() + _NEAR])
    return before.group() if before else "", after.group() if after else ""


def _divides_a_word(text: str, gap: re.Match[str]) -> bool:
    before, after = _beside(text, gap)
    if not before or not after or text[gap.end() + len(after) : gap.end() + len(after) + 1] == ".":
        return False
    if _NEVER_FIRST.match(after) or _NEVER_LAST.search(before):
        return True
    if len(before) < 2 or len(after) < 2:  # ณ, and other letters that stand alone
        return False
    apart, whole = (reading(before), reading(after)), reading(before + after)
    bounds = [0, *whole.starts, len(before + after)]
    across = [(first, last) for first, last in pairwise(bounds) if first < len(before) < last]
    if not across or any(start < across[0][1] and end > across[0][0] for start, end in whole.unknown):
        return False
    gain = apart[0].cost + apart[1].cost - whole.cost
    unknown = any(end == len(before) for _start, end in apart[0].unknown) or any(
        start == 0 for start, _end in apart[1].unknown
    )
    size = across[0][1] - across[0][0]
    # "การ บริหาร" and "ความ สุข" are one word to the list, and two to many who write.
    bare = not (before + after)[across[0][0] :].startswith(("การ", "ความ"))
    return gain >= _GAIN if unknown else bare and size >= _LONG and gain >= _GAIN // 2


def _broken_lines(text: str) -> Iterator[Gap]:
    """The ends of lines in the middle of a sentence: no empty line beside, no item of a list after."""
    if "\n" not in text:
        return
    at = 0
    for paragraph in re.split(r"(\n[ \t]*\n\s*)", text):
        widest = _column(paragraph.split("\n"))
        for gap in _BROKEN.finditer(paragraph):
            before = paragraph[: gap.start()].rpartition("\n")[2]
            after = paragraph[gap.end() :].partition("\n")[0]
            if not before.strip() or not after.strip() or _begins_anew(before, after):
                continue
            if 2 * _length(before) > widest or _GOES_ON.search(before.rstrip()) or _divides_a_word(paragraph, gap):
                yield Gap(at + gap.start(), at + gap.end(), _between(gap.group(), before, after), LINE)
        at += len(paragraph)


def _begins_anew(before: str, after: str) -> bool:
    """Whether a line is an item of a list, whatever the one before it is."""
    return bool(_BEGINS_ANEW.match(after)) and not (_TO.match(after) and before.rstrip()[-1:].isdigit())


def _column(lines: list[str]) -> float:
    """How wide the column is that these lines fill, as the lines of a page do; more than any line where they do not.

    All but the last, and those before an item of a list, are about as long as the longest.
    """
    full = [_length(line) for line, after in pairwise(lines) if not _begins_anew(line, after.lstrip())]
    if len(full) < 2 or not _NARROW <= (widest := max(full)) <= _WIDE:
        return float("inf")
    return widest if sum(2 * length > widest for length in full) * 4 >= 3 * len(full) else float("inf")


def _length(line: str) -> int:
    """The cells of a line, near enough."""
    return len(re.sub("[ัิ-ฺ็-๎]", "", line.strip()))


def _between(gap: str, before: str, after: str) -> str:
    """What stands where a line ended: nothing inside Thai, a space where there was one, or in other writing."""
    inside = _BEFORE.search(before) and _AFTER.match(after)
    spaced = gap.startswith((" ", "\t")) and not (inside and _GOES_ON.search(before.rstrip()))
    return "" if (inside or before.endswith("/")) and not spaced else " "
