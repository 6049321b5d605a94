"""The spelling of ำ that takes two cells with its letter in every terminal: for what goes to one, and no further.

ทำ takes two cells where each code point is measured. A terminal that measures by grapheme cluster (Unicode UAX 29)
gives it one, since ำ (U+0E33) belongs to the letter's cluster, and whatever stands after it on the line moves left.
Of U+0E4D U+0E32, which look the same, only the first belongs to the letter. How a terminal is asked is not known here.
"""

import re
from functools import cache

AUTO, WHOLE, SPLIT = "auto", "whole", "split"
SARA_AM = (AUTO, WHOLE, SPLIT)
"""How ำ is sent to the terminal: as the terminal takes it; as it is; as two code points."""
PROBE = "ทำ"
"""What is written to see how many cells it takes."""
CELLS = {2: WHOLE, 1: SPLIT}
"""What follows from the cells that the probe takes; another number is of no terminal that reads UTF-8."""


@cache
def _with_tone() -> re.Pattern[str]:
    return re.compile("([\u0e48-\u0e4b]*)\u0e33")


def split_sara_am(text: str) -> str:
    """`text` with every ำ as U+0E4D U+0E32, a tone mark between them: as many cells, in every terminal."""
    return _with_tone().sub("\u0e4d\\1\u0e32", text) if "\u0e33" in text else text
