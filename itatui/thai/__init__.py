"""Thai text as terminals and people need it: plain text in, plain text out.

Widths are in terminal cells, offsets in code points. Nothing here knows a register, a report or a screen, and the
word list is read when the first text is broken into words, not before.
"""

from itatui.thai.breaks import break_points
from itatui.thai.cells import cells, pad, truncate
from itatui.thai.clusters import clusters
from itatui.thai.digits import arabic_digits, thai_digits
from itatui.thai.fold import fold
from itatui.thai.safe import clean, safe
from itatui.thai.words import add_words
from itatui.thai.wrap import wrap, wrap_offsets

__all__ = [
    "add_words",
    "arabic_digits",
    "break_points",
    "cells",
    "clean",
    "clusters",
    "fold",
    "pad",
    "safe",
    "thai_digits",
    "truncate",
    "wrap",
    "wrap_offsets",
]
