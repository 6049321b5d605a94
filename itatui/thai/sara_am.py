"""Spelling of ำ with the same width in every terminal, for terminal output only.

ทำ takes two cells in terminals that measure code points, but a single cell in terminals that measure grapheme clusters
(Unicode UAX 29), since ำ (U+0E33) joins the letter before it; the rest of the line then moves left. The sequence U+0E4D
U+0E32 looks the same and takes two cells in both, since only U+0E4D joins.
"""

import re
from functools import cache

AUTO, WHOLE, SPLIT = "auto", "whole", "split"
SARA_AM = (AUTO, WHOLE, SPLIT)
"""Spellings of ำ for the terminal: as probed, unchanged (U+0E33), or split (U+0E4D U+0E32)."""
PROBE = "ทำ"
"""Text that is written to the terminal to measure its cells."""
CELLS = {2: WHOLE, 1: SPLIT}
"""Spelling by the measured cells of the probe; a terminal with another number does not read UTF-8."""


@cache
def _with_tone() -> re.Pattern[str]:
    return re.compile("([\u0e48-\u0e4b]*)\u0e33")


def split_sara_am(text: str) -> str:
    """Replace every ำ by U+0E4D U+0E32, with a tone mark between them, of the same width in every terminal."""
    return _with_tone().sub("\u0e4d\\1\u0e32", text) if "\u0e33" in text else text
