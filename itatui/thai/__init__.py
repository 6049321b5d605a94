"""Thai text as terminals and people need it: plain text in, plain text out.

Widths are in terminal cells, offsets in code points. Nothing here knows a register, a report or a screen. A name
is loaded when it is first asked for, and the word list when the first text is broken into words: a command that
only wants `safe` does not pay for wrapping.
"""

TYPE_CHECKING = False  # a type checker takes it for true; typing itself would cost a command three milliseconds
if TYPE_CHECKING:
    from itatui.thai.cell_width import cells, pad, truncate
    from itatui.thai.collation import collation_key
    from itatui.thai.digits import DIGITS, arabic_digits, choose_digits, numerals, thai_digits, uses_thai_digits
    from itatui.thai.grapheme_clusters import clusters
    from itatui.thai.line_breaks import add_words, break_points
    from itatui.thai.line_wrap import wrap, wrap_offsets
    from itatui.thai.repair.normalize import repair_marks
    from itatui.thai.sanitize import clean, safe
    from itatui.thai.sara_am import split_sara_am
    from itatui.thai.search import matches, search_key, without_tones
    from itatui.thai.spelling_fold import fold

__all__ = [
    "DIGITS",
    "add_words",
    "arabic_digits",
    "break_points",
    "cells",
    "choose_digits",
    "clean",
    "clusters",
    "collation_key",
    "fold",
    "matches",
    "numerals",
    "pad",
    "repair_marks",
    "safe",
    "search_key",
    "split_sara_am",
    "thai_digits",
    "truncate",
    "uses_thai_digits",
    "without_tones",
    "wrap",
    "wrap_offsets",
]

_HOME = {
    "DIGITS": "digits",
    "add_words": "line_breaks",
    "arabic_digits": "digits",
    "break_points": "line_breaks",
    "cells": "cell_width",
    "choose_digits": "digits",
    "clean": "sanitize",
    "clusters": "grapheme_clusters",
    "collation_key": "collation",
    "fold": "spelling_fold",
    "uses_thai_digits": "digits",
    "matches": "search",
    "repair_marks": "repair.normalize",
    "numerals": "digits",
    "pad": "cell_width",
    "safe": "sanitize",
    "search_key": "search",
    "split_sara_am": "sara_am",
    "thai_digits": "digits",
    "without_tones": "search",
    "truncate": "cell_width",
    "wrap": "line_wrap",
    "wrap_offsets": "line_wrap",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(__import__(f"{__name__}.{_HOME[name]}", fromlist=[name]), name)
    globals()[name] = found
    return found
