"""Stray spaces inside words, and line ends inside sentences: suggestions for text copied from a PDF.

A space between two Thai words is left alone: it separates phrases. So are those of letter-spaced words.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from itatui.thai.repair.spaced_letters import spaced_offsets
from itatui.thai.segmentation import reading

SPACE, LINE = "space", "line"

_LETTERS = "ก-ฺเ-ๅ็-๎"
_BEFORE = re.compile(f"[{_LETTERS}]+$")
_AFTER = re.compile(f"[{_LETTERS}]+")
_SPACED = re.compile(f"(?<=[{_LETTERS}]) +(?=[{_LETTERS}])")
_NEVER_FIRST = re.compile("[ะ-ฺๅ็-๎]")
_NEVER_LAST = re.compile("[เ-ไ]$")
_BROKEN = re.compile("(?<![ \t])[ \t]*\n[ \t]*")
_ITEM_START = re.compile(r"[-•–*·○●▪]|[(]?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]+)*[.)](?![0-9๐-๙])|[(]?[ก-ฮ][.)]\s")
"""Start of a list item."""
_RANGE_REST = re.compile("[-–] ?[0-9๐-๙]")
"""Continuation of a range of numbers, as in ไตรมาส 1 – 4."""
_INCOMPLETE = re.compile(
    "(?:และ|หรือ|ของ|ที่|ซึ่ง|ให้|ใน|การ|ความ|โดย|เพื่อ|จาก|กับ|แก่|แต่|ต่อ|ตาม|ด้วย|ผ่าน|เป็น|มี|ได้|จะ|ไม่|ทุก|คือ|,|/|[(]"
    "|\\b(?:and|or|of|the|to|for|in))$"
)
"""Words and signs that never end a sentence."""
_CONTEXT = 40
"""Code points on either side of a gap that are examined."""
_MIN_GAIN = 1500
"""Segmentation cost (`itatui.thai.segmentation`) that closing a gap must save."""
_MIN_LENGTH = 8
"""Code points of a word whose halves are unlikely to be adjacent by chance."""
_MIN_COLUMN, _MAX_COLUMN = 8, 80
"""Width, in code points, of a column of text on a page."""


class Gap(NamedTuple):
    """White space and its replacement; offsets count code points."""

    start: int
    end: int
    after: str
    """The replacement: a space or nothing."""
    why: str
    """`SPACE` or `LINE`."""


def gaps(text: str) -> list[Gap]:
    """Return the probably stray white space of a text, from left to right."""
    spaced = spaced_offsets(text)
    spaces = [
        Gap(match.start(), match.end(), "", SPACE)
        for match in _SPACED.finditer(text)
        if match.start() not in spaced and _in_word(text, match)
    ]
    return sorted([*spaces, *_broken_lines(text)])


def _beside(text: str, gap: re.Match[str]) -> tuple[str, str]:
    """Return the Thai letters before and after a gap, up to `_CONTEXT`."""
    before = _BEFORE.search(text[max(gap.start() - _CONTEXT, 0) : gap.start()])
    after = _AFTER.match(text[gap.end() : gap.end() + _CONTEXT])
    return before.group() if before else "", after.group() if after else ""


def _in_word(text: str, gap: re.Match[str]) -> bool:
    """Return True if a gap divides a word."""
    before, after = _beside(text, gap)
    if not before or not after or text[gap.end() + len(after) : gap.end() + len(after) + 1] == ".":
        return False
    if len(after) == 1 and _NEVER_FIRST.match(after):  # a text about the sign
        return False
    if _NEVER_FIRST.match(after) or _NEVER_LAST.search(before):
        return True
    if len(before) < 2 or len(after) < 2:  # ณ and other words of a single letter
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
    # The list has "การบริหาร" and "ความสุข" as single words, but many writers separate the prefix.
    prefixed = (before + after)[across[0][0] :].startswith(("การ", "ความ"))
    return gain >= _MIN_GAIN if unknown else not prefixed and size >= _MIN_LENGTH and gain >= _MIN_GAIN // 2


def _broken_lines(text: str) -> Iterator[Gap]:
    """Yield the line ends inside sentences: no empty line beside them, no list item after."""
    if "\n" not in text:
        return
    at = 0
    for paragraph in re.split(r"(\n[ \t]*\n\s*)", text):
        widest = _column(paragraph.split("\n"))
        for gap in _BROKEN.finditer(paragraph):
            before = paragraph[: gap.start()].rpartition("\n")[2]
            after = paragraph[gap.end() :].partition("\n")[0]
            if not before.strip() or not after.strip() or _is_item(before, after):
                continue
            if 2 * _length(before) > widest or _INCOMPLETE.search(before.rstrip()) or _in_word(paragraph, gap):
                yield Gap(at + gap.start(), at + gap.end(), line_joint(gap.group(), before, after), LINE)
        at += len(paragraph)


def _is_item(before: str, after: str) -> bool:
    """Return True if the line `after` starts a list item, and not the rest of a range of numbers in `before`."""
    return bool(_ITEM_START.match(after)) and not (_RANGE_REST.match(after) and before.rstrip()[-1:].isdigit())


def _column(lines: list[str]) -> float:
    """Return the width of the column that these lines fill, or infinity if they do not look like a filled column.

    In a column, three quarters of the lines, except the last and those before list items, are at least half as long as
    the longest.
    """
    full = [_length(line) for line, after in pairwise(lines) if not _is_item(line, after.lstrip())]
    if len(full) < 2 or not _MIN_COLUMN <= (widest := max(full)) <= _MAX_COLUMN:
        return float("inf")
    return widest if sum(2 * length > widest for length in full) * 4 >= 3 * len(full) else float("inf")


def _length(line: str) -> int:
    """Return the approximate width of a line in cells."""
    return len(re.sub("[ัิ-ฺ็-๎]", "", line.strip()))


def line_joint(gap: str, before: str, after: str) -> str:
    """Return the replacement for a line end: nothing between Thai letters unless there was a space, else a space.

    `gap` is the line end with the white space around it.
    """
    inside = _BEFORE.search(before) and _AFTER.match(after)
    spaced = gap.startswith((" ", "\t")) and not (inside and _INCOMPLETE.search(before.rstrip()))
    return "" if (inside or before.endswith("/")) and not spaced else " "
