"""Words of a printed table that stand for a missing value: they are no contents."""

import re

from itatui.intake.same_text import text_key

_SIGNS = frozenset({"", "-", "–", "—", "ไม่มี", "..."})
_PHRASES = r"\((?:ยังไม่มี|ยังไม่ระบุ|ไม่มีมาตรการ)[^()]{0,80}\)|\(รายงานร่วมกับมาตรการที่ [0-9๐-๙ ,–]{1,40}\)|ยังไม่กำหนดระยะเวลา"
"""What itatui prints for a value that the register lacks, or that another measure has."""

Blanks = frozenset[str]
"""Words for a missing value in the columns of a form, as `text_key` returns them."""


def is_blank(text: str, others: Blanks = frozenset()) -> bool:
    """Return whether a text stands for a missing value."""
    text = text.strip()
    return text in _SIGNS or re.fullmatch(_PHRASES, text) is not None or (bool(others) and text_key(text) in others)


def without_blanks(text: str) -> str:
    """Return a text without the lines, or items of a list, that stand for a missing value."""
    if "(" not in text and "ยังไม่" not in text:
        return text
    lines = [line for line in text.split("\n") if not re.fullmatch(rf"[-•]?\s{{0,3}}(?:{_PHRASES})", line.strip())]
    return "\n".join(lines)
