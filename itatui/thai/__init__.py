"""Thai text as terminals and people need it: plain text in, plain text out.

Widths are in terminal cells, offsets in code points. Nothing here knows a register, a report or a screen. A name
is loaded when it is first asked for, and the word list when the first text is broken into words: a command that
only wants `safe` does not pay for wrapping.
"""

TYPE_CHECKING = False  # a type checker takes it for true; typing itself would cost a command three milliseconds
if TYPE_CHECKING:
    from itatui.thai.breaks import add_words, break_points
    from itatui.thai.clustering import clusters
    from itatui.thai.collating import collated
    from itatui.thai.digits import DIGITS, arabic_digits, choose_digits, in_thai_digits, numerals, thai_digits
    from itatui.thai.folding import fold
    from itatui.thai.mending import mend
    from itatui.thai.safety import clean, safe
    from itatui.thai.sara_am import stable
    from itatui.thai.searching import matches, searched, toneless
    from itatui.thai.widths import cells, pad, truncate
    from itatui.thai.wrapping import wrap, wrap_offsets

__all__ = [
    "DIGITS",
    "add_words",
    "arabic_digits",
    "break_points",
    "cells",
    "choose_digits",
    "clean",
    "clusters",
    "collated",
    "fold",
    "in_thai_digits",
    "matches",
    "mend",
    "numerals",
    "pad",
    "safe",
    "searched",
    "stable",
    "thai_digits",
    "toneless",
    "truncate",
    "wrap",
    "wrap_offsets",
]

_HOME = {
    "DIGITS": "digits",
    "add_words": "breaks",
    "arabic_digits": "digits",
    "break_points": "breaks",
    "cells": "widths",
    "choose_digits": "digits",
    "clean": "safety",
    "clusters": "clustering",
    "collated": "collating",
    "fold": "folding",
    "in_thai_digits": "digits",
    "matches": "searching",
    "mend": "mending",
    "numerals": "digits",
    "pad": "widths",
    "safe": "safety",
    "searched": "searching",
    "stable": "sara_am",
    "thai_digits": "digits",
    "toneless": "searching",
    "truncate": "widths",
    "wrap": "wrapping",
    "wrap_offsets": "wrapping",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(__import__(f"{__name__}.{_HOME[name]}", fromlist=[name]), name)
    globals()[name] = found
    return found
